import type { Key, KeyName } from '../keys.js';
import { changed, inserted, pastedInto, redoEditor, textBetween, typed, undoEditor } from './change.js';
import { isBefore, isEmptyEditor, lineAt, samePlace, type Editor } from './editor.js';
import {
  left,
  lineEnd,
  lineStart,
  movedByRows,
  movedTo,
  right,
  textEnd,
  textStart,
  wordLeft,
  wordRight,
  type Motion,
} from './motions.js';
import { startOf, visibleRows, type Size } from './rows.js';

/** What a key did to a field: `ignored` keys are for somebody else, `submitted` means the text is final. */
export type Pressed = { readonly outcome: 'handled' | 'submitted' | 'ignored'; readonly editor: Editor };

type Command = (editor: Editor, size: Size) => Editor | undefined;

/** Gives a key to a field that is drawn in `size`; never throws, whatever the key. */
export function pressEditor(editor: Editor, key: Key, size: Size = { width: 80, rows: 12 }): Pressed {
  if (key.type === 'key' && key.name === 'enter') return entered(editor, size);
  const next = keyed(editor, key, size);
  if (next === undefined) return { outcome: 'ignored', editor };
  return { outcome: 'handled', editor: scrolled(next, size) };
}

function keyed(editor: Editor, key: Key, size: Size): Editor | undefined {
  if (key.type === 'text') return typed(editor, key.text);
  if (key.type === 'paste') return pastedInto(editor, key.text);
  return commands.get(key.name)?.(editor, size);
}

function entered(editor: Editor, size: Size): Pressed {
  const { lines, caret } = editor;
  const before = lineAt(lines, caret.line).slice(0, caret.offset);
  if (!editor.multiline || !before.endsWith('\\')) return { outcome: 'submitted', editor };
  const from = { line: caret.line, offset: caret.offset - 1 };
  const next = changed(editor, { from, to: caret, text: '\n', run: 'other' });
  return { outcome: 'handled', editor: scrolled(next, size) };
}

function scrolled(editor: Editor, size: Size): Editor {
  const [first] = visibleRows(editor, size);
  if (first === undefined || samePlace(startOf(first), editor.top)) return editor;
  return { ...editor, top: startOf(first) };
}

const moving =
  (motion: Motion): Command =>
  (editor) =>
    movedTo(editor, motion);

const erasing =
  (motion: Motion): Command =>
  (editor) =>
    changed(editor, { ...spanTo(editor, motion), text: '', run: 'erasing' });

const killing =
  (motion: Motion): Command =>
  (editor) => {
    const span = spanTo(editor, motion);
    const text = textBetween(editor.lines, span.from, span.to);
    if (text === '') return editor;
    const backwards = isBefore(span.from, editor.caret);
    const earlier = editor.run === 'killing' ? editor.killed : '';
    const killed = backwards ? text + earlier : earlier + text;
    return { ...changed(editor, { ...span, text: '', run: 'killing' }), killed };
  };

function spanTo(editor: Editor, motion: Motion): { from: Editor['caret']; to: Editor['caret'] } {
  const target = motion(editor);
  return isBefore(target, editor.caret)
    ? { from: target, to: editor.caret }
    : { from: editor.caret, to: target };
}

// At the edge of the text the key is for whatever stands above or below the field.
const byRows =
  (by: (size: Size) => number): Command =>
  (editor, size) => {
    const rows = by(size);
    const edge = rows < 0 ? textStart(editor) : textEnd(editor);
    if (!editor.multiline || samePlace(edge, editor.caret)) return undefined;
    return movedByRows(editor, rows, size);
  };

const page = ({ rows }: Size): number => Math.max(1, rows - 1);

// A kill at the edge of a line takes the line break, so that a second press goes on.
const toLineStart: Motion = (editor) => (editor.caret.offset > 0 ? lineStart(editor) : left(editor));
const toLineEnd: Motion = (editor) =>
  samePlace(lineEnd(editor), editor.caret) ? right(editor) : lineEnd(editor);

const deleteOrLeave: Command = (editor, size) =>
  isEmptyEditor(editor) ? undefined : erasing(right)(editor, size);
const newline: Command = (editor) => (editor.multiline ? inserted(editor, '\n') : undefined);
const yank: Command = (editor) => inserted(editor, editor.killed);
const undo: Command = (editor) => (editor.done.length > 0 ? undoEditor(editor) : undefined);
const redo: Command = (editor) => (editor.undone.length > 0 ? redoEditor(editor) : undefined);

const commands: ReadonlyMap<KeyName, Command> = new Map<KeyName, Command>([
  ['left', moving(left)],
  ['ctrl-b', moving(left)],
  ['right', moving(right)],
  ['ctrl-f', moving(right)],
  ['ctrl-left', moving(wordLeft())],
  ['alt-left', moving(wordLeft())],
  ['alt-b', moving(wordLeft())],
  ['ctrl-right', moving(wordRight())],
  ['alt-right', moving(wordRight())],
  ['alt-f', moving(wordRight())],
  ['home', moving(lineStart)],
  ['ctrl-a', moving(lineStart)],
  ['end', moving(lineEnd)],
  ['ctrl-e', moving(lineEnd)],
  ['ctrl-home', moving(textStart)],
  ['ctrl-end', moving(textEnd)],
  ['up', byRows(() => -1)],
  ['down', byRows(() => 1)],
  ['page-up', byRows((size) => -page(size))],
  ['page-down', byRows(page)],
  ['backspace', erasing(left)],
  ['ctrl-h', erasing(left)],
  ['delete', erasing(right)],
  ['ctrl-d', deleteOrLeave],
  ['ctrl-w', killing(wordLeft('not-space'))],
  ['alt-backspace', killing(wordLeft())],
  ['ctrl-backspace', killing(wordLeft())],
  ['alt-d', killing(wordRight())],
  ['alt-delete', killing(wordRight())],
  ['ctrl-delete', killing(wordRight())],
  ['ctrl-u', killing(toLineStart)],
  ['ctrl-k', killing(toLineEnd)],
  ['ctrl-y', yank],
  ['newline', newline],
  ['ctrl-z', undo],
  ['ctrl-_', undo],
  ['alt-z', redo],
  ['ctrl-shift-z', redo],
]);
