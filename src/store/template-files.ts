import { join, relative } from 'node:path';
import { allOk, byCodeUnit, err, joined, nearest, ok, type Problem, type Result } from '../kernel/index.js';
import type { FormatSource } from '../render/index.js';
import type { Disk } from './disk.js';
import { attempt } from './failure.js';
import { readFolder } from './folder-files.js';
import { staysInside } from './inside.js';

/** Where template sets lie: the shipped folder, and the project's root (its own sets win, each as a whole). */
export type FormatPlaces = { readonly shipped: string; readonly root: string };

const OWN = '.spec-interview/templates';

/** Where a template set lies, and how its folder is named to a person. */
type FormatFolder = { readonly id: string; readonly folder: string; readonly shown: string };

/** Reads the template sets with these ids; a set of the project replaces the shipped one of the same id. */
export function readFormatSources(
  disk: Disk,
  places: FormatPlaces,
  ids: readonly string[],
): Result<readonly FormatSource[]> {
  const found = findFormats(disk, places, ids);
  return found.ok ? allOk(found.value.map((each) => readFormat(disk, each))) : found;
}

/** Finds the template sets with these ids without reading them; refuses one that is not there or leads out of the project. */
export function findFormats(
  disk: Disk,
  places: FormatPlaces,
  ids: readonly string[],
): Result<readonly FormatFolder[]> {
  return allOk(ids.map((id) => findFormat(disk, places, id)));
}

/** Lists the ids of every template set, shipped or of the project; a folder that cannot be read has none. */
export function listFormats(disk: Disk, { shipped, root }: FormatPlaces): readonly string[] {
  const names = [shipped, join(root, OWN)].flatMap((folder) => {
    const found = attempt({ failed: 'The formats are not listed', path: folder }, () =>
      foldersIn(disk, folder),
    );
    return found.ok ? found.value : [];
  });
  return [...new Set(names)].sort(byCodeUnit);
}

function foldersIn(disk: Disk, folder: string): readonly string[] {
  if (disk.kind(folder) === undefined) return [];
  return disk.list(folder).flatMap(({ name, kind }) => (kind === 'folder' ? [name] : []));
}

function findFormat(disk: Disk, places: FormatPlaces, id: string): Result<FormatFolder> {
  const { shipped, root } = places;
  const own = join(root, OWN, id);
  const named = /^[a-z][a-z0-9-]*$/.test(id);
  const isOwn = named && disk.kind(own) !== undefined;
  const folder = isOwn ? own : join(shipped, id);
  if (!named || disk.kind(folder) === undefined) return unknown(disk, places, id);
  const inside = attempt(
    { failed: 'The templates are not read', path: folder },
    () => !isOwn || staysInside(disk, root, folder),
  );
  if (!inside.ok) return inside;
  if (!inside.value) return err([linkedOut(relative(root, folder))]);
  return ok({ id, folder, shown: isOwn ? `${OWN}/${id}` : `templates/${id}` });
}

function readFormat(disk: Disk, { id, folder, shown }: FormatFolder): Result<FormatSource> {
  const files = readFolder(disk, folder, { endings: ['.hbs', 'template.yaml'], depth: 0, shown });
  return files.ok ? ok({ id, files: files.value }) : files;
}

function unknown(disk: Disk, places: FormatPlaces, id: string): Result<never> {
  const all = listFormats(disk, places);
  const near = nearest(id, all, 1)[0];
  const known = all.length === 0 ? '' : ` The formats are ${joined(all)}.`;
  const problem: Problem = {
    code: 'format-unknown',
    message: `There is no format ${JSON.stringify(id)}.`,
    hint: near === undefined ? `Choose another one.${known}` : `Did you mean ${near}?`,
  };
  return err([problem]);
}

function linkedOut(file: string): Problem {
  return {
    code: 'link-leaves-project',
    message: 'A symbolic link leads out of the project here.',
    hint: 'Replace the link by a folder of the project.',
    place: { file },
  };
}
