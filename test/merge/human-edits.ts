import type { Draw } from './random-specs.js';

/** A text after a person worked on it: every sentence the person wrote says `hand` and a number. */
export type EditedText = { readonly text: string; readonly wrote: readonly string[] };

/** Changes a rendered Markdown text at random places, as people do: words in a sentence, new sentences, notes, items, rows, and things taken out. */
export function editedBy(draw: Draw, text: string): EditedText {
  let lines: readonly string[] = text.split('\n');
  const times = 1 + draw(5);
  for (let count = 1; count <= times; count += 1) lines = editedOnce(draw, lines, `hand${String(count)}`);
  return { text: lines.join('\n'), wrote: lines.flatMap(sentencesOf).filter((one) => /hand\d/.test(one)) };
}

/** The sentences of a line without what makes it a heading, an item or a row; one of them may move to a line of its own. */
const sentencesOf = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^(?:#+|-|\|) /, '')
    .split(/(?<=\.) (?=[A-Z])/);

type Edit = (lines: readonly string[], at: number, mark: string) => readonly string[];

const inserted = (lines: readonly string[], at: number, ...more: readonly string[]): readonly string[] =>
  lines.toSpliced(at, 0, ...more);

const EDITS: readonly { readonly where: RegExp; readonly edit: Edit }[] = [
  { where: /\.$/, edit: (lines, at, mark) => lines.with(at, lines[at]!.replace(/\.$/, ` ${mark}.`)) },
  {
    where: /^(?!\|).*\.$/,
    edit: (lines, at, mark) => inserted(lines, at + 1, indentOf(lines[at]!) + `It is ${mark}.`),
  },
  {
    where: /^(?!\|).*\.$/,
    edit: (lines, at, mark) => lines.with(at, `${lines[at]!} Besides, ${mark} holds.`),
  },
  {
    where: /\d+/,
    edit: (lines, at, mark) => lines.with(at, lines[at]!.replace(/(\d+)(?!.*\d)/, `$1 ${mark}`)),
  },
  { where: /^## /, edit: (lines, at, mark) => inserted(lines, at + 1, '', `We know ${mark}.`) },
  {
    where: /^## /,
    edit: (lines, at, mark) => inserted(lines, at, `## Notes ${mark}`, '', `Nobody asked ${mark}.`, ''),
  },
  { where: /^## /, edit: (lines, at, mark) => lines.with(at, `${lines[at]!} ${mark}`) },
  { where: /^- /, edit: (lines, at, mark) => inserted(lines, at, `- One more is ${mark}.`) },
  {
    where: /^\| (?!---)/,
    edit: (lines, at, mark) => lines.with(at, lines[at]!.replace(/ \|$/, ` ${mark} |`)),
  },
  { where: /^- /, edit: (lines, at) => withoutItem(lines, at) },
  { where: /^\| (?!---)/, edit: (lines, at) => lines.toSpliced(at, 1) },
  { where: /^## /, edit: (lines, at) => withoutSection(lines, at) },
  { where: /^## /, edit: (lines, at) => sectionMoved(lines, at) },
];

function editedOnce(draw: Draw, lines: readonly string[], mark: string): readonly string[] {
  const { where, edit } = EDITS[draw(EDITS.length)]!;
  const places = lines.flatMap((line, at) => (where.test(line) ? [at] : []));
  return places.length === 0 ? lines : edit(lines, places[draw(places.length)]!, mark);
}

const indentOf = (line: string): string => (line.startsWith('- ') ? '  ' : (/^ */.exec(line)?.[0] ?? ''));

function withoutItem(lines: readonly string[], at: number): readonly string[] {
  let end = at + 1;
  while (lines[end]?.startsWith('  ') === true) end += 1;
  return lines.toSpliced(at, end - at);
}

function sectionEnd(lines: readonly string[], at: number): number {
  const next = lines.findIndex((line, index) => index > at && line.startsWith('## '));
  return next === -1 ? lines.length : next;
}

const withoutSection = (lines: readonly string[], at: number): readonly string[] =>
  lines.toSpliced(at, sectionEnd(lines, at) - at);

function sectionMoved(lines: readonly string[], at: number): readonly string[] {
  const end = sectionEnd(lines, at);
  const after = end === lines.length ? end : sectionEnd(lines, end);
  return [...lines.slice(0, at), ...lines.slice(end, after), ...lines.slice(at, end), ...lines.slice(after)];
}
