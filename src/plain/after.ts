import type { Finding, Thin } from '../analysis/index.js';
import { answerOf, type AskingStep } from '../interview/index.js';
import { counted } from '../kernel/index.js';
import type { Fact } from '../facts/index.js';
import { wordsOf, type Scene } from '../runner/index.js';
import { coachedLines } from './guide.js';
import type { Held } from './held.js';
import { sentence, shapeOf, short, stepName } from './words.js';

const FIGURES = 5;

/** Says after an answer what was recorded and what it changed: the plan, findings, figures, what is thin, the sentences it feeds. */
export function afterLines(
  held: Held,
  before: Scene,
  { step, echo }: { step: AskingStep; echo: string },
): readonly string[] {
  const now = held.runner.scene();
  const thin = now.analysis.thin.find(({ id }) => id === step.id);
  const changed = [
    // What came from the background while this question was open.
    ...(before.whisper === undefined ? [] : [before.whisper]),
    ...(now.notice === undefined ? [] : [sentence(now.notice)]),
    ...findingChanges(before, now),
    ...figureChanges(before, now),
    ...(held.guide.on ? [] : thinLines(thin)),
    ...brokenLines(before, now),
    ...sentenceLines(held, before, step),
  ];
  const recorded = recordedText(now, step, echo);
  return [recorded, ...(held.guide.on ? coachedLines(held, step, changed) : changed)];
}

function recordedText(scene: Scene, step: AskingStep, echo: string): string {
  const said = step.type === 'probe' ? probeText(scene, step.probe.id) : itemText(scene, step);
  const says = echo === '' || echo === `understood as ${said}` ? '' : ` (${echo})`;
  return `${stepName(step)}: ${said}${says}`;
}

function probeText({ session }: Scene, id: string): string {
  const stored = session.saved.probes.find((probe) => probe.id === id);
  if (stored?.dismissed === true) return 'dismissed.';
  const value = stored?.answer?.value;
  return typeof value === 'string' ? short(value) : (stored?.answer?.status ?? 'skipped for now.');
}

function itemText(scene: Scene, step: Extract<AskingStep, { type: 'ask' }>): string {
  const { session, situation } = scene;
  if (session.skipped.has(step.id) && situation.item(step.id)?.state === step.item.state)
    return 'skipped for now; the gap is listed.';
  if (step.item.cell !== undefined) return cellText(scene, step);
  const answer = answerOf(session, step.item.question.id);
  if (answer === undefined) return 'open';
  const text = answer.value === undefined ? '' : short(wordsOf(scene, shapeOf(step), answer.value));
  return [text, ...standingWords(answer)].filter((part) => part !== '').join(', ');
}

function cellText(scene: Scene, step: Extract<AskingStep, { type: 'ask' }>): string {
  const value = scene.situation.item(step.id)?.value;
  return value === undefined ? 'open' : short(wordsOf(scene, shapeOf(step), value));
}

type Answer = NonNullable<ReturnType<typeof answerOf>>;

function standingWords({ status, owner, due, reason, meanwhile }: Answer): readonly string[] {
  const words = [
    status === 'answered' ? undefined : status,
    owner,
    due === undefined ? undefined : `due ${due}`,
    reason,
    meanwhile,
  ];
  return words.filter((word) => word !== undefined);
}

/** A finding that nobody accepted, or whose acceptance no longer holds. */
export const isActive = (finding: Finding): boolean =>
  finding.waiver === undefined || finding.reopened === true;

const CLASSES: Readonly<Record<Finding['class'], string>> = {
  contradiction: 'Contradiction',
  risk: 'Risk',
  numeric: 'The numbers',
  missing: 'Missing',
};

/** A finding in one line. */
export const findingText = ({ class: sort, severity, title }: Finding): string =>
  `${CLASSES[sort]} (${severity}): ${sentence(title)}`;

function findingChanges(before: Scene, now: Scene): readonly string[] {
  const known = new Set(before.analysis.findings.filter(isActive).map(({ id }) => id));
  const active = now.analysis.findings.filter(isActive);
  const fresh = active.filter(({ id }) => !known.has(id));
  const gone = [...known].filter((id) => !active.some((finding) => finding.id === id)).length;
  return [...(gone > 0 ? [`${counted(gone, 'finding')} resolved.`] : []), ...fresh.map(findingText)];
}

function figureChanges(before: Scene, now: Scene): readonly string[] {
  const known = new Set([...before.facts.values()].flat().map(figureText));
  const fresh = [...now.facts.values()]
    .flat()
    .map(figureText)
    .filter((text) => !known.has(text));
  const more = fresh.length - FIGURES;
  return more > 0 ? [...fresh.slice(0, FIGURES), `${counted(more, 'more figure')}; facts shows all.`] : fresh;
}

/** A computed figure in one line, with its formula. */
export const figureText = ({ title, subject, text, formula }: Fact): string =>
  `${title}${subject === undefined ? '' : ` (${subject})`}: ${text} (${formula})`;

/** What would make a thin answer stronger. */
export function thinLines(thin: Thin | undefined): readonly string[] {
  if (thin === undefined) return [];
  return [
    ...(thin.missing.length > 0 ? [`That answer would be stronger with ${thin.missing.join('; ')}.`] : []),
    ...(thin.vague.length > 0 ? [`That answer is open to interpretation: ${thin.vague.join(', ')}.`] : []),
  ];
}

function brokenLines(before: Scene, now: Scene): readonly string[] {
  const known = new Set(before.analysis.broken.map(({ message }) => message));
  return now.analysis.broken.flatMap(({ message }) => (known.has(message) ? [] : [message]));
}

function sentenceLines({ runner, sentencesFor }: Held, before: Scene, step: AskingStep): readonly string[] {
  if (step.type === 'probe') return [];
  const { id } = step.item.question;
  const known = new Set(sentencesFor(before, id).map(({ text }) => text));
  return sentencesFor(runner.scene(), id).flatMap((each) =>
    known.has(each.text) ? [] : [`The spec says (${each.id}): ${each.text}`],
  );
}
