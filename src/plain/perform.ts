import { stepsOf, type AskingStep } from '../interview/index.js';
import { chosenDepth } from './ask-depth.js';
import { renamed } from './ask-name.js';
import { changesLines } from './changes.js';
import type { Command, CommandName } from './command.js';
import { goTo } from './go-to.js';
import { toggleGuide } from './guide.js';
import { helpLines } from './help.js';
import type { Held, Next } from './held.js';
import { factLines, findingLines, whyLines } from './look.js';
import { outlineLines } from './outline.js';
import { takeProposed } from './proposed.js';
import { move, record } from './record.js';
import { askRemarks, dropOwn, toggleHere } from './remarks.js';
import { setStanding } from './standing.js';
import { travel } from './travel.js';
import { waive } from './waive.js';

type Work = (held: Held, step: AskingStep | undefined, said: string) => Next | Promise<Next>;

const WORK: Readonly<Record<CommandName, Work>> = {
  back: (held, step) => goBack(held, step),
  next: (held, step) => goOn(held, step),
  skip: at((held, step) => record(held, step, { intent: { type: 'skip', at: step.id } })),
  unknown: at((held, step, said) => setStanding(held, step, { status: 'unknown', said })),
  'n/a': at((held, step, said) => setStanding(held, step, { status: 'not-applicable', said })),
  defer: at((held, step, said) => setStanding(held, step, { status: 'deferred', said })),
  assume: at((held, step, said) => setStanding(held, step, { status: 'assumed', said })),
  take: at((held, step) => takeProposed(held, step)),
  dismiss: at((held, step) => record(held, step, { intent: { type: 'dismiss', at: step.id } })),
  remarks: at((held, step) => askRemarks(held, step)),
  here: at((held, step) => toggleHere(held, step)),
  inherit: at((held, step) => dropOwn(held, step)),
  list: (held, step, said) => say(held, outlineLines(held.runner.scene(), step, said)),
  goto: (held, _step, said) => goTo(held, said),
  why: at((held, step) => say(held, whyLines(held, step))),
  guide: (held, step) => toggleGuide(held, step),
  findings: (held) => say(held, findingLines(held.runner.scene())),
  facts: (held) => say(held, factLines(held.runner.scene())),
  changes: async (held) => say(held, await changesLines(held)),
  waive: (held, _step, said) => waive(held, said),
  undo: (held) => travel(held, 'undo'),
  redo: (held) => travel(held, 'redo'),
  depth: (held) => chosenDepth(held),
  rename: (held) => renamed(held),
  review: (held) => move(held, { type: 'review' }),
  finish: (held, step) => move(held, step === undefined ? { type: 'finish' } : { type: 'review' }),
  help: (held) => say(held, helpLines(held.talk.mode)),
  save: () => 'end-of-input',
  quit: () => 'end-of-input',
};

/** Carries out a command at a step, or at the review when there is none. */
export async function perform(
  held: Held,
  step: AskingStep | undefined,
  { name, said }: Command,
): Promise<Next> {
  return WORK[name](held, step, said);
}

function at(work: (held: Held, step: AskingStep, said: string) => Next | Promise<Next>): Work {
  return (held, step, said) => {
    if (step !== undefined) return work(held, step, said);
    held.talk.say('That belongs to a question. goto and its id goes to one.');
    return 'stay';
  };
}

function say(held: Held, lines: readonly string[]): Next {
  held.talk.say('', ...lines);
  return 'stay';
}

function stepsNow(held: Held): readonly AskingStep[] {
  const { situation, analysis } = held.runner.scene();
  return stepsOf(situation, analysis.probes);
}

/** From the review it goes back to the last question. */
function goBack(held: Held, step: AskingStep | undefined): Next {
  if (step !== undefined) return move(held, { type: 'go-back', from: step.id });
  const last = stepsNow(held).at(-1);
  return last === undefined ? 'stay' : move(held, { type: 'go-to', to: last.id });
}

function goOn(held: Held, step: AskingStep | undefined): Next {
  if (step === undefined) return say(held, ['This is the end. finish writes the files.']);
  const steps = stepsNow(held);
  const next = steps[steps.findIndex(({ id }) => id === step.id) + 1];
  return move(held, next === undefined ? { type: 'review' } : { type: 'go-to', to: next.id });
}
