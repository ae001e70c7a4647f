import { describe, expect, it } from 'vitest';
import { root } from '../house/program.js';
import { documentOf, readShipped } from '../render/shipped.js';

const answered = (values: Readonly<Record<string, unknown>>) => {
  const answers = Object.entries(values).map(
    ([id, raw]) => [id, { status: 'answered' as const, raw }] as const,
  );
  const { bank } = readShipped(root);
  return documentOf(bank, {
    ...{ name: 'Computed', depth: 'deep', stale: new Map(), probes: [], waivers: [] },
    answers: new Map(answers),
  });
};

const told = (values: Readonly<Record<string, unknown>>, title: string): readonly string[] =>
  answered(values)
    .computed.filter((item) => item.title === title)
    .map(({ subject, text }) => (subject === '' ? text : `${subject}: ${text}`));

const dependency = (id: string, cells: Readonly<Record<string, unknown>>) => ({ id, name: id, ...cells });

describe('figures that say nothing new are left out of the document', () => {
  it('names what stops everything once, and each of them only while the list cannot be made', () => {
    const needed = [dependency('store', { needed: 'hard' }), dependency('mail', { needed: 'soft' })];
    const open = [...needed, dependency('keys', {})];
    const each = 'The system is down whenever the dependency is';

    expect(told({ 'dep.dependencies': needed }, each)).toEqual([]);
    expect(told({ 'dep.dependencies': needed }, 'Dependencies that stop everything when they stop')).toEqual([
      'store',
    ]);
    expect(told({ 'dep.dependencies': open }, each)).toEqual(['store: yes']);
  });

  it('names the dependencies of one region once', () => {
    const all = [
      dependency('store', { region: 'eu-1' }),
      dependency('cache', { region: 'eu-1' }),
      dependency('mail', { region: 'us-1' }),
    ];

    expect(told({ 'dep.dependencies': all }, 'Dependencies in the same region')).toEqual(['store: cache']);
  });

  it('says what a fan-out multiplies only where it does', () => {
    const base = {
      'ctx.flows': [
        { id: 'a', name: 'a' },
        { id: 'b', name: 'b' },
      ],
    };
    const fanout = [
      { id: 'a', flow: 'a', typical: '1', worst: '1' },
      { id: 'b', flow: 'b', typical: '10', worst: '40' },
    ];
    const title = 'Calls of the worst request over those of a usual one';

    expect(told({ ...base, 'dep.fanout': fanout }, title)).toEqual(['b: 4×']);
  });
});
