import { coachAnswer, exampleText, learningReport, reportParts } from '../analysis/index.js';
import { answerOf, type AskingStep, type PlanItem } from '../interview/index.js';
import type { Held, Next } from './held.js';

/** Before a section in guided mode: what goes wrong there, how it comes about, and whom it hit. */
export function openingLines({ guide, runner, incident }: Held, id: string): readonly string[] {
  const opening = runner.scene().session.bank.section(id)?.opening;
  if (!guide.on || opening === undefined) return [];
  const known = incident?.(opening.incident);
  return [
    `What goes wrong here: ${opening.failure}.`,
    opening.says,
    ...(known === undefined
      ? []
      : [`It happened: ${known.org}, ${String(known.year)}: ${known.title}. ${known.story} ${known.lesson}`]),
  ];
}

/** Under a question in guided mode: why it matters, a weak and a strong answer, and the words to look up. */
export function guideLines({ talk }: Held, { question, cell }: PlanItem): readonly string[] {
  const words = question.terms.map((id) => id.replaceAll('-', ' ')).join(', ');
  const strong = exampleText(cell?.column ?? question);
  const weak = cell === undefined ? question.weak : undefined;
  const why = talk.mode === 'inline' ? '/why' : 'why';
  return [
    `Why it matters: ${question.why}`,
    ...(weak === undefined ? [] : [`A weak answer: ${weak}`]),
    ...(strong === '' ? [] : [`A strong answer: ${strong}`]),
    ...(words === '' ? [] : [`Words: ${words}; ${why} explains them.`]),
  ];
}

/** After an answer in guided mode: what the coach says to it, and what it changed. */
export function coachedLines(held: Held, step: AskingStep, changed: readonly string[]): readonly string[] {
  if (step.type === 'probe') return changed;
  const { session } = held.runner.scene();
  const { question } = step.item;
  const answer = answerOf(session, question.id);
  if (answer === undefined) return changed;
  return [
    ...coachAnswer(question, answer, session.bank).map(({ text }) => text),
    ...(changed.length === 0 ? [] : ['What your answer changed:', ...changed.map((line) => `  ${line}`)]),
  ];
}

/** Turns guided mode on or off. */
export function toggleGuide(held: Held, step: AskingStep | undefined): Next {
  held.guide.on = !held.guide.on;
  const item = step?.type === 'ask' ? step.item : undefined;
  held.talk.say(
    ...(held.guide.on
      ? [
          'Guided mode: reasons, examples and a coach; guide turns it off.',
          ...openingLines(held, item?.question.section ?? ''),
          ...(item === undefined ? [] : guideLines(held, item)),
        ]
      : ['Guided mode is off.']),
  );
  return 'stay';
}

/** At the end of a guided interview: what was covered and what stays open, kept as a file when somebody wants it. */
export async function askReport(held: Held): Promise<'finished'> {
  const { session, situation, analysis } = held.runner.scene();
  const incident = (id: string) => held.incident?.(id);
  const parts = reportParts(learningReport({ bank: session.bank, situation, analysis, incident }));
  held.talk.say(
    ...parts.flatMap(({ title, lines }) => ['', `${title}:`, ...lines.map((line) => `  ${line}`)]),
  );
  if (held.keepReport === undefined) return 'finished';
  const typed = await held.talk.line(
    'Keep this as learning.md beside the spec? yes, or an empty line for no',
  );
  if (typed.type === 'line' && /^\s*y(?:es)?\s*$/i.test(typed.text)) held.keepReport();
  return 'finished';
}
