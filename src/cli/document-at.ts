import { documentPath, type SpecPaths } from '../store/index.js';
import { textAt } from './text-at.js';
import type { Workspace } from './workspace.js';

/** A spec in its project. */
export type SpecPlace = { readonly workspace: Workspace; readonly paths: SpecPaths };

/** Where a document of a spec lies. */
export function pathOfDocument({ workspace, paths }: SpecPlace, path: string): string {
  return documentPath({ root: workspace.project.root, dir: paths.dir }, path);
}

/** The text of a document of a spec as it is on the disk; nothing when it is not there. */
export function documentAt(place: SpecPlace, path: string): string | undefined {
  return textAt(place.workspace, pathOfDocument(place, path));
}
