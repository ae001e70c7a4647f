import type { Key } from '../../src/form/keys.js';
import type { FormView } from '../../src/form/view.js';
import { aList, anAsk, anEditor, aView } from './fixtures.js';

/** What a fake form tells the world. */
export type FakeEvents = { readonly onLeave?: () => void; readonly onEditor?: () => void };

type Fake = {
  readonly text: string;
  readonly items: readonly string[];
  readonly columns: number;
  readonly rows: number;
};

/** A form of one growing list, enough to drive the face: text is typed, Enter adds a line, Ctrl+X breaks the view. */
export function fakeForm({ onLeave, onEditor }: FakeEvents = {}) {
  let state: Fake = { text: '', items: [], columns: 80, rows: 24 };
  let view = viewOf(state);
  const listeners = new Set<() => void>();
  const become = (next: Fake) => {
    state = next;
    view = viewOf(state);
    for (const listener of listeners) listener();
  };
  const commands: Readonly<Record<string, () => void>> = {
    enter: () => {
      become({ ...state, text: '', items: [...state.items, state.text] });
    },
    backspace: () => {
      become({ ...state, text: state.text.slice(0, -1) });
    },
    'ctrl-c': () => onLeave?.(),
    'ctrl-g': () => onEditor?.(),
    'ctrl-x': () => {
      view = undefined as unknown as FormView;
      for (const listener of listeners) listener();
    },
  };
  return {
    view: () => view,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    press: (key: Key) => {
      if (key.type === 'key') commands[key.name]?.();
      else become({ ...state, text: state.text + key.text });
    },
    resize: (columns: number, rows: number) => {
      if (columns !== state.columns || rows !== state.rows) become({ ...state, columns, rows });
    },
    items: () => state.items,
  };
}

function viewOf({ text, items, columns, rows }: Fake): FormView {
  const editor = anEditor(text);
  const ask = anAsk({
    prompt: 'What is not part of this?',
    detail: 'One thing per line.',
    field: aList(items, editor),
  });
  return aView({ columns, rows, screen: { type: 'ask', ask } });
}
