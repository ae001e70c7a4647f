import { readText } from '../store/index.js';
import type { Workspace } from './workspace.js';

/** The text of a file, or nothing when it is not there or not readable. */
export function textAt({ disk }: Pick<Workspace, 'disk'>, path: string): string | undefined {
  const read = readText(disk, path);
  return read.ok ? read.value : undefined;
}
