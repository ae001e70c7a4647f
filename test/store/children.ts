// Processes that tests start: each function is the whole program of one of them.
import { writeSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import process from 'node:process';
import { answered } from '../../src/bank/answer.js';
import { openSession, type Session } from '../../src/interview/index.js';
import {
  acquireLock,
  answersOf,
  applyWrites,
  createDisk,
  createSaver,
  readAnswers,
} from '../../src/store/index.js';
import type { Result } from '../../src/kernel/index.js';
import { bank } from './splice-fixture.js';

/** What the child answers in turn; the last one is a shared answer. */
export const TURNS = ['arc.name', 'arc.purpose', 'dep.dependencies', 'api.base'] as const;

function sure<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
}

/** Answers without pause in a folder, from a number on, and says the number of each answer that was saved. */
export function answerOn([folder = '', start = '0']: readonly string[]): void {
  const disk = createDisk();
  const own = `${folder}/answers.yaml`;
  const context = `${folder}/context.yaml`;
  sure(acquireLock(disk, `${folder}/.lock`, { pid: process.pid, host: 'here', started: '' }));
  const file = sure(readAnswers(disk, own));
  const shared = sure(readAnswers(disk, context));
  const save = createSaver({
    disk,
    bank,
    own: { path: own, text: file?.text },
    context: { path: context, text: shared?.text },
  });
  const saved = file?.raw ?? answersOf('killed', 'deep');
  let { session } = openSession({ bank, mode: 'spec', saved, context: new Map() });
  for (let count = Number(start); ; count += 1) {
    const next = turn(session, count);
    sure(save(session, next));
    session = next;
    writeSync(1, `${String(count)}\n`);
  }
}

function turn(before: Session, count: number): Session {
  const id = TURNS[count % TURNS.length] ?? 'arc.name';
  const text = `answer ${String(count)}`;
  if (id === 'api.base') return { ...before, context: new Map([[id, answered(text)]]) };
  const rows = Array.from({ length: 20 }, (_, index) => ({
    id: `row-${String(index)}`,
    cells: { name: text },
  }));
  const value = id === 'dep.dependencies' ? rows : text;
  return {
    ...before,
    saved: { ...before.saved, answers: new Map([...before.saved.answers, [id, answered(value)]]) },
  };
}

/** Writes 100 kB over a file and says what came of it; the test allows it a few kilobytes, as a disk does that is nearly full. */
export function writeTooMuch([path = '']: readonly string[]): void {
  process.on('SIGXFSZ', () => undefined);
  const written = applyWrites(createDisk(), dirname(path), [
    { path: basename(path), text: 'x'.repeat(100_000) },
  ]);
  process.stdout.write(`${written.ok ? 'written' : (written.error[0]?.code ?? '')}\n`);
}
