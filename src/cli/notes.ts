import { resolve } from 'node:path';
import { labelOf, type Question } from '../bank/index.js';
import { err, ok, safeText, type Result } from '../kernel/index.js';
import { readText } from '../store/index.js';
import type { Workspace } from './workspace.js';

/** Finds the lines of somebody's notes that belong beside a question. */
export type NotesFinder = (question: Question) => readonly string[];

/** Reads the notes an interview is held beside; nothing when none were given. */
export function readNotes({ disk, world }: Workspace, file: string | undefined): Result<string | undefined> {
  if (file === undefined) return ok(undefined);
  const text = readText(disk, resolve(world.cwd, file));
  if (!text.ok || text.value !== undefined) return text;
  return err([
    { code: 'no-such-file', message: `There is no file ${file}.`, hint: 'Give the path of your notes.' },
  ]);
}

const MOST_LINES = 5;
const LONGEST = 300;

/** Makes the finder of some notes: the lines that share most words with a question, at most five, in the order they were written. */
export function notesFinder(notes: string): NotesFinder {
  const lines = notes.split(/\r?\n/).map(tidy).filter(isWord);
  const known = lines.map((text, at) => ({ text, at, words: wordsOf(text) }));
  return (question) => {
    const asked = wordsOf([question.prompt, labelOf(question), ...question.terms].join(' '));
    return known
      .map((line) => ({ ...line, shared: [...line.words].filter((word) => asked.has(word)).length }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared || a.at - b.at)
      .slice(0, MOST_LINES)
      .sort((a, b) => a.at - b.at)
      .map(({ text }) => text);
  };
}

function tidy(line: string): string {
  const text = safeText(line)
    .replace(/^[\s>#*+-]+(?:\[[ x]\]\s+)?/i, '')
    .trimEnd();
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;
}

const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Words that stand in every second question say nothing about what it is about. */
const COMMON = new Set(
  [
    'about after again against also anybody anything before being between both cannot could does done each',
    'else ever every everybody first from have here into itself just kind like long made make many more most',
    'much must need never nobody none nothing only other over same shall should some somebody something still',
    'such take than that their them then there these they thing this those through under until used uses using',
    'very want well were what when where which while whose will with without work would your',
  ]
    .join(' ')
    .split(' '),
);

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word)).map(stem));
}

/** Takes an ending off, so that `retries` meets `retry` and `limits` meets `limit`. */
function stem(word: string): string {
  const single = word.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
  return single.length > 6 ? single.replace(/(?:ing|ed)$/, '') : single;
}
