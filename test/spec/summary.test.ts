import { describe, expect, it } from 'vitest';
import type { Depth } from '../../src/bank/index.js';
import { unusedReason } from '../../src/spec/build-open.js';
import { documentOf, groundOf, row, type Said } from './summary-bank.js';

describe('the summary of a spec', () => {
  it('is empty before anything is said', () => {
    const { summary } = documentOf((session) => session);

    expect(summary).toMatchObject({ purpose: [], people: [], numbers: [], risks: [], reviewFirst: [] });
  });

  it('says what it is for, line by line, and what to review first', () => {
    const { summary } = documentOf((session) =>
      session
        .answered('ctx.purpose', ' Limit calls.\n\n  Fairly. ')
        .answered('aia.review_first', ['keys', 'money']),
    );

    expect(summary.purpose).toEqual(['Limit calls.', 'Fairly.']);
    expect(summary.reviewFirst).toEqual(['keys', 'money']);
  });

  it('names the people with what each of them does', () => {
    const flows = [
      row('Sign in', { actor: 'User' }),
      row('Ban', { actor: 'Admin' }),
      row('Sign out', { actor: 'User' }),
      row('Tidy'),
    ];

    expect(documentOf((session) => session.answered('ctx.flows', flows)).summary.people).toEqual([
      { who: 'User', does: ['Sign in', 'Sign out'] },
      { who: 'Admin', does: ['Ban'] },
      { who: '', does: ['Tidy'] },
    ]);
  });

  it('gives the key figures in their order, and no others', () => {
    const { summary } = documentOf((session) =>
      session.answered('rec.rto', '1 h').answered('rec.rpo', '5 min'),
    );

    expect(summary.numbers).toEqual([
      { id: 'rec.rpo', label: 'Loss', text: '5 min' },
      { id: 'rec.rto', label: 'Return', text: '1 h' },
    ]);
  });

  it('lists the risks with what is done against each', () => {
    const risks = [row('one', { risk: 'It leaks', mitigation: 'We look' }), row('two', { risk: 'It stops' })];

    expect(documentOf((session) => session.answered('rsk.risks', risks)).summary.risks).toEqual([
      { id: 'one', text: 'It leaks', against: 'We look' },
      { id: 'two', text: 'It stops', against: '' },
    ]);
  });

  it('opens with what is required, then what is known to be unknown, then the rest as asked', () => {
    const { summary } = documentOf((session) =>
      session.standing('rec.rto', {}).standing('rec.notes', { owner: '@dba' }).answered('ctx.purpose', 'x'),
    );

    expect(summary.open.map(({ id }) => id).slice(0, 4)).toEqual([
      'rec.rpo',
      'rec.notes',
      'rec.rto',
      'ctx.flows',
    ]);
  });
});

describe('the glossary', () => {
  const terms = (notes: string, depth: Depth = 'deep') =>
    documentOf((session) => session.answered('rec.notes', notes), depth).glossary;

  it('explains the words that the text uses, in the order of the alphabet', () => {
    expect(terms('The tail latency and the RPO, and the outbox')).toEqual([
      { term: 'RPO', means: 'What rpo means.' },
      { term: 'tail latency', means: 'What tail-latency means.' },
    ]);
  });

  it('finds whole words in their order, whatever stands between them', () => {
    expect(terms('tail-latency').map(({ term }) => term)).toEqual(['tail latency']);
    expect(terms('latency of the tail; rpos and slow')).toEqual([]);
  });

  it('leaves out plain words, and all of them in a quick spec', () => {
    expect(terms('idempotency')).toEqual([]);
    expect(terms('the RPO', 'quick')).toEqual([]);
  });
});

describe('an answer that is not used', () => {
  it.each<[string, Said, string | undefined]>([
    [
      'rec.rpo',
      (session) => session.raw('rec.rpo', 'soon'),
      'its value does not fit the question, and is asked again',
    ],
    ['rec.other', (session) => session, 'no bank asks it'],
    ['rec.rto', (session) => session.standing('rec.rto', { status: 'not-applicable' }), 'not applicable'],
    [
      'rec.rto',
      (session) => session.standing('rec.rto', { status: 'not-applicable', reason: 'no data' }),
      'not applicable: no data',
    ],
    [
      'rec.only',
      (session) => session.answered('rec.rpo', '5 min').answered('rec.only', 'x'),
      "not asked, because other answers rule it out: a.rec.rpo > q('1 h')",
    ],
    ['rec.list', (session) => session.answered('rec.list', []), 'the answer is: none'],
    ['rec.list', (session) => session.answered('rec.list', ['one']), undefined],
    ['rec.rto', (session) => session.standing('rec.rto', {}), undefined],
    ['rec.rto', (session) => session.inContext(), 'it belongs to a single specification'],
  ])('says why: %s', (id, said, reason) => {
    expect(unusedReason(groundOf(said), id)).toBe(reason);
  });
});
