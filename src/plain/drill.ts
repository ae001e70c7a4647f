import { createAnalyst } from '../analysis/index.js';
import { isTable, rowName, type Incident } from '../bank/index.js';
import { ok } from '../kernel/index.js';
import { createRunner } from '../runner/index.js';
import { caughtBy, compareAnswers, type Drill, type DrillAnswer, type DrillStep } from '../spec/index.js';
import type { Command } from './command.js';
import { briefLines, draftValue, drillName, revealLines, verdictLines, wordsAt } from './drill-lines.js';
import type { Ending, Held, Next } from './held.js';
import { readAnswer } from './read-answer.js';
import type { Left } from './reading.js';
import { openTalk, type TalkParts } from './run-plain.js';
import type { Talk } from './talk.js';

/** What came of one question of an exercise. */
export type Answered = {
  readonly question: string;
  readonly section: string;
  /** `sound` raises nothing that the answer of the case does not raise. */
  readonly came: 'sound' | 'finding' | 'open';
};

/** How an exercise ended: what came of each question, and whether the flaw was caught once all were asked. */
export type Drilled = {
  readonly ending: Ending;
  readonly answered: readonly Answered[];
  readonly caught?: boolean;
};

/** An exercise to be held, and what tells its story. */
export type DrillParts = TalkParts & {
  readonly drill: Drill;
  readonly title: string;
  readonly brief: string;
  readonly incident: (id: string) => Incident | undefined;
};

/** Holds an exercise line by line: brief, question, answer, reveal; at the end the flaw. */
export async function runDrill(parts: DrillParts): Promise<Drilled> {
  const { drill, columns } = parts;
  const talk = await openTalk(parts);
  const held = heldBy(parts, talk);
  const answers: DrillAnswer[] = [];
  const answered: Answered[] = [];
  talk.say(...briefLines(drill, held.runner.scene(), parts), helpText(talk));
  try {
    for (const [at, step] of drill.steps.entries()) {
      talk.say('', `Question ${String(at + 1)} of ${String(drill.steps.length)} (${step.id})`);
      const said = await askDrill(held, drill, step);
      if ('type' in said && said.next !== 'go-on') return { ending: endingOf(said), answered };
      const given = 'step' in said ? said : undefined;
      if (given !== undefined) answers.push(given);
      const comparison = given === undefined ? undefined : compareAnswers(drill, step, given.value);
      const { incident } = held;
      talk.say(
        ...revealLines({ drill, scene: held.runner.scene(), step, given, comparison, incident, columns }),
      );
      const came = comparison === undefined ? 'open' : raised(comparison.yours.findings.length);
      answered.push({ question: step.id, section: step.question.section, came });
    }
    const by = caughtBy(drill, answers);
    talk.say(...verdictLines(drill, by, { scene: held.runner.scene(), columns }));
    return { ending: 'finished', answered, caught: by !== undefined };
  } finally {
    talk.close();
  }
}

const endingOf = ({ next }: Left): Ending => (next === 'cancel' ? 'cancel' : 'end-of-input');

const raised = (findings: number): Answered['came'] => (findings > 0 ? 'finding' : 'sound');

function heldBy({ drill, now, incident }: DrillParts, talk: Talk): Held {
  const runner = createRunner({
    session: drill.draft,
    save: () => ok(undefined),
    analyse: createAnalyst(drill.draft.bank),
  });
  return {
    ...{ runner, talk, now, incident, sentencesFor: () => [], keepReport: undefined },
    ...{ rows: new Map(), items: new Map(), begun: new Map(), remarks: new Map(), here: new Set() },
    unsaved: new Map(),
    keepDraft: () => undefined,
    ...{
      depth: { chosen: true },
      shown: { section: '' },
      proposals: new Map(),
      notesFor: undefined,
      guide: { on: false },
    },
  };
}

const slashOf = ({ mode }: Talk): string => (mode === 'inline' ? '/' : '');

function helpText(talk: Talk): string {
  const slash = slashOf(talk);
  return `${slash}skip leaves a question open, ${slash}why says why it is asked, ${slash}quit ends the exercise.`;
}

async function askDrill(held: Held, drill: Drill, step: DrillStep): Promise<DrillAnswer | Left> {
  const { question, cell } = step;
  const current = drill.shown.has(step.id) ? draftValue(drill, step) : undefined;
  held.talk.say(...promptLines(step));
  if (current !== undefined) {
    const words = wordsAt(held.runner.scene(), step, current);
    held.talk.say(`The draft says: ${words}. An empty line keeps it.`);
  }
  const onCommand = (command: Command) => Promise.resolve(perform(held, step, command));
  const reply = await readAnswer({ held, shape: cell?.column ?? question, current, onCommand }, step.id);
  if (reply.type === 'left') return reply;
  const value = reply.type === 'keep' ? current : reply.value;
  return value === undefined ? { type: 'left', next: 'go-on' } : { step, value };
}

function promptLines({ question, cell }: DrillStep): readonly string[] {
  if (cell === undefined || !isTable(question)) return [question.prompt];
  return [question.prompt, `${rowName(question, cell.row)}: ${cell.column.prompt ?? cell.column.label}`];
}

function perform({ talk }: Held, step: DrillStep, { name }: Command): Next {
  if (name === 'skip' || name === 'next') return 'go-on';
  if (name === 'quit' || name === 'save') return 'end-of-input';
  if (name === 'why') talk.say(`${drillName(step)}: ${step.question.why}`);
  else talk.say(`An exercise knows three commands: ${helpText(talk)}`);
  return 'stay';
}
