import { join } from 'node:path';

/** Where the documents of a spec lie: its folder, and the root of the project for those of other tools. */
export type DocumentPlace = { readonly root: string; readonly dir: string };

/** Gives the full path of a document: one that begins with a slash counts from the root of the project, any other from the folder of its spec. */
export function documentPath({ root, dir }: DocumentPlace, path: string): string {
  return join(path.startsWith('/') ? root : dir, path);
}
