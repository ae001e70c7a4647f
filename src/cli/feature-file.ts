import { join } from 'node:path';
import { err, ok, type Result } from '../kernel/index.js';
import { applyWrites, listSlugs, readConfig } from '../store/index.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { printLines, printProblems } from './print-problems.js';
import { textAt } from './text-at.js';
import type { Workspace } from './workspace.js';

const FORMAT = 'spec-kit';
const FILE = '.specify/feature.json';
const BASE = `.spec-interview/.base/${FILE}`;

/** What would become of the file that tells the scripts of Spec Kit which spec is meant. */
type FeaturePlan =
  | { readonly state: 'none' | 'fresh' | 'kept' }
  | { readonly state: 'new' | 'updated'; readonly text: string };

/** Points the scripts of Spec Kit to the spec that is rendered for them, while there is only one. */
export function followFeature(workspace: Workspace, wanted?: readonly string[]): ExitCode {
  const plan = planFeature(workspace, wanted);
  const written = plan.ok ? writeFeature(workspace, plan.value) : plan;
  if (plan.ok && written.ok) {
    printLines(workspace.world.stderr, SAYS[plan.value.state]);
    return EXIT.fine;
  }
  printProblems(workspace.world, written.ok ? [] : written.error);
  return EXIT.usage;
}

const SAYS: Readonly<Record<FeaturePlan['state'], readonly string[]>> = {
  none: [],
  new: [`  written  ${FILE}`],
  updated: [`  updated  ${FILE}`],
  fresh: [],
  kept: [`  kept     ${FILE} (it points to another spec)`],
};

/** Says what following the specs would do to the file, without writing it. */
export function previewFeature(workspace: Workspace, wanted?: readonly string[]): readonly string[] {
  const plan = planFeature(workspace, wanted);
  return plan.ok ? SAYS[plan.value.state] : [];
}

/** Of several specs none is pointed to; whoever works on one of them says which. */
function planFeature(workspace: Workspace, wanted?: readonly string[]): Result<FeaturePlan> {
  const { root, config } = workspace.project;
  if (!(wanted ?? config.formats).includes(FORMAT)) return ok({ state: 'none' });
  const folders = rendered(workspace);
  if (!folders.ok) return folders;
  const [folder, ...others] = folders.value;
  if (folder === undefined || others.length > 0) return ok({ state: 'none' });
  const text = `{ "feature_directory": "${folder}" }\n`;
  const there = textAt(workspace, join(root, FILE));
  if (there === undefined) return ok({ state: 'new', text });
  if (sameText(there, text)) return ok({ state: 'fresh' });
  const base = textAt(workspace, join(root, BASE));
  return ok(base !== undefined && sameText(there, base) ? { state: 'updated', text } : { state: 'kept' });
}

/** The scripts write it without blanks, formatters with them. */
const sameText = (a: string, b: string): boolean => a.replaceAll(/\s/g, '') === b.replaceAll(/\s/g, '');

/** The folders of the specs that have a number, as far as they were written; the settings may just have changed. */
function rendered({ disk, project }: Workspace): Result<readonly string[]> {
  const config = readConfig(disk, project.root);
  if (!config.ok) return config;
  const slugs = listSlugs(disk, project);
  if (!slugs.ok) return err(slugs.error);
  const numbers = new Map(Object.entries(config.value.spec_kit));
  const folders = slugs.value.flatMap((slug) => {
    const number = numbers.get(slug);
    return number === undefined ? [] : [`specs/${number}-${slug}`];
  });
  return ok(folders.filter((folder) => disk.kind(join(project.root, folder)) === 'folder'));
}

function writeFeature({ disk, project }: Workspace, plan: FeaturePlan): Result<void> {
  if (plan.state !== 'new' && plan.state !== 'updated') return ok(undefined);
  const { text } = plan;
  return applyWrites(disk, project.root, [
    { path: FILE, text },
    { path: BASE, text },
  ]);
}
