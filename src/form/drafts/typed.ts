import {
  parseCanonical,
  parseQuantity,
  parseTyped,
  type Column,
  type Question,
  type Value,
  type ValueShape,
} from '../../bank/index.js';
import type { Problem } from '../../kernel/index.js';
import { clearEditor, replaceText } from '../editor/change.js';
import { createEditor, editorText, isEmptyEditor, type Editor } from '../editor/editor.js';
import { pressEditor } from '../editor/press.js';
import type { Key } from '../keys.js';
import { clampedMove, digitOf } from './moves.js';
import { startValue } from './start.js';
import {
  handled,
  ignored,
  refused,
  type Choice,
  type DraftContext,
  type DraftOptions,
  type Pressed,
  type Read,
} from './types.js';
import { boundTo } from './value-context.js';

/** A pick among the readings of an ambiguous text; nothing is picked until the person moves. */
export type Asking = {
  readonly message: string;
  readonly choices: readonly Choice[];
  readonly at: number | undefined;
};

/** Text that is typed: one line, prose, or a quantity. A stored spelling that was not touched is `settled`. */
export type TypedDraft = {
  readonly kind: 'text' | 'prose' | 'quantity';
  readonly shape: ValueShape;
  readonly editor: Editor;
  readonly start: string;
  readonly settled: string | undefined;
  readonly asking: Asking | undefined;
};

/** Starts a text field with a stored value as its text. */
export function createTyped(shape: Question | Column | ValueShape, options: DraftOptions): TypedDraft {
  const text = textOf(startValue(shape, options));
  const kind = shape.kind === 'prose' || shape.kind === 'quantity' ? shape.kind : 'text';
  return {
    ...{ kind, shape: shape as ValueShape, start: text, asking: undefined },
    editor: createEditor({ multiline: kind === 'prose', text }),
    settled: kind === 'quantity' && text !== '' ? text : undefined,
  };
}

function textOf(value: Value | undefined): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string').join('; ') : '';
}

/** Gives a key to a text field. */
export function pressTyped(draft: TypedDraft, key: Key, context: DraftContext): Pressed<TypedDraft> {
  if (draft.asking !== undefined) return pressAsking({ ...draft, asking: draft.asking }, key, context);
  const size = { width: context.width, rows: context.height };
  const pressed = pressEditor(draft.editor, key, size);
  if (pressed.outcome === 'ignored') return ignored(draft);
  if (pressed.outcome === 'submitted') return submitTyped(draft, context);
  return handled({ ...draft, editor: pressed.editor });
}

function submitTyped(draft: TypedDraft, context: DraftContext): Pressed<TypedDraft> {
  const read = readTyped(draft, context);
  switch (read.type) {
    case 'empty':
      return refused(draft, nothingTyped(draft));
    case 'value':
      return handled(draft, { type: 'submit', value: read.value, echo: read.echo });
    case 'refused':
      return refused(draft, read.problem);
    case 'ambiguous':
      return handled({
        ...draft,
        asking: { message: read.message, choices: read.choices, at: undefined },
      });
  }
}

function nothingTyped({ kind }: TypedDraft): Problem {
  return {
    code: 'draft-empty',
    message: 'Nothing is written yet.',
    hint: kind === 'quantity' ? 'Type a number with its unit.' : 'Type an answer, or skip the question.',
  };
}

type AskingDraft = TypedDraft & { readonly asking: Asking };

function pressAsking(draft: AskingDraft, key: Key, context: DraftContext): Pressed<TypedDraft> {
  const { asking } = draft;
  const moved = movedTo(asking, key);
  if (moved !== undefined) return handled({ ...draft, asking: { ...asking, at: moved } });
  if (key.type === 'key' && key.name === 'enter') return submitReading(draft);
  const editing = { ...draft, asking: undefined };
  if (key.type === 'key' && key.name === 'escape') return handled(editing);
  const pressed = pressTyped(editing, key, context);
  return pressed.handled ? pressed : ignored(draft);
}

function movedTo({ choices, at }: Asking, key: Key): number | undefined {
  const digit = digitOf(key);
  if (digit !== undefined) return digit >= 1 && digit <= choices.length ? digit - 1 : undefined;
  if (key.type === 'text' && key.text === ' ') return at ?? 0;
  // The first arrow shows where the pick begins; nothing is picked before it.
  return clampedMove(key, { at: at ?? (isDown(key) ? -1 : 0), count: choices.length });
}

const isDown = (key: Key): boolean => key.type === 'key' && key.name === 'down';

function submitReading(draft: AskingDraft): Pressed<TypedDraft> {
  const { choices, at } = draft.asking;
  const choice = at === undefined ? undefined : choices[at];
  if (choice === undefined) {
    const hint = 'Pick a reading with its digit or the arrows, or go on typing.';
    return refused(draft, { code: 'draft-not-picked', message: 'Nothing is picked yet.', hint });
  }
  const editor = replaceText(draft.editor, choice.text);
  const settled = { ...draft, editor, settled: choice.text, asking: undefined };
  const read = readQuantity(settled, choice.text);
  if (read.type !== 'value') return read.type === 'refused' ? refused(draft, read.problem) : handled(settled);
  return handled(settled, { type: 'submit', value: read.value, echo: read.echo });
}

/** Says what the text means. */
export function readTyped(draft: TypedDraft, context: DraftContext): Read {
  if (isEmptyEditor(draft.editor)) return { type: 'empty' };
  const text = editorText(draft.editor);
  if (/^\s*$/.test(text)) return { type: 'empty' };
  if (draft.shape.kind === 'quantity') return readQuantity(draft, text);
  const parsed = parseTyped(draft.shape, text, boundTo(context));
  return parsed.ok
    ? { type: 'value', value: parsed.value, echo: '' }
    : { type: 'refused', problem: firstOf(parsed.error) };
}

function firstOf(problems: readonly Problem[]): Problem {
  return problems[0] ?? { code: 'value-form', message: 'This is not an answer to the question.' };
}

function readQuantity({ shape, settled }: TypedDraft, text: string): Read {
  if (shape.kind !== 'quantity') return { type: 'empty' };
  if (text.trim() === settled) {
    const stored = parseCanonical(text.trim(), shape);
    if (stored.ok) return { type: 'value', value: stored.value.text, echo: stored.value.echo };
  }
  const reading = parseQuantity(text, shape);
  switch (reading.type) {
    case 'understood':
      return { type: 'value', value: reading.text, echo: reading.echo };
    case 'ambiguous':
      return reading;
    case 'refused':
      return reading;
  }
}

/** Empties a text field. */
export function clearTyped(draft: TypedDraft): TypedDraft {
  return { ...draft, editor: clearEditor(draft.editor), asking: undefined };
}

/** Says whether the text is another one than at the start. */
export function isTypedDirty({ editor, start }: TypedDraft): boolean {
  return editorText(editor) !== start;
}
