import { checkValue, type Value } from '../bank/index.js';
import { counted, joined, problemText } from '../kernel/index.js';
import { meantBy } from './command.js';
import { nextInput, rawLine, settled, type Left, type Reading, type Reply } from './reading.js';
import { readTable } from './read-table.js';
import { menuOf } from './understand.js';
import { firstOf } from './words.js';

/** Reads the answer of a step line by line, in the way its kind is written. */
export async function readAnswer(reading: Reading, step: string): Promise<Reply> {
  const { shape } = reading;
  if (shape.kind === 'table') return readTable(reading, shape, step);
  if (shape.kind === 'prose') return readProse(reading);
  if (shape.kind === 'list') return readList(reading, step);
  return readLine(reading);
}

async function readLine(reading: Reading): Promise<Reply> {
  const { held, shape, current } = reading;
  const lines = menuOf(held.runner.scene(), shape);
  const menu = lines === undefined ? undefined : { many: shape.kind === 'many', lines };
  const label = shape.kind === 'many' ? 'Answers, with commas between' : 'Answer';
  for (let first = true; ; first = false) {
    const input = await nextInput(reading, label, first || held.talk.mode === 'inline' ? menu : undefined);
    if (input.type === 'left') return input;
    if (input.text.trim() === '') {
      if (current !== undefined) return { type: 'keep' };
      held.talk.say('Nothing is written yet. Write an answer, or skip the question.');
      continue;
    }
    const read = await settled(reading, shape, input.text);
    if (read.type !== 'refused') return read;
  }
}

const DONE = '.';
const NEXT_LINE = 'Next line, or a full stop alone to end';

async function readProse(reading: Reading): Promise<Reply> {
  const { held, shape, current } = reading;
  for (;;) {
    const first = await nextInput(reading, 'Lines, then a full stop alone');
    if (first.type === 'left') return first;
    if (first.text.trim() === '' && current !== undefined) return { type: 'keep' };
    const text = await restOfProse(reading, first.text);
    const checked = checkValue(shape, text.said);
    if (checked.ok) return { type: 'value', value: checked.value, echo: '' };
    if (text.over) return { type: 'left', next: 'end-of-input' };
    held.talk.say(problemText(firstOf(checked.error)));
  }
}

type Prose = { readonly said: string; readonly over: boolean };

/** Lines up to a full stop alone; `\.` is a full stop that belongs to the text. */
async function restOfProse(reading: Reading, first: string): Promise<Prose> {
  const lines: string[] = [];
  for (let line: string | undefined = first; line !== undefined; line = await rawLine(reading, NEXT_LINE)) {
    if (line.trim() === DONE) return { said: lines.join('\n'), over: false };
    lines.push(line.trim() === '\\.' ? DONE : line);
  }
  sayTakenAsText(reading, lines.slice(1));
  return { said: lines.join('\n'), over: true };
}

/** A text that nobody ended may end in words that were meant as commands: nothing is carried out, and that is said. */
function sayTakenAsText({ held: { talk } }: Reading, later: readonly string[]): void {
  const texts = later.map((line) => meantBy(line, talk.mode).type === 'text');
  const words = later.slice(texts.lastIndexOf(true) + 1).map((line) => `“${line.trim()}”`);
  if (words.length === 0) return;
  talk.say(
    `${joined(words)} ${words.length === 1 ? 'is' : 'are'} kept as part of the text. Commands work again after a full stop alone on a line.`,
  );
}

async function readList(reading: Reading, step: string): Promise<Reply> {
  const { held, shape, current } = reading;
  for (;;) {
    const left = await readItems(reading, step);
    const items = held.items.get(step) ?? [];
    if (left !== undefined) return left;
    if (items.length === 0) {
      const reply = withoutItems(current);
      if (reply !== undefined) return reply;
      held.talk.say('Nothing is listed yet. Write one item per line; the word none alone is an empty list.');
      continue;
    }
    const checked = checkValue(shape, isNone(items) ? [] : items);
    if (checked.ok) return { type: 'value', value: checked.value, echo: listEcho(checked.value) };
    held.talk.say(problemText(firstOf(checked.error)));
    held.items.delete(step);
    held.keepDraft();
  }
}

const withoutItems = (current: Value | undefined): Reply | undefined =>
  current === undefined ? undefined : { type: 'keep' };

/** Says whether the word none stands for an empty list. */
export const isNone = (items: readonly string[]): boolean =>
  items.length === 1 && /^none$/i.test(items[0] ?? '');

const listEcho = (value: Value): string =>
  Array.isArray(value) && value.length > 0 ? counted(value.length, 'item') : '';

async function readItems(reading: Reading, step: string): Promise<Left | undefined> {
  const { items, talk } = reading.held;
  const kept = items.get(step) ?? [];
  if (kept.length > 0) talk.say(`Written before: ${kept.join('; ')}.`);
  const taking: Reading = {
    ...reading,
    onCommand: (command) => {
      const written = items.get(step) ?? [];
      if (command.name !== 'undo' || written.length === 0) return reading.onCommand(command);
      items.set(step, written.slice(0, -1));
      reading.held.keepDraft();
      talk.say(`Taken back: ${written.at(-1) ?? ''}`);
      return Promise.resolve('stay');
    },
  };
  for (;;) {
    const input = await nextInput(taking, 'Item, or an empty line when done');
    if (input.type === 'left') return input;
    if (input.text.trim() === '') return undefined;
    items.set(step, [...(items.get(step) ?? []), input.text.trim()]);
    reading.held.keepDraft();
  }
}
