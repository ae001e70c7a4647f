import { DEPTHS, type Depth } from '../bank/index.js';
import { withNumberedRows, type RawAnswer, type RawSaved, type Session } from '../interview/index.js';
import { allOk, err, ok, type Result } from '../kernel/index.js';
import { readAnswers, type AnswersFile } from '../store/index.js';
import { resolve } from 'node:path';
import { decideFor, inBankOrder, parseFor } from './deciding.js';
import type { InterviewOptions } from './given-interview.js';
import { openSaved, type Workspace } from './workspace.js';

/** Reads the files named by `--answers`, in order. */
export function readGivenAnswers(
  workspace: Workspace,
  files: readonly string[],
): Result<readonly AnswersFile[]> {
  return allOk(files.map((file) => readGiven(workspace, file)));
}

function readGiven(workspace: Workspace, file: string): Result<AnswersFile> {
  const read = readAnswers(workspace.disk, resolve(workspace.world.cwd, file));
  if (!read.ok) return read;
  if (read.value !== undefined) return ok(read.value);
  return err([
    {
      code: 'no-such-file',
      message: `There is no file ${file}.`,
      hint: 'Name an answers file, for example specs/todo/answers.yaml.',
    },
  ]);
}

/** Lays given answers over a stored start: a later file wins, and what it does not name stays. */
export function overlay(start: RawSaved, files: readonly AnswersFile[], depth: Depth): RawSaved {
  const answers = new Map<string, RawAnswer>([
    ...start.answers,
    ...files.flatMap((file) => [...file.raw.answers]),
  ]);
  return {
    ...start,
    depth,
    answers,
    stale: new Map([...start.stale, ...files.flatMap((file) => [...file.raw.stale])]),
    probes: [...start.probes, ...files.flatMap((file) => file.raw.probes)],
    waivers: [...start.waivers, ...files.flatMap((file) => file.raw.waivers)],
  };
}

/** Opens a session over given answers and refuses what does not fit; `--set` values are decided one by one on top. */
export function openGiven(
  workspace: Workspace,
  saved: RawSaved,
  sets: InterviewOptions['sets'],
): Result<Session> {
  const { session, problems } = openSaved(workspace, saved, 'spec');
  if (problems.length > 0) return err(problems);
  return applySets(withNumberedRows(session), sets);
}

/** Decides values from the command line as if each question were being asked. */
export function applySets(session: Session, sets: InterviewOptions['sets']): Result<Session> {
  let current = session;
  const refused = [];
  for (const [id, text] of inBankOrder(session, sets, ([name]) => name)) {
    const after = setOne(current, id, text);
    if (after.ok) current = after.value;
    else refused.push(...after.error);
  }
  return refused.length > 0
    ? err(refused)
    : ok({ ...current, past: [], future: [], position: { type: 'next' } });
}

function setOne(session: Session, id: string, text: string): Result<Session> {
  const value = parseFor(session, id, text);
  return value.ok
    ? decideFor(session, id, { type: 'answer', at: id, value: value.value, here: true })
    : value;
}

/** Finds the depth that given files name, if they all name the same. */
export function depthOf(files: readonly AnswersFile[]): Depth | undefined {
  return DEPTHS.find((depth) => files.length > 0 && files.every((file) => file.raw.depth === depth));
}
