import { cleanText, previousGrapheme } from '../../kernel/index.js';
import { inserted } from '../editor/change.js';
import {
  createEditor,
  editorCaret,
  editorText,
  fieldText,
  foldPaste,
  lineAt,
  type Editor,
  type Position,
} from '../editor/editor.js';
import { isMap, numberIn, pairsIn, textIn } from './json.js';

/** Turns an editor into plain data: text, caret, what is folded, and how far it is scrolled. Undo is not kept. */
export function editorJson(editor: Editor): unknown {
  const folds = foldRanges(editor);
  const { line, offset } = editor.top;
  return {
    text: editorText(editor),
    caret: editorCaret(editor),
    ...(folds.length === 0 ? {} : { folds }),
    ...(line === 0 && offset === 0 ? {} : { top: [line, offset] }),
  };
}

type Range = readonly [number, number];

function foldRanges({ lines, folds }: Editor): readonly Range[] {
  if (folds.length === 0) return [];
  const ranges: Range[] = [];
  let at = 0;
  for (const piece of lines.join('\n').split(/([\ufdd0-\ufdef])/)) {
    const fold = folds[piece.charCodeAt(0) - 0xfdd0];
    const length = fold?.text.length ?? piece.length;
    if (fold !== undefined) ranges.push([at, at + length]);
    at += length;
  }
  return ranges;
}

/** Takes an editor back from plain data; what does not fit is left out, and nothing at all is nothing. */
export function editorFrom(json: unknown, multiline: boolean): Editor | undefined {
  if (!isMap(json)) return undefined;
  const raw = textIn(json, 'text');
  if (raw === undefined) return undefined;
  const text = fieldText(cleanText(raw), multiline);
  const caret = clamp(numberIn(json, 'caret') ?? text.length, text.length);
  const folds = text === raw ? pairsIn(json, 'folds') : [];
  const editor =
    folds.length === 0 ? createEditor({ multiline, text, caret }) : folded({ text, caret, multiline }, folds);
  return { ...editor, top: topIn(editor, pairsIn({ top: [json['top']] }, 'top')[0]) };
}

const clamp = (value: number, max: number): number => Math.max(0, Math.min(Math.trunc(value), max));

type Whole = { readonly text: string; readonly caret: number; readonly multiline: boolean };

function folded({ text, caret, multiline }: Whole, ranges: readonly Range[]): Editor {
  let editor = createEditor({ multiline });
  let position: Position | undefined;
  let at = 0;
  for (const [from, to] of ordered(ranges, text.length)) {
    [editor, position] = withText(editor, { text: text.slice(at, from), caret: caret - at, position });
    const fold = foldPaste(editor, text.slice(from, to));
    editor = inserted(fold.editor, fold.text);
    at = to;
  }
  [editor, position] = withText(editor, { text: text.slice(at), caret: caret - at, position });
  return { ...editor, caret: position ?? editor.caret, done: [], undone: [], run: 'other' };
}

function ordered(ranges: readonly Range[], length: number): readonly Range[] {
  let end = 0;
  return ranges.filter(([from, to]) => {
    const fits = from >= end && to > from && to <= length;
    if (fits) end = to;
    return fits;
  });
}

type Piece = { readonly text: string; readonly caret: number; readonly position: Position | undefined };

/** Puts a piece in, and finds the place of the caret when it stands in it. */
function withText(editor: Editor, { text, caret, position }: Piece): [Editor, Position | undefined] {
  if (position !== undefined || caret > text.length) return [inserted(editor, text), position];
  const before = inserted(editor, text.slice(0, Math.max(0, caret)));
  return [inserted(before, text.slice(Math.max(0, caret))), before.caret];
}

function topIn({ lines }: Editor, top: Range | undefined): Position {
  if (top === undefined || top[0] < 0 || top[0] >= lines.length) return { line: 0, offset: 0 };
  const content = lineAt(lines, top[0]);
  const offset = clamp(top[1], content.length);
  const isBoundary = offset === 0 || offset === content.length || previousGrapheme(content, offset) < offset;
  return { line: top[0], offset: isBoundary ? offset : 0 };
}
