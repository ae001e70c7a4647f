import { checkValue, type Column, type Question, type Value, type ValueShape } from '../../bank/index.js';
import type { Problem } from '../../kernel/index.js';
import { noHistory, remembered, type History } from './history.js';
import { startValue } from './start.js';
import type { DraftContext, DraftOptions, Read } from './types.js';
import { boundTo } from './value-context.js';

/** The line that says none of the options, in a pick of many that may be empty. */
export const NONE = '+none';
/** The line that adds a row to the table that is referred to. */
export const ADD = '+add';

/** The shapes that are picked, not typed. */
export type PickShape = Extract<ValueShape, { readonly kind: 'choice' | 'many' | 'confirm' }>;

/** A pick among options: what is picked, where the focus stands, and the letters typed to get there. */
export type PickDraft = {
  readonly kind: PickShape['kind'];
  readonly shape: PickShape;
  readonly picked: readonly string[];
  readonly focus: string | undefined;
  readonly typed: string;
  readonly start: readonly string[];
  readonly history: History<readonly string[]>;
};

/** Starts a pick; nothing is picked unless there is a value or a default. */
export function createPick(
  shape: PickShape & (Question | Column | ValueShape),
  options: DraftOptions,
): PickDraft {
  const picked = picksOf(startValue(shape, options));
  return {
    ...{ kind: shape.kind, shape, picked, typed: '', start: picked, history: noHistory },
    focus: picked[0],
  };
}

function picksOf(value: Value | undefined): readonly string[] {
  if (value === undefined) return [];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  if (typeof value === 'string') return [value];
  const ids = value.filter((item) => typeof item === 'string');
  return ids.length === 0 ? [NONE] : ids;
}

/** Changes what is picked, undoably. */
export function withPicks(draft: PickDraft, picked: readonly string[]): PickDraft {
  if (samePicks(draft.picked, picked)) return { ...draft, picked };
  return { ...draft, picked, history: remembered(draft.history, draft.picked) };
}

/** Says whether two picks hold the same options. */
function samePicks(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

/** Says what is picked. */
export function readPick({ shape, picked, typed }: PickDraft, context: DraftContext): Read {
  if (picked.length === 0)
    return typed === '' ? { type: 'empty' } : { type: 'refused', problem: nothingPicked(typed) };
  const checked = checkValue(shape, rawPick(shape, picked), boundTo(context));
  if (checked.ok) return { type: 'value', value: checked.value, echo: '' };
  return { type: 'refused', problem: checked.error[0] ?? nothingPicked('') };
}

function rawPick(shape: PickShape, picked: readonly string[]): unknown {
  if (shape.kind === 'confirm') return picked[0] === 'yes';
  return shape.kind === 'choice' ? picked[0] : picked.filter((id) => id !== NONE);
}

/** Enter was pressed and nothing is picked. */
export function nothingPicked(typed: string): Problem {
  if (typed !== '') {
    const hint = 'Backspace takes letters back, Esc all of them.';
    return { code: 'draft-not-picked', message: `No option is picked by “${typed}”.`, hint };
  }
  const hint = 'Pick with a digit, the arrows, or the first letters.';
  return { code: 'draft-not-picked', message: 'Nothing is picked yet.', hint };
}

/** Takes picks and letters back. */
export function clearPick(draft: PickDraft): PickDraft {
  return { ...withPicks(draft, isPickDirty(draft) ? draft.start : []), typed: '' };
}

/** Says whether something else is picked than at the start. */
export function isPickDirty({ picked, start }: PickDraft): boolean {
  return !samePicks(picked, start);
}
