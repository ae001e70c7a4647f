import { isRows, isTable, valueText, type JoinedBank, type Question, type Value } from '../bank/index.js';
import { counted, joined } from '../kernel/index.js';
import { heldBeside, missingBeside } from './coach-signals.js';
import { vagueLexicon } from './answer-signals.js';
import { isThin, textsOf, thinnessOf } from './thinness.js';
import { heldSignals } from './thinness-text.js';

/** One line of advice on an answer: what carries it, or what would make it stronger. */
export type CoachLine = { readonly tone: 'holds' | 'could'; readonly text: string };

/** Says what makes an answer strong and what would make it stronger; the same answer always gets the same words. */
export function coachLines(question: Question, value: Value, bank: JoinedBank): readonly CoachLine[] {
  const thinness = thinnessOf(question, value, vagueLexicon(bank));
  const { vague } = thinness;
  const missing = [...thinness.missing, ...besideStrong(question, value)];
  return [
    ...holds(question, value, isThin(thinness)),
    ...(missing.length > 0 ? [could(`It would carry more with ${missing.join('; ')}.`)] : []),
    ...vague.map((word) =>
      could(`"${word}" can be read in several ways; what would somebody measure or see?`),
    ),
    ...(isThin(thinness) ? example(question) : []),
  ];
}

/** What the strong example names beside its figures; prose only, where a whole thought has room for it. */
function besideStrong(question: Question, value: Value): readonly string[] {
  const { strong } = question;
  if (question.kind !== 'prose' && question.kind !== 'text' && question.kind !== 'list') return [];
  return strong === undefined ? [] : missingBeside(written(question, value), written(question, strong));
}

const written = (question: Question, value: Value): string => textsOf(question, value).join('\n');

const could = (text: string): CoachLine => ({ tone: 'could', text });

function holds(question: Question, value: Value, thin: boolean): readonly CoachLine[] {
  const reasons = reasonsOf(question, value);
  if (reasons.length > 0) return [{ tone: 'holds', text: `It has ${joined(reasons)}.` }];
  return thin ? [] : [{ tone: 'holds', text: 'It is definite: two people would read it in the same way.' }];
}

function reasonsOf(question: Question, value: Value): readonly string[] {
  if (isTable(question)) {
    const rows = isRows(value) ? value.length : 0;
    return rows > 0 ? [`${counted(rows, 'row')} that can each be checked`] : [];
  }
  if (question.kind === 'quantity')
    return [/[^\d.\s-]/.test(valueText(question, value)) ? 'a number with its unit' : 'a number'];
  const text = written(question, value);
  return [...heldSignals(text), ...heldBeside(text)];
}

function example(question: Question): readonly CoachLine[] {
  const { strong } = question;
  if (strong === undefined || question.kind === 'table') return [];
  const text = valueText(question, strong).split('\n')[0] ?? '';
  return text === '' ? [] : [could(`For comparison: ${text}`)];
}
