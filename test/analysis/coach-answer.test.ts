import { describe, expect, it } from 'vitest';
import type { Answer, JoinedBank, Question } from '../../src/bank/index.js';
import { coachAnswer, exampleText } from '../../src/analysis/coach-answer.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import { smallBank } from './small-bank.js';

function questionOf(bank: JoinedBank, id: string): Question {
  const question = bank.question(id);
  if (question === undefined) throw new Error(`There is no ${id}.`);
  return question;
}

function coached(answer: Answer): readonly (readonly [string, string])[] {
  const bank = smallBank();
  return coachAnswer(questionOf(bank, 'rec.rpo'), answer, bank).map(({ tone, text }) => [tone, text]);
}

const OPEN = ['holds', 'To know that it is unknown is an answer: the spec lists it as open.'] as const;
const OWNER = ['could', 'It would carry more with an owner: who finds out.'] as const;
const DAY = ['could', 'It would carry more with a day until which it is found out.'] as const;
const NO_REASON = ['could', 'It would carry more with the reason why it does not apply.'] as const;
const REASON = ['holds', 'It says why it does not apply, so that nobody asks again.'] as const;
const NO_MEANWHILE = ['could', 'It would carry more with what happens until it is decided.'] as const;
const MEANWHILE = ['holds', 'It says what happens until it is decided.'] as const;
const FIGURE = ['holds', 'It has a number with its unit.'] as const;
const ASSUMED = [
  'could',
  'It is marked as an assumption; it carries more once somebody has confirmed it.',
] as const;

describe('the coach of a whole answer', () => {
  it.each<[string, Answer, readonly (readonly [string, string])[]]>([
    ['answered', { status: 'answered', value: '5 min' }, [FIGURE]],
    ['answered without a value', { status: 'answered' }, []],
    ['assumed', { status: 'assumed', value: '5 min' }, [FIGURE, ASSUMED]],
    ['unknown', { status: 'unknown' }, [OPEN, OWNER, DAY]],
    ['unknown to an owner', { status: 'unknown', owner: 'dba' }, [OPEN, DAY]],
    ['unknown until a day', { status: 'unknown', due: '2026-12-15' }, [OPEN, OWNER]],
    ['unknown to an owner until a day', { status: 'unknown', owner: 'dba', due: '2026-12-15' }, [OPEN]],
    ['not applicable', { status: 'not-applicable' }, [NO_REASON]],
    ['not applicable for nothing', { status: 'not-applicable', reason: '' }, [NO_REASON]],
    ['not applicable for a reason', { status: 'not-applicable', reason: 'no data' }, [REASON]],
    ['deferred', { status: 'deferred' }, [NO_MEANWHILE]],
    ['deferred to nothing', { status: 'deferred', meanwhile: '' }, [NO_MEANWHILE]],
    ['deferred with a value', { status: 'deferred', meanwhile: 'wait', value: '5 min' }, [FIGURE, MEANWHILE]],
  ])('says what stands in one that is %s', (_, answer, lines) => {
    expect(coached(answer)).toEqual(lines);
  });
});

describe('the strong example in words', () => {
  const table = (strong: unknown): Raw => ({
    id: 'dep.parts',
    kind: 'table',
    key: 'name',
    ...(strong === undefined ? {} : { strong }),
    columns: [
      { id: 'name', label: 'Name', kind: 'text', required: true, ask: 'row' },
      { id: 'p99', label: 'Slowest', kind: 'quantity', dimension: 'duration' },
      { id: 'state', label: 'State', kind: 'choice', options: [{ id: 'up', label: 'It is up' }] },
    ],
  });
  const shown = (raw: Raw): string => {
    const bank = aBank().question(raw).joined();
    return exampleText(questionOf(bank, String(raw['id'])));
  };

  it('is the value of a question as people read it', () => {
    expect(exampleText(questionOf(smallBank(), 'rec.rpo'))).toBe('5 min');
    expect(shown({ id: 'rec.x', kind: 'many', options: [{ id: 'a', label: 'One' }], strong: ['a'] })).toBe(
      'One',
    );
  });

  it('is empty where there is none', () => {
    expect(exampleText(questionOf(smallBank(), 'rec.rto'))).toBe('');
    expect(shown(table(undefined))).toBe('');
    expect(shown(table([]))).toBe('');
  });

  it('is the first row of a table, cell by cell in the order of the columns', () => {
    const rows = [
      { id: 'a', state: 'up', name: 'Redis', p99: '8 ms' },
      { id: 'b', name: 'Mail' },
    ];

    expect(shown(table(rows))).toBe('Name: Redis; Slowest: 8 ms; State: It is up');
    expect(shown(table(rows.slice(1)))).toBe('Name: Mail');
  });

  it('is the one of a column', () => {
    const column = { id: 'p99', label: 'Slowest', required: false, ask: 'row', kind: 'text' } as const;

    expect(exampleText({ ...column, strong: 'eight' })).toBe('eight');
    expect(exampleText(column)).toBe('');
  });
});
