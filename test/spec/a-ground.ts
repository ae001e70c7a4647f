import type { JoinedBank } from '../../src/bank/index.js';
import { situationOf } from '../../src/interview/index.js';
import type { Ground } from '../../src/spec/ground.js';
import type { Raw } from '../helpers/a-bank.js';
import { aSession, type SessionBuilder } from '../helpers/a-session.js';

/** A column of text. */
export const textColumn = (id: string, over: Raw = {}): Raw => ({
  id,
  label: id,
  kind: 'text',
  ask: 'row',
  ...over,
});

/** A table whose first column names its rows. */
export const aTable = (id: string, key: string, ...columns: readonly Raw[]): Raw => ({
  ...{ id, kind: 'table', key, columns: [textColumn(key, { required: true }), ...columns] },
});

/** What the parts of a spec are built from, after what a test said about a bank. */
export function groundFrom(
  bank: JoinedBank,
  said: (session: SessionBuilder) => SessionBuilder = (session) => session,
): Ground {
  const session = said(aSession(bank)).build();
  return { session, situation: situationOf(session), bank };
}
