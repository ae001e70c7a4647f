import { join } from 'node:path';
import {
  isTable,
  labelOf,
  type Incident,
  type JoinedBank,
  type Question,
  type Rule,
} from '../../bank/index.js';
import { nearest } from '../../kernel/index.js';
import { readIncidents } from '../../store/index.js';
import { isOn, type Run } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { printJson, printLines, printProblems } from '../print-problems.js';
import { openWorkspace } from '../workspace.js';

/** Tells what a question, rule, term or incident is about. */
export const run: Run = (world, given) => {
  const workspace = openWorkspace(world, undefined);
  if (!workspace.ok) {
    printProblems(world, workspace.error);
    return Promise.resolve(EXIT.usage);
  }
  const { bank, disk } = workspace.value;
  const incidents = readIncidents(disk, join(world.packageDir, 'question-banks', 'incidents.yaml'));
  const known = { bank, incidents: incidents.ok ? incidents.value : [] };
  const word = given.words.join(' ').trim();
  const found = storyOf(known, word);
  if (found === undefined) return Promise.resolve(notFound(world, known, word));
  if (isOn(given, 'json')) printJson(world, { word, lines: found });
  else printLines(world.stdout, found);
  return Promise.resolve(EXIT.fine);
};

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

function notFound(world: Parameters<Run>[0], known: Known, word: string): 0 | 2 {
  const words = [
    ...known.bank.questions.map((question) => question.id),
    ...known.bank.rules.map((rule) => rule.id),
    ...known.bank.terms.map((term) => term.id),
    ...known.incidents.map((incident) => incident.id),
  ];
  const near = word === '' ? [] : searched(words, word);
  printLines(world.stderr, [
    word === ''
      ? 'Name a question, rule, term or incident, for example: spec-interview explain rec.rpo'
      : `Nothing is called ${word}.`,
    ...(near.length > 0 ? ['Near it:', ...near.map((one) => `  ${one}`)] : []),
  ]);
  return EXIT.usage;
}

function searched(words: readonly string[], word: string): readonly string[] {
  const within = words.filter((candidate) => candidate.includes(word.toLowerCase().replaceAll(' ', '-')));
  return [...new Set([...within, ...nearest(word, words, 5)])].slice(0, 10);
}
