import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  isTable,
  labelOf,
  type Incident,
  type JoinedBank,
  type Question,
  type Rule,
} from '../../bank/index.js';
import { truncateText } from '../../kernel/index.js';
import { readIncidents } from '../../store/index.js';
import { isOn, type Run } from '../command.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { entriesOf, searchEntries } from '../explain/search.js';
import { printJson, printLines, printProblems } from '../print-problems.js';
import { openWorkspace } from '../workspace.js';
import type { World } from '../world.js';

/** Tells what a question, rule, term or incident is about; without a word it asks for one after the other. */
export const run: Run = async (world, given) => {
  const workspace = openWorkspace(world, undefined);
  if (!workspace.ok) {
    printProblems(world, workspace.error);
    return EXIT.usage;
  }
  const { bank, disk } = workspace.value;
  const incidents = readIncidents(disk, join(world.packageDir, 'question-banks', 'incidents.yaml'));
  const known = { bank, incidents: incidents.ok ? incidents.value : [] };
  const word = given.words.join(' ').trim();
  if (word === '' && !isOn(given, 'json')) return asked(world, known);
  const found = storyOf(known, word);
  if (found === undefined) return notFound(world, known, word);
  if (isOn(given, 'json')) printJson(world, { word, lines: found });
  else printLines(world.stdout, found);
  return EXIT.fine;
};

/** Reads words, one per line, until an empty line or the end: the story of each, or what is near it. */
async function asked(world: World, known: Known): Promise<ExitCode> {
  const { stdin, stdout, stderr } = world;
  const lines = createInterface({ input: stdin, terminal: false, crlfDelay: Infinity });
  const prompt = (): void => {
    if (stdin.isTTY) stderr.write('Question, rule, term or incident (an empty line ends): ');
  };
  let heard = 0;
  let missed = 0;
  prompt();
  for await (const line of lines) {
    const word = line.trim();
    if (word === '') break;
    const story = storyOf(known, word);
    heard += 1;
    if (story === undefined) missed += notFound(world, known, word) === EXIT.usage ? 1 : 0;
    else printLines(stdout, [...story, '']);
    prompt();
  }
  lines.close();
  if (heard === 0 && !stdin.isTTY) return notFound(world, known, '');
  return missed > 0 && !stdin.isTTY ? EXIT.usage : EXIT.fine;
}

type Known = { readonly bank: JoinedBank; readonly incidents: readonly Incident[] };

function storyOf(known: Known, word: string): readonly string[] | undefined {
  const question = known.bank.question(word);
  if (question !== undefined) return questionStory(known, question);
  const rule = known.bank.rule(word);
  if (rule !== undefined) return ruleStory(known, rule);
  const id = word.toLowerCase().replaceAll(/\s+/g, '-');
  const term = known.bank.term(id);
  if (term !== undefined) return [`${term.id}: ${term.means}`];
  const incident = known.incidents.find((candidate) => candidate.id === id);
  return incident === undefined ? undefined : incidentStory(incident);
}

function questionStory(known: Known, question: Question): readonly string[] {
  const rules = known.bank.rules.filter(
    (rule) => rule.for === question.id || rule.fires_when.includes(`a.${question.id}`),
  );
  return [
    `${labelOf(question)} (${question.id})`,
    question.prompt,
    ...(question.detail === undefined ? [] : [question.detail]),
    '',
    `Why: ${question.why}`,
    ...(question.weak === undefined ? [] : [`Weak: ${question.weak}`]),
    ...(typeof question.strong === 'string' ? [`Strong: ${question.strong}`] : []),
    ...optionLines(question),
    ...list(
      'Words',
      question.terms.flatMap((id) => known.bank.term(id)?.means.replace(/^/, `${id}: `) ?? []),
    ),
    ...list(
      'Checked by',
      rules.map((rule) => `${rule.id} (${rule.severity})`),
    ),
    ...list(
      'Asked because of',
      question.incidents.flatMap((id) => headline(known, id)),
    ),
  ];
}

function optionLines(question: Question): readonly string[] {
  if (isTable(question))
    return list(
      'Columns',
      question.columns.map((column) => `${column.label} (${column.kind})`),
    );
  if (question.kind !== 'choice' && question.kind !== 'many') return [];
  return list(
    'Options',
    (question.options ?? []).map(
      (option) => `${option.label}${option.trade_off === undefined ? '' : `: ${option.trade_off}`}`,
    ),
  );
}

function ruleStory(known: Known, rule: Rule): readonly string[] {
  return [
    `${rule.id} (${rule.severity}, ${rule.class})`,
    rule.title,
    '',
    rule.why,
    `Ask: ${rule.probe}`,
    `Fires when: ${rule.fires_when}${rule.for === undefined ? '' : ` (for each row of ${rule.for})`}`,
    ...list(
      'Seen in',
      rule.incidents.flatMap((id) => headline(known, id)),
    ),
  ];
}

function incidentStory(incident: Incident): readonly string[] {
  return [
    `${incident.org}, ${String(incident.year)}: ${incident.title}`,
    '',
    incident.story,
    `What the spec should have said: ${incident.lesson}`,
    incident.url,
  ];
}

function headline(known: Known, id: string): readonly string[] {
  const incident = known.incidents.find((candidate) => candidate.id === id);
  return incident === undefined
    ? []
    : [`${incident.org}, ${String(incident.year)}: ${incident.title} (${incident.id})`];
}

function list(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function notFound(world: World, { bank, incidents }: Known, word: string): ExitCode {
  const near = searchEntries(entriesOf(bank, incidents), word);
  printLines(world.stderr, [
    word === ''
      ? 'Name a question, rule, term or incident, for example: spec-interview explain rec.rpo'
      : `Nothing is called ${word}.`,
    ...(near.length > 0 ? ['Near it:'] : []),
    ...near.map(({ id, sort, title }) => truncateText(`  ${id} (${sort}): ${title}`, WIDTH)),
  ]);
  return EXIT.usage;
}

const WIDTH = 80;
