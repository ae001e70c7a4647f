import type { Problem } from '../kernel/index.js';
import type { JoinedBank, Subject } from './bank.js';
import type { KeyPath } from './join-banks-conditions.js';

/** What lint says about one key of one subject. */
export type Flaw = {
  readonly subject: Subject;
  readonly path: KeyPath;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
};

/** Gives a flaw the place where its key is written. */
export function placed(joined: JoinedBank, { subject, path, ...said }: Flaw): Problem {
  const place = joined.placeOf(subject, path);
  return { ...said, ...(place === undefined ? {} : { place }) };
}

/** Keeps a flaw where the condition for it holds. */
export function flawIf(holds: boolean, flaw: Flaw): readonly Flaw[] {
  return holds ? [flaw] : [];
}
