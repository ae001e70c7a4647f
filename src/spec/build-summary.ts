import { isTable, labelOf, type Row } from '../bank/index.js';
import { answerOf, numberRows } from '../interview/index.js';
import type { Spoken } from './build-requirements.js';
import type { ComputedItem, Decision, OpenQuestion, PrintedFinding, Summary } from './document.js';
import { plainText, rowName } from './fill.js';
import { isSaid, questionIdOf, rowsOf, type Ground } from './ground.js';
import { readTable } from './read-table.js';

/** The figures that a reviewer asks for first, in that order. */
export const KEY_FIGURES: readonly string[] = [
  'traffic.peak_rate',
  'traffic.average_rate',
  'traffic.growth',
  'dep.caller_deadline',
  'rec.slo',
  'rec.rpo',
  'rec.rto',
  'traffic.instances',
  'rol.rollback_time',
  'ops.cost_month',
];

type Found = {
  readonly openQuestions: readonly OpenQuestion[];
  readonly findings: readonly PrintedFinding[];
};

/** Gives what a reviewer needs on one page. */
export function buildSummary(ground: Ground, spoken: readonly Spoken[], found: Found): Summary {
  return {
    purpose: linesOf(ground, 'ctx.purpose'),
    people: peopleOf(ground),
    numbers: [...figures(ground), ...latencies(ground, spoken)],
    risks: risksOf(ground),
    gravest: gravestOf(found.findings),
    open: [...found.openQuestions].sort((a, b) => urgency(b) - urgency(a)),
    reviewFirst: linesOf(ground, 'aia.review_first'),
  };
}

function gravestOf(findings: readonly PrintedFinding[]): readonly PrintedFinding[] {
  const grave = (['block', 'high'] as const).flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  return grave.length > 0 ? grave : findings;
}

/** What is required comes first, then what somebody has said they do not know, then the rest as asked. */
function urgency({ required, state, owner }: OpenQuestion): number {
  return (required ? 4 : 0) + (state === 'unknown' ? 2 : 0) + (owner === '' ? 0 : 1);
}

function linesOf(ground: Ground, id: string): readonly string[] {
  const item = ground.situation.item(id);
  if (item?.value === undefined || !isSaid(item)) return [];
  if (Array.isArray(item.value)) return item.value.filter((line): line is string => typeof line === 'string');
  return plainText(item.question, item.value, ground)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function peopleOf(ground: Ground): Summary['people'] {
  const people = new Map<string, string[]>();
  for (const row of rowsOf(ground, 'ctx.flows').rows) {
    const who = textOf(row, 'actor');
    people.set(who, [...(people.get(who) ?? []), textOf(row, 'name')]);
  }
  return [...people].map(([who, does]) => ({ who, does: does.filter((name) => name !== '') }));
}

function figures(ground: Ground): Summary['numbers'] {
  return KEY_FIGURES.flatMap((id) => {
    const item = ground.situation.item(id);
    if (item?.value === undefined || !isSaid(item) || isTable(item.question)) return [];
    return [{ id, label: labelOf(item.question), text: plainText(item.question, item.value, ground) }];
  });
}

function latencies(ground: Ground, spoken: readonly Spoken[]): Summary['numbers'] {
  const promised = spoken.filter(({ requirement }) => requirement.promise.kind === 'latency');
  const rows = new Set(
    promised.map(({ requirement }) => `${requirement.answers[0] ?? ''} ${requirement.row}`),
  );
  return rowsOf(ground, 'traffic.latency').rows.flatMap((row) => {
    const p99 = row.cells['p99'];
    const flow = row.cells['flow'];
    if (typeof p99 !== 'string' || typeof flow !== 'string' || !rows.has(`traffic.latency ${row.id}`))
      return [];
    return [{ id: `traffic.latency.${row.id}`, label: `${flowName(ground, flow)}, p99`, text: p99 }];
  });
}

function flowName(ground: Ground, id: string): string {
  const { question, rows } = rowsOf(ground, 'ctx.flows');
  const row = rows.find((candidate) => candidate.id === id);
  return question === undefined || row === undefined ? id : textOf(row, question.key);
}

const textOf = (row: Row | undefined, column: string): string => {
  const cell = row?.cells[column];
  return typeof cell === 'string' ? cell : '';
};

function risksOf(ground: Ground): Summary['risks'] {
  return rowsOf(ground, 'rsk.risks').rows.map((row) => ({
    id: row.id,
    text: textOf(row, 'risk'),
    against: textOf(row, 'mitigation'),
  }));
}

/** Gives the decisions with the alternatives that were rejected for each. */
export function buildDecisions(ground: Ground): readonly Decision[] {
  const answer = answerOf(ground.session, DECISIONS);
  const options = readTable(ground, 'rsk.options');
  const said = new Map(readTable(ground, DECISIONS).map((row) => [row.id, row.text]));
  return numberRows(rowsOf(ground, DECISIONS).rows).map(({ id, nnnn }) => {
    const text = (column: string): string => said.get(id)?.(column) ?? '';
    return {
      id,
      nnnn,
      title: text('title'),
      chosen: text('chosen'),
      because: text('because'),
      until: text('still_true_until'),
      revisit: text('revisit_when'),
      reversible: text('reversible'),
      status: answer?.status === 'answered' ? 'accepted' : 'proposed',
      by: answer?.by ?? '',
      rejected: options
        .filter((option) => option.cell('decision') === id)
        .map((option) => ({
          option: option.text('option'),
          because: option.text('because'),
          speaksFor: option.text('speaks_for'),
        })),
    };
  });
}

const DECISIONS = 'rsk.decisions';

/** Gives the computed figures, each with its formula and inputs. */
export function buildComputed(ground: Ground): readonly ComputedItem[] {
  const told = [...ground.situation.facts.values()].flat().filter(({ aside }) => aside !== true);
  return told.map((fact) => ({
    id: fact.id,
    title: fact.title,
    subject: fact.subject === undefined ? '' : subjectName(ground, fact.subject, fact.inputs),
    text: fact.text,
    formula: formulaOf(fact.formula, fact.text),
    inputs: fact.inputs.map(({ id, text, source }) => ({ id, text, source: source ?? '' })),
  }));
}

/** A formula that ends in its own result would say the figure twice. */
function formulaOf(formula: string, text: string): string {
  const ends = [` = ${text}`, ` = ${text.replace(/×$/, '')}`];
  const end = ends.find((each) => formula.endsWith(each));
  return end === undefined ? formula : formula.slice(0, -end.length);
}

/** A figure about a row is named after that row, in the tables of its inputs or in those that they refer to. */
function subjectName(ground: Ground, subject: string, inputs: readonly { readonly id: string }[]): string {
  const tables = inputs.flatMap(({ id }) => tablesAround(ground, questionIdOf(id)));
  const home = tables.find((table) => rowIn(ground, table, subject) !== undefined);
  if (home === undefined) return subject;
  const name = rowName(ground, home, subject);
  return isNamedAlone(ground, home, subject) ? name : `${name}, ${subject}`;
}

const rowIn = (ground: Ground, table: string, id: string): Row | undefined =>
  rowsOf(ground, table).rows.find((row) => row.id === id);

function isNamedAlone(ground: Ground, table: string, id: string): boolean {
  const { question, rows } = rowsOf(ground, table);
  const key = textOf(rowIn(ground, table, id), question?.key ?? '');
  return rows.filter((row) => textOf(row, question?.key ?? '') === key).length < 2;
}

function tablesAround(ground: Ground, id: string): readonly string[] {
  const question = ground.bank.question(id);
  if (question === undefined || !isTable(question)) return [];
  const referred = question.columns.flatMap((column) => ('of' in column ? [column.of] : []));
  return [id, ...referred];
}
