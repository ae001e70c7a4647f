import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../house/program.js';
import { readShipped } from '../render/shipped.js';
import { createReader, flawed, newlySaid, readFlaws, type Flaw } from './recall.js';

const { bank, cases } = readShipped(root);
const flaws = readFlaws(root);
const caught = flaws.filter(({ caught_by }) => caught_by !== undefined);
const missed = flaws.filter(({ caught_by }) => caught_by === undefined);
const goodCases = new Map(
  cases.map(({ raw, caseInfo }) => {
    const read = createReader(bank);
    return [caseInfo.id, { raw, read, said: read(raw) }] as const;
  }),
);

const idsNewIn = ({ base, change }: Flaw): readonly string[] => {
  const good = goodCases.get(base);
  if (good === undefined) throw new Error(`There is no case ${base}.`);
  return newlySaid(good.said, good.read(flawed(good.raw, change))).map(({ id }) => id);
};

describe('sixty flaws in good specs', () => {
  it('are sixty, each under its own name', () => {
    expect(new Set(flaws.map(({ id }) => id)).size).toBe(60);
  });

  it.each(caught)('still come up: $id', (flaw) => {
    expect(idsNewIn(flaw)).toEqual(expect.arrayContaining([...(flaw.caught_by ?? [])]));
  });

  it.each(missed)('bring up nothing that nobody has judged: $id', (flaw) => {
    expect([...new Set(idsNewIn(flaw))].sort()).toEqual([...(flaw.beside ?? [])].sort());
  });

  it('are reported with their last figure and the name of each that is missed', () => {
    const report = readFileSync(join(root, 'test', 'recall', 'README.md'), 'utf8');
    const [last] = [...report.matchAll(/^\| .+? \| *(\d+) *\| *(\d+) *\| *\d+ % *\|$/gm)].slice(-1);
    const named = [...report.matchAll(/^- `([a-z-]+)`: /gm)].map(([, name]) => name);

    expect([last?.[1], last?.[2]]).toEqual([String(caught.length), String(missed.length)]);
    expect(named).toEqual(missed.map(({ id }) => id));
  });
});
