import { join } from 'node:path';
import { analyse, type Analysis } from '../../src/analysis/index.js';
import type { JoinedBank } from '../../src/bank/index.js';
import { openSession, situationOf, type RawAnswer, type RawSaved } from '../../src/interview/index.js';
import {
  createDisk,
  findProject,
  listSpecs,
  readAnswers,
  readCases,
  readContext,
} from '../../src/store/index.js';
import { sure } from '../helpers/a-project.js';

/** A spec that somebody who knows the system would sign, or one of the shipped cases. */
export type GoodSpec = {
  readonly name: string;
  readonly saved: RawSaved;
  readonly context: ReadonlyMap<string, RawAnswer>;
};

const disk = createDisk();

/** The specs of this folder with the context that they share, then the shipped cases, each by name. */
export function goodSpecs(): readonly GoodSpec[] {
  const project = sure(findProject(disk, import.meta.dirname));
  const context = sure(readContext(disk, project.context))?.raw.answers ?? new Map<string, RawAnswer>();
  const ours = sure(listSpecs(disk, project)).map(({ slug, answers }) => ({
    name: slug,
    saved: must(sure(readAnswers(disk, answers))).raw,
    context,
  }));
  const folder = join(import.meta.dirname, '..', '..', 'question-banks', 'cases');
  const cases = sure(readCases(disk, folder)).map(({ caseInfo, raw }) => ({
    name: `case ${caseInfo.id}`,
    saved: raw,
    context: new Map<string, RawAnswer>(),
  }));
  return [...ours, ...cases];
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A spec has no answers.');
  return value;
}

/** What the program says about a spec; an answer that does not fit the bank is a mistake of the spec. */
export function judged(bank: JoinedBank, { name, saved, context }: GoodSpec): Analysis {
  const { session, problems } = openSession({ bank, mode: 'spec', saved, context });
  if (problems.length > 0) throw new Error(`${name}: ${JSON.stringify(problems, null, 2)}`);
  return analyse(session, situationOf(session));
}
