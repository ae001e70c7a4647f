import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  DEPTHS,
  isTable,
  joinBanks,
  parseBank,
  type Bank,
  type Depth,
  type JoinedBank,
  type Question,
} from '../../src/bank/index.js';
import { factSignatures } from '../../src/facts/index.js';
import { isAsked, isDeeper, minutesOf, situationOf, type PlanItem } from '../../src/interview/index.js';
import { problemText, type Result } from '../../src/kernel/index.js';
import { aSession } from '../helpers/a-session.js';
import { root } from './program.js';

const home = path.join(root, 'question-banks');

function sound<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.map(problemText).join('\n'));
  return result.value;
}

// Questions alone decide what is asked, so rules are left out: a rule under work never hides a budget.
function bankIn(folder: string): Bank {
  const files = readdirSync(path.join(home, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml') && !path.basename(file).startsWith('rules'))
    .map((file) => path.join(home, folder, file))
    .map((file) => ({ path: path.relative(root, file), text: readFileSync(file, 'utf8') }));
  return sound(parseBank({ id: path.basename(folder), files }));
}

const archetypes = readdirSync(path.join(home, 'archetypes'));
const bank: JoinedBank = sound(
  joinBanks([bankIn('core'), ...archetypes.map((id) => bankIn(path.join('archetypes', id)))], factSignatures),
);

const TIERS = ['T0', 'T1', 'T2', 'T3'];
const STAGES = ['prototype', 'new', 'change', 'replacement'];
const CLASSES = ['stateless', 'derived', 'relay', 'system-of-record'];

type System = {
  readonly archetypes: readonly string[];
  readonly tier: string;
  readonly stage: string;
  readonly stateClass: string;
};

type Cost = { readonly questions: number; readonly minutes: number };

/** Every system of these archetypes whose tier and stage are among the given ones. */
function systems(
  parts: readonly string[],
  among: { readonly tiers?: readonly string[]; readonly stages?: readonly string[] } = {},
): readonly System[] {
  return (among.tiers ?? TIERS).flatMap((tier) =>
    (among.stages ?? STAGES).flatMap((stage) =>
      CLASSES.map((stateClass) => ({ archetypes: parts, tier, stage, stateClass })),
    ),
  );
}

/** What is asked about a system once its kind is known: what is undecided then counts as asked. */
function asked({ archetypes: parts, tier, stage, stateClass }: System, depth: Depth): readonly PlanItem[] {
  const routing = aSession(bank)
    .depth(depth)
    .answered('arc.archetypes', parts)
    .answered('arc.tier', tier)
    .answered('arc.stage', stage)
    .answered('arc.state_class', stateClass);
  return situationOf(routing.build()).plan.filter(isAsked);
}

const ofSpec = (items: readonly PlanItem[]): readonly PlanItem[] =>
  items.filter(({ question }) => question.scope !== 'repository');

const cost = (items: readonly PlanItem[]): Cost => ({ questions: items.length, minutes: minutesOf(items) });

/** The largest number of questions and of minutes, each over all systems. */
function worst(all: readonly System[], measure: (system: System) => Cost): Cost {
  const costs = all.map(measure);
  return {
    questions: Math.max(...costs.map(({ questions }) => questions)),
    minutes: Math.max(...costs.map(({ minutes }) => minutes)),
  };
}

const quick = (system: System): Cost => cost(asked(system, 'quick'));
const standard = (system: System): Cost => cost(ofSpec(asked(system, 'standard')));

function expectWithin({ questions, minutes }: Cost, most: Cost): void {
  expect(questions).toBeGreaterThan(most.questions / 2);
  expect(questions).toBeLessThanOrEqual(most.questions);
  expect(minutes).toBeLessThanOrEqual(most.minutes);
}

const QUICK: Cost = { questions: 18, minutes: 12 };
const STANDARD: Cost = { questions: 45, minutes: 40 };

describe('the quick interview', () => {
  it.each(archetypes)('takes at most 18 questions and 12 minutes in every tier and stage: %s', (id) => {
    expectWithin(worst(systems([id]), quick), QUICK);
  });

  it('stays within the same budget when a system contains everything', () => {
    expectWithin(worst(systems(archetypes), quick), QUICK);
  });
});

describe('the standard interview', () => {
  it.each(archetypes)('takes at most 45 questions and 40 minutes beyond the context: %s', (id) => {
    expectWithin(worst(systems([id]), standard), STANDARD);
  });

  it.each([
    { parts: ['http-api', 'worker'], stages: STAGES },
    { parts: ['http-api', 'frontend'], stages: STAGES },
    { parts: ['http-api', 'scheduled-job'], stages: ['prototype', 'new'] },
    { parts: ['payments', 'worker', 'http-api'], stages: ['prototype', 'new'] },
  ])('keeps that budget where kinds are combined: $parts, $stages', ({ parts, stages }) => {
    expectWithin(worst(systems(parts, { stages }), standard), STANDARD);
  });

  it('lets the rate limiter and the to-do API say what they are, in and out, and how they fail', () => {
    const api = { archetypes: ['http-api', 'scheduled-job'], stage: 'new', stateClass: 'system-of-record' };
    const ids = asked({ ...api, tier: 'T2' }, 'standard').map(({ id }) => id);

    expect(ids).toEqual(
      expect.arrayContaining([
        ...['ctx.flows', 'ctx.flow_steps', 'ctx.non_goals', 'ifc.endpoints', 'ifc.fields', 'ifc.errors'],
        ...['ifc.edge_cases', 'traffic.peak_rate', 'traffic.latency', 'data.stores', 'data.entities'],
        ...['con.consistency', 'con.concurrent_edits', 'dep.dependencies', 'dep.fail_modes', 'rec.failures'],
        ...['rec.rpo', 'rec.rto', 'rec.backups', 'sec.access', 'sec.sessions', 'sec.limits', 'sec.secrets'],
        ...['obs.alerts', 'rol.strategy', 'rol.rollback_time', 'rol.schema_rule', 'ops.runs_on'],
        ...['tst.acceptance', 'rsk.decisions', 'rsk.options', 'cron.exclusion', 'cron.jobs'],
      ]),
    );
  });
});

describe('the columns asked after a table', () => {
  it('add none to the quick interview', () => {
    const early = bank.questions.flatMap((question) => lateColumns(question, 'quick'));

    expect(early).toEqual([]);
  });
});

function lateColumns(question: Question, depth: Depth): readonly string[] {
  if (!isTable(question)) return [];
  const late = question.columns.filter((column) => column.ask === 'later');
  return late
    .filter((column) => !isDeeper(column.depth ?? 'deep', depth))
    .map(({ id }) => `${question.id}.${id}`);
}

function pad(cells: readonly (string | number)[]): string {
  const [name, ...rest] = cells;
  return [String(name).padEnd(40), ...rest.map((cell) => String(cell).padStart(9))].join('');
}

describe('the depths', () => {
  it('are printed: questions per section, and what each kind of system costs', () => {
    const count = (section: string, depth: Depth) =>
      bank.questions.filter((question) => question.section === section && question.depth === depth).length;
    const sections = bank.sections.map(({ id, title }) => [
      title,
      ...DEPTHS.map((depth) => count(id, depth)),
    ]);
    const kinds = archetypes.map((id) => {
      const costs = [worst(systems([id]), quick), worst(systems([id]), standard)];
      return [id, ...costs.flatMap(({ questions, minutes }) => [questions, `${minutes.toFixed(1)} min`])];
    });
    console.log(
      [
        pad(['Section', ...DEPTHS]),
        ...sections.map(pad),
        pad(['Largest of all tiers and stages', 'quick', '', 'standard', '']),
        ...kinds.map(pad),
      ].join('\n'),
    );

    const total = DEPTHS.map((depth) => bank.questions.filter((question) => question.depth === depth).length);
    expect(total.reduce((sum, each) => sum + each, 0)).toBe(bank.questions.length);
    expect(total.every((each) => each > 0)).toBe(true);
  });
});
