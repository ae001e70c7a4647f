import { exampleText } from '../../analysis/index.js';
import {
  isRows,
  isTable,
  labelOf,
  readsOf,
  valueText,
  type Incident,
  type JoinedBank,
  type Question,
  type Row,
  type Rule,
  type RuleExample,
  type TableQuestion,
  type Value,
} from '../../bank/index.js';
import { sentencesFedBy } from './fed-sentences.js';

/** What stories are told of: the banks, and the incidents they name. */
export type Known = { readonly bank: JoinedBank; readonly incidents: readonly Incident[] };

/** Tells the whole story of a question, rule, term or incident, line by line; nothing when no such thing is known. */
export function storyOf(known: Known, word: string): readonly string[] | undefined {
  const question = known.bank.question(word);
  if (question !== undefined) return questionStory(known, question);
  const rule = known.bank.rule(word);
  if (rule !== undefined) return ruleStory(known, rule);
  const id = word.toLowerCase().replaceAll(/\s+/g, '-');
  const term = known.bank.term(id);
  if (term !== undefined) return termStory(known, term);
  const incident = known.incidents.find((candidate) => candidate.id === id);
  return incident === undefined ? undefined : [...incidentLines(incident), ...askedBecauseOf(known, id)];
}

function questionStory(known: Known, question: Question): readonly string[] {
  const { bank } = known;
  const strong = exampleText(question);
  const rules = bank.rules.filter((rule) => questionsOf(known, rule).includes(question.id));
  return [
    `${labelOf(question)} (${question.id})`,
    question.prompt,
    ...(question.detail === undefined ? [] : [question.detail]),
    '',
    `Why: ${question.why}`,
    ...(question.weak === undefined ? [] : [`Weak: ${question.weak}`]),
    ...(strong === '' ? [] : [`Strong: ${strong}`]),
    ...choiceLines(question),
    ...part('Words', termLines(known, question.terms)),
    ...part('What the spec will say', sentencesFedBy(bank, question)),
    ...part(
      'Checked by',
      rules.map(({ id, severity, title }) => `${id} (${severity}): ${withoutPlaces(title)}`),
    ),
    ...part('What happened elsewhere', incidentStories(known, question.incidents)),
  ];
}

function choiceLines(question: Question): readonly string[] {
  if (isTable(question))
    return part(
      'Columns',
      question.columns.map((column) => `${column.label} (${column.kind})`),
    );
  if (question.kind !== 'choice' && question.kind !== 'many') return [];
  return part(
    'Options',
    (question.options ?? []).map(
      (option) => `${option.label}${option.trade_off === undefined ? '' : `: ${option.trade_off}`}`,
    ),
  );
}

function ruleStory(known: Known, rule: Rule): readonly string[] {
  const { fires, quiet, undecided } = rule.examples;
  const read = questionsOf(known, rule).flatMap((id) => known.bank.question(id) ?? []);
  const strong = read.flatMap((question) => {
    const text = exampleText(question);
    return text === '' ? [] : [`${labelOf(question)} (${question.id}): ${text}`];
  });
  return [
    `${rule.id} (${rule.severity}, ${rule.class})`,
    withoutPlaces(rule.title),
    '',
    `Why: ${rule.why}`,
    `Ask: ${rule.probe}`,
    ...part('It speaks up, for example, when', exampleLines(known, fires)),
    ...part('It is quiet, for example, when', exampleLines(known, quiet)),
    ...(undecided === undefined ? [] : part('It cannot tell while only', exampleLines(known, undecided))),
    ...part('Good answers to what it reads', strong),
    ...part('Its condition', [
      `${rule.fires_when}${rule.for === undefined ? '' : ` (for each row of ${rule.for})`}`,
    ]),
    ...part('What happened elsewhere', incidentStories(known, rule.incidents)),
  ];
}

function questionsOf({ bank }: Known, rule: Rule): readonly string[] {
  const own = rule.for === undefined ? [] : [rule.for];
  return [...new Set([...own, ...readsOf(rule.fires_when, bank.facts).map(({ question }) => question)])];
}

function exampleLines({ bank }: Known, example: RuleExample): readonly string[] {
  const lines = Object.entries(example).flatMap(([id, value]) => {
    const question = bank.question(id);
    return question === undefined ? [] : answerLines(question, value);
  });
  return lines.length === 0 ? ['nothing is answered'] : lines;
}

function answerLines(question: Question, value: Value): readonly string[] {
  const label = labelOf(question);
  if (!isTable(question) || !isRows(value) || value.length === 0)
    return [`${label}: ${valueText(question, value)}`];
  return value.map((row) => `${label}: ${rowText(question, row)}`);
}

function rowText({ columns }: TableQuestion, { id, cells }: Row): string {
  const texts = columns.flatMap((column) => {
    const cell = cells[column.id];
    return cell === undefined ? [] : [`${column.label}: ${valueText(column, cell)}`];
  });
  return texts.length === 0 ? id : texts.join('; ');
}

function termStory(known: Known, term: { readonly id: string; readonly means: string }): readonly string[] {
  const asking = known.bank.questions.filter(({ terms }) => terms.includes(term.id));
  return [
    `${term.id}: ${term.means}`,
    ...part(
      'Questions that use it',
      asking.map((question) => `${question.id}: ${question.prompt}`),
    ),
  ];
}

const termLines = ({ bank }: Known, ids: readonly string[]): readonly string[] =>
  ids.flatMap((id) => bank.term(id)?.means.replace(/^/, `${id}: `) ?? []);

function incidentStories({ incidents }: Known, ids: readonly string[]): readonly string[] {
  const told = ids.flatMap((id) => incidents.find((incident) => incident.id === id) ?? []);
  return told.flatMap((incident, index) => [...(index === 0 ? [] : ['']), ...incidentLines(incident)]);
}

function incidentLines({ org, year, title, id, story, lesson, url }: Incident): readonly string[] {
  return [
    `${org}, ${String(year)}: ${title} (${id})`,
    story,
    `What the spec should have said: ${lesson}`,
    url,
  ];
}

function askedBecauseOf({ bank }: Known, id: string): readonly string[] {
  const asked = bank.questions.filter(({ incidents }) => incidents.includes(id));
  const rules = bank.rules.filter(({ incidents }) => incidents.includes(id));
  return [
    ...part(
      'Asked because of it',
      asked.map((question) => `${question.id}: ${question.prompt}`),
    ),
    ...part(
      'Checked because of it',
      rules.map((rule) => `${rule.id}: ${withoutPlaces(rule.title)}`),
    ),
  ];
}

function part(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => (line === '' ? '' : `  ${line}`))];
}

/** A title of a rule names answers by place; told without a spec, a place is a gap. */
const withoutPlaces = (title: string): string => title.replaceAll(/\{[^{}]*\}/g, '…');
