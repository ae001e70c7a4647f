import type { Incident, Question } from '../bank/index.js';
import type { DraftFile, Proposed } from '../form/index.js';
import type { StepId } from '../interview/index.js';
import type { Runner, Sentencer } from '../runner/index.js';
import { asksDepth, chosenDepth } from './ask-depth.js';
import { askName } from './ask-name.js';
import { askStep } from './ask.js';
import { createAppendTalk } from './append-talk.js';
import { asciiTalk } from './ascii-talk.js';
import { askReport } from './guide.js';
import type { Ending, Held, Next } from './held.js';
import { keepWritten, sayBegun, sayUnsaved } from './keep-written.js';
import { askReview } from './review.js';
import { settleForeign } from './settle.js';
import { draftSaver, restoreWritten } from './written-draft.js';
import type { Streams, Talk } from './talk.js';

/** What a talk is held with; `mode` says whether prompts may redraw their own line. */
export type TalkParts = Streams & { readonly mode: 'inline' | 'append'; readonly now: () => number };

/** What an interview line by line is held with. */
export type PlainParts = TalkParts & {
  readonly runner: Runner;
  readonly depthChosen: boolean;
  readonly sentencesFor: Sentencer;
  readonly incident?: (id: string) => Incident | undefined;
  readonly guided?: boolean;
  readonly keepReport?: () => void;
  readonly proposals?: ReadonlyMap<StepId, Proposed>;
  readonly notesFor?: ((question: Question) => readonly string[]) | undefined;
  /** What was being typed when the interview stopped, as the file beside the answers holds it. */
  readonly draft?: unknown;
  readonly saveDraft?: (draft: DraftFile) => unknown;
};

/** Interviews line by line until the review is finished, the person leaves, or the input ends; every answer is saved by then. */
export async function runPlain(parts: PlainParts): Promise<Ending> {
  const talk = await openTalk(parts);
  const held = heldBy(parts, talk);
  restoreWritten(held, parts.draft);
  talk.say(...openingLines(held));
  for (;;) {
    const said = await turn(held);
    keepWritten(held, said);
    const next = said === 'go-on' ? await settleForeign(held) : said;
    if (next === 'go-on' || next === 'stay') continue;
    sayBegun(held);
    const isUnsaved = sayUnsaved(held);
    talk.close();
    return isUnsaved && next !== 'finished' ? 'unsaved' : next;
  }
}

/** Opens the talk of a mode, spelled as the locale can show it. */
export async function openTalk(parts: TalkParts): Promise<Talk> {
  const talk = await talkOf(parts);
  return parts.unicode === false ? asciiTalk(talk) : talk;
}

async function talkOf(parts: TalkParts): Promise<Talk> {
  if (parts.mode === 'append') return createAppendTalk(parts);
  const { createInlineTalk } = await import('./inline-talk.js');
  return createInlineTalk(parts);
}

function heldBy(parts: PlainParts, talk: Talk): Held {
  const { runner, now, sentencesFor, depthChosen, incident, guided = false, keepReport } = parts;
  const { proposals = new Map(), notesFor, draft, saveDraft } = parts;
  const written = { rows: new Map(), items: new Map() };
  return {
    ...{ runner, talk, now, sentencesFor, incident },
    ...{ ...written, begun: new Map(), unsaved: new Map(), remarks: new Map(), here: new Set() },
    keepDraft: draftSaver({ runner, ...written, before: draft, save: saveDraft }),
    ...{ depth: { chosen: depthChosen }, shown: { section: '' } },
    ...{ guide: { on: guided }, keepReport, proposals, notesFor },
  };
}

function openingLines({ talk, runner }: Held): readonly string[] {
  const { name } = runner.scene().session.saved;
  const slash = talk.mode === 'inline' ? '/' : '';
  return [
    ...(name.trim() === '' ? [] : [`Spec: ${name}`]),
    `${slash}help lists the commands; ${slash}skip leaves a question open.`,
  ];
}

async function turn(held: Held): Promise<Next> {
  const { session, step } = held.runner.scene();
  if (session.mode === 'spec' && session.saved.name.trim() === '') return askName(held);
  if (asksDepth(held)) return chosenDepth(held);
  if (step.type === 'finished') return held.guide.on ? askReport(held) : 'finished';
  return step.type === 'review' ? askReview(held) : askStep(held, step);
}
