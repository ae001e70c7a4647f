import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../house/program.js';
import { createDisk, readCases } from '../../src/store/index.js';
import { shippedBank } from '../analysis/shipped-bank.js';
import { sure } from '../helpers/a-project.js';
import { createReader, flawed, newlySaid, readFlaws, type Flaw } from './recall.js';

const bank = shippedBank();
const cases = sure(readCases(createDisk(), join(root, 'question-banks', 'cases')));
const flaws = readFlaws(root, 'flaws.yaml');
const heldBack = readFlaws(root, 'held-back.yaml');
const isCaught = ({ caught_by }: Flaw): boolean => caught_by !== undefined;
const isMissed = (flaw: Flaw): boolean => !isCaught(flaw);
const report = readFileSync(join(root, 'test', 'recall', 'README.md'), 'utf8');
const lastFigure = (of: string): readonly number[] => {
  const rows = [...report.matchAll(/^\| (\w+).+? \| *(\d+) *\| *(\d+) *\| *\d+ % *\|$/gm)];
  const last = rows.filter(([, first]) => first === of).at(-1);
  return [Number(last?.[2]), Number(last?.[3])];
};
const namedUnder = (heading: string): readonly (string | undefined)[] => {
  const part = report.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  return [...part.matchAll(/^- `([a-z-]+)`: /gm)].map(([, name]) => name);
};
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

describe('flaws in good specs', () => {
  it('are sixty and the sixteen held back, each under its own name', () => {
    expect([flaws.length, heldBack.length]).toEqual([60, 16]);
    expect(new Set([...flaws, ...heldBack].map(({ id }) => id)).size).toBe(76);
  });

  it.each([...flaws, ...heldBack].filter(isCaught))('still come up: $id', (flaw) => {
    expect(idsNewIn(flaw)).toEqual(expect.arrayContaining([...(flaw.caught_by ?? [])]));
  });

  it.each([...flaws, ...heldBack].filter(isMissed))(
    'bring up nothing that nobody has judged: $id',
    (flaw) => {
      expect([...new Set(idsNewIn(flaw))].sort()).toEqual([...(flaw.beside ?? [])].sort());
    },
  );

  it('are reported with their last figures and the name of each that is missed', () => {
    const sixty = lastFigure('Sixty');
    const sixteen = lastFigure('Sixteen');

    expect(sixty).toEqual([flaws.filter(isCaught).length, flaws.filter(isMissed).length]);
    expect(sixteen).toEqual([heldBack.filter(isCaught).length, heldBack.filter(isMissed).length]);
    expect(namedUnder('Still missed')).toEqual(flaws.filter(isMissed).map(({ id }) => id));
    expect(namedUnder('Held back and missed')).toEqual(heldBack.filter(isMissed).map(({ id }) => id));
  });
});
