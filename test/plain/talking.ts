import { PassThrough } from 'node:stream';
import type { Session } from '../../src/interview/index.js';
import { runPlain, type Ending, type PlainParts } from '../../src/plain/index.js';
import type { Runner } from '../../src/runner/index.js';
import { aRunner, type SceneParts } from '../helpers/a-session.js';

/** What an interview line by line printed, how it ended, and what it left behind. */
export type Talked = { readonly out: string; readonly ending: Ending; readonly session: Session };

/** The clock of these interviews. */
const NOW = Date.UTC(2026, 10, 21, 12);

type Told = SceneParts & Partial<Omit<PlainParts, 'runner'>>;

type Streams = { readonly stdin: PassThrough; readonly run: Promise<Ending>; readonly out: () => string };

function started(runner: Runner, parts: Partial<PlainParts>): Streams {
  const stdin = new PassThrough();
  const stdout = new PassThrough();
  const chunks: Buffer[] = [];
  stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const run = runPlain({
    ...{ runner, mode: 'append', now: () => NOW, depthChosen: true, columns: 200 },
    sentencesFor: () => [],
    ...parts,
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
  });
  return { stdin, run, out: () => Buffer.concat(chunks).toString('utf8') };
}

/** Interviews with all lines given at once, as a pipe does. */
export async function talked(session: Session, lines: readonly string[], told: Told = {}): Promise<Talked> {
  const runner = aRunner(session, told);
  const { stdin, run, out } = started(runner, told);
  stdin.end(lines.map((line) => `${line}\n`).join(''));
  const ending = await run;
  return { out: out(), ending, session: runner.scene().session };
}

/** Interviews with each line given only after something was asked, as a person does. */
export async function talkedSlowly(
  session: Session,
  lines: readonly string[],
  told: Told = {},
): Promise<Talked> {
  const runner = aRunner(session, told);
  const { stdin, run, out } = started(runner, told);
  for (const line of lines) {
    await turnsOfTheLoop();
    stdin.write(`${line}\n`);
  }
  await turnsOfTheLoop();
  stdin.end();
  const ending = await run;
  return { out: out(), ending, session: runner.scene().session };
}

/** Lets everything that is ready happen before the next line comes. */
async function turnsOfTheLoop(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
