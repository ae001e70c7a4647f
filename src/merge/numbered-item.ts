import { MARKER, type Block } from './block.js';
import { normalInline } from './inline.js';
import { itemText, type ItemText } from './shifting-number.js';

/** A list item with a number that shifts: its marker, its parts, and all it says in normal form. */
type Numbered = ItemText & {
  readonly marker: string;
  readonly more: readonly string[];
  readonly normal: string;
};

/**
 * Merges three versions of an item where its number is one thing, its box another and its text a third: a number that
 * shifted meets a box that was ticked or a text that was edited. Nothing when there is no number, or both changed the same
 * thing; a box that was ticked for another text is for a person to decide.
 */
export function mergedNumbered(base: Block, mine: Block, generated: Block): readonly string[] | undefined {
  const [was, own, now] = [base, mine, generated].map(numbered);
  if (was === undefined || own === undefined || now === undefined) return undefined;
  const isSame = was.normal === now.normal;
  const isMineFree = isSame || (own.normal === was.normal && boxOf(own) === boxOf(was));
  if (own.number.trim() !== was.number.trim() || !isMineFree) return undefined;
  const { says, more } = isSame ? own : now;
  return [`${own.marker}${own.box}${now.number}${says}`, ...more];
}

const boxOf = ({ box }: Numbered): string => box.trim().toLowerCase();

function numbered({ kind, lines }: Block): Numbered | undefined {
  const [first = '', ...more] = lines;
  const marker = MARKER.exec(first)?.[0] ?? '';
  const text = itemText(first.slice(marker.length));
  if (kind !== 'item' || text.number === '') return undefined;
  return { ...text, marker, more, normal: normalInline([text.says, ...more].join(' ')) };
}
