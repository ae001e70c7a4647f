import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAnalyst } from '../../src/analysis/index.js';
import type { JoinedBank } from '../../src/bank/index.js';
import { openSession, type Session } from '../../src/interview/index.js';
import { createRunner } from '../../src/runner/index.js';
import { createDisk, createSaver } from '../../src/store/index.js';
import { aBank } from '../helpers/a-bank.js';
import { median } from './measure.js';

const ROUNDS = 30;

const text = (index: number) => ({ id: `many.q${String(index)}`, kind: 'text', prompt: 'What is it?' });

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** Milliseconds that committing one answer takes, on the disk included, with `count` answers in the file. */
export function commitTime(count: number): number {
  const bank = aBank()
    .question(...numbers(count).map(text))
    .joined();
  const folder = mkdtempSync(path.join(tmpdir(), 'spec-interview-growth-'));
  try {
    const session = sessionOf(bank, count);
    const own = { path: path.join(folder, 'answers.yaml'), text: fileOf(count) };
    writeFileSync(own.path, own.text);
    const save = createSaver({ disk: createDisk(), bank, own });
    return timeOfAnswers(createRunner({ session, save, analyse: createAnalyst(bank) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds that committing one answer takes in memory, with `count` rules of which one in a hundred reads it. */
export function judgeTime(count: number): number {
  const rules = numbers(count).map((index) => ({
    id: `rule-${String(index)}`,
    fires_when: `a.many.q${String(index % 100)} == 'x'`,
  }));
  const bank = aBank()
    .question(...numbers(100).map(text))
    .rule(...rules)
    .joined();
  const save = () => ({ ok: true as const, value: undefined });
  return timeOfAnswers(createRunner({ session: sessionOf(bank, 100), save, analyse: createAnalyst(bank) }));
}

function fileOf(count: number): string {
  const answers = numbers(count).map((index) => `  many.q${String(index)}: the answer ${String(index)}\n`);
  return `format: 1\nname: Many\ndepth: deep\nanswers:\n${answers.join('')}`;
}

function sessionOf(bank: JoinedBank, count: number): Session {
  const answers = new Map(
    numbers(count).map((index) => [
      `many.q${String(index)}`,
      { status: 'answered' as const, raw: `the answer ${String(index)}` },
    ]),
  );
  const nothing = { stale: new Map(), probes: [], waivers: [] };
  const saved = { name: 'Many', depth: 'deep' as const, answers, ...nothing };
  return openSession({ bank, mode: 'spec', saved, context: new Map() }).session;
}

function timeOfAnswers(runner: ReturnType<typeof createRunner>): number {
  const times = numbers(ROUNDS).map((round) => {
    runner.send({ type: 'go-to', to: 'many.q7' });
    const since = performance.now();
    const sent = runner.send({
      type: 'answer',
      at: 'many.q7',
      value: `said in round ${String(round)}`,
      here: true,
    });
    if (!sent.ok) throw new Error(sent.error.message);
    return performance.now() - since;
  });
  return median(times.slice(ROUNDS / 3));
}
