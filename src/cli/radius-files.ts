import { slug } from '../kernel/index.js';
import type { MergedFile, MergePlan } from '../merge/index.js';
import type { RenderedFile } from '../render/index.js';
import type { Radius, RadiusChange } from '../runner/index.js';

/** A merge with the texts around it: as they were generated before, and as they are now. */
export type MergeGround = {
  readonly merge: MergePlan;
  readonly before: (path: string) => string | undefined;
  readonly generated: readonly Pick<RenderedFile, 'path' | 'type' | 'text'>[];
  /** Files that are written beside the merge. */
  readonly written: readonly string[];
  readonly isThere: (path: string) => boolean;
  /** Every file that was rendered before. */
  readonly known: readonly string[];
  /** Files that are taken away, because there is nothing to say in them any more. */
  readonly taken: readonly string[];
};

/** Which files, and which sections of Markdown files, a merge changes. */
export function filesRadius(ground: MergeGround): Pick<Radius, 'sections' | 'files'> {
  return {
    sections: ground.merge.files.flatMap((file) => sectionChanges(file, ground)),
    files: fileChanges(ground),
  };
}

const STAYS = 'it stays on disk';

function fileChanges({ merge, written, isThere, known, taken }: MergeGround): readonly RadiusChange[] {
  const now = new Set(merge.files.map(({ path }) => path));
  const changed = merge.files.filter((file) => file.text !== undefined).map(({ path }) => path);
  return [
    ...[...changed, ...written].map((path): RadiusChange => {
      const text = merge.conflicts.some((place) => place.path === path) ? 'with a conflict to settle' : '';
      return { change: isThere(path) ? 'MODIFIED' : 'ADDED', id: path, text };
    }),
    ...known
      .filter((path) => !now.has(path))
      .map((path): RadiusChange => ({
        change: 'REMOVED',
        id: path,
        text: taken.includes(path) ? '' : STAYS,
      })),
  ];
}

const TITLE_LENGTH = 60;

function sectionChanges(file: MergedFile, { before, generated }: MergeGround): readonly RadiusChange[] {
  const now = generated.find(({ path }) => path === file.path);
  const old = before(file.path);
  if (now?.type !== 'markdown' || old === undefined) return [];
  const [was, is] = [headingsOf(old), headingsOf(now.text)];
  const changed = file.blocks.filter(({ changes, state }) => changes || state === 'conflict');
  const touched = new Set(changed.map(({ key }) => key.split('/', 1)[0] ?? ''));
  const titles = new Map([...is, ...was]);
  return [...titles]
    .filter(([key]) => touched.has(key))
    .map(([key, text]): RadiusChange => ({
      change: changeOf(was.has(key), is.has(key)),
      id: `${file.path}#${key}`,
      text,
    }));
}

function changeOf(was: boolean, is: boolean): RadiusChange['change'] {
  if (was && is) return 'MODIFIED';
  return is ? 'ADDED' : 'REMOVED';
}

/** The titles of the sections of a text, by what blocks in them are known by. */
function headingsOf(text: string): ReadonlyMap<string, string> {
  const titles = [...text.matchAll(/^## (.+)$/gm)].map(([, title = '']) => title);
  return new Map(titles.map((title) => [slug(title, TITLE_LENGTH), title]));
}
