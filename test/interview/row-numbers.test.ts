import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRows, type Answer, type JoinedBank, type Row } from '../../src/bank/index.js';
import { numberRows, withNumberedRows, type Session } from '../../src/interview/index.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';
import { play } from './play.js';

const bank: JoinedBank = aBank()
  .question({
    id: 'rsk.decisions',
    kind: 'table',
    depth: 'quick',
    key: 'title',
    columns: [
      { id: 'title', kind: 'text', required: true, ask: 'row' },
      { id: 'until', kind: 'text', ask: 'later', depth: 'quick' },
    ],
  })
  .joined();

const at = 'rsk.decisions';
const row = (id: string, nnnn?: string): Row => ({
  id,
  cells: { title: id },
  ...(nnnn === undefined ? {} : { nnnn }),
});

const answerIn = (session: Session): Answer | undefined => session.saved.answers.get(at);
const numbersIn = (session: Session): Readonly<Record<string, string | undefined>> => {
  const value = answerIn(session)?.value;
  return Object.fromEntries(isRows(value) ? value.map(({ id, nnnn }) => [id, nnnn]) : []);
};

/** Commits rows as a face does: it goes to the question, then answers it. */
const commit = (session: Session, rows: readonly Row[]): Session =>
  play(session, { type: 'go-to', to: at }, { type: 'answer', at, value: rows });

const fresh = aSession(bank).build();

describe('the number of a decision', () => {
  it('is given when its row is committed, and stays when rows move or leave', () => {
    const two = commit(fresh, [row('a'), row('b')]);
    const moved = commit(two, [row('c'), row('b')]);

    expect(numbersIn(two)).toEqual({ a: '0001', b: '0002' });
    expect(numbersIn(moved)).toEqual({ c: '0003', b: '0002' });
  });

  it('is not used again when the row that had the highest is gone', () => {
    const gone = commit(commit(fresh, [row('a'), row('b')]), [row('a')]);
    const again = commit(gone, [row('a'), row('c')]);

    expect(answerIn(gone)?.numbered).toBe('0002');
    expect(numbersIn(again)).toEqual({ a: '0001', c: '0003' });
    expect(answerIn(again)).not.toHaveProperty('numbered');
  });

  it('outlives a status without rows', () => {
    const two = commit(fresh, [row('a'), row('b')]);
    const unknown = play(
      two,
      { type: 'go-to', to: at },
      { type: 'set-status', at, standing: { status: 'unknown' } },
    );

    expect(answerIn(unknown)).toEqual({ status: 'unknown', numbered: '0002' });
    expect(numbersIn(commit(unknown, [row('c')]))).toEqual({ c: '0003' });
  });

  it('is not taken along by a copy of the row', () => {
    const one = commit(fresh, [row('a')]);

    expect(numbersIn(commit(one, [row('a-2', '0001'), row('a', '0001')]))).toEqual({
      'a-2': '0002',
      a: '0001',
    });
  });

  it('is that of the order in the file for rows written by hand', () => {
    const session = withNumberedRows(
      aSession(bank)
        .answered(at, [row('a'), row('b', '0007'), row('c')])
        .build(),
    );

    expect(numbersIn(session)).toEqual({ a: '0008', b: '0007', c: '0009' });
  });

  it('is the one that was shown before the row had been committed', () => {
    const byHand = aSession(bank)
      .answered(at, [row('a'), row('b')])
      .build();
    const shown = numberRows([row('a'), row('b')]).map(({ nnnn }) => nnnn);

    expect(shown).toEqual(['0001', '0002']);
    expect(numbersIn(commit(byHand, [row('b'), row('c')]))).toEqual({ b: '0002', c: '0003' });
  });

  it('stays when another cell of the row is filled', () => {
    const filled = play(
      commit(fresh, [row('a')]),
      { type: 'go-to', to: `${at}.a.until` },
      { type: 'answer', at: `${at}.a.until`, value: 'spring' },
    );

    expect(numbersIn(filled)).toEqual({ a: '0001' });
  });

  it('comes back with undo', () => {
    const two = commit(fresh, [row('a'), row('b')]);

    expect(numbersIn(play(commit(two, [row('b')]), { type: 'undo' }))).toEqual(numbersIn(two));
  });

  it('never belongs to two rows, whatever rows come and go', () => {
    const rows = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 8 }), (commits) => {
        const owners = new Map<string, string>();
        let present: readonly string[] = [];
        let session = fresh;
        for (const ids of commits) {
          const before = numbersIn(session);
          session = commit(
            session,
            ids.map((id) => row(id)),
          );
          for (const [id, nnnn] of Object.entries(numbersIn(session))) {
            if (present.includes(id)) expect(nnnn).toBe(before[id]);
            else expect(owners.has(nnnn ?? '')).toBe(false);
          }
          for (const [id, nnnn] of Object.entries(numbersIn(session))) owners.set(nnnn ?? '', id);
          present = ids;
        }
      }),
    );
  });
});
