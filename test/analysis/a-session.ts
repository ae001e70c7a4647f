import type { JoinedBank, Status } from '../../src/bank/index.js';
import {
  openSession,
  situationOf,
  type RawAnswer,
  type RawSaved,
  type Session,
} from '../../src/interview/index.js';
import { analyse, type Analysis, type Finding } from '../../src/analysis/index.js';

type LongForm = { readonly status?: Status; readonly value?: unknown } & Omit<RawAnswer, 'status' | 'raw'>;

/** An answer with something said about it, as a file writes it in the long form. */
export const said = (long: LongForm): { readonly long: LongForm } => ({ long });

function rawAnswer(given: unknown): RawAnswer {
  if (typeof given !== 'object' || given === null || !('long' in given)) {
    return { status: 'answered', raw: given };
  }
  const { status = 'answered', value, ...rest } = given.long as LongForm;
  return { status, ...rest, ...(value === undefined ? {} : { raw: value }) };
}

/** A deep interview with these answers; what does not fit the bank is a mistake of the test. */
export function aSession(
  bank: JoinedBank,
  answers: Readonly<Record<string, unknown>>,
  more: Partial<Omit<RawSaved, 'answers'>> = {},
): Session {
  const raw = new Map(Object.entries(answers).map(([id, given]) => [id, rawAnswer(given)]));
  const saved: RawSaved = {
    name: 'Test',
    depth: 'deep',
    stale: new Map(),
    probes: [],
    waivers: [],
    ...more,
    answers: raw,
  };
  const { session, problems } = openSession({ bank, mode: 'spec', saved, context: new Map() });
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  return session;
}

/** What follows from a session. */
export function analysisOf(session: Session): Analysis {
  return analyse(session, situationOf(session));
}

/** What follows from these answers. */
export function analysed(
  bank: JoinedBank,
  answers: Readonly<Record<string, unknown>>,
  more: Partial<Omit<RawSaved, 'answers'>> = {},
): Analysis {
  return analysisOf(aSession(bank, answers, more));
}

/** The only finding of an analysis. */
export function onlyFinding(analysis: Analysis): Finding {
  const [finding, ...others] = analysis.findings;
  if (finding === undefined || others.length > 0) {
    throw new Error(`Expected one finding, not ${String(analysis.findings.length)}.`);
  }
  return finding;
}
