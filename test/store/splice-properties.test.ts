import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkValue, type Answer, type Cell, type Row, type Value } from '../../src/bank/index.js';
import type { Saved, StoredProbe, Waiver } from '../../src/interview/index.js';
import { cleanText } from '../../src/kernel/index.js';
import { spliceSaved } from '../../src/store/splice-saved.js';
import { linesOf, parsedText } from '../../src/store/yaml-text.js';
import { parseTree, type Entry } from '../../src/store/yaml-tree.js';
import { bank, readBack, saved } from './splice-fixture.js';

const RUNS = { numRuns: Number(process.env['SPEC_INTERVIEW_RUNS'] ?? 25) };

const awkward = fc.constantFrom(
  'yes',
  'null',
  '~',
  '12',
  '0012',
  '1e3',
  '- a',
  'a: b',
  'a #b',
  '#x',
  '"q"',
  "it's",
  '|',
  '>',
  '{a}',
  '[b',
  '*x',
  '&x',
  '!x',
  '%x',
  '@x',
  '`x',
  '---',
  '...',
  '<<<<<<< x',
  '? x',
  '2026-12-15',
  '🙂 é 漢',
  'tab\there',
  '\uFEFFx',
  '\u0085x',
);
const line = fc
  .oneof(
    awkward,
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  .map((text) => cleanText(text).replaceAll('\n', ' ').trim())
  .filter((text) => text !== '');
const paragraphs = fc
  .array(
    fc.oneof(line, fc.constantFrom('', '  indented', '\t', 'trailing  ', '# not a comment', '- id: redis')),
    { maxLength: 6 },
  )
  .map((lines) => cleanText(lines.join('\n')).trimEnd())
  .filter((text) => text.trim() !== '');
const said = fc.oneof(line, paragraphs).map((text) => text.trimEnd());

const typed = (id: string, raw: fc.Arbitrary<unknown>): fc.Arbitrary<Value> =>
  raw
    .map((value) => checkValue(bank.question(id)!, value))
    .filter((checked) => checked.ok)
    .map((checked) => checked.value);

const cells: Readonly<Record<string, fc.Arbitrary<Cell>>> = {
  name: line,
  needed: fc.constantFrom('hard', 'soft'),
  timeout: fc.constantFrom('50 ms', '3 s', '0.5 s'),
  replicas: fc.constantFrom('3', '0.5', '90071992547409930'),
  cached: fc.boolean(),
  uses: fc.subarray(['reads', 'writes']),
};
const rowOf = (id: string): fc.Arbitrary<Row> =>
  fc
    .record({
      cells: fc.record(cells, { requiredKeys: [] }),
      why: fc.option(line, { nil: undefined }),
      nnnn: fc.option(fc.constantFrom('0007', '0012'), { nil: undefined }),
    })
    .map(({ cells: filled, why, nnnn }) => ({
      id,
      cells: filled as Row['cells'],
      ...(why === undefined ? {} : { why }),
      ...(nnnn === undefined ? {} : { nnnn }),
    }));
const table = fc
  .shuffledSubarray(['redis', 'ntp', 'mail', 'kv-2', '7'])
  .chain((ids) => fc.tuple(...ids.map(rowOf)))
  .map((rows) => rows as readonly Row[]);

const values: Readonly<Record<string, fc.Arbitrary<Value>>> = {
  'arc.archetypes': fc.subarray(['http-api', 'worker']),
  'arc.tier': fc.constantFrom('T0', 'T1', 'T2'),
  'arc.purpose': typed('arc.purpose', paragraphs),
  'arc.name': typed('arc.name', line),
  'arc.new': fc.boolean(),
  'arc.goals': typed('arc.goals', fc.array(line, { maxLength: 4 })),
  'traffic.peak': fc.constantFrom('12000 req/s', '0.5 req/s'),
  'traffic.pods': fc.constantFrom('12', '0.25'),
  'dep.dependencies': table,
  'rec.rpo': fc.constantFrom('5 min', '24 h'),
  'api.base': typed('api.base', line),
};

const remarks = fc.record(
  {
    why: said,
    rejected: fc.array(fc.record({ option: line, because: said }), { minLength: 1, maxLength: 2 }),
    source: fc.constantFrom('measured' as const, 'code' as const),
    evidence: line,
    by: line,
    owner: line,
    due: fc.constant('2026-12-15'),
    reason: said,
    meanwhile: said,
    numbered: fc.constantFrom('0001', '0012'),
  },
  { requiredKeys: [] },
);
const answerOf = (value: fc.Arbitrary<Value>): fc.Arbitrary<Answer> =>
  fc.oneof(
    { weight: 3, arbitrary: value.map((given): Answer => ({ status: 'answered', value: given })) },
    fc
      .tuple(fc.constantFrom('answered' as const, 'assumed' as const, 'deferred' as const), value, remarks)
      .map(([status, given, more]): Answer => ({ ...more, status, value: given })),
    fc
      .tuple(fc.constantFrom('unknown' as const, 'not-applicable' as const, 'deferred' as const), remarks)
      .map(([status, more]): Answer => ({ ...more, status })),
  );

const anId = fc.constantFrom(...Object.keys(values));
const answers = fc
  .uniqueArray(anId)
  .chain((ids) => fc.tuple(...ids.map((id) => answerOf(values[id]!).map((answer) => [id, answer] as const))))
  .map((pairs) => new Map(pairs as readonly (readonly [string, Answer])[]));

const probe: fc.Arbitrary<StoredProbe> = fc
  .record({
    id: fc.constantFrom('rule.x.redis', 'rule.y', 'model.7f3a91c2'),
    asks: said,
    about: fc.uniqueArray(anId, { maxLength: 2 }),
    answer: fc.option(answerOf(said), { nil: undefined }),
  })
  .map(({ id, asks, about, answer }) => ({
    id,
    asks,
    about,
    ...(id.startsWith('model.') ? { by: 'claude, prompt 4d2e' } : {}),
    ...(answer === undefined ? { dismissed: true } : { answer }),
  }));
const waiver: fc.Arbitrary<Waiver> = fc.record({
  finding: fc.constantFrom('a.redis', 'b'),
  reason: said,
  owner: line,
  until: fc.constant('2027-03-01'),
  given: fc.dictionary(anId, said, { maxKeys: 2, noNullPrototype: true }),
});
const state: fc.Arbitrary<Saved> = fc
  .record({
    name: line,
    depth: fc.constantFrom('quick', 'standard', 'deep'),
    answers,
    stale: fc.uniqueArray(fc.tuple(anId, anId), { selector: ([id]) => id }).map((pairs) => new Map(pairs)),
    probes: fc.uniqueArray(probe, { selector: ({ id }) => id }),
    waivers: fc.uniqueArray(waiver, { selector: ({ finding }) => finding }),
  })
  .map((over) => saved({}, over as Partial<Saved>));

type Style = {
  readonly notes: readonly boolean[];
  readonly trailing: readonly boolean[];
  readonly windows: boolean;
};
const style: fc.Arbitrary<Style> = fc.record({
  notes: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  trailing: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  windows: fc.boolean(),
});

/** The keys of a file and of its answers, each with the lines it takes. */
function entriesOf(text: string): readonly Entry[] {
  const { root } = parseTree(parsedText(linesOf(text)));
  if (root.type !== 'map') return [];
  const inner = root.entries.find(({ key }) => key === 'answers')?.value;
  return [
    ...root.entries.filter(({ key }) => key !== 'answers'),
    ...(inner?.type === 'map' ? inner.entries : []),
  ];
}

/** Writes comments and blank lines into a file, above and behind its keys, as people do. */
function commented(text: string, { notes, trailing, windows }: Style): string {
  const lines = text.split('\n');
  for (const [index, { from, to, indent }] of [...entriesOf(text).entries()].sort(
    (a, b) => b[1].from - a[1].from,
  )) {
    const plain = from === to && !/["'|>]/.test(lines[from] ?? '');
    if (trailing[index % 5] === true && plain)
      lines[from] = `${lines[from] ?? ''}   # behind ${String(index)}`;
    if (notes[index % 5] === true) lines.splice(from, 0, '', `${' '.repeat(indent)}# above ${String(index)}`);
  }
  return lines.join(windows ? '\r\n' : '\n');
}

/** What stands in a file beside the entries with these keys, byte for byte. */
function beside(text: string, keys: ReadonlySet<string>): string {
  const { lines } = linesOf(text);
  const taken = entriesOf(text).filter(({ key }) => keys.has(key));
  const kept = lines.filter((_, index) => !taken.some(({ from, to }) => index >= from && index <= to));
  return kept.map(({ text: one, end }) => one.replace(/^answers: \{\}$/, 'answers:') + end).join('');
}

function changedKeys(before: Saved, after: Saved): ReadonlySet<string> {
  const ids = [...before.answers.keys(), ...after.answers.keys()];
  const differing = ids.filter((id) => before.answers.get(id) !== after.answers.get(id));
  return new Set([...differing, 'name', 'depth', 'banks', 'stale', 'probes', 'waivers']);
}

describe('splicing', { timeout: 180_000 + RUNS.numRuns * 200 }, () => {
  it('writes any state so that it is read back the same', () => {
    fc.assert(
      fc.property(state, (after) => {
        expect(readBack(spliceSaved('', { before: after, after, bank }))).toEqual(after);
      }),
      RUNS,
    );
  });

  it('keeps every byte when nothing changed', () => {
    fc.assert(
      fc.property(state, style, (after, written) => {
        const text = commented(spliceSaved('', { before: after, after, bank }), written);
        const same = readBack(text);
        expect(spliceSaved(text, { before: same, after: structuredClone(same), bank })).toBe(text);
      }),
      RUNS,
    );
  });

  it('follows a session of edits, touches no other answer, and comes back by undo', () => {
    fc.assert(
      fc.property(state, style, fc.array(state, { minLength: 1, maxLength: 4 }), (first, written, states) => {
        let text = commented(spliceSaved('', { before: first, after: first, bank }), written);
        const past: Saved[] = [first];
        for (const next of [...states, ...states.slice(0, -1).reverse(), first]) {
          const before = past.at(-1)!;
          const after = mixed(before, next);
          const now = spliceSaved(text, { before, after, bank });
          expect(readBack(now)).toEqual(after);
          expect(beside(now, changedKeys(before, after))).toBe(beside(text, changedKeys(before, after)));
          text = now;
          past.push(after);
        }
        expect(readBack(spliceSaved(text, { before: past.at(-1)!, after: first, bank }))).toEqual(first);
      }),
      RUNS,
    );
  });

  it('changes rows so that rows that stay the same keep their bytes', () => {
    fc.assert(
      fc.property(table, table, (one, other) => {
        const before = saved({ 'dep.dependencies': { status: 'answered', value: one } });
        const kept = other.map((row, index) =>
          index % 2 === 0 ? (one.find(({ id }) => id === row.id) ?? row) : row,
        );
        const after = saved({ 'dep.dependencies': { status: 'answered', value: kept } });
        const text = spliceSaved('', { before, after: before, bank }).replaceAll(
          /^( +)- id: .*$/gm,
          '$1# row\n$&  # here',
        );
        const now = spliceSaved(text, { before, after, bank });
        expect(readBack(now)).toEqual(after);
        const same = kept.filter((row) => one.includes(row));
        for (const { id } of same) expect(rowText(now, id)).toBe(rowText(text, id));
      }),
      RUNS,
    );
  });
});

/** About half of the answers come from the other state, so that a step changes some and leaves some. */
function mixed(before: Saved, next: Saved): Saved {
  const ids = [...new Set([...before.answers.keys(), ...next.answers.keys()])];
  const pairs = ids.flatMap((id, index) => {
    const answer = (index % 2 === 0 ? before : next).answers.get(id);
    return answer === undefined ? [] : [[id, answer] as const];
  });
  return { ...next, answers: new Map(pairs) };
}

function rowText(text: string, id: string): string {
  const { root } = parseTree(text);
  const answersNode =
    root.type === 'map' ? root.entries.find(({ key }) => key === 'answers')?.value : undefined;
  const list = answersNode?.type === 'map' ? answersNode.entries[0]?.value : undefined;
  const items = list?.type === 'list' ? list.items : [];
  const item = items.find(({ value }) => (value.data as { id?: unknown } | null)?.id === id);
  return item === undefined
    ? ''
    : text
        .split('\n')
        .slice(item.from, item.to + 1)
        .join('\n');
}
