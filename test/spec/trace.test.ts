import { describe, expect, it } from 'vitest';
import { buildTrace, findMentions, type Citation, type TracedSpec } from '../../src/spec/index.js';

const aSpec = (spec: string, over: Partial<TracedSpec> = {}): TracedSpec => ({
  spec,
  requirements: [{ id: 'REQ-REC-004.redis', verify: 'test' }],
  retired: [],
  changed: [],
  ...over,
});

const cite = (id: string, over: Partial<Citation> = {}): Citation => ({
  ...{ id, before: '', line: 3, file: 'src/a.ts', isTest: false, mapped: '' },
  ...over,
});

describe('finding citations', () => {
  it('T1: finds whole ids, alone or with their spec, and tells the line', () => {
    const text = '// REQ-REC-004.redis.\n\nit("payments/REQ-TRF-001: holds")\nXREQ-REC-004 REQ-REC-04';
    expect(findMentions(text)).toEqual([
      { id: 'REQ-REC-004.redis', before: '', line: 1 },
      { id: 'REQ-TRF-001', before: 'payments', line: 3 },
    ]);
  });

  it('T2: takes time in proportion to the text', () => {
    const hard = `${'a-'.repeat(400_000)}/${'REQ-REC-004.a-'.repeat(40_000)}`;
    expect(findMentions(hard).length).toBeGreaterThan(0);
  });
});

describe('tracing', () => {
  it('T1: says which tests and code cite a requirement, and lists what no test cites', () => {
    const trace = buildTrace(
      [aSpec('payments', { requirements: ['REQ-A-001', 'REQ-A-002'].map((id) => ({ id, verify: 'test' })) })],
      [cite('REQ-A-001', { isTest: true }), cite('REQ-A-001', { line: 9 }), cite('REQ-A-002')],
    );
    expect(trace.specs[0]?.requirements).toEqual([
      { id: 'REQ-A-001', verify: 'test', tests: ['src/a.ts:3'], code: ['src/a.ts:9'] },
      { id: 'REQ-A-002', verify: 'test', tests: [], code: ['src/a.ts:3'] },
    ]);
    expect(trace.untested).toEqual(['payments/REQ-A-002']);
  });

  it('T1: a short id that two specs have counts only where its spec is named or its folder is mapped', () => {
    const specs = [aSpec('payments'), aSpec('limits')];
    const trace = buildTrace(specs, [
      cite('REQ-REC-004.redis'),
      cite('REQ-REC-004.redis', { before: 'limits', line: 4 }),
      cite('REQ-REC-004.redis', { mapped: 'payments', line: 5 }),
      cite('REQ-REC-004.redis', { before: 'docs', line: 6 }),
    ]);
    expect(trace.ambiguous.map(({ at }) => at)).toEqual(['src/a.ts:3', 'src/a.ts:6']);
    expect(trace.specs.map(({ requirements }) => requirements[0]?.code)).toEqual([
      ['src/a.ts:5'],
      ['src/a.ts:4'],
    ]);
  });

  it('T2: lists citations of retired, unknown and changed requirements with their place', () => {
    const spec = aSpec('payments', { retired: ['REQ-REC-001'], changed: ['REQ-REC-004.redis'] });
    const trace = buildTrace([spec], [cite('REQ-REC-001'), cite('REQ-REC-900'), cite('REQ-REC-004.redis')]);
    expect(trace.retired).toEqual([{ id: 'REQ-REC-001', at: 'src/a.ts:3' }]);
    expect(trace.unknown).toEqual([{ id: 'REQ-REC-900', at: 'src/a.ts:3' }]);
    expect(trace.changed).toEqual([{ id: 'REQ-REC-004.redis', at: 'src/a.ts:3' }]);
  });

  it('takes what follows the point for a row only when such a requirement exists', () => {
    const spec = aSpec('payments', { requirements: [{ id: 'REQ-REC-004', verify: 'drill' }] });
    const trace = buildTrace([spec], [cite('REQ-REC-004.md')]);
    expect(trace.specs[0]?.requirements[0]?.code).toEqual(['src/a.ts:3']);
    expect(trace.unknown).toEqual([]);
  });
});
