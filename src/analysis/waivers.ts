import { isRows } from '../bank/index.js';
import { answerOf, canonicalText, type Session, type Waiver } from '../interview/index.js';
import { aboutOf } from './build-finding.js';
import type { Finding } from './finding.js';

/** What a waiver of this finding rests on: the text of every answer it quotes, by id. */
export function givenFor(finding: Finding, session: Session): Waiver['given'] {
  return givenAbout(aboutOf(finding), session);
}

/** The text of these answers and cells as they stand now, by id. */
export function givenAbout(ids: readonly string[], session: Session): Waiver['given'] {
  return Object.fromEntries(ids.map((id) => [id, saidNow(id, session)]));
}

function saidNow(id: string, session: Session): string {
  const [section = '', name = '', rowId, column] = id.split('.');
  const question = `${section}.${name}`;
  const answer = answerOf(session, question);
  const value = answer === undefined ? session.bank.question(question)?.default : answer.value;
  if (rowId === undefined || column === undefined) return canonicalText(value);
  const row = isRows(value) ? value.find((candidate) => candidate.id === rowId) : undefined;
  return canonicalText(row?.cells[column]);
}

/** Says whether a waiver still rests on the answers of today, and on every answer this finding quotes. */
export function stillCovers(waiver: Waiver, finding: Finding, session: Session): boolean {
  const unchanged = Object.entries(waiver.given).every(([id, text]) => saidNow(id, session) === text);
  return unchanged && aboutOf(finding).every((id) => Object.hasOwn(waiver.given, id));
}

/** Gives a finding its waiver, or marks it as reopened when an answer changed since. */
export function withWaiver(finding: Finding, session: Session): Finding {
  if (session.saved.waivers.length === 0) return finding;
  const waiver = session.saved.waivers.find((entry) => entry.finding === finding.id);
  if (waiver === undefined) return finding;
  return stillCovers(waiver, finding, session) ? { ...finding, waiver } : { ...finding, reopened: true };
}
