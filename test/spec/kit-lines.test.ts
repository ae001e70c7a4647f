import { describe, expect, it } from 'vitest';
import type { OpenQuestion, PrintedFinding } from '../../src/spec/document.js';
import { buildLines } from '../../src/spec/kit-lines.js';
import { isMeasured } from '../../src/spec/kit-measured.js';
import { aChapter, aRequirement } from './a-requirement.js';

const finding = (
  id: string,
  severity: PrintedFinding['severity'],
  title = `About ${id}`,
): PrintedFinding => ({
  ...{ id, severity, title, why: '', probe: `Which ${id}?`, section: 'rec', quotes: [] },
});
const open = (id: string, over: Partial<OpenQuestion> = {}): OpenQuestion => ({
  ...{ id, section: 'rec', prompt: `What about ${id}?`, owner: '', due: '', state: 'open', meanwhile: '' },
  ...{ why: '', touches: [], required: false, ...over },
});
const lines = (over: Partial<Parameters<typeof buildLines>[0]>) =>
  buildLines({ chapters: [], openQuestions: [], findings: [], ...over });

describe('the numbered lines', () => {
  it('are none of nothing', () => {
    expect(lines({})).toEqual({ groups: [], gaps: [], criteria: [], edges: [] });
  });

  it('number what is built by chapters, and what is measured by itself', () => {
    const load = aRequirement('load', { verify: 'load-test' });
    const fast = aRequirement('fast', { promise: { kind: 'latency', value: '1 s' } });
    const chapters = [
      aChapter('One', [aRequirement('a'), load], [aRequirement('b')]),
      aChapter('Measured', [fast]),
      aChapter('Two', [aRequirement('c')]),
    ];

    expect(lines({ chapters })).toEqual({
      groups: [
        {
          title: 'One',
          lines: [
            { number: 'FR-001', text: 'System MUST keep a', id: 'a' },
            { number: 'FR-002', text: 'System MUST keep b', id: 'b' },
          ],
        },
        { title: 'Two', lines: [{ number: 'FR-003', text: 'System MUST keep c', id: 'c' }] },
      ],
      criteria: [
        { number: 'SC-001', text: 'The system SHALL keep load.', id: 'load' },
        { number: 'SC-002', text: 'The system SHALL keep fast.', id: 'fast' },
      ],
      ...{ gaps: [], edges: [] },
    });
  });

  it.each([
    [{ shall: 'refuse it' }, 'System MUST refuse it'],
    [{ shall: 'not retry' }, 'System MUST NOT retry'],
    [{ shall: 'note it' }, 'System MUST note it'],
    [{ shall: 'wait', event: 'a call comes' }, 'System MUST wait, when a call comes'],
    [{ shall: 'wait', if: 'it fails' }, 'System MUST wait, if it fails'],
    [
      { shall: 'not wait', if: 'it fails', event: 'a call comes', while: 'it starts', where: 'a flag is on' },
      'System MUST NOT wait, where a flag is on, while it starts, when a call comes, if it fails',
    ],
  ])('say first what must be done: %j', (parts, text) => {
    const { groups } = lines({ chapters: [aChapter('One', [aRequirement('a', { parts })])] });

    expect(groups[0]?.lines[0]?.text).toBe(text);
  });

  it('say once in which case out of the ordinary which of them speak', () => {
    const lost = { parts: { if: 'the store is lost' } };
    const chapters = [
      aChapter('One', [
        aRequirement('a', lost),
        aRequirement('b', { parts: { if: 'it is late' } }),
        aRequirement('c', { ...lost, verify: 'load-test' }),
        aRequirement('d', { ...lost, normative: false }),
        aRequirement('e'),
      ]),
    ];

    expect(lines({ chapters }).edges).toEqual([
      {
        situation: 'the store is lost',
        lines: [
          { number: 'FR-001', id: 'a' },
          { number: 'SC-001', id: 'c' },
        ],
      },
      { situation: 'it is late', lines: [{ number: 'FR-002', id: 'b' }] },
    ]);
  });
});

describe('the gaps', () => {
  it('are numbered on: loose sentences, grave findings, then what is open', () => {
    const loose = aRequirement('b', { normative: false, detailLines: ['One.', 'Two.'] });
    const { gaps } = lines({
      chapters: [aChapter('One', [aRequirement('a'), loose])],
      findings: [
        finding('risk', 'high', 'It is slow!'),
        finding('note', 'med'),
        finding('hint', 'info'),
        finding('clash', 'block'),
      ],
      openQuestions: [open('rpo')],
    });

    expect(gaps).toEqual([
      { number: 'FR-002', text: 'not said in one sentence: One. Two.', id: 'b' },
      { number: 'FR-003', text: 'high risk: It is slow! Which risk?', id: 'risk' },
      { number: 'FR-004', text: 'do not implement until resolved: About clash. Which clash?', id: 'clash' },
      { number: 'FR-005', text: 'What about rpo?', id: 'rpo' },
    ]);
  });

  it.each<[Partial<OpenQuestion>, string]>([
    [{ prompt: 'What is lost' }, 'What is lost.'],
    [{ prompt: 'He said "No."' }, 'He said "No."'],
    [{ owner: '@dba' }, 'What about x? @dba is asked.'],
    [{ owner: '@dba', due: '2026-12-15' }, 'What about x? @dba is asked, until 2026-12-15.'],
    [{ due: '2026-12-15' }, 'What about x?'],
    [{ meanwhile: 'refuse' }, 'What about x? Meanwhile: refuse.'],
    [{ owner: '@dba', meanwhile: 'It waits…' }, 'What about x? @dba is asked. Meanwhile: It waits…'],
  ])('say of an open question who is asked, and what holds until then: %j', (over, text) => {
    expect(lines({ openQuestions: [open('x', over)] }).gaps).toEqual([{ number: 'FR-001', text, id: 'x' }]);
  });
});

describe('a requirement is held by measuring', () => {
  it.each([
    [{ promise: { kind: 'rate', value: '' } }, true],
    [{ verify: 'load-test' } as const, true],
    [{ answers: ['ctx.success', 'rec.rpo'] }, true],
    [{ answers: ['rec.rpo', 'ctx.success'] }, false],
    [{}, false],
  ])('when it promises a number, a load or a success: %j', (over, measured) => {
    expect(isMeasured(aRequirement('a', over))).toBe(measured);
  });
});
