import { relative } from 'node:path';
import { err, ok, type Result } from '../../kernel/index.js';
import {
  applyWrites,
  parseAnswers,
  readText,
  readUpgradable,
  specDir,
  spliceUpgrade,
  type SpecPaths,
} from '../../store/index.js';
import { isOn, textOption, type Given, type Run } from '../command.js';
import { EXIT, worstExit, type ExitCode } from '../exit-codes.js';
import { lockSpec } from '../lock-spec.js';
import { noSuchSpec } from '../one-spec.js';
import { planUpgrade, upgradeLines, type UpgradePlan } from '../plan-upgrade.js';
import { printLines, printProblems } from '../print-problems.js';
import { slugsOf } from '../slugs.js';
import { openWorkspace, type Workspace } from '../workspace.js';

/** Brings the answers of specs to the banks of today; nothing is lost, what has no place is kept as retired. */
export const run: Run = (world, given) => {
  const workspace = openWorkspace(world, textOption(given, 'dir'));
  const slugs = workspace.ok ? slugsOf(workspace.value, given) : workspace;
  if (!workspace.ok || !slugs.ok) {
    printProblems(world, slugs.ok ? [] : slugs.error);
    return Promise.resolve(EXIT.usage);
  }
  return Promise.resolve(worstExit(slugs.value.map((slug) => upgradeOne(workspace.value, slug, given))));
};

function upgradeOne(workspace: Workspace, slug: string, given: Given): ExitCode {
  const isTrial = isOn(given, 'dry-run');
  const upgrade = planOf(workspace, slug);
  const done = upgrade.ok && !isTrial ? write(workspace, upgrade.value) : upgrade;
  if (!upgrade.ok || !done.ok) {
    printProblems(workspace.world, done.ok ? [] : done.error);
    return EXIT.usage;
  }
  printLines(workspace.world.stdout, said(upgrade.value.plan, slug, isTrial));
  return EXIT.fine;
}

function said(plan: UpgradePlan, slug: string, isTrial: boolean): readonly string[] {
  if (plan.banks.length === 0) return [`${slug}: up to date.`];
  if (isTrial) return [`${slug}: would be upgraded; nothing is written.`, ...upgradeLines(plan)];
  const next = `Answer what is new with: spec-interview resume ${slug}`;
  return [`${slug}: upgraded.`, ...upgradeLines(plan), next];
}

type Upgrade = {
  readonly paths: SpecPaths;
  readonly text: string;
  readonly plan: UpgradePlan;
  readonly next: string;
};

function planOf({ disk, project, bank }: Workspace, slug: string): Result<Upgrade> {
  const paths = specDir(disk, project, slug);
  if (!paths.ok) return paths;
  const { answers: file } = paths.value;
  const text = readText(disk, file);
  if (!text.ok) return text;
  if (text.value === undefined) return err([noSuchSpec(slug)]);
  const parsed = parseAnswers(text.value, file);
  if (!parsed.ok) return parsed;
  const before = readUpgradable(text.value, file);
  if (!before.ok) return before;
  const plan = planUpgrade(before.value, bank, file);
  if (!plan.ok) return plan;
  const next = spliceUpgrade(text.value, { before: before.value, after: plan.value.after });
  return ok({ paths: paths.value, text: text.value, plan: plan.value, next });
}

function write(workspace: Workspace, { paths, text, plan, next }: Upgrade): Result<unknown> {
  if (plan.banks.length === 0 || next === text) return ok(undefined);
  const lock = lockSpec(workspace, paths);
  if (!lock.ok) return lock;
  const { disk, project } = workspace;
  // What cannot be read back must never take the place of what can.
  const readable = parseAnswers(next, paths.answers);
  const path = relative(project.root, paths.answers);
  const done = readable.ok ? applyWrites(disk, project.root, [{ path, text: next }]) : readable;
  lock.value.release();
  return done;
}
