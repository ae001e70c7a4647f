import { answerOf, isOpen, questionOfStep, requiredOpen, type PlanItem } from '../interview/index.js';
import { labelOf } from '../bank/index.js';
import { counted } from '../kernel/index.js';
import type { Scene } from '../runner/index.js';
import { isActive, thinLines } from './after.js';
import { writingLine } from './changes.js';
import { meantBy } from './command.js';
import { dayFrom } from './days.js';
import type { Held, Next } from './held.js';
import { findingLines } from './look.js';
import { perform } from './perform.js';
import { itemName } from './words.js';

/** Shows everything that is worth a look before finishing, and waits for finish or for where to go. */
export async function askReview(held: Held): Promise<Next> {
  const scene = held.runner.scene();
  held.shown.section = '';
  held.talk.say('', ...reviewLines(scene, dayFrom(held.now(), 0)), ...(await writingLine(held)));
  const word = held.talk.mode === 'inline' ? '/finish' : 'finish';
  for (;;) {
    const typed = await held.talk.line(`${word} writes the files; an id goes to its question`);
    if (typed.type !== 'line') return typed.type;
    const text = typed.text.trim();
    if (text === '') continue;
    const meant = meantBy(text, held.talk.mode);
    const command = meant.type === 'command' ? meant.command : commandOf(text);
    const next = await perform(held, undefined, command);
    if (next !== 'stay') return next;
  }
}

/** At the review nothing is answered, so a bare id, or a bare word in inline mode, can only mean one thing. */
function commandOf(text: string): Parameters<typeof perform>[2] {
  const meant = meantBy(text, 'append');
  return meant.type === 'command' ? meant.command : { name: 'goto', said: text };
}

function reviewLines(scene: Scene, today: string): readonly string[] {
  return [
    `Review: ${summary(scene)}.`,
    ...findingLines(scene),
    ...waivedLines(scene, today),
    ...openLines(scene, today),
    ...weakLines(scene),
  ];
}

function summary({ analysis, situation }: Scene): string {
  const active = analysis.findings.filter(isActive);
  const blocking = active.filter(({ severity }) => severity === 'block').length;
  const open = situation.plan.filter((item) => isOpen(item) || item.state === 'unknown').length;
  const required = requiredOpen(situation).length;
  return [
    `${counted(active.length, 'finding')}${blocking > 0 ? ` (${String(blocking)} blocking)` : ''}`,
    counted(open, 'open question'),
    required > 0
      ? `${counted(required, 'required answer')} missing, printed as gaps`
      : 'all required answers given',
  ].join(', ');
}

function openLines(scene: Scene, today: string): readonly string[] {
  const open = scene.situation.plan.filter(isOpen);
  const promised = scene.situation.plan.filter(({ state }) => state === 'unknown' || state === 'deferred');
  const isRequired = (item: PlanItem) => item.question.required && item.cell === undefined;
  const inOrder = [...open.filter(isRequired), ...promised, ...open.filter((item) => !isRequired(item))];
  const lines = inOrder.map((item) => `  ${item.id}: ${itemName(item)} (${noteOf(scene, item, today)})`);
  return lines.length === 0 ? [] : ['Open:', ...lines];
}

function noteOf(scene: Scene, item: PlanItem, today: string): string {
  const checks = scene.analysis.decides.get(item.id) ?? 0;
  const required = isOpen(item) && item.question.required && item.cell === undefined;
  const notes = [
    required ? 'required' : standingNote(scene, item, today),
    checks > 0 ? `decides ${counted(checks, 'check')}` : '',
  ];
  return notes.filter((note) => note !== '').join('; ');
}

function standingNote({ session }: Scene, item: PlanItem, today: string): string {
  const answer = answerOf(session, item.question.id);
  switch (item.state) {
    case 'stale':
      return 'to be looked at again';
    case 'default':
      return 'default, not confirmed';
    case 'unfit':
      return 'the stored value does not fit';
    case 'deferred':
      return `deferred; meanwhile ${answer?.meanwhile ?? ''}`;
    case 'unknown':
      return `unknown: ${answer?.owner ?? 'nobody named'}${dueText(answer?.due, today)}`;
    default:
      return 'open';
  }
}

const dueText = (due: string | undefined, today: string): string =>
  due === undefined ? '' : `, due ${due}${due < today ? ' (overdue)' : ''}`;

function weakLines({ analysis, session }: Scene): readonly string[] {
  const lines = analysis.thin.flatMap((thin) => {
    const question = questionOfStep(session.bank, thin.id);
    const name = question === undefined ? thin.id : labelOf(question);
    return thinLines(thin).map((line) => `  ${thin.id}: ${name}. ${line}`);
  });
  return lines.length === 0 ? [] : ['Thin:', ...lines];
}

function waivedLines({ analysis }: Scene, today: string): readonly string[] {
  return analysis.findings.flatMap(({ title, waiver, reopened }) => {
    if (waiver === undefined || reopened === true) return [];
    const expired = waiver.until < today ? ' (expired)' : '';
    return [`Accepted until ${waiver.until}${expired}, by ${waiver.owner}: ${title}. ${waiver.reason}`];
  });
}
