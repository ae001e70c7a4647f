import { relative } from 'node:path';
import { err, ok, type Result } from '../../kernel/index.js';
import {
  applyWrites,
  contextPaths,
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
  const { disk, project } = workspace.value;
  const specs = slugs.value.map((slug) => specDir(disk, project, slug));
  const all = given.words.length === 0 ? [...shared(workspace.value), ...specs] : specs;
  return Promise.resolve(worstExit(all.map((paths) => upgradeOne(workspace.value, paths, given))));
};

/** The answers that all specs share are of the same banks: they come along whenever no spec is named. */
function shared({ disk, project }: Workspace): readonly Result<SpecPaths>[] {
  const paths = contextPaths(project);
  return disk.kind(paths.answers) === undefined ? [] : [ok(paths)];
}

function upgradeOne(workspace: Workspace, paths: Result<SpecPaths>, given: Given): ExitCode {
  const isTrial = isOn(given, 'dry-run');
  const upgrade = paths.ok ? planOf(workspace, paths.value) : paths;
  const done = upgrade.ok && !isTrial ? write(workspace, upgrade.value) : upgrade;
  if (!upgrade.ok || !done.ok) {
    printProblems(workspace.world, done.ok ? [] : done.error);
    return EXIT.usage;
  }
  printLines(workspace.world.stdout, said(upgrade.value, isTrial));
  return EXIT.fine;
}

function said({ plan, paths }: Upgrade, isTrial: boolean): readonly string[] {
  const { slug } = paths;
  if (plan.banks.length === 0) return [`${slug}: up to date.`];
  if (isTrial) return [`${slug}: would be upgraded; nothing is written.`, ...upgradeLines(plan)];
  const command = slug === 'context' ? 'context' : `resume ${slug}`;
  const next = `Answer what is new with: spec-interview ${command}`;
  return [`${slug}: upgraded.`, ...upgradeLines(plan), next];
}

type Upgrade = {
  readonly paths: SpecPaths;
  readonly text: string;
  readonly plan: UpgradePlan;
  readonly next: string;
};

function planOf(workspace: Workspace, paths: SpecPaths): Result<Upgrade> {
  const { disk, bank } = workspace;
  const { answers: file, slug } = paths;
  const text = readText(disk, file);
  if (!text.ok) return text;
  if (text.value === undefined) return err([noSuchSpec(workspace, slug)]);
  const parsed = parseAnswers(text.value, file);
  if (!parsed.ok) return parsed;
  const before = readUpgradable(text.value, file);
  if (!before.ok) return before;
  const plan = planUpgrade(before.value, bank, file);
  if (!plan.ok) return plan;
  const { after, renamed } = plan.value;
  const next = spliceUpgrade(text.value, { before: before.value, after, renamed });
  return ok({ paths, text: text.value, plan: plan.value, next });
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
