import type { SentencePattern } from '../bank/index.js';
import type { Requirement, Scenario } from './document.js';
import { fill, type Filling } from './fill.js';

/** The part of a requirement that says how it is shown to hold. */
export type Proof = Pick<Requirement, 'verify' | 'proof' | 'scenario' | 'drill' | 'promise'>;

const NO_SCENARIO: Scenario = { given: '', when: '', then: '' };
const NO_DRILL: Requirement['drill'] = { break: '', observe: '' };

/** Fills what a pattern says about proving its sentence. */
export function proofOf(pattern: SentencePattern, filling: Filling, sentence: string): Proof {
  const { verify, promise } = pattern;
  const scenario = filledOver(NO_SCENARIO, pattern.scenario, filling);
  const drill = filledOver(NO_DRILL, pattern.drill, filling);
  const value = typeof filling.value === 'string' ? filling.value : (filling.row?.id ?? '');
  const byDrill = verify === 'drill' && drill.break !== '';
  return {
    verify,
    proof: byDrill ? drillProof(drill, sentence) : scenarioProof(scenario, sentence),
    scenario,
    drill,
    promise: promise === undefined ? { kind: '', value: '' } : { kind: promise, value },
  };
}

/** Fills every text of a set; where one lacks a value, the whole set stays empty, as it does where nothing is given. */
function filledOver<T extends Readonly<Record<string, string>>>(
  empty: T,
  given: Partial<T> | undefined,
  filling: Filling,
): T {
  if (given === undefined) return empty;
  const all = Object.entries<string>({ ...empty, ...given }).map(([name, text]) => ({
    name,
    filled: fill(text, filling),
  }));
  if (all.some(({ filled }) => filled.missing.length > 0)) return empty;
  return Object.fromEntries(all.map(({ name, filled }) => [name, filled.text])) as T;
}

function drillProof(drill: Requirement['drill'], sentence: string): string {
  return adds(drill.observe, sentence) ? `${drill.break}, and observe that ${drill.observe}` : drill.break;
}

function scenarioProof({ given, when, then }: Scenario, sentence: string): string {
  if (then === '' || !adds(`${given} ${when} ${then}`, sentence)) return '';
  return given === '' ? `when ${when}, then ${then}` : `given ${given}, when ${when}, then ${then}`;
}

/** A proof is worth its words when at least three of them are new; otherwise it only repeats the requirement. */
function adds(proof: string, sentence: string): boolean {
  const said = new Set(wordsOf(sentence));
  return new Set(wordsOf(proof).filter((word) => !said.has(word) && !FRAME.has(word))).size >= 3;
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const FRAME = new Set(
  `the a an is are was were be been has have had does do did it its this that these those there then when given and or
  of to in on for with by at as no not must system works normally usual load runs under only one of them they`.split(
    /\s+/,
  ),
);
