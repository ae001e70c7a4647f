import { analyse, type Finding } from '../analysis/index.js';
import { checkValue, type Value } from '../bank/index.js';
import { situationOf, type Session } from '../interview/index.js';
import { drillStep, withStep, type DrillStep } from './drill-step.js';
import { createDice, times, withOtherNumbers } from './drill-variant.js';

/** What a case for practice is made of: sound answers, what to notice in them, and answers that can be swapped. */
export type DrillCase = {
  readonly session: Session;
  readonly notices: readonly { readonly says: string; readonly id: string }[];
  readonly seeds: readonly { readonly question: string; readonly to: unknown; readonly notice: string }[];
};

/** The one answer of the draft that was swapped, and the rule that speaks against it. */
export type Flaw = { readonly step: DrillStep; readonly value: Value; readonly notice: string };

/** One exercise: what the team decided, a draft of it with one flaw, and the questions to think about. */
export type Drill = {
  readonly sound: Session;
  readonly draft: Session;
  readonly flaw: Flaw;
  readonly steps: readonly DrillStep[];
  /** The steps whose answers the draft shows. */
  readonly shown: ReadonlySet<string>;
  readonly notices: ReadonlyMap<string, readonly string[]>;
};

const MOST = 8;
const SHOWN = 3;

/** Builds an exercise from a case; the same seed gives the same one. Nothing when no seed of the case raises its rule. */
export function buildDrill(given: DrillCase, seed: number): Drill | undefined {
  const dice = createDice(seed);
  const sound = withOtherNumbers(given.session, dice);
  const flaws = given.seeds.flatMap((each) => flawOf(given.session, sound, each) ?? []);
  const flaw = flaws[dice(flaws.length)];
  if (flaw === undefined) return undefined;
  const noticed = noticedAt(sound, given.notices);
  const swapped = flaws.map(({ step }) => step.id);
  const ids = [...new Set([...swapped, ...noticed.keys()])].slice(0, MOST);
  const order = new Map(sound.bank.questions.map(({ id }, at) => [id, at]));
  const rank = ({ question }: DrillStep) => order.get(question.id) ?? 0;
  return {
    sound,
    draft: withStep(sound, flaw.step, flaw.value),
    flaw,
    steps: ids.flatMap((id) => drillStep(sound, id) ?? []).toSorted((a, b) => rank(a) - rank(b)),
    shown: new Set(ids.slice(0, Math.max(SHOWN, swapped.length))),
    notices: noticed,
  };
}

type Seed = DrillCase['seeds'][number];

/** The flaw of a seed in these answers; a rate is as far from the sound one as in the case. */
function flawOf(original: Session, sound: Session, { question, to, notice }: Seed): Flaw | undefined {
  const step = drillStep(sound, question);
  const before = drillStep(original, question)?.value;
  if (step === undefined) return undefined;
  const shape = step.cell?.column ?? step.question;
  const checked = checkValue(shape, to);
  if (!checked.ok) return undefined;
  const value = times(shape, checked.value, ratio(before, step.value));
  const raised = raises(withStep(sound, step, value), notice) && !raises(sound, notice);
  return raised ? { step, value, notice } : undefined;
}

function ratio(before: Value | undefined, after: Value | undefined): number {
  const [a, b] = [before, after].map((value) => (typeof value === 'string' ? Number.parseFloat(value) : 1));
  return a !== undefined && b !== undefined && a > 0 && b > 0 ? b / a : 1;
}

/** Says whether a rule speaks against the answers, alone or together with another finding. */
export function raises(session: Session, rule: string): boolean {
  return analyse(session, situationOf(session)).findings.some((finding) => speaks(finding, rule));
}

const speaks = ({ rule, merged = [] }: Finding, wanted: string): boolean =>
  rule === wanted || merged.some(({ id }) => id.split('.')[0] === wanted);

/** For every notice the question that decides it, with what is to be noticed there. */
function noticedAt(session: Session, notices: DrillCase['notices']): ReadonlyMap<string, readonly string[]> {
  const { findings } = analyse(session, situationOf(session));
  const found = new Map<string, readonly string[]>();
  for (const { id, says } of notices) {
    const quotes = findings.find((finding) => speaks(finding, id))?.quotes ?? [];
    const steps = quotes.flatMap((quote) => drillStep(session, quote.id) ?? []).filter(isDecided);
    const step = steps.find(({ id: free }) => !found.has(free)) ?? steps[0];
    if (step !== undefined) found.set(step.id, [...(found.get(step.id) ?? []), says]);
  }
  return found;
}

/** A decision that can be taken in one line; who or what a row is about is no decision. */
function isDecided({ question, cell }: DrillStep): boolean {
  if (question.section === 'arc') return false;
  const shape = cell?.column ?? question;
  if (shape.kind === 'choice') return shape.of === undefined;
  return shape.kind === 'quantity' || shape.kind === 'confirm';
}
