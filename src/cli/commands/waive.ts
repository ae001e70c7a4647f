import { createAnalyst, givenFor, type Finding } from '../../analysis/index.js';
import { decide, evolve, situationOf } from '../../interview/index.js';
import { err, nearest, type Result } from '../../kernel/index.js';
import { createSaver } from '../../store/index.js';
import { textOption, type Given, type Run } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { lockSpec } from '../lock-spec.js';
import { openOne, type OneSpec } from '../one-spec.js';
import { printLines, printProblems } from '../print-problems.js';
import { today } from '../today.js';
import { contextOnDisk, onDisk } from '../on-disk.js';

/** Accepts a finding with a reason, an owner and an end; it reopens when an answer it rests on changes. */
export const run: Run = (world, given) => {
  const one = openOne(world, textOption(given, 'dir'), given.words[0]);
  const saved = one.ok ? waive(one.value, given) : one;
  if (!saved.ok) {
    printProblems(world, saved.error);
    return Promise.resolve(EXIT.usage);
  }
  printLines(world.stderr, [`${given.words[1] ?? ''} is waived until ${textOption(given, 'until') ?? ''}.`]);
  return Promise.resolve(EXIT.fine);
};

function waive({ workspace, spec }: OneSpec, given: Given): Result<void> {
  const { session } = spec;
  const analysis = createAnalyst(workspace.bank)(session, situationOf(session));
  const finding = analysis.findings.find((candidate) => candidate.id === given.words[1]);
  if (finding === undefined) return err([noSuchFinding(given.words[1] ?? '', analysis.findings)]);
  const waiver = {
    finding: finding.id,
    reason: textOption(given, 'reason') ?? '',
    owner: textOption(given, 'owner') ?? '',
    until: textOption(given, 'until') ?? '',
    given: givenFor(finding, session),
  };
  if (/^\d{4}-/.test(waiver.until) && waiver.until < today(workspace.world))
    return err([overBefore(waiver.until)]);
  const decided = decide(session, { type: 'waive', waiver }, { current: { type: 'review' }, probes: [] });
  if (!decided.ok) return err([decided.error]);
  const lock = lockSpec(workspace, spec.paths);
  if (!lock.ok) return lock;
  const saver = createSaver({
    disk: workspace.disk,
    bank: workspace.bank,
    own: onDisk(spec),
    context: contextOnDisk(workspace),
  });
  const saved = saver(session, evolve(session, decided.value));
  lock.value.release();
  return saved;
}

const overBefore = (until: string) => ({
  code: 'waiver-over',
  message: `${until} is over, so the waiver would hold for no day.`,
  hint: 'Name the last day on which the finding is acceptable.',
});

function noSuchFinding(id: string, findings: readonly Finding[]) {
  const near = nearest(
    id,
    findings.map((finding) => finding.id),
    1,
  )[0];
  const hint = near === undefined ? 'spec-interview review lists the findings.' : `Did you mean ${near}?`;
  return { code: 'no-such-finding', message: `No finding ${id} is open.`, hint };
}
