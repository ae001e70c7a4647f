import type { Overlay } from '../../form/index.js';
import { padText, textWidth } from '../../kernel/index.js';
import { blank, padLine, paragraph, span, type Block, type Line } from '../lines.js';
import { fitOf, narrower, scrolled, type Pen } from '../pen.js';

type Help = Extract<Overlay, { type: 'help' }>;
type Group = Help['groups'][number];

const TWO_COLUMNS_FROM = 100;
const GAP = 3;

/** Draws every key that works here, by what it is for. */
export function drawHelp({ groups, from }: Help, pen: Pen): Block {
  const column = Math.max(0, ...groups.flatMap(({ keys }) => keys.map((key) => textWidth(key.keys)))) + 2;
  if (pen.width < TWO_COLUMNS_FROM) return scrolled(groupsOf(groups, pen, column), from, pen);
  const inner = { ...pen, width: Math.floor((pen.width - GAP) / 2) };
  const [left, right] = halves(groups);
  const lines = beside(groupsOf(left, inner, column), groupsOf(right, inner, column), inner.width + GAP);
  return scrolled(lines, from, pen);
}

function groupsOf(groups: readonly Group[], pen: Pen, column: number): readonly Line[] {
  return groups.flatMap((group) => [blank, [span(group.title, 'accent')], ...keysOf(group, pen, column)]);
}

function keysOf({ keys }: Group, pen: Pen, column: number): readonly Line[] {
  const inner = narrower(pen, column + 2);
  return keys.flatMap((key) =>
    paragraph(key.does, fitOf(inner)).map((line, row): Line => [
      span(`  ${padText(row === 0 ? key.keys : '', column)}`, 'strong'),
      ...line,
    ]),
  );
}

function halves(groups: readonly Group[]): readonly [readonly Group[], readonly Group[]] {
  const height = (some: readonly Group[]) => some.reduce((sum, group) => sum + group.keys.length + 2, 0);
  const at = groups.findIndex((_, index) => height(groups.slice(0, index + 1)) * 2 >= height(groups));
  return [groups.slice(0, at + 1), groups.slice(at + 1)];
}

function beside(left: readonly Line[], right: readonly Line[], width: number): readonly Line[] {
  const rows = Math.max(left.length, right.length);
  return Array.from({ length: rows }, (_, row) => [
    ...padLine(left[row] ?? [], width),
    ...(right[row] ?? []),
  ]);
}
