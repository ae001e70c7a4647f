import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/index.js';
import { joinBanks, lintBank, parseBank, parseIncidents } from '../../src/bank/index.js';
import { factSignatures } from '../../src/facts/index.js';
import { openSession, situationOf } from '../../src/interview/index.js';
import type { Problem, Result } from '../../src/kernel/index.js';
import { lintFormat, parseFormat } from '../../src/render/index.js';
import { buildSpec } from '../../src/spec/index.js';
import { parseAnswers, parseManifest } from '../../src/store/index.js';
import { root } from '../house/program.js';
import { readShipped } from '../render/shipped.js';
import { mutated } from './mutated.js';
import { counted, rounds } from './rounds.js';

const text = (...names: readonly string[]): string => readFileSync(path.join(root, ...names), 'utf8');
const LONG = { timeout: 3_600_000 };

const { bank } = readShipped(root);
// The longest cases are left to the long form.
const cases = readdirSync(path.join(root, 'question-banks', 'cases'))
  .map((name) => text('question-banks', 'cases', name))
  .filter(({ length }) => length < rounds(6_000, 0.01));

const BANK = text('test', 'fuzz', 'small-bank.yaml');
const HEAD = text('question-banks', 'archetypes', 'worker', 'bank.yaml');
const sections = ['arc', 'ops', 'rec'].map((id) => text('question-banks', 'core', id, 'questions.yaml'));
const rules = ['arc', 'ops', 'ctx'].map((id) => text('question-banks', 'core', id, 'rules.yaml'));

const sets = ['brief', 'adr', 'slo', 'openapi'].map((id) => {
  const names = readdirSync(path.join(root, 'templates', id));
  return { id, files: names.map((name) => ({ path: name, text: text('templates', id, name) })) };
});
// One of the files of a set is spoiled.
const spoiledSet = fc
  .constantFrom(...sets.flatMap((set) => set.files.map((file) => ({ set, file }))))
  .chain(({ set: { id, files }, file }) =>
    mutated([file.text]).map((spoiled) => ({
      id,
      files: files.map((each) => (each === file ? { ...each, text: spoiled } : each)),
    })),
  );

const incidents = text('question-banks', 'incidents.yaml')
  .split(/\n(?=- )/)
  .slice(0, 4)
  .join('\n');

const hash = 'a'.repeat(64);
const record = JSON.stringify(
  {
    ...{ format: 1, tool: '0.1.0', banks: { core: { version: 1, sha256: hash } }, formats: { spec: hash } },
    ...{
      answers: hash,
      context: { 'stk.language': hash },
      config: hash,
      retired: [{ id: 'REQ-1', text: 'Gone.' }],
    },
    files: { 'spec.md': { sha256: hash, on_disk: hash, blocks: [{ at: [1] }] } },
    requirements: [{ id: 'REQ-TRF-001', text: 'The service answers.', answers: ['trf.peak'] }],
    findings: [{ id: 'f', severity: 'high' }],
    due: [{ id: 'trf.peak', date: '2026-12-01' }],
  },
  null,
  2,
);

/** What was refused, and what was taken; a refusal says where and what in words of its own. */
const tally = new Map<string, { taken: number; refused: number }>();
function told(sort: string, problems: readonly Problem[] | undefined): void {
  const { taken, refused } = tally.get(sort) ?? { taken: 0, refused: 0 };
  tally.set(sort, problems === undefined ? { taken: taken + 1, refused } : { taken, refused: refused + 1 });
  if (problems === undefined) return;
  expect(problems.length).toBeGreaterThan(0);
  for (const { code, message, place } of problems) {
    expect(code).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(message.length).toBeGreaterThan(10);
    expect(place?.file, message).toBeTruthy();
  }
}

const refusals = <T>(result: Result<T>): readonly Problem[] | undefined =>
  result.ok ? undefined : result.error;

function tries<T>(
  sort: string,
  given: fc.Arbitrary<T>,
  read: (given: T) => readonly Problem[] | undefined,
): void {
  fc.assert(
    fc.property(given, (each) => {
      told(sort, read(each));
    }),
    { numRuns: rounds(150) },
  );
  expect(tally.get(sort)?.taken, sort).toBeGreaterThan(0);
}

const warnings: Error[] = [];
const noticed = (warning: Error) => warnings.push(warning);
process.on('warning', noticed);

afterAll(() => {
  process.off('warning', noticed);
  for (const [sort, { taken, refused }] of tally)
    counted(`${sort}: ${taken.toLocaleString('en')} taken, ${refused.toLocaleString('en')} refused`);
});

describe('any text where data is expected', LONG, () => {
  it('is answers that give a spec, or a problem with its place', () => {
    tries('answers', mutated(cases), (given) => {
      const file = parseAnswers(given, 'specs/x/answers.yaml');
      if (!file.ok) return file.error;
      const { session } = openSession({ bank, mode: 'spec', saved: file.value.raw, context: new Map() });
      // What follows from the answers takes a hundred times as long as reading them.
      if (given.length % 8 === 0) buildSpec(session, analyse(session, situationOf(session)));
      return undefined;
    });
  });

  it('is a bank that can be joined and checked, or a problem with its place', () => {
    const whole = fc.tuple(fc.constant(''), mutated([BANK]));
    const parted = fc.tuple(mutated([HEAD]), mutated([...sections, ...rules]));
    tries('banks', fc.oneof(whole, parted), ([head, body]) => {
      const files =
        head === ''
          ? [{ path: 'own/bank.yaml', text: body }]
          : [
              { path: 'own/bank.yaml', text: head },
              { path: 'own/questions.yaml', text: body },
            ];
      const parsed = parseBank({ id: 'own', files });
      if (!parsed.ok) return parsed.error;
      const joined = joinBanks([parsed.value], factSignatures);
      if (!joined.ok) return joined.error;
      const flaws = lintBank(joined.value);
      return flaws.length === 0 ? undefined : flaws;
    });
  });

  it('is a template set that renders, or a problem with its place', () => {
    tries('templates', spoiledSet, (set) => {
      const parsed = parseFormat(set);
      if (!parsed.ok) return parsed.error;
      const flaws = lintFormat(parsed.value);
      return flaws.length === 0 ? undefined : flaws;
    });
  });

  it('is the record of a rendering, or a problem with its place', () => {
    tries('manifests', mutated([record]), (given) =>
      refusals(parseManifest(given, 'specs/x/.base/manifest.json')),
    );
  });

  it('is a list of incidents, or a problem with its place', () => {
    tries('incidents', mutated([incidents]), (given) =>
      refusals(parseIncidents({ path: 'incidents.yaml', text: given })),
    );
  });

  it('makes no library write to the terminal behind our back', async () => {
    const parsed = parseFormat({
      id: 'mine',
      files: [{ path: 'template.yaml', text: '? { a: [\u202e] }\n: 1\n' }],
    });
    expect(parsed.ok).toBe(false);
    await new Promise(setImmediate);
    expect(warnings).toEqual([]);
  });
});
