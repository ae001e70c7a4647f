import type { Dimension, ValueShape } from '../../bank/index.js';
import type { EditorView, PickLine } from '../view.js';
import { editorView } from './editor-view.js';
import type { TypedDraft } from './typed.js';
import type { Room } from './types.js';
import { windowAround } from './window.js';

/** Draws a text field; below it the readings of an ambiguous text, as far as there is room. */
export function viewTyped(draft: TypedDraft, room: Room): EditorView {
  const placeholder = placeholderOf(draft.shape);
  if (draft.asking === undefined) return editorView(draft.editor, room, placeholder);
  const { choices, at } = draft.asking;
  const { from, to } = windowAround(choices.length, at ?? 0, Math.max(0, room.rows - 1));
  const picks = choices.slice(from, to).map(({ label, text }, index): PickLine => {
    const picked = from + index === at;
    return { id: text, label, detail: '', picked, focused: picked, digit: String(from + index + 1) };
  });
  const rows = Math.max(1, room.rows - picks.length);
  return { ...editorView(draft.editor, { ...room, rows }, placeholder), picks };
}

const samples: Readonly<Record<Dimension, string>> = {
  rate: '900 req/s',
  size: '4 GiB',
  throughput: '20 MiB/s',
  duration: '250 ms',
  percent: '99.95 %',
  growth: '8 %/month',
  count: '12',
  money: '1900 EUR/month',
};

function placeholderOf(shape: ValueShape): string {
  if (shape.kind === 'text' && shape.form === 'date') return 'YYYY-MM-DD';
  if (shape.kind === 'text' && shape.form === 'url') return 'https://…';
  if (shape.kind === 'list') return 'one; another';
  if (shape.kind !== 'quantity') return '';
  const unit = shape.units?.[0] ?? nounUnit(shape.dimension, shape.noun);
  return unit === undefined ? samples[shape.dimension] : `a number and ${unit}`;
}

function nounUnit(dimension: Dimension, noun: string | undefined): string | undefined {
  if (noun === undefined || dimension !== 'rate') return undefined;
  return `${noun}/s`;
}
