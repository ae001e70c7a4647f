import { cleanText, withoutControls } from '../../kernel/index.js';
import {
  endOf,
  fieldText,
  foldPaste,
  isEmptyEditor,
  lineAt,
  samePlace,
  type Editor,
  type Position,
  type Run,
  type Step,
} from './editor.js';

/** What to change: the text from one place to a later one, and what stands there afterwards. */
export type Change = {
  readonly from: Position;
  readonly to: Position;
  readonly text: string;
  readonly run: Run;
};

const stepLimit = 1000;

/** Makes one change and remembers how to undo it; the caret goes behind what was put in. */
export function changed(editor: Editor, { from, to, text, run }: Change): Editor {
  const removed = textBetween(editor.lines, from, to);
  if (removed === '' && text === '') return { ...editor, run, goal: undefined };
  const after = advanced(from, text);
  const step: Step = { kind: run, at: from, removed, inserted: text, before: editor.caret, after };
  return { ...spliced(editor, step), done: withStep(editor, step), undone: [], run };
}

/** Types text at the caret: each word is an undo step, whether it came in one read or in many. */
export function typed(editor: Editor, text: string): Editor {
  const clean = fieldText(withoutControls(text), editor.multiline);
  if (clean === '') return editor;
  const at = editor.caret;
  const after = advanced(at, clean);
  const whole: Step = { kind: 'typing', at, removed: '', inserted: clean, before: at, after };
  // The text is put in once; only the steps are made word by word.
  const words = clean.match(/\S+\s*|\s+/g) ?? [];
  const { done } = words.reduce<Typing>(typeWord, editor);
  return { ...spliced(editor, whole), done, undone: [], run: 'typing' };
}

type Typing = Pick<Editor, 'run' | 'done' | 'caret'>;

function typeWord(editor: Typing, word: string): Typing {
  const at = editor.caret;
  const after = advanced(at, word);
  const step: Step = { kind: 'typing', at, removed: '', inserted: word, before: at, after };
  return { done: withStep(editor, step), caret: after, run: 'typing' };
}

/** Pastes text at the caret verbatim, line breaks as LF and without control characters, as one undo step. */
export function pastedInto(editor: Editor, text: string): Editor {
  const clean = fieldText(cleanText(text), editor.multiline);
  const folded = foldPaste(editor, clean);
  return inserted(folded.editor, folded.text);
}

/** Puts text in at the caret as one undo step of its own. */
export function inserted(editor: Editor, text: string): Editor {
  return changed(editor, { from: editor.caret, to: editor.caret, text, run: 'other' });
}

/** Replaces the whole text as one undo step: what an outside editor gave back. */
export function replaceText(editor: Editor, text: string): Editor {
  const clean = fieldText(cleanText(text), editor.multiline);
  const all = { from: { line: 0, offset: 0 }, to: endOf(editor.lines) };
  return changed(editor, { ...all, text: clean, run: 'other' });
}

/** Empties the field; undo brings the text back. */
export function clearEditor(editor: Editor): Editor {
  return isEmptyEditor(editor) ? editor : replaceText(editor, '');
}

/** Takes the last step back, or gives the same editor when there is none. */
export function undoEditor(editor: Editor): Editor {
  const step = editor.done.at(-1);
  if (step === undefined) return editor;
  const back = { at: step.at, removed: step.inserted, inserted: step.removed, after: step.before };
  const undone = [...editor.undone, step];
  return { ...spliced(editor, back), done: editor.done.slice(0, -1), undone, run: 'other' };
}

/** Makes the step that was taken back again, or gives the same editor when there is none. */
export function redoEditor(editor: Editor): Editor {
  const step = editor.undone.at(-1);
  if (step === undefined) return editor;
  const done = [...editor.done, step];
  return { ...spliced(editor, step), done, undone: editor.undone.slice(0, -1), run: 'other' };
}

/** Gives the text between two places, long pastes as their stand-ins. */
export function textBetween(lines: readonly string[], from: Position, to: Position): string {
  if (from.line === to.line) return lineAt(lines, from.line).slice(from.offset, to.offset);
  const first = lineAt(lines, from.line).slice(from.offset);
  const last = lineAt(lines, to.line).slice(0, to.offset);
  return [first, ...lines.slice(from.line + 1, to.line), last].join('\n');
}

function spliced(editor: Editor, step: Pick<Step, 'at' | 'removed' | 'inserted' | 'after'>): Editor {
  const { lines } = editor;
  const to = advanced(step.at, step.removed);
  const head = lineAt(lines, step.at.line).slice(0, step.at.offset);
  const tail = lineAt(lines, to.line).slice(to.offset);
  const middle = (head + step.inserted + tail).split('\n');
  const spliced = lines.slice(0, step.at.line).concat(middle, lines.slice(to.line + 1));
  return { ...editor, lines: spliced, caret: step.after, goal: undefined };
}

function advanced(from: Position, text: string): Position {
  const end = text.lastIndexOf('\n');
  if (end === -1) return { line: from.line, offset: from.offset + text.length };
  return { line: from.line + text.split('\n').length - 1, offset: text.length - end - 1 };
}

function withStep(editor: Pick<Editor, 'run' | 'done'>, step: Step): readonly Step[] {
  const last = editor.done.at(-1);
  const joined = last !== undefined && editor.run === step.kind ? joinedSteps(last, step) : undefined;
  if (joined !== undefined) return [...editor.done.slice(0, -1), joined];
  return [...editor.done.slice(1 - stepLimit), step];
}

function joinedSteps(last: Step, next: Step): Step | undefined {
  if (last.kind !== next.kind || !samePlace(last.after, next.before)) return undefined;
  const joined = { ...last, after: next.after };
  if (next.kind === 'typing') {
    const newWord = /\s$/.test(last.inserted) && /^\S/.test(next.inserted);
    return newWord ? undefined : { ...joined, inserted: last.inserted + next.inserted };
  }
  if (next.kind !== 'erasing') return undefined;
  const backwards = !samePlace(next.at, last.at);
  const removed = backwards ? next.removed + last.removed : last.removed + next.removed;
  return { ...joined, at: next.at, removed };
}
