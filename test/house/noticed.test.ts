import { describe, expect, it } from 'vitest';
import { analyse, type Analysis } from '../../src/analysis/index.js';
import { openFacts } from '../../src/facts/index.js';
import { openSession, situationOf } from '../../src/interview/index.js';
import type { CaseFile } from '../../src/store/index.js';
import { readShipped } from '../render/shipped.js';
import { root } from './program.js';

const { bank, cases } = readShipped(root);

type Notice = CaseFile['caseInfo']['notices'][number];
type Seen = {
  readonly analysis: Analysis;
  readonly facts: (id: string) => readonly { readonly text: string }[];
};

function seen({ raw }: CaseFile): Seen {
  const { session, problems } = openSession({ bank, mode: 'spec', saved: raw, context: new Map() });
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  const situation = situationOf(session);
  const source = openFacts(situation.view, bank);
  return { analysis: analyse(session, situation), facts: (id) => source.of(id) };
}

/** The titles and texts under which a line reaches the reader: findings that were merged into another are shown with it. */
function shownAs({ by, id }: Notice, { analysis, facts }: Seen): readonly string[] {
  if (by === 'fact') return facts(id).map(({ text }) => text);
  if (by === 'probe') return analysis.probes.filter((probe) => probe.id === id).map(({ asks }) => asks);
  const own = analysis.findings.filter(({ rule }) => rule === id).map(({ title }) => title);
  const merged = analysis.findings.flatMap((finding) => finding.merged ?? []);
  return [...own, ...merged.filter((each) => each.id.split('.')[0] === id).map(({ title }) => title)];
}

// What somebody who has run such a system would raise at once; a line that is dropped is missed here.
const LINES: Readonly<Record<string, number>> = { login: 5, payments: 10, 'rate-limiter': 5, 'todo-api': 4 };

describe.each(cases)('what should be noticed in $caseInfo.id', (file) => {
  const { id, notices } = file.caseInfo;
  const found = seen(file);

  it('is all listed, each line by something of its own', () => {
    expect(notices).toHaveLength(LINES[id] ?? NaN);
    expect(new Set(notices.map((notice) => notice.id)).size).toBe(notices.length);
  });

  it.each(notices)('$says', (notice) => {
    expect(shownAs(notice, found), `${notice.by} ${notice.id}`).not.toEqual([]);
  });
});
