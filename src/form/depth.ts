import { DEPTHS, type Depth } from '../bank/index.js';
import { isAsked, isDeeper, isOpen, minutesOf, type PlanItem, type Situation } from '../interview/index.js';
import { counted } from '../kernel/index.js';
import type { Scene } from '../runner/index.js';
import { moved } from './moving.js';
import { withNotice, type Command, type FormState } from './state.js';
import type { PickView } from './view.js';

const ROUTING = 'arc';
const LABELS: Readonly<Record<Depth, string>> = {
  quick: 'Quick: what a spec cannot do without',
  standard: 'Standard: what a review would ask',
  deep: 'Deep: what an outage would ask',
};

/** Says whether the length of the interview is being asked: once after the routing questions, or on request. */
export function asksDepth({ depth, scene }: FormState): boolean {
  if (depth.asked) return true;
  return !depth.chosen && scene.session.mode === 'spec' && scene.step.type !== 'finished' && isRouted(scene);
}

const routed = new WeakMap<Scene, boolean>();

function isRouted(scene: Scene): boolean {
  const known = routed.get(scene) ?? routingDone(scene);
  routed.set(scene, known);
  return known;
}

function routingDone({ situation, session, step }: Scene): boolean {
  if (step.type === 'ask' && step.item.question.section === ROUTING) return false;
  const items = situation.plan.filter(({ question }) => question.section === ROUTING);
  return (
    items.length > 0 && items.every((item) => !isAsked(item) || !isOpen(item) || session.skipped.has(item.id))
  );
}

/** How much one depth still asks, over the questions that apply. */
function depthCost(
  situation: Situation,
  depth: Depth,
): { readonly questions: number; readonly minutes: number } {
  const open = situation.plan.filter((item) => isWaiting(item) && !isDeeper(depthOf(item), depth));
  return { questions: open.length, minutes: Math.max(1, Math.ceil(minutesOf(open))) };
}

const isWaiting = (item: PlanItem): boolean =>
  isAsked(item) ? isOpen(item) : item.hidden?.type === 'depth' && item.value === undefined;

const depthOf = ({ cell, question }: PlanItem): Depth =>
  cell === undefined ? question.depth : (cell.column.depth ?? 'deep');

/** The depth that is offered first: what was chosen, or what the tier calls for. */
function offered({ scene, depth }: FormState): Depth {
  if (depth.chosen) return scene.session.saved.depth;
  const tier = scene.situation.view.value('arc.tier');
  return tier === 'T2' || tier === 'T3' ? 'quick' : 'standard';
}

/** The place of the focused depth among the three. */
export function depthFocus(state: FormState): number {
  return state.depth.focus ?? DEPTHS.indexOf(offered(state));
}

/** Draws the three depths with what each costs. */
export function depthPick(state: FormState): PickView {
  const focus = depthFocus(state);
  const lines = DEPTHS.map((id, index) => {
    const { questions, minutes } = costOf(state.scene, id);
    const detail = `${counted(questions, 'question')}, about ${String(minutes)} min of reading and typing; thinking not included`;
    return {
      id,
      label: LABELS[id],
      detail,
      picked: id === offered(state),
      focused: index === focus,
      digit: String(index + 1),
    };
  });
  return { type: 'pick', many: false, lines, above: 0, below: 0 };
}

const costs = new WeakMap<Situation, Map<Depth, ReturnType<typeof depthCost>>>();

function costOf({ situation }: Scene, depth: Depth): ReturnType<typeof depthCost> {
  const known = costs.get(situation) ?? new Map<Depth, ReturnType<typeof depthCost>>();
  const cost = known.get(depth) ?? depthCost(situation, depth);
  costs.set(situation, known.set(depth, cost));
  return cost;
}

/** Records the focused depth and goes on. */
export const chooseDepth: Command = (state, world) => {
  const depth = DEPTHS[depthFocus(state)] ?? offered(state);
  const after = moved(state, { type: 'choose-depth', depth }, world);
  if (after.scene === state.scene) return after;
  const { questions, minutes } = costOf(after.scene, depth);
  const settled = { ...after, depth: { chosen: true, asked: false, focus: undefined } };
  return withNotice(
    settled,
    `${LABELS[depth].split(':')[0] ?? depth}: ${counted(questions, 'question')}, about ${String(minutes)} min. Alt+L changes it.`,
  );
};
