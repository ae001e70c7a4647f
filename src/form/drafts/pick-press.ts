import { previousGrapheme } from '../../kernel/index.js';
import type { Key, KeyName } from '../keys.js';
import { stepBack, stepForward } from './history.js';
import { clampedMove, digitOf } from './moves.js';
import { ADD, NONE, nothingPicked, readPick, withPicks, type PickDraft } from './pick.js';
import { bestMatch, focusIndex, lettersMatter, linesOf, type Line } from './pick-lines.js';
import { handled, ignored, refused, type DraftContext, type Pressed } from './types.js';

/** Gives a key to a pick. */
export function pressPick(draft: PickDraft, key: Key, context: DraftContext): Pressed<PickDraft> {
  if (key.type === 'text') return pressText(draft, key.text, context);
  if (key.type === 'paste') return ignored(draft);
  const lines = linesOf(draft, context);
  const at = focusIndex(draft, lines);
  const page = Math.max(1, context.height - 1);
  const moved = clampedMove(key, { at, count: lines.length, page });
  if (moved !== undefined) return handled(movedTo(draft, lines[moved]));
  return pressNamed(draft, key.name, context);
}

/** In a choice the pick goes with the focus, so that Enter means what is seen; in a pick of many it stays. */
function movedTo(draft: PickDraft, line: Line | undefined): PickDraft {
  if (line === undefined) return draft;
  const focused = { ...draft, focus: line.id, typed: keptLetters(draft, line) };
  if (draft.kind === 'many') return focused;
  return withPicks(focused, line.id === ADD ? [] : [line.id]);
}

// Moving inside a narrowed list must not widen it under the focus.
const keptLetters = ({ typed }: PickDraft, line: Line): string =>
  bestMatch([line], typed) === undefined ? '' : typed;

function pressNamed(draft: PickDraft, name: KeyName, context: DraftContext): Pressed<PickDraft> {
  switch (name) {
    case 'enter':
      return enter(draft, context);
    case 'escape':
      return lettersMatter(draft, context) ? handled({ ...draft, typed: '' }) : ignored(draft);
    case 'backspace':
      return draft.typed === '' ? ignored(draft) : handled(shortened(draft, context));
    default:
      return pressUndo(draft, name);
  }
}

function pressUndo(draft: PickDraft, name: KeyName): Pressed<PickDraft> {
  if (undoKeys.has(name)) return travelled(draft, stepBack(draft.history, draft.picked));
  if (redoKeys.has(name)) return travelled(draft, stepForward(draft.history, draft.picked));
  return ignored(draft);
}

const undoKeys: ReadonlySet<KeyName> = new Set<KeyName>(['ctrl-z', 'ctrl-_']);
const redoKeys: ReadonlySet<KeyName> = new Set<KeyName>(['ctrl-y', 'alt-z', 'ctrl-shift-z']);

function travelled(
  draft: PickDraft,
  step: ReturnType<typeof stepBack<readonly string[]>>,
): Pressed<PickDraft> {
  if (step === undefined) return ignored(draft);
  const { state: picked, history } = step;
  return handled({ ...draft, picked, history, focus: picked[0] ?? draft.focus, typed: '' });
}

function shortened(draft: PickDraft, context: DraftContext): PickDraft {
  const typed = draft.typed.slice(0, previousGrapheme(draft.typed, draft.typed.length));
  return typed === '' ? { ...draft, typed } : matched({ ...draft, typed }, context);
}

function enter(draft: PickDraft, context: DraftContext): Pressed<PickDraft> {
  const { shape } = draft;
  if (isOnAdd(draft, context) && shape.kind !== 'confirm' && shape.of !== undefined)
    return handled(draft, { type: 'add-referenced', table: shape.of });
  const read = readPick(draft, context);
  if (read.type === 'value') return handled(draft, { type: 'submit', value: read.value, echo: read.echo });
  return refused(draft, read.type === 'refused' ? read.problem : nothingPicked(draft.typed));
}

function isOnAdd(draft: PickDraft, context: DraftContext): boolean {
  const lines = linesOf(draft, context);
  const focused = lines[focusIndex(draft, lines)];
  return focused?.id === ADD && (draft.typed === '' || lines.length > 1 || draft.focus === ADD);
}

function pressText(draft: PickDraft, text: string, context: DraftContext): Pressed<PickDraft> {
  const lines = linesOf(draft, context);
  const extends_ = bestMatch(lines, draft.typed + text) !== undefined;
  if (draft.typed !== '' && extends_ && text !== ' ') return handled(typedOn(draft, text, context));
  const digit = digitOf({ type: 'text', text });
  if (digit !== undefined) return pressDigit(draft, lines, digit);
  if (text === ' ') return pressSpace(draft, { lines, extends_ }, context);
  if (text === '+') return pressPlus(draft, lines);
  if (draft.typed === '' && !/[\p{L}\p{N}]/u.test(text)) return ignored(draft);
  return handled(typedOn(draft, text, context));
}

function pressDigit(draft: PickDraft, lines: readonly Line[], digit: number): Pressed<PickDraft> {
  const line = digit === 0 ? lines.find(({ id }) => id === NONE) : lines[digit - 1];
  if (line === undefined || line.id === ADD) return ignored(draft);
  return handled(chosen(draft, line));
}

function pressPlus(draft: PickDraft, lines: readonly Line[]): Pressed<PickDraft> {
  const add = lines.find(({ id }) => id === ADD);
  if (add === undefined || draft.shape.kind === 'confirm' || draft.shape.of === undefined)
    return ignored(draft);
  return handled({ ...draft, focus: ADD }, { type: 'add-referenced', table: draft.shape.of });
}

function pressSpace(
  draft: PickDraft,
  { lines, extends_ }: { readonly lines: readonly Line[]; readonly extends_: boolean },
  context: DraftContext,
): Pressed<PickDraft> {
  if (draft.typed !== '' && extends_ && draft.kind !== 'many') return handled(typedOn(draft, ' ', context));
  const line = lines[focusIndex(draft, lines)];
  return line === undefined || line.id === ADD ? handled(draft) : handled(chosen(draft, line));
}

/** Picks a line of a choice, or turns one of many on or off; none and any other exclude each other. */
function chosen(draft: PickDraft, { id }: Line): PickDraft {
  const focused = { ...draft, focus: id, typed: '' };
  if (draft.kind !== 'many') return withPicks(focused, [id]);
  if (draft.picked.includes(id))
    return withPicks(
      focused,
      draft.picked.filter((other) => other !== id),
    );
  const others = draft.picked.filter((other) => id !== NONE && other !== NONE);
  return withPicks(focused, [...others, id]);
}

/** Letters move to what they begin; in a confirm the last letter counts, so that y and n may follow each other. */
function typedOn(draft: PickDraft, text: string, context: DraftContext): PickDraft {
  const all = draft.typed + text;
  const afresh = draft.kind === 'confirm' && bestMatch(linesOf(draft, context), all) === undefined;
  return matched({ ...draft, typed: afresh ? text : all }, context);
}

function matched(draft: PickDraft, context: DraftContext): PickDraft {
  const match = bestMatch(linesOf(draft, context), draft.typed);
  if (match !== undefined) return movedTo(draft, match);
  return draft.kind === 'many' ? draft : withPicks(draft, []);
}
