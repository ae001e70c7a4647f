import type { Kind } from '../bank/index.js';
import type { FieldView, KeyHint } from './view.js';

const TEXT: readonly KeyHint[] = [
  { keys: 'Ctrl+A, Ctrl+E', does: 'start, end of the line (Home, End)' },
  { keys: 'Alt+B, Alt+F', does: 'one word left, right' },
  { keys: 'Ctrl+W, Alt+D', does: 'delete the word before, after' },
  { keys: 'Ctrl+U, Ctrl+K', does: 'delete to the start, end of the line' },
  { keys: 'Ctrl+Y', does: 'put deleted text back' },
];

const LINES: KeyHint = { keys: 'Ctrl+J', does: 'new line (also \\ Enter, Alt+Enter, Shift+Enter)' };

const FIELD_KEYS: Readonly<Record<Kind, readonly KeyHint[]>> = {
  text: TEXT,
  prose: [LINES, ...TEXT],
  quantity: [{ keys: '1-9', does: 'choose a reading when a unit can mean several things' }, ...TEXT],
  choice: [
    { keys: '1-9', does: 'pick that line' },
    { keys: 'Up, Down', does: 'move' },
    { keys: 'letters', does: 'jump to a line, or narrow a long list' },
  ],
  many: [
    { keys: 'Space, 1-9', does: 'pick or unpick' },
    { keys: 'Up, Down', does: 'move' },
  ],
  confirm: [{ keys: 'y, n', does: 'yes, no' }],
  list: [
    { keys: 'Enter', does: 'next item; on an empty line, done' },
    { keys: 'Up, Down', does: 'edit another item' },
    { keys: 'Alt+Up, Alt+Down', does: 'move the item' },
    ...TEXT,
  ],
  table: [
    { keys: 'a', does: 'add a row' },
    { keys: 'e, Enter', does: 'edit the row; on the last line, done' },
    { keys: 'd', does: 'copy the row' },
    { keys: 'x, Delete', does: 'delete the row' },
    { keys: 'Alt+Up, Alt+Down', does: 'move the row' },
    { keys: '|', does: 'type rows on one line, with | between the cells' },
    { keys: 'Tab, Shift+Tab', does: 'in a row: next field, field before' },
    { keys: 'Esc', does: 'in a row: back to the rows; the text stays' },
  ],
};

/** The keys that the field of a kind takes itself, as help lists them. */
export function fieldKeys(kind: Kind): readonly KeyHint[] {
  return FIELD_KEYS[kind];
}

const MOVE: KeyHint = { keys: 'Up/Down', does: 'move' };
// Named among the keys of a field, so that a narrow footer still shows the way past a question nobody can answer.
const OTHERS: KeyHint = { keys: 'Ctrl+T', does: 'other answers' };
const NEXT: KeyHint = { keys: 'Enter', does: 'next' };

const TABLE_FOOTERS: Readonly<Record<'rows' | 'row' | 'line', readonly KeyHint[]>> = {
  rows: [
    { keys: 'Enter', does: 'open' },
    { keys: 'a', does: 'add' },
    MOVE,
    { keys: '|', does: 'one line' },
    OTHERS,
  ],
  row: [
    { keys: 'Tab', does: 'next field' },
    { keys: 'Ctrl+S', does: 'store' },
    { keys: 'Esc', does: 'rows' },
  ],
  line: [
    { keys: 'Enter', does: 'add row' },
    { keys: 'Esc', does: 'rows' },
  ],
};

/** What the footer says first while the field has keys of its own; nothing where Enter records the answer. */
export function fieldFooter(field: FieldView): readonly KeyHint[] {
  switch (field.type) {
    case 'table':
      return TABLE_FOOTERS[field.mode];
    case 'list':
      return [{ keys: 'Enter', does: 'next item, empty: done' }];
    case 'pick':
      return [NEXT, { keys: field.many ? '1-9, Space' : '1-9', does: 'pick' }, MOVE, OTHERS];
    case 'editor':
      return [];
  }
}
