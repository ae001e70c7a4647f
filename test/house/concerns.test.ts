import { describe, expect, it } from 'vitest';
import { isTable, type Depth, type JoinedBank, type Question } from '../../src/bank/index.js';
import { isAsked, openSession, situationOf, type RawSaved } from '../../src/interview/index.js';
import { readShipped } from '../render/shipped.js';
import { root } from './program.js';

const { bank, cases } = readShipped(root);

/** What asks about each concern: a question, or a column of its table, that an interview of standard depth shows. */
type Asking = Readonly<Record<string, readonly [string, ...string[]]>>;

const ENGINEER: Asking = {
  'Does it fail safely?': ['dep.fail_modes.mode', 'rec.failures.response'],
  'Can it be debugged at 2 AM?': ['rec.failures.detection', 'obs.alerts.signal', 'obs.log_format'],
  'Can it be maintained in six months?': ['rsk.decisions.because', 'rsk.options.because', 'ops.owner'],
  'What if the database is slow or absent?': ['dep.dependencies.timeout', 'dep.dependencies.fail_mode'],
  'What if a third party is down?': ['dep.dependencies.fail_mode', 'dep.dependencies.fallback'],
  'What if input is malformed or malicious?': ['ifc.edge_cases.behaviour', 'ifc.errors.means', 'sec.limits'],
  'What happens between 10 and 10,000 users?': ['traffic.peak_rate', 'traffic.latency.load'],
  'What if credentials leak?': ['sec.sessions.revoked_within', 'sec.secrets.rotation'],
  'Is the abstraction understandable?': ['ctx.flows.outcome', 'ifc.endpoints.purpose', 'data.entities.owner'],
};

const PRODUCTION: Asking = {
  authentication: ['sec.sessions.credential', 'ifc.endpoints.auth'],
  permissions: ['sec.access.may', 'sec.access.may_not'],
  migrations: ['rol.schema_rule'],
  'background jobs': ['cron.jobs.every', 'cron.exclusion', 'wrk.queues.dedupe'],
  caching: ['con.caches.invalidation'],
  observability: ['obs.alerts.threshold', 'obs.log_format'],
  retries: ['dep.retries.attempts', 'dep.retries.backoff'],
  'rate limits': ['sec.limits.count', 'sec.limits.window'],
  'security reviews': ['sec.reviewed'],
  backups: ['rec.backups.interval', 'rec.backups.last_restored'],
  'CI/CD': ['rol.strategy', 'leg.environments.deploys', 'aia.commands'],
  secrets: ['sec.secrets.kept_in'],
  'data consistency': ['con.consistency.model', 'con.concurrent_edits'],
  'operational support': ['ops.owner', 'obs.alerts.paged'],
};

/** Why a question or column is not shown at standard depth; nothing where it is. */
function absence(among: JoinedBank, name: string): string | undefined {
  const [section = '', own = '', cell] = name.split('.');
  const question = among.question(`${section}.${own}`);
  if (question === undefined) return `${name} is not asked any more`;
  const depth = cell === undefined ? question.depth : columnDepth(question, cell);
  if (depth === undefined) return `${name} is not a column any more`;
  return [depth, question.depth].includes('deep') ? `${name} has become deep` : undefined;
}

function columnDepth(question: Question, cell: string): Depth | undefined {
  const column = isTable(question) ? question.columns.find(({ id }) => id === cell) : undefined;
  return column?.ask === 'later' ? (column.depth ?? 'deep') : column && question.depth;
}

/** The questions that a case is asked at standard depth, were customers to notice at once when it fails. */
function askedAtT1(raw: RawSaved): ReadonlySet<string> {
  const answers = new Map([...raw.answers, ['arc.tier', { status: 'answered' as const, raw: 'T1' }]]);
  const saved: RawSaved = { ...raw, depth: 'standard', answers };
  const { session } = openSession({ bank, mode: 'spec', saved, context: new Map() });
  return new Set(
    situationOf(session)
      .plan.filter(isAsked)
      .map(({ question }) => question.id),
  );
}

const questionOf = (name: string): string => name.split('.').slice(0, 2).join('.');
const plans = cases.map(({ caseInfo, raw }) => ({ id: caseInfo.id, asked: askedAtT1(raw) }));

describe.each([
  { title: 'the nine questions of an experienced engineer', asking: ENGINEER, count: 9 },
  { title: 'the fourteen concerns of production', asking: PRODUCTION, count: 14 },
])('$title', ({ asking, count }) => {
  it('are all here', () => {
    expect(Object.keys(asking)).toHaveLength(count);
  });

  it.each(Object.entries(asking))('%s', (_, names) => {
    const missing = names.flatMap((name) => absence(bank, name) ?? []);
    const unasked = names.filter((name) => !plans.some(({ asked }) => asked.has(questionOf(name))));

    expect(missing).toEqual([]);
    expect(unasked, 'asked in no case').toEqual([]);
  });
});

describe('an HTTP API that customers notice at once', () => {
  // A cache of counters has nothing to back up, and no job runs beside it.
  const elsewhere: Readonly<Record<string, readonly string[]>> = {
    'rate-limiter': ['backups', 'background jobs'],
    login: ['background jobs'],
  };

  it.each(plans)('is asked about every concern in $id', ({ id, asked }) => {
    const silent = Object.entries({ ...ENGINEER, ...PRODUCTION })
      .filter(([, names]) => !names.some((name) => asked.has(questionOf(name))))
      .map(([concern]) => concern);

    expect(silent.sort()).toEqual([...(elsewhere[id] ?? [])].sort());
  });
});

describe('a concern that is no longer asked', () => {
  it('is told by the question that went missing or turned deep', () => {
    const deep = {
      ...bank,
      question: () => ({ ...bank.question('rol.schema_rule'), depth: 'deep' }),
    } as JoinedBank;

    expect(absence(deep, 'rol.schema_rule')).toBe('rol.schema_rule has become deep');
    expect(absence(bank, 'sec.nothing')).toBe('sec.nothing is not asked any more');
    expect(absence(bank, 'rec.failures.by_hand')).toBe('rec.failures.by_hand has become deep');
  });
});
