import { labelOf as questionLabel, valueText, type Answer, type JoinedBank } from '../bank/index.js';
import { sameValue } from './evolve.js';
import { canonicalText, type Saved, type Session } from './session.js';

/** What one side says: the answers of its own, and those it shares with other specs. */
export type Said = Pick<Session, 'saved' | 'context'>;

/** Two sides that grew from the same answers, and what mine last left where theirs stands now: whatever equals that is not their change. */
export type Sides = {
  readonly base: Said;
  readonly left: Said;
  readonly mine: Said;
  readonly theirs: Said;
};

/** Something that both sides changed, each in its own way; a side that took it away says nothing. */
export type Clash = {
  readonly key: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
};

/** Both sides in one: what only one side changed is taken from it; of a clash mine counts, unless its key is among `theirs`. */
export type JoinedSaid = Said & {
  readonly clashes: readonly Clash[];
  /** What they changed, by the name that people know. */
  readonly changed: readonly string[];
};

/** Joins two sides answer by answer. */
export function joinSaid(bank: JoinedBank, sides: Sides, theirs: ReadonlySet<string>): JoinedSaid {
  const labelOf = (id: string): string => {
    const question = bank.question(id);
    return question === undefined ? id : questionLabel(question);
  };
  const answerWords = (id: string, answer: Answer): string => answerText(bank, id, answer);
  const join = <T>(part: string, of: (said: Said) => ReadonlyMap<string, T>, words: Words<T>) =>
    joinMaps({ part, of, words, labelOf }, sides, theirs);

  const name = join('name', ({ saved }) => new Map([['name', saved.name]]), plain);
  const depth = join('depth', ({ saved }) => new Map([['depth', saved.depth]]), plain);
  const answers = join('answer', ({ saved }) => saved.answers, answerWords);
  const context = join('shared', (said) => said.context, answerWords);
  const stale = join('stale', ({ saved }) => saved.stale, plain);
  const probes = join('probe', ({ saved }) => byId(saved.probes, ({ id }) => id), plain);
  const waivers = join('waiver', ({ saved }) => byId(saved.waivers, ({ finding }) => finding), plain);
  const seen = [name, depth, answers, context, probes, waivers];
  const saved: Saved = {
    name: name.joined.get('name') ?? sides.mine.saved.name,
    depth: depth.joined.get('depth') ?? sides.mine.saved.depth,
    answers: answers.joined,
    stale: stale.joined,
    probes: [...probes.joined.values()],
    waivers: [...waivers.joined.values()],
  };
  return {
    saved,
    context: context.joined,
    clashes: seen.flatMap(({ clashes }) => clashes),
    changed: [...new Set(seen.flatMap(({ changed }) => changed))],
  };
}

type Words<T> = (id: string, value: T) => string;

type Part<T> = {
  readonly part: string;
  readonly of: (said: Said) => ReadonlyMap<string, T>;
  readonly words: Words<T>;
  readonly labelOf: (id: string) => string;
};

type JoinedMap<T> = {
  readonly joined: ReadonlyMap<string, T>;
  readonly clashes: readonly Clash[];
  readonly changed: readonly string[];
};

function joinMaps<T>(
  { part, of, words, labelOf }: Part<T>,
  sides: Sides,
  wins: ReadonlySet<string>,
): JoinedMap<T> {
  const [base, left] = [of(sides.base), of(sides.left)];
  const [mine, theirs] = [of(sides.mine), of(sides.theirs)];
  const joined = new Map<string, T>();
  const clashes: Clash[] = [];
  const changed: string[] = [];
  for (const id of new Set([...mine.keys(), ...theirs.keys(), ...base.keys()])) {
    const [before, own, other] = [base.get(id), mine.get(id), theirs.get(id)];
    const isTheirs = ![before, own, left.get(id)].some((known) => sameValue(other, known));
    const isClash = isTheirs && !sameValue(own, before);
    const key = `${part} ${id}`;
    if (isTheirs) changed.push(labelOf(id));
    if (isClash)
      clashes.push({ key, label: labelOf(id), mine: said(words, id, own), theirs: said(words, id, other) });
    const taken = isTheirs && (!isClash || wins.has(key)) ? other : own;
    if (taken !== undefined) joined.set(id, taken);
  }
  return { joined, clashes, changed };
}

function said<T>(words: Words<T>, id: string, value: T | undefined): string {
  return value === undefined ? 'no answer' : words(id, value);
}

const plain = (_id: string, value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

function answerText(bank: JoinedBank, id: string, { status, value }: Answer): string {
  const question = bank.question(id);
  if (value === undefined) return status;
  return question === undefined ? canonicalText(value) : valueText(question, value);
}

function byId<T>(all: readonly T[], idOf: (item: T) => string): ReadonlyMap<string, T> {
  return new Map(all.map((item) => [idOf(item), item]));
}
