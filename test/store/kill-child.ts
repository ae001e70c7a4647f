// A process that answers without pause and says which answers were saved; a test kills it.
import { writeSync } from 'node:fs';
import { argv } from 'node:process';
import { answered } from '../../src/bank/answer.js';
import { openSession, type Session } from '../../src/interview/index.js';
import { acquireLock, answersOf, createDisk, createSaver, readAnswers } from '../../src/store/index.js';
import { bank } from './splice-fixture.js';

const [, , folder = '', start = '0', pid = '1'] = argv;
const disk = createDisk();
const own = `${folder}/answers.yaml`;
const context = `${folder}/context.yaml`;

const lock = acquireLock(disk, `${folder}/.lock`, { pid: Number(pid), host: 'here', started: '' });
const file = readAnswers(disk, own);
const shared = readAnswers(disk, context);
if (!lock.ok || !file.ok || !shared.ok) throw new Error(JSON.stringify([lock, file, shared]));

const save = createSaver({
  disk,
  bank,
  own: { path: own, text: file.value?.text },
  context: { path: context, text: shared.value?.text },
});
const saved = file.value?.raw ?? answersOf('killed', 'deep');
let session = openSession({
  bank,
  mode: 'spec',
  saved,
  context: shared.value?.raw.answers ?? new Map(),
}).session;
session = { ...session, context: new Map() };

for (let count = Number(start); ; count += 1) {
  const next = step(session, count);
  const result = save(session, next);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  session = next;
  writeSync(1, `${String(count)}\n`);
}

function step(before: Session, count: number): Session {
  const id = ['arc.name', 'arc.purpose', 'dep.dependencies', 'api.base'][count % 4] ?? 'arc.name';
  const text = `answer ${String(count)}`;
  if (id === 'api.base') return { ...before, context: new Map([[id, answered(text)]]) };
  const rows = Array.from({ length: 20 }, (_, index) => ({
    id: `row-${String(index)}`,
    cells: { name: text },
  }));
  const value = id === 'dep.dependencies' ? rows : text;
  const answers = new Map([...before.saved.answers, [id, answered(value)]]);
  return { ...before, saved: { ...before.saved, answers } };
}
