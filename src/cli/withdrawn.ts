import { join } from 'node:path';
import { sameForm } from '../merge/index.js';
import { ok, type Result } from '../kernel/index.js';
import { forgetBases, removeFiles, type BaseFile, type Manifest } from '../store/index.js';
import { documentAt, type SpecPlace } from './document-at.js';
import { textAt } from './text-at.js';

/** A document that was rendered before and is not any more: taken away, gone already, or kept because somebody edited it. */
export type Withdrawn = { readonly path: string; readonly state: 'taken' | 'gone' | 'kept' };

/** Says what becomes of documents that are not rendered any more; what a person wrote into one is never taken away. */
export function withdrawnFiles(
  place: SpecPlace,
  absent: readonly string[],
  manifest: Manifest | undefined,
): readonly Withdrawn[] {
  return absent
    .filter((path) => manifest?.files[path] !== undefined)
    .map((path) => {
      const mine = documentAt(place, path);
      const base = baseOf(place, path);
      if (mine === undefined) return { path, state: 'gone' };
      return { path, state: base !== undefined && sameForm(mine, base, 'markdown') ? 'taken' : 'kept' };
    });
}

const baseOf = ({ workspace, paths }: SpecPlace, path: string): string | undefined =>
  textAt(workspace, join(paths.base, path));

/** Where OpenSpec keeps its changes; the folder of all of them stays when the last one goes. */
const CHANGES = 'openspec/changes';

/** Takes documents away, and the folders they leave empty. */
export function takeAway({ workspace }: SpecPlace, withdrawn: readonly Withdrawn[]): Result<void> {
  const taken = withdrawn.filter(({ state }) => state === 'taken');
  if (taken.length === 0) return ok(undefined);
  const paths = taken.map(({ path }) => path.replace(/^\//, ''));
  return removeFiles(workspace.disk, workspace.project.root, { paths, within: CHANGES });
}

/** Takes away what is known of documents that are not there any more, once the record of the rendering is written. */
export function forgetWithdrawn(
  { workspace, paths }: SpecPlace,
  withdrawn: readonly Withdrawn[],
): Result<void> {
  const left = withdrawn.filter(({ state }) => state !== 'kept').map(({ path }) => path);
  return forgetBases(workspace.disk, paths.dir, left);
}

/** The base of the documents that stay because somebody edited them. */
export function keptBases(place: SpecPlace, withdrawn: readonly Withdrawn[]): readonly BaseFile[] {
  return withdrawn
    .filter(({ state }) => state === 'kept')
    .map(({ path }) => ({
      path,
      generated: baseOf(place, path) ?? '',
      onDisk: documentAt(place, path) ?? '',
    }));
}
