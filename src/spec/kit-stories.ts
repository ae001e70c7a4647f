import { isTable, type Verification } from '../bank/index.js';
import { asSaid } from './build-acceptance.js';
import type { Requirement } from './document.js';
import { rowsOf, type Ground } from './ground.js';
import type { KitProof, KitScenario, KitStory } from './kit-parts.js';
import { readTable, type ReadRow } from './read-table.js';

const FLOWS = 'ctx.flows';

/** Finds the flow that a requirement belongs to; nothing for what concerns several of them or none. */
type FlowFinder = (requirement: Requirement) => string | undefined;

/** Makes the finder: a sentence about a flow, or about a row that names one flow, belongs to that flow. */
function flowFinder(ground: Ground): FlowFinder {
  const flows = new Set(readTable(ground, FLOWS).map(({ id }) => id));
  const homes = new Map<string, string>();
  for (const { question, cell } of ground.situation.plan) {
    if (cell !== undefined || !isTable(question)) continue;
    const column = question.columns.find((candidate) => 'of' in candidate && candidate.of === FLOWS);
    if (column === undefined) continue;
    for (const { id, cells } of rowsOf(ground, question.id).rows) {
      const flow = cells[column.id];
      if (typeof flow === 'string' && flows.has(flow)) homes.set(`${question.id} ${id}`, flow);
    }
  }
  return ({ answers, row }) => (answers[0] === FLOWS ? row : homes.get(`${answers[0] ?? ''} ${row}`));
}

/** A story with the sentences that belong to it. */
export type ToldStory = { readonly story: KitStory; readonly own: readonly Requirement[] };

/** Gives the flows as stories, the most important first. */
export function buildStories(ground: Ground, settled: readonly Requirement[]): readonly ToldStory[] {
  const flowOf = flowFinder(ground);
  return readTable(ground, FLOWS)
    .map((row, index) => ({ row, priority: priorityOf(row, index) }))
    .sort((a, b) => (a.priority < b.priority ? -1 : Number(a.priority > b.priority)))
    .map(({ row, priority }, index) => {
      const own = settled.filter((requirement) => flowOf(requirement) === row.id);
      return { story: storyOf(ground, { row, own, priority, number: index + 1 }), own };
    });
}

const PRIORITIES: Readonly<Record<string, string>> = { critical: 'P1', important: 'P2', expendable: 'P3' };

/** As answered; flows without an answer are listed with the most important first. */
function priorityOf(row: ReadRow, index: number): string {
  const said = row.cell('criticality');
  return PRIORITIES[typeof said === 'string' ? said : ''] ?? `P${String(Math.min(index + 1, 3))}`;
}

type Told = {
  readonly row: ReadRow;
  readonly own: readonly Requirement[];
  readonly priority: string;
  readonly number: number;
};

function storyOf(ground: Ground, { row, own, priority, number }: Told): KitStory {
  const main = own.find(({ answers, parts }) => answers[0] === FLOWS && parts.event !== '');
  const trigger = main?.parts.event ?? row.text('trigger');
  return {
    number: String(number),
    id: row.id,
    title: row.text('name'),
    priority,
    actor: row.text('actor'),
    trigger,
    outcome: main?.parts.shall ?? '',
    because: reasonsOf(ground, row),
    proofs: proofsOf(own),
    scenarios: own
      .flatMap((requirement) => scenarioOf(requirement, trigger))
      .map((scenario, index) => ({ ...scenario, number: String(index + 1) })),
  };
}

function reasonsOf(ground: Ground, row: ReadRow): readonly string[] {
  const [critical, hour, wrong] = ['criticality', 'hour_down', 'wrong_result'].map((id) => row.text(id));
  const why = rowsOf(ground, FLOWS).rows.find(({ id }) => id === row.id)?.why ?? '';
  return [
    critical === ''
      ? 'nobody has said how critical it is; flows are listed with the most important first'
      : (critical ?? ''),
    hour === '' ? '' : `an hour without it costs this: ${hour ?? ''}`,
    wrong === '' ? '' : `the worst wrong result nobody notices: ${wrong ?? ''}`,
    why,
  ].filter((reason) => reason !== '');
}

/** Groups requirements by how they are shown to hold, in the order in which they are met. */
function proofsOf(own: readonly Requirement[]): readonly KitProof[] {
  const kinds = new Map<Verification, string[]>();
  for (const { verify, id } of own) kinds.set(verify, [...(kinds.get(verify) ?? []), id]);
  return [...kinds].map(([verify, ids]) => ({ verify, ids }));
}

/** The example of a sentence, or the sentence as one; what holds under no condition is none. */
function scenarioOf(
  { id, scenario, parts }: Requirement,
  trigger: string,
): readonly Omit<KitScenario, 'number'>[] {
  const when = [scenario.when, parts.event, parts.if].find((text) => text !== '');
  if (when === undefined) return [];
  const before = [scenario.given, parts.where, parts.while].find((text) => text !== '');
  const given = before ?? (trigger === when ? 'the system works normally' : trigger);
  return [{ id, given, when, then: asSaid(scenario.then, parts) }];
}
