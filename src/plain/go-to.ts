import { isAsked } from '../interview/index.js';
import { nearest } from '../kernel/index.js';
import type { Scene } from '../runner/index.js';
import { hiddenText } from './outline.js';
import type { Held, Next } from './held.js';
import { move } from './record.js';

/** Goes to a step by its id, by the end of its id, or to the first question of a section; otherwise says what is near. */
export function goTo(held: Held, said: string): Next {
  const scene = held.runner.scene();
  const { plan } = scene.situation;
  const item = scene.situation.item(said) ?? only(plan.filter(({ id }) => id.endsWith(`.${said}`)));
  if (item?.hidden !== undefined && !isAsked(item)) {
    held.talk.say(`${item.id} is not asked: ${hiddenText(scene, item.hidden)}.`);
    return 'stay';
  }
  const to = item?.id ?? otherStep(scene, said);
  if (to !== undefined) return move(held, { type: 'go-to', to });
  held.talk.say(
    `No question has the id ${said}. ${nearText(scene, said)}`,
    'A backslash before the line makes it an answer.',
  );
  return 'stay';
}

/** The first question of a section, or a follow-up. */
function otherStep({ situation, analysis }: Scene, said: string): string | undefined {
  const first = situation.plan.find((each) => each.question.section === said && isAsked(each));
  if (first !== undefined) return first.id;
  return analysis.probes.some(({ id }) => said === `probe:${id}`) ? said : undefined;
}

function nearText({ situation }: Scene, said: string): string {
  const asked = situation.plan.filter(isAsked).map(({ id }) => id);
  const near = nearest(said, asked);
  return near.length > 0 ? `Did you mean ${near.join(', or ')}?` : 'list all shows every question.';
}

const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);
