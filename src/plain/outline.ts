import { labelOf, type Question } from '../bank/index.js';
import {
  answerOf,
  isAsked,
  isOpen,
  stepsOf,
  type AskingStep,
  type Hidden,
  type PlanItem,
} from '../interview/index.js';
import { counted } from '../kernel/index.js';
import { wordsOf, type Scene } from '../runner/index.js';
import { itemName, short } from './words.js';

/** The outline: every section with its counts, and the questions of the one asked for; `all` shows every question. */
export function outlineLines(scene: Scene, step: AskingStep | undefined, said: string): readonly string[] {
  const sections = [...new Set(scene.situation.plan.map(({ question }) => question.section))];
  const here = step?.type === 'ask' ? step.item.question.section : step?.probe.about[0]?.split('.')[0];
  const open = said === '' ? here : said;
  if (said !== '' && said !== 'all' && !sections.includes(said))
    return [`No section has the id ${said}. The sections are ${sections.join(', ')}.`];
  return sections.flatMap((section) => [
    headingOf(scene, section),
    ...(open === 'all' || open === section ? questionLines(scene, section) : []),
  ]);
}

function headingOf({ situation, session }: Scene, section: string): string {
  const asked = situation.plan.filter((item) => item.question.section === section && isAsked(item));
  const open = asked.filter(isOpen).length;
  const title = session.bank.section(section)?.title ?? section;
  return `${title} (${section}): ${counted(asked.length, 'question')}, ${String(open)} open`;
}

function questionLines(scene: Scene, section: string): readonly string[] {
  const items = scene.situation.plan.filter((item) => item.question.section === section);
  return [...items.map((item) => itemLine(scene, item)), ...probeLines(scene, section)];
}

function itemLine(scene: Scene, item: PlanItem): string {
  const note = noteOf(scene, item);
  return `  ${item.id}: ${itemName(item)}, ${item.state}${note === '' ? '' : ` (${note})`}`;
}

function probeLines({ situation, analysis }: Scene, section: string): readonly string[] {
  const found: string[] = [];
  let now = '';
  for (const step of stepsOf(situation, analysis.probes)) {
    if (step.type === 'ask') now = step.item.question.section;
    else if (now === section) found.push(`  ${step.id}: ${short(step.probe.asks)} (follow-up)`);
  }
  return found;
}

function noteOf(scene: Scene, item: PlanItem): string {
  if (item.hidden !== undefined && !isAsked(item)) return hiddenText(scene, item.hidden);
  return isOpen(item) ? openNote(scene, item) : settledNote(scene, item);
}

function settledNote(scene: Scene, item: PlanItem): string {
  if (item.value !== undefined) return short(wordsOf(scene, item.cell?.column ?? item.question, item.value));
  const answer = answerOf(scene.session, item.question.id);
  const parts = [answer?.owner, answer?.due, answer?.reason, answer?.meanwhile];
  return parts.filter((part) => part !== undefined).join(', ');
}

function openNote({ session, analysis }: Scene, item: PlanItem): string {
  const checks = analysis.decides.get(item.id) ?? 0;
  const changed = session.bank.question(session.saved.stale.get(item.id) ?? '');
  const parts = [
    item.question.required && item.cell === undefined ? 'required' : undefined,
    changed === undefined ? undefined : `${labelOf(changed)} changed`,
    session.skipped.has(item.id) ? 'skipped' : undefined,
    checks > 0 ? `decides ${counted(checks, 'check')}` : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** Says why a step is not asked. */
export function hiddenText(scene: Scene, hidden: Hidden): string {
  switch (hidden.type) {
    case 'archetype':
      return `only for ${hidden.archetype}`;
    case 'depth':
      return `only in a ${hidden.depth} interview`;
    case 'other-scope':
      return 'belongs to a single spec';
    case 'condition':
      return conditionText(scene, hidden.when);
  }
}

/** Names the answers that a condition reads and what they are now: that is why it does not hold. */
function conditionText(scene: Scene, when: string): string {
  const ids = [...new Set([...when.matchAll(/\ba\.([a-z]\w*\.[a-z]\w*)/g)].map((match) => match[1] ?? ''))];
  const questions = ids.map((id) => scene.session.bank.question(id)).filter((known) => known !== undefined);
  const read = questions.map((question) => readText(scene, question));
  return read.length > 0 ? `not needed: ${read.join(', ')}` : 'not needed with these answers';
}

function readText(scene: Scene, question: Question): string {
  const { view } = scene.situation;
  const value = view.value(question.id);
  return `${labelOf(question)} is ${value === undefined ? view.status(question.id) : short(wordsOf(scene, question, value))}`;
}
