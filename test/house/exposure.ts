import {
  DEPTHS,
  isTable,
  parseExpression,
  type Depth,
  type Incident,
  type JoinedBank,
  type Rule,
} from '../../src/bank/index.js';

/** Who names an incident, and the first depth at which an interview asks it or asks all that it reads. */
type Exposer = { readonly kind: 'question' | 'rule'; readonly id: string; readonly from: Depth };

/** An incident and everything that would have exposed it. */
export type Exposed = { readonly incident: Incident; readonly by: readonly Exposer[] };

const deepest = (depths: readonly Depth[]): Depth =>
  depths.reduce<Depth>((most, each) => (DEPTHS.indexOf(each) > DEPTHS.indexOf(most) ? each : most), 'quick');

/** The depth at which an answer, a cell (`section.table.column`) or a fact is there; an unknown name is a mistake of the bank. */
function depthOf(bank: JoinedBank, name: string): Depth {
  const fact = bank.facts.find(({ id }) => id === name);
  if (fact !== undefined) return deepest(fact.inputs.map((input) => depthOf(bank, input)));
  const [section = '', own = '', cell] = name.split('.');
  const question = bank.question(`${section}.${own}`);
  if (question === undefined) throw new Error(`${name} is neither asked nor a fact.`);
  const column = isTable(question) ? question.columns.find(({ id }) => id === cell) : undefined;
  const late = column?.ask === 'later' ? (column.depth ?? 'deep') : 'quick';
  return deepest([question.depth, late]);
}

/** The first depth at which everything is asked that a rule reads. */
function depthOfRule(bank: JoinedBank, rule: Rule): Depth {
  const parsed = parseExpression(rule.fires_when);
  if (!parsed.ok) throw new Error(`${rule.id} does not parse.`);
  const { reads, facts, columns } = parsed.value;
  const table = rule.for;
  const cells = table === undefined ? [] : [table, ...columns.map((column) => `${table}.${column}`)];
  return deepest([...reads, ...facts, ...cells].map((name) => depthOf(bank, name)));
}

/** What would have exposed each incident: the questions and rules that name it, as the bank says it. */
export function exposures(bank: JoinedBank, incidents: readonly Incident[]): readonly Exposed[] {
  const questions = bank.questions.map(({ id, depth, incidents: named }) => ({
    exposer: { kind: 'question' as const, id, from: depth },
    named,
  }));
  const rules = bank.rules.map((rule) => ({
    exposer: { kind: 'rule' as const, id: rule.id, from: depthOfRule(bank, rule) },
    named: rule.incidents,
  }));
  const all = [...questions, ...rules];
  return incidents.map((incident) => ({
    incident,
    by: all.filter(({ named }) => named.includes(incident.id)).map(({ exposer }) => exposer),
  }));
}

/** How many incidents an interview of each depth exposes. */
export function exposedAt(exposed: readonly Exposed[], depth: Depth): number {
  const reached = DEPTHS.slice(0, DEPTHS.indexOf(depth) + 1);
  return exposed.filter(({ by }) => by.some(({ from }) => reached.includes(from))).length;
}
