import { answerOf, type AskingStep, type PlanItem } from '../interview/index.js';
import { labelOf, valueText } from '../bank/index.js';
import { counted, problemText } from '../kernel/index.js';
import { wordsOf, type Scene } from '../runner/index.js';
import type { Command } from './command.js';
import { perform } from './perform.js';
import { guideLines, openingLines } from './guide.js';
import type { Held, Next } from './held.js';
import { suggestionLines } from './proposed.js';
import { readAnswer } from './read-answer.js';
import { besides, keepsHere, record } from './record.js';
import { promptOf, shapeOf } from './words.js';

/** Asks one question until something comes of it. */
export async function askStep(held: Held, step: AskingStep): Promise<Next> {
  held.talk.say(
    ...sectionLines(held, step),
    '',
    ...questionLines(held, step),
    ...suggestionLines(held, step),
  );
  const current = step.type === 'probe' ? undefined : step.item.value;
  const onCommand = async (command: Command): Promise<Next> => {
    const next = await perform(held, step, command);
    if (next === 'stay') held.talk.say('', `Asked: ${promptOf(step)}`);
    return next;
  };
  for (;;) {
    // What could not be saved is what an empty line gives again.
    const standing = held.unsaved.get(step.id)?.value ?? current;
    const reply = await readAnswer({ held, shape: shapeOf(step), current: standing, onCommand }, step.id);
    if (reply.type === 'left') return reply.next;
    const value = reply.type === 'keep' ? standing : reply.value;
    if (value === undefined) continue;
    const echo = reply.type === 'keep' ? '' : reply.echo;
    const intent = { type: 'answer', at: step.id, value, ...besides(held, step) } as const;
    const next = record(held, step, { intent, echo });
    if (next !== 'stay') return next;
  }
}

function sectionLines(held: Held, step: AskingStep): readonly string[] {
  const { session, progress } = held.runner.scene();
  const id = step.type === 'ask' ? step.item.question.section : (step.probe.about[0]?.split('.')[0] ?? '');
  if (held.shown.section === id) return [];
  held.shown.section = id;
  const section = session.bank.section(id);
  const left = progress.total - progress.done;
  return [
    '',
    `Section: ${section?.title ?? id}`,
    ...(section === undefined || section.intro === '' ? [] : [section.intro]),
    ...openingLines(held, id),
    `${counted(left, 'question')} left, about ${counted(progress.minutesLeft, 'minute')} of reading and typing; ${String(progress.requiredLeft)} required.`,
  ];
}

function questionLines(held: Held, step: AskingStep): readonly string[] {
  const scene = held.runner.scene();
  if (step.type === 'probe') return probeLines(scene, step);
  const { item } = step;
  const { question } = item;
  const { position, total } = scene.progress;
  const detail = item.cell === undefined ? question.detail : question.prompt;
  return [
    `Question ${String(position)} of ${String(total)} (${item.id})${question.required && item.cell === undefined ? ', required' : ''}`,
    promptOf(step),
    ...(detail === undefined ? [] : [detail.trim()]),
    ...(held.guide.on ? guideLines(held, item) : exampleLines(item)),
    ...standingLines(scene, item),
    ...(isShared(held, step) ? ['The answer is shared: it counts for all specs of the repository.'] : []),
  ];
}

function probeLines(
  { session }: Scene,
  { probe }: Extract<AskingStep, { type: 'probe' }>,
): readonly string[] {
  const about = probe.about.map((id) => session.bank.question(id)).filter((known) => known !== undefined);
  const names = [...new Set(about.map(labelOf))];
  const follows = names.length > 0 ? `Follows from: ${names.join(', ')}. ` : '';
  const by = probe.by === undefined ? '' : ` of ${probe.by.split(',')[0] ?? ''}`;
  return [
    `Follow-up question${by}`,
    probe.asks,
    ...(probe.why === undefined ? [] : [probe.why]),
    `${follows}dismiss puts it away for good.`,
  ];
}

function exampleLines({ question, cell }: PlanItem): readonly string[] {
  const shape = cell?.column ?? question;
  if (shape.strong === undefined || typeof shape.strong === 'boolean' || shape.kind === 'table') return [];
  return [`For example: ${valueText(shape, shape.strong)}`];
}

function standingLines(scene: Scene, item: PlanItem): readonly string[] {
  return [...reasonLines(scene, item), ...valueLines(scene, item)];
}

/** Why a question that has an answer is asked again. */
function reasonLines({ session }: Scene, { question, state }: PlanItem): readonly string[] {
  if (state === 'unfit') {
    const unfit = session.unfit.get(question.id);
    return unfit === undefined ? [] : [problemText(unfit)];
  }
  const cause = session.bank.question(session.saved.stale.get(question.id) ?? '');
  return state === 'stale' && cause !== undefined ? [`${labelOf(cause)} changed since.`] : [];
}

function valueLines(scene: Scene, { question, cell, state, value }: PlanItem): readonly string[] {
  if (value !== undefined) {
    const text = wordsOf(scene, cell?.column ?? question, value);
    return [`${state === 'default' ? 'Default' : 'Now'}: ${text}`, 'An empty line keeps it.'];
  }
  const answer = cell === undefined ? answerOf(scene.session, question.id) : undefined;
  return answer !== undefined && answer.value === undefined && state !== 'unfit' ? [`Now: ${state}.`] : [];
}

function isShared(held: Held, step: AskingStep): boolean {
  const { session } = held.runner.scene();
  if (step.type === 'probe' || session.mode === 'context') return false;
  return step.item.question.scope === 'repository' && !keepsHere(held, step);
}
