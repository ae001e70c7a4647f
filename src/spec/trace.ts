import { byCodeUnit } from '../kernel/index.js';
import { REQUIREMENT_ID } from './requirement-ids.js';

/** A requirement id as it stands in a file: alone, or with the word before its slash, which may be a spec. */
export type Mention = { readonly id: string; readonly before: string; readonly line: number };

/** Finds every requirement id in a text, line by line; the time is linear in the length of the text. */
export function findMentions(text: string): readonly Mention[] {
  const mentions: Mention[] = [];
  let [line, next] = [1, text.indexOf('\n')];
  for (const match of text.matchAll(REQUIREMENT_ID)) {
    while (next !== -1 && next < match.index) [line, next] = [line + 1, text.indexOf('\n', next + 1)];
    mentions.push({ id: match[0], before: wordBefore(text, match.index), line });
  }
  return mentions;
}

const LONGEST_SLUG = 100;

function wordBefore(text: string, at: number): string {
  if (text[at - 1] !== '/') return '';
  const before = text.slice(Math.max(0, at - 1 - LONGEST_SLUG), at - 1);
  return /[a-z0-9][a-z0-9._-]*$/i.exec(before)?.[0] ?? '';
}

/** A mention in a file; `mapped` is the spec that the settings give to its folder, or empty. */
export type Citation = Mention & { readonly file: string; readonly isTest: boolean; readonly mapped: string };

/** What a spec requires and no longer requires; `changed` are requirements that read otherwise than when they were accepted. */
export type TracedSpec = {
  readonly spec: string;
  readonly requirements: readonly { readonly id: string; readonly verify: string }[];
  readonly retired: readonly string[];
  readonly changed: readonly string[];
};

/** One requirement with the places that cite it, as `file:line`. */
export type TracedRequirement = {
  readonly id: string;
  readonly verify: string;
  readonly tests: readonly string[];
  readonly code: readonly string[];
};

/** A citation that needs a look. */
export type Doubt = { readonly id: string; readonly at: string };

/** From every requirement to the tests and code that cite it, and from every citation back. */
export type Trace = {
  readonly specs: readonly { readonly spec: string; readonly requirements: readonly TracedRequirement[] }[];
  /** Verified by a test, and cited by none; with their spec. */
  readonly untested: readonly string[];
  readonly retired: readonly Doubt[];
  readonly changed: readonly Doubt[];
  readonly unknown: readonly Doubt[];
  readonly ambiguous: readonly Doubt[];
};

/** Brings specs and citations together; nothing is guessed: what fits several specs is ambiguous. */
export function buildTrace(specs: readonly TracedSpec[], citations: readonly Citation[]): Trace {
  const index = indexOf(specs);
  const settled = citations.map((citation) => ({ citation, hit: resolve(index, citation) }));
  const places = new Map<string, { tests: string[]; code: string[] }>();
  for (const { citation, hit } of settled) {
    if (hit.type !== 'current') continue;
    const place = places.get(hit.key) ?? { tests: [], code: [] };
    (citation.isTest ? place.tests : place.code).push(placeOf(citation));
    places.set(hit.key, place);
  }
  const doubts = (type: Hit['type']): readonly Doubt[] =>
    settled.filter(({ hit }) => hit.type === type).map(({ citation }) => doubtOf(citation));
  const traced = specs.map(({ spec, requirements }) => ({
    spec,
    requirements: requirements.map(({ id, verify }) => {
      const { tests = [], code = [] } = places.get(`${spec}/${id}`) ?? {};
      return { id, verify, tests: inOrder(tests), code: inOrder(code) };
    }),
  }));
  return {
    specs: traced,
    untested: traced.flatMap(({ spec, requirements }) =>
      requirements
        .filter(({ verify, tests }) => verify === 'test' && tests.length === 0)
        .map(({ id }) => `${spec}/${id}`),
    ),
    retired: doubts('retired'),
    changed: settled
      .filter(({ hit }) => hit.type === 'current' && index.changed.has(hit.key))
      .map(({ citation }) => doubtOf(citation)),
    unknown: doubts('unknown'),
    ambiguous: doubts('ambiguous'),
  };
}

const inOrder = (places: readonly string[]): readonly string[] => [...new Set(places)].sort(byCodeUnit);
const placeOf = ({ file, line }: Citation): string => `${file}:${String(line)}`;
const doubtOf = (citation: Citation): Doubt => ({
  id: citation.before === '' ? citation.id : `${citation.before}/${citation.id}`,
  at: placeOf(citation),
});

type Index = {
  readonly slugs: ReadonlySet<string>;
  readonly current: ReadonlySet<string>;
  readonly retired: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
  /** The specs that have an id now; those that once had it. */
  readonly owners: ReadonlyMap<string, readonly string[]>;
  readonly formerOwners: ReadonlyMap<string, readonly string[]>;
};

type Hit =
  { readonly type: 'current'; readonly key: string } | { readonly type: 'retired' | 'unknown' | 'ambiguous' };

function indexOf(specs: readonly TracedSpec[]): Index {
  const now = specs.map(({ spec, requirements }) => ({ spec, ids: requirements.map(({ id }) => id) }));
  const then = specs.map(({ spec, retired }) => ({ spec, ids: retired }));
  const changed = specs.map(({ spec, changed: ids }) => ({ spec, ids }));
  return {
    slugs: new Set(specs.map(({ spec }) => spec)),
    current: keysOf(now),
    retired: keysOf(then),
    changed: keysOf(changed),
    owners: ownersOf(now),
    formerOwners: ownersOf(then),
  };
}

type Owned = readonly { readonly spec: string; readonly ids: readonly string[] }[];

const keysOf = (owned: Owned): ReadonlySet<string> =>
  new Set(owned.flatMap(({ spec, ids }) => ids.map((id) => `${spec}/${id}`)));

function ownersOf(owned: Owned): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const { spec, ids } of owned) {
    for (const id of ids) owners.set(id, [...(owners.get(id) ?? []), spec]);
  }
  return owners;
}

function resolve(index: Index, citation: Citation): Hit {
  const found = hitOf(index, citation);
  // `REQ-REC-004.ts` is the name of a file, not a row: what follows the point counts only when such a requirement exists.
  const bare = citation.id.split('.', 1)[0] ?? '';
  if (found.type !== 'unknown' || bare === citation.id) return found;
  return hitOf(index, { ...citation, id: bare });
}

function hitOf(index: Index, { id, before, mapped }: Citation): Hit {
  const spec = index.slugs.has(before) ? before : mapped;
  if (spec !== '') return hitIn(index, `${spec}/${id}`);
  const owners = index.owners.get(id) ?? index.formerOwners.get(id) ?? [];
  if (owners.length > 1) return { type: 'ambiguous' };
  return owners[0] === undefined ? { type: 'unknown' } : hitIn(index, `${owners[0]}/${id}`);
}

function hitIn({ current, retired }: Index, key: string): Hit {
  if (current.has(key)) return { type: 'current', key };
  return { type: retired.has(key) ? 'retired' : 'unknown' };
}
