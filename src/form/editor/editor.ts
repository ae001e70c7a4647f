import { cleanText } from '../../kernel/index.js';

/** A place in the text of an editor: a line, and UTF-16 units into it, always between whole characters. */
export type Position = { readonly line: number; readonly offset: number };

/** One undoable change: at `at`, `removed` became `inserted`, and the caret went from `before` to `after`. */
export type Step = {
  readonly kind: Run;
  readonly at: Position;
  readonly removed: string;
  readonly inserted: string;
  readonly before: Position;
  readonly after: Position;
};

/** What the keys so far were doing; keys of one run may share an undo step or a kill. */
export type Run = 'typing' | 'erasing' | 'killing' | 'other';

/** A long paste: its text, and what is shown in its place. */
export type Fold = { readonly text: string; readonly label: string };

/**
 * A text field: an immutable value that costs little per key, however long its text is.
 * Inside `lines` a long paste is one stand-in character; `editorText` puts the text back.
 */
export type Editor = {
  readonly multiline: boolean;
  readonly lines: readonly string[];
  readonly folds: readonly Fold[];
  readonly caret: Position;
  readonly killed: string;
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  readonly run: Run;
  readonly goal: number | undefined;
  readonly top: Position;
};

/** What a field starts with; `caret` counts UTF-16 units from the start of the text, and defaults to its end. */
export type EditorStart = { readonly multiline: boolean; readonly text?: string; readonly caret?: number };

/** Creates a text field. */
export function createEditor({ multiline, text = '', caret }: EditorStart): Editor {
  const lines = fieldText(cleanText(text), multiline).split('\n');
  const start = { line: 0, offset: 0 };
  return {
    ...{ multiline, lines, folds: [], killed: '', done: [], undone: [], run: 'other', goal: undefined },
    caret: caret === undefined ? endOf(lines) : positionOf(lines, caret),
    top: start,
  };
}

/** Gives the whole text of a field, long pastes verbatim. */
export function editorText(editor: Editor): string {
  return unfolded(editor, editor.lines.join('\n'));
}

/** Gives the caret as UTF-16 units from the start of `editorText`: what a draft keeps. */
export function editorCaret({ lines, caret, folds }: Editor): number {
  const before = [...lines.slice(0, caret.line), lineAt(lines, caret.line).slice(0, caret.offset)];
  return unfolded({ folds }, before.join('\n')).length;
}

/** Says whether a field holds no text. */
export function isEmptyEditor({ lines }: Editor): boolean {
  return lines.length === 1 && lines[0] === '';
}

/** Fits clean text to a field: a single line has no line breaks and no tabs. */
export function fieldText(text: string, multiline: boolean): string {
  return multiline ? text : text.replace(/[\n\t]/g, ' ');
}

/** Gives one line, or nothing past the last. */
export function lineAt(lines: readonly string[], line: number): string {
  return lines[line] ?? '';
}

/** Gives the place after the last character. */
export function endOf(lines: readonly string[]): Position {
  return { line: lines.length - 1, offset: lineAt(lines, lines.length - 1).length };
}

/** Says whether one place comes before another. */
export function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.offset < b.offset);
}

/** Says whether two places are the same. */
export function samePlace(a: Position, b: Position): boolean {
  return a.line === b.line && a.offset === b.offset;
}

function positionOf(lines: readonly string[], caret: number): Position {
  let rest = Number.isFinite(caret) ? Math.max(0, Math.trunc(caret)) : 0;
  for (const [line, text] of lines.entries()) {
    if (rest <= text.length) return { line, offset: betweenCharacters(text, rest) };
    rest -= text.length + 1;
  }
  return endOf(lines);
}

const betweenCharacters = (text: string, offset: number): number =>
  /^[\udc00-\udfff]/.test(text.slice(offset, offset + 1)) ? offset - 1 : offset;

// Unicode keeps these for use inside a program; `cleanText` removes them from whatever comes in.
const firstFold = 0xfdd0;
const foldLimit = 32;
const anyFold = /[\ufdd0-\ufdef]/g;

const longLines = 20;
const longText = 10_000;

/** Keeps a long paste aside and gives its stand-in; short text, and the 33rd long paste, stay as they are. */
export function foldPaste(editor: Editor, text: string): { readonly editor: Editor; readonly text: string } {
  const long = text.length > longText || lineCount(text) > longLines;
  if (!long || editor.folds.length >= foldLimit) return { editor, text };
  const standIn = String.fromCharCode(firstFold + editor.folds.length);
  return { editor: { ...editor, folds: [...editor.folds, { text, label: labelOf(text) }] }, text: standIn };
}

/** Says what a stand-in is shown as, `[pasted 84 lines]`, or nothing for any other character. */
export function foldLabel({ folds }: Pick<Editor, 'folds'>, cluster: string): string | undefined {
  return folds[cluster.charCodeAt(0) - firstFold]?.label;
}

function labelOf(text: string): string {
  const lines = lineCount(text);
  return lines > 1 ? `[pasted ${String(lines)} lines]` : `[pasted ${String(text.length)} characters]`;
}

function unfolded({ folds }: Pick<Editor, 'folds'>, text: string): string {
  if (folds.length === 0) return text;
  return text.replace(anyFold, (standIn) => folds[standIn.charCodeAt(0) - firstFold]?.text ?? '');
}

function lineCount(text: string): number {
  return text.replace(/\n$/, '').split('\n').length;
}
