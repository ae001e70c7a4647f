import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runRuleExamples } from '../../src/analysis/index.js';
import { DEPTHS, parseIncidents, type Depth, type JoinedBank, type Rule } from '../../src/bank/index.js';
import { readShipped, sound } from '../render/shipped.js';
import { exposedAt, exposures, type Exposed } from './exposure.js';

type Cells = readonly (string | number)[];

/** What a reader has to know to judge the tables of incidents. */
const REMARK =
  'Who exposes an incident is read from the references of the bank itself. The same author wrote both, so this shows what the bank sets out to ask, not what it would have found.';

function table(rows: readonly Cells[]): readonly string[] {
  return rows.map(([name, ...rest]) =>
    [String(name).padEnd(30), ...rest.map((cell) => String(cell).padStart(11))].join(''),
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function questionTable(bank: JoinedBank): readonly string[] {
  const counts = (section?: string) =>
    DEPTHS.map(
      (depth) =>
        bank.questions.filter(
          (question) => question.depth === depth && question.section === (section ?? question.section),
        ).length,
    );
  const withSum = (name: string, numbers: readonly number[]): Cells => [name, ...numbers, sum(numbers)];
  return table([
    ['Questions', ...DEPTHS, 'all'],
    ...bank.sections.map(({ id, title }) => withSum(title, counts(id))),
    withSum('All sections', counts()),
  ]);
}

const CLASSES = ['contradiction', 'risk', 'numeric', 'missing'] as const;
const SEVERITIES = ['block', 'high', 'med', 'info'] as const;

function ruleTable(rules: readonly Rule[]): readonly string[] {
  const row = (name: string, among: readonly Rule[]): Cells => [
    name,
    ...SEVERITIES.map((severity) => among.filter((rule) => rule.severity === severity).length),
    among.length,
    ...(['fires', 'quiet', 'undecided'] as const).map(
      (kind) => among.filter((rule) => rule.examples[kind] !== undefined).length,
    ),
  ];
  return table([
    ['Rules', ...SEVERITIES, 'all', 'fires', 'quiet', 'undecided'],
    ...CLASSES.map((kind) =>
      row(
        kind,
        rules.filter((rule) => rule.class === kind),
      ),
    ),
    row('All classes', rules),
  ]);
}

/** What is new at a depth; the rest was there before. */
function exposedBy({ by }: Exposed, depth: Depth): string {
  const added = by.filter(({ from }) => from === depth).map(({ kind, id }) => `${kind} ${id}`);
  return added.length === 0 ? '' : `    ${depth}: ${added.join(', ')}`;
}

function incidentLines(exposed: readonly Exposed[]): readonly string[] {
  const share = (depth: Depth) => `${String(exposedAt(exposed, depth))} of ${String(exposed.length)}`;
  const without = exposed.filter(({ by }) => by.length === 0).map(({ incident }) => incident.id);
  return [
    ...table([
      ['Incidents exposed', ...DEPTHS],
      ['by questions or rules', ...DEPTHS.map(share)],
    ]),
    `Exposed by nothing: ${without.length === 0 ? 'none' : without.join(', ')}`,
    REMARK,
    '',
    ...exposed.flatMap((each) => [
      `  ${each.incident.id}`,
      ...DEPTHS.map((depth) => exposedBy(each, depth)).filter((line) => line !== ''),
    ]),
  ];
}

/** Everything the shipped banks know, as tables; the examples inside the rules are run for it. */
export function knowledgeTables(root: string): string {
  const { bank } = readShipped(root);
  const file = path.join('question-banks', 'incidents.yaml');
  const incidents = sound(parseIncidents({ path: file, text: readFileSync(path.join(root, file), 'utf8') }));
  const failed = runRuleExamples(bank).map(({ message }) => message);
  return [
    ...questionTable(bank),
    '',
    ...ruleTable(bank.rules),
    failed.length === 0 ? 'Every example was run and judged as it says.' : failed.join('\n'),
    '',
    ...incidentLines(exposures(bank, incidents)),
    '',
  ].join('\n');
}
