import { describe, expect, it } from 'vitest';
import { buildTrace, findMentions, type Citation, type TracedSpec } from '../../src/spec/trace.js';

const spec = (name: string, ids: readonly string[], over: Partial<TracedSpec> = {}): TracedSpec => ({
  ...{ spec: name, retired: [], changed: [] },
  requirements: ids.map((id) => ({ id, verify: 'test' })),
  ...over,
});
const cite = (id: string, over: Partial<Citation> = {}): Citation => ({
  ...{ id, before: '', line: 1, file: 'src/a.ts', isTest: false, mapped: '' },
  ...over,
});

describe('a citation in a text', () => {
  it('is none where there is none', () => {
    expect(findMentions('')).toEqual([]);
    expect(findMentions('REQ-\nREQ-A-1\nreq-a-001')).toEqual([]);
  });

  it('has its line, from the first to the last', () => {
    expect(findMentions('REQ-A-001\nREQ-A-002 REQ-A-003\n\n\nREQ-A-004')).toEqual([
      { id: 'REQ-A-001', before: '', line: 1 },
      { id: 'REQ-A-002', before: '', line: 2 },
      { id: 'REQ-A-003', before: '', line: 2 },
      { id: 'REQ-A-004', before: '', line: 5 },
    ]);
  });

  it.each([
    ['pay/REQ-A-001', 'pay'],
    ['see pay.v2_x-y/REQ-A-001', 'pay.v2_x-y'],
    ['docs/pay/REQ-A-001', 'pay'],
    ['/REQ-A-001', ''],
    ['-pay/REQ-A-001', 'pay'],
    ['pay /REQ-A-001', ''],
    ['pay REQ-A-001', ''],
    ['Pay/REQ-A-001', 'Pay'],
    [`${'x'.repeat(100)}/REQ-A-001`, 'x'.repeat(100)],
    [`${'x'.repeat(101)}/REQ-A-001`, 'x'.repeat(100)],
  ])('has the word before its slash: %s', (text, before) => {
    expect(findMentions(text)).toEqual([{ id: 'REQ-A-001', before, line: 1 }]);
  });
});

describe('the places of a requirement', () => {
  it('stand in order, each once, tests apart from code', () => {
    const places = [
      cite('REQ-A-001', { file: 'src/b.ts' }),
      cite('REQ-A-001', { file: 'src/a.ts', line: 9 }),
      cite('REQ-A-001', { file: 'src/a.ts', line: 9 }),
      cite('REQ-A-001', { file: 'test/b.ts', isTest: true }),
      cite('REQ-A-001', { file: 'test/a.ts', isTest: true }),
    ];

    expect(buildTrace([spec('pay', ['REQ-A-001'])], places)).toEqual({
      specs: [
        {
          spec: 'pay',
          requirements: [
            {
              ...{ id: 'REQ-A-001', verify: 'test' },
              tests: ['test/a.ts:1', 'test/b.ts:1'],
              code: ['src/a.ts:9', 'src/b.ts:1'],
            },
          ],
        },
      ],
      ...{ untested: [], retired: [], changed: [], unknown: [], ambiguous: [] },
    });
  });

  it('are missed only where a test should cite it', () => {
    const requirements = [
      { id: 'REQ-A-001', verify: 'test' },
      { id: 'REQ-A-002', verify: 'drill' },
    ];

    expect(buildTrace([spec('pay', [], { requirements })], []).untested).toEqual(['pay/REQ-A-001']);
  });
});

describe('a citation that needs a look', () => {
  const specs = [
    spec('pay', ['REQ-A-001', 'REQ-B-001'], { retired: ['REQ-A-009'], changed: ['REQ-A-001'] }),
    spec('log', ['REQ-A-001'], { retired: ['REQ-A-009', 'REQ-C-001', 'REQ-B-001'] }),
  ];
  const doubts = (...citations: readonly Citation[]) => {
    const { retired, changed, unknown, ambiguous } = buildTrace(specs, citations);
    const found = Object.entries({ retired, changed, unknown, ambiguous });
    return Object.fromEntries(found.filter(([, places]) => places.length > 0));
  };
  const at = 'src/a.ts:1';

  it('is ambiguous where two specs have it, or had it, and nobody has it now', () => {
    expect(doubts(cite('REQ-A-001'), cite('REQ-A-009'))).toEqual({
      ambiguous: [
        { id: 'REQ-A-001', at },
        { id: 'REQ-A-009', at },
      ],
    });
  });

  it('belongs to the spec that has it, whoever had it once', () => {
    expect(doubts(cite('REQ-B-001'))).toEqual({});
    expect(doubts(cite('REQ-B-001', { before: 'log' }))).toEqual({
      retired: [{ id: 'log/REQ-B-001', at }],
    });
  });

  it('is retired where its only owner had it once', () => {
    expect(doubts(cite('REQ-C-001'))).toEqual({ retired: [{ id: 'REQ-C-001', at }] });
    expect(doubts(cite('REQ-C-001', { mapped: 'log' }))).toEqual({ retired: [{ id: 'REQ-C-001', at }] });
  });

  it('is unknown in the spec that is named, whatever others have', () => {
    expect(doubts(cite('REQ-C-001', { before: 'pay' }))).toEqual({
      unknown: [{ id: 'pay/REQ-C-001', at }],
    });
    expect(doubts(cite('REQ-C-001', { mapped: 'pay' }))).toEqual({ unknown: [{ id: 'REQ-C-001', at }] });
    expect(doubts(cite('REQ-C-001', { mapped: 'pay', before: 'log' }))).toEqual({
      retired: [{ id: 'log/REQ-C-001', at }],
    });
  });

  it('has changed in one spec and not in another', () => {
    expect(doubts(cite('REQ-A-001', { before: 'pay' }), cite('REQ-A-001', { before: 'log' }))).toEqual({
      changed: [{ id: 'pay/REQ-A-001', at }],
    });
  });

  it('is read without what follows its point when only that is known', () => {
    expect(doubts(cite('REQ-A-001.ts', { before: 'pay' }), cite('REQ-C-001.ts'))).toEqual({
      changed: [{ id: 'pay/REQ-A-001.ts', at }],
      retired: [{ id: 'REQ-C-001.ts', at }],
    });
    expect(doubts(cite('REQ-X-001.ts'))).toEqual({ unknown: [{ id: 'REQ-X-001.ts', at }] });
    expect(doubts(cite('REQ-A-001.ts'))).toEqual({ ambiguous: [{ id: 'REQ-A-001.ts', at }] });
  });
});
