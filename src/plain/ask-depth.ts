import { DEPTHS, type Depth } from '../bank/index.js';
import { isAsked, isDeeper, isOpen, minutesOf, type PlanItem, type Situation } from '../interview/index.js';
import { counted } from '../kernel/index.js';
import type { Scene } from '../runner/index.js';
import type { Held, Next } from './held.js';
import { refused } from './record.js';
import type { MenuLine } from './talk.js';
import { meantBy } from './command.js';

const ROUTING = 'arc';
const LABELS: Readonly<Record<Depth, string>> = {
  quick: 'what a spec cannot do without',
  standard: 'what a review would ask',
  deep: 'what an outage would ask',
};

/** Says whether the length of the interview is to be asked: once, after the routing questions. */
export function asksDepth({ depth, runner }: Held): boolean {
  const scene = runner.scene();
  if (depth.chosen || scene.session.mode !== 'spec' || scene.step.type === 'finished') return false;
  return isRouted(scene);
}

function isRouted({ situation, session, step }: Scene): boolean {
  if (step.type === 'ask' && step.item.question.section === ROUTING) return false;
  const items = situation.plan.filter(({ question }) => question.section === ROUTING);
  return (
    items.length > 0 && items.every((item) => !isAsked(item) || !isOpen(item) || session.skipped.has(item.id))
  );
}

/** Asks how deep the interview goes, with what each depth still costs; an empty line takes the one offered. */
export async function chosenDepth(held: Held): Promise<Next> {
  const { talk, runner } = held;
  const usual = offered(held);
  talk.say('', 'How deep should the interview go?');
  for (;;) {
    const lines = DEPTHS.map((depth) => lineOf(runner.scene().situation, depth));
    const typed = await talk.pick(`Depth, or an empty line for ${usual}`, { many: false, lines });
    if (typed.type !== 'line') return typed.type;
    const depth = depthOf(typed.text, usual);
    if (depth !== undefined) return recorded(held, depth);
    const meant = meantBy(typed.text, talk.mode);
    if (meant.type === 'command' && isLeaving(meant.command.name)) return 'end-of-input';
    talk.say('Write quick, standard or deep, or a number. depth changes it at any time.');
  }
}

const isLeaving = (name: string): boolean => name === 'save' || name === 'quit';

function depthOf(text: string, usual: Depth): Depth | undefined {
  const word = text.trim().toLowerCase();
  if (word === '') return usual;
  return DEPTHS.find((depth, index) => depth === word || String(index + 1) === word);
}

/** The depth that is offered first: what was chosen, or what the tier calls for. */
function offered({ runner, depth }: Held): Depth {
  const { session, situation } = runner.scene();
  if (depth.chosen) return session.saved.depth;
  const tier = situation.view.value('arc.tier');
  return tier === 'T2' || tier === 'T3' ? 'quick' : 'standard';
}

function recorded(held: Held, depth: Depth): Next {
  const { runner, talk, depth: asked } = held;
  const sent = runner.send({ type: 'choose-depth', depth });
  if (!sent.ok) return refused(held, sent.error);
  asked.chosen = true;
  talk.say(`Depth: ${depth}.`);
  return 'go-on';
}

function lineOf(situation: Situation, depth: Depth): MenuLine {
  const open = situation.plan.filter((item) => isWaiting(item) && !isDeeper(itemDepth(item), depth));
  const minutes = Math.max(1, Math.ceil(minutesOf(open)));
  const cost = `${counted(open.length, 'question')}, about ${counted(minutes, 'minute')} of reading and typing`;
  return { id: depth, label: depth, detail: `${LABELS[depth]}; ${cost}` };
}

const isWaiting = (item: PlanItem): boolean =>
  isAsked(item) ? isOpen(item) : item.hidden?.type === 'depth' && item.value === undefined;

const itemDepth = ({ cell, question }: PlanItem): Depth =>
  cell === undefined ? question.depth : (cell.column.depth ?? 'deep');
