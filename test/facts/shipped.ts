import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  assembleBanks,
  checkValue,
  parseBank,
  type AnswerView,
  type Bank,
  type JoinedBank,
  type Value,
} from '../../src/bank/index.js';
import type { Fact } from '../../src/facts/index.js';
import { factSignatures, openFacts } from '../../src/facts/index.js';
import { problemText } from '../../src/kernel/index.js';
import { root } from '../house/program.js';

const home = path.join(root, 'question-banks');

function bankIn(folder: string): Bank {
  const names = readdirSync(path.join(home, folder), { recursive: true, encoding: 'utf8' });
  const files = names
    .filter((name) => /(?:^|\/)(?:bank|questions(?:-\d+)?)\.yaml$/.test(name))
    .map((name) => path.join(folder, name))
    .map((file) => ({ path: file, text: readFileSync(path.join(home, file), 'utf8') }));
  const parsed = parseBank({ id: path.basename(folder), files });
  if (!parsed.ok) throw new Error(parsed.error.map(problemText).join('\n'));
  return parsed.value;
}

const folders = ['core', ...readdirSync(path.join(home, 'archetypes')).map((name) => `archetypes/${name}`)];

/** The questions that are shipped, all archetypes at once. */
export const shipped: JoinedBank = assembleBanks(folders.map(bankIn), factSignatures);

/** Answers by question id, written as in an answers file; rows need no id beside their key. */
export type Given = Readonly<Record<string, unknown>>;

/** A value as the real question takes it; an answer that it would refuse is a mistake of the test. */
function valueOf(id: string, raw: unknown): Value {
  const question = shipped.question(id);
  if (question === undefined) throw new Error(`${id} is not a question`);
  const checked = checkValue(question, raw);
  if (!checked.ok) throw new Error(`${id}: ${checked.error.map(problemText).join('\n')}`);
  return checked.value;
}

export function viewOf(given: Given): AnswerView {
  const values = new Map(Object.entries(given).map(([id, raw]) => [id, valueOf(id, raw)]));
  for (const question of shipped.questions) {
    if (question.default !== undefined && !values.has(question.id)) values.set(question.id, question.default);
  }
  return {
    value: (id) => values.get(id),
    status: (id) => (values.has(id) ? 'answered' : 'open'),
    asked: () => true,
    source: () => undefined,
    fact: () => undefined,
    thin: () => false,
    mentions: () => false,
  };
}

/** One fact of the answers, of one row where it has rows; nothing while it cannot be computed. */
export function factOf(id: string, given: Given, subject?: string): Fact | undefined {
  const facts = openFacts(viewOf(given), shipped).of(id);
  return facts.find((fact) => fact.subject === subject);
}

/** Its value as a number; `NaN` while it cannot be computed. */
export function numberOf(id: string, given: Given, subject?: string): number {
  const value = factOf(id, given, subject)?.value;
  return typeof value === 'number' ? value : NaN;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
