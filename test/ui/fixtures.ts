import type {
  AskView,
  Dialog,
  EditorView,
  FormView,
  ListView,
  PickView,
  RowField,
  TableView,
} from '../../src/form/view.js';
import { textWidth } from '../../src/kernel/index.js';
import type { Scene } from '../../src/runner/index.js';

/** A scene without questions, for screens that do not look into it. */
const emptyScene = {
  step: { type: 'review' },
  session: { bank: { term: () => undefined } },
} as unknown as Scene;

/** One line of text being typed, the caret at its end. */
export function anEditor(text = '', over: Partial<EditorView> = {}): EditorView {
  const lines = text.split('\n');
  const caret = { row: lines.length - 1, column: textWidth(lines.at(-1) ?? '') };
  return {
    type: 'editor',
    lines,
    caret,
    above: 0,
    below: 0,
    placeholder: '',
    multiline: lines.length > 1,
    ...over,
  };
}

/** A list to pick from; labels may carry a detail after a bar, `*` picks and `>` focuses: `>*Redis | fast`. */
export function aPick(lines: readonly string[], over: Partial<PickView> = {}): PickView {
  return {
    type: 'pick',
    many: false,
    above: 0,
    below: 0,
    ...over,
    lines: lines.map((line, at) => {
      const [, marks = '', text = ''] = /^([>*]*)(.*)$/.exec(line) ?? [];
      const [label = '', detail = ''] = text.split(' | ');
      const digit = at < 9 ? String(at + 1) : '';
      return { id: label, label, detail, digit, picked: marks.includes('*'), focused: marks.includes('>') };
    }),
  };
}

/** A growing list; an item that starts with `>` is the one being edited. */
export function aList(items: readonly string[], editor: EditorView): ListView {
  const shown = items.map((item) => ({ text: item.replace(/^>/, ''), focused: item.startsWith('>') }));
  return { type: 'list', items: shown, editor };
}

/** A table in the mode that shows its rows; a row that starts with `>` has the focus. */
export function aTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  over: Partial<TableView> = {},
): TableView {
  return {
    type: 'table',
    mode: 'rows',
    columns,
    rows: rows.map((cells) => ({
      id: rowId(cells, columns),
      cells: cells.map((cell) => cell.replace(/^>/, '')),
      focused: cells[0]?.startsWith('>') ?? false,
    })),
    above: 0,
    below: 0,
    title: '',
    fields: [],
    line: undefined,
    question: '',
    ...over,
  };
}

// What can be done with a table has one cell, and an id of its own: `add a row` is `+add`.
function rowId(cells: readonly string[], columns: readonly string[]): string {
  const [name = ''] = cells.map((cell) => cell.replace(/^>/, ''));
  return cells.length < columns.length ? `+${name.split(' ')[0] ?? ''}` : name;
}

/** A field of a small form. */
export function aField(label: string, over: Partial<RowField> = {}): RowField {
  return {
    id: label,
    label,
    required: false,
    focused: false,
    text: '',
    error: '',
    editor: undefined,
    picks: [],
    ...over,
  };
}

/** A small form. */
export function aDialog(over: Partial<Dialog> = {}): Dialog {
  return { title: 'Another answer', body: [], fields: [], error: '', keys: [], ...over };
}

/** A question about recovery with one line of text. */
export function anAsk(over: Partial<AskView> = {}): AskView {
  return {
    step: 'rec.rpo',
    section: 'Recovery',
    prompt: 'How much written data may be lost when the primary region fails?',
    detail:
      'The time between the last copied write and the failure. Zero means every write waits for a second region.',
    label: 'Recovery point',
    state: 'open',
    shared: false,
    example: '',
    field: anEditor(''),
    echo: '',
    sentence: '',
    error: '',
    ...over,
  };
}

/** The whole screen with one question, 80 by 24. */
export function aView(over: Partial<FormView> = {}): FormView {
  return {
    columns: 80,
    rows: 24,
    title: 'payments-api',
    progress: { section: 'rec', position: 12, total: 58, done: 11, requiredLeft: 3, minutesLeft: 23 },
    notice: '',
    saved: '',
    screen: { type: 'ask', ask: anAsk() },
    overlay: { type: 'none' },
    pane: { findings: [], facts: [], sentences: [], coach: [], unchecked: '' },
    footer: [
      { keys: 'Enter', does: 'next' },
      { keys: 'Shift+Tab', does: 'back' },
      { keys: 'Ctrl+T', does: 'other answers' },
      { keys: 'Ctrl+O', does: 'outline' },
      { keys: '?', does: 'help' },
    ],
    scene: emptyScene,
    ...over,
  };
}
