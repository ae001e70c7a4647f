import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/analysis/index.js';
import { shippedBank } from '../analysis/shipped-bank.js';
import { goodSpecs, judged } from './read-specs.js';

type Expected = { readonly finding: string; readonly severity: 'block' | 'high'; readonly because: string };

const expected = parse(readFileSync(join(import.meta.dirname, 'findings.yaml'), 'utf8')) as Readonly<
  Record<string, readonly Expected[]>
>;
const bank = shippedBank();
const specs = goodSpecs().map((spec) => ({ ...spec, analysis: judged(bank, spec) }));

const SEVERITIES = ['block', 'high', 'med', 'info'] as const;
const line = (finding: { readonly severity: string; readonly id: string }): string =>
  `${finding.severity} ${finding.id}`;

/** What stops a reader: the findings that a careful engineer would have to agree with. */
const grave = ({ findings }: Analysis): readonly string[] =>
  findings
    .filter(({ severity }) => severity === 'block' || severity === 'high')
    .map(line)
    .sort();

describe('a good spec', () => {
  it.each(specs)('raises only findings that an expert agrees with: $name', ({ name, analysis }) => {
    const agreed = (expected[name] ?? []).map(({ finding, severity }) => line({ id: finding, severity }));
    expect(grave(analysis)).toEqual(agreed.sort());
  });

  it.each(specs)('is judged without a broken rule: $name', ({ analysis }) => {
    expect(analysis.broken).toEqual([]);
  });
});

describe('the list of agreed findings', () => {
  it('names every spec, and no other', () => {
    expect(Object.keys(expected).sort()).toEqual(specs.map(({ name }) => name).sort());
  });

  it('says of each finding why it is right', () => {
    const silent = Object.values(expected)
      .flat()
      .filter(({ because }) => because.split(' ').length < 8);
    expect(silent).toEqual([]);
  });
});

afterAll(() => {
  const rows = specs.map(({ name, saved, analysis }) => {
    const of = (severity: string): number =>
      analysis.findings.filter((it) => it.severity === severity).length;
    return [name, saved.answers.size, ...SEVERITIES.map(of), analysis.unchecked.length];
  });
  const head = ['spec', 'answers', ...SEVERITIES, 'undecided'];
  const cells = (row: readonly (string | number)[]): string =>
    row.map((cell, at) => (at === 0 ? String(cell).padEnd(30) : String(cell).padStart(9))).join(' ');
  console.log([head, ...rows].map(cells).join('\n'));
});
