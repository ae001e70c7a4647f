import type { Option } from '../../bank/index.js';
import type { PickLine, PickView } from '../view.js';
import { ADD, NONE, type PickDraft } from './pick.js';
import type { DraftContext, Room } from './types.js';
import { windowAround } from './window.js';

/** One line to pick from, before it is known whether it is seen. */
export type Line = { readonly id: string; readonly label: string; readonly detail: string };

// From this many options on, typing narrows the list; before, it only moves.
const LONG = 10;

/** The lines that typing has left, in order. */
export function linesOf(draft: PickDraft, context: DraftContext): readonly Line[] {
  const options = optionLines(draft, context);
  const narrowed =
    draft.typed === '' || options.length < LONG
      ? options
      : options.filter((line) => rankOf(line, draft.typed) !== undefined);
  return [...narrowed, ...extraLines(draft)];
}

function optionLines(draft: PickDraft, context: DraftContext): readonly Line[] {
  const known = knownLines(draft, context);
  const ids = new Set(known.map(({ id }) => id));
  const gone = [...draft.start, ...draft.picked].filter((id) => !ids.has(id) && id !== NONE);
  return [...known, ...[...new Set(gone)].map((id) => ({ id, label: id, detail: 'no longer there' }))];
}

function knownLines({ shape }: PickDraft, context: DraftContext): readonly Line[] {
  if (shape.kind === 'confirm') return [plainLine('yes', 'Yes'), plainLine('no', 'No')];
  if (shape.of !== undefined) return context.rows(shape.of).map(({ id, name }) => plainLine(id, name));
  return (shape.options ?? []).map(optionLine);
}

const plainLine = (id: string, label: string): Line => ({ id, label, detail: '' });

const optionLine = ({ id, label, trade_off = '' }: Option): Line => ({ id, label, detail: trade_off });

function extraLines({ shape }: PickDraft): readonly Line[] {
  if (shape.kind === 'confirm') return [];
  const none = shape.kind === 'many' && mayBeEmpty(shape) ? [plainLine(NONE, 'None of these')] : [];
  return shape.of === undefined ? none : [...none, plainLine(ADD, 'Add one')];
}

function mayBeEmpty(shape: { readonly options?: readonly Option[]; readonly min_items?: number }): boolean {
  return (shape.min_items ?? 0) === 0 && shape.options?.some(({ id }) => id === 'none') !== true;
}

/** The line that fits typed letters best: by its start, then by the start of a word, then by any part. */
export function bestMatch(lines: readonly Line[], typed: string): Line | undefined {
  let best: { readonly line: Line; readonly rank: number } | undefined;
  for (const line of lines) {
    const rank = line.id.startsWith('+') ? undefined : rankOf(line, typed);
    if (rank !== undefined && (best === undefined || rank < best.rank)) best = { line, rank };
  }
  return best?.line;
}

function rankOf({ id, label }: Line, typed: string): number | undefined {
  const wanted = typed.toLowerCase();
  const name = label.toLowerCase();
  if (name.startsWith(wanted) || id.toLowerCase().startsWith(wanted)) return 0;
  const at = name.indexOf(wanted);
  if (at === -1) return undefined;
  return /[^\p{L}\p{N}]/u.test(name.charAt(at - 1)) ? 1 : 2;
}

/** Says whether the letters narrow the list, or fit nothing in it: only then are they worth showing. */
export function lettersMatter(draft: PickDraft, context: DraftContext): boolean {
  if (draft.typed === '') return false;
  const all = linesOf({ ...draft, typed: '' }, context);
  return all.length >= LONG || bestMatch(all, draft.typed) === undefined;
}

/** Where the focus stands among the lines. */
export function focusIndex({ focus }: PickDraft, lines: readonly Line[]): number {
  return Math.max(
    0,
    lines.findIndex(({ id }) => id === focus),
  );
}

/** Draws a pick: only the lines that are seen. */
export function viewPick(draft: PickDraft, { rows }: Room, context: DraftContext): PickView {
  const lines = linesOf(draft, context);
  const focus = focusIndex(draft, lines);
  const { from, to } = windowAround(lines.length, focus, Math.max(1, rows));
  const picked = new Set(draft.picked);
  const shown = lines.slice(from, to).map((line, index): PickLine => {
    const at = from + index;
    return { ...line, picked: picked.has(line.id), focused: at === focus, digit: markOf(line, at) };
  });
  return {
    type: 'pick',
    many: draft.kind === 'many',
    lines: shown,
    above: from,
    below: lines.length - to,
    ...(lettersMatter(draft, context) ? { filter: draft.typed } : {}),
  };
}

function markOf({ id }: Line, at: number): string {
  if (id === NONE) return '0';
  if (id === ADD) return '+';
  return at < 9 ? String(at + 1) : '';
}
