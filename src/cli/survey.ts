import { setImmediate } from 'node:timers/promises';
import { problemText, type Problem } from '../kernel/index.js';
import type { Scene, Surveyed } from '../runner/index.js';
import { readManifest, type SpecPaths } from '../store/index.js';
import { planRadius } from './blast-radius.js';
import { openFormats } from './open-formats.js';
import { planFiles } from './plan-files.js';
import type { Workspace } from './workspace.js';

/** What is looked at: the documents of one spec, in the formats that finishing would write. */
export type SurveyJob = {
  readonly workspace: Workspace;
  readonly paths: SpecPaths;
  readonly formats: readonly string[] | undefined;
};

/** Says what writing the documents of a spec now would change; nothing is written. */
export async function survey(
  { workspace, paths, formats: wanted }: SurveyJob,
  { session, analysis }: Pick<Scene, 'session' | 'analysis'>,
): Promise<Surveyed> {
  const manifest = readManifest(workspace.disk, paths.dir);
  if (!manifest.ok) return refused(manifest.error);
  if (manifest.value === undefined) return { type: 'never-rendered' };
  const formats = openFormats(workspace, wanted);
  if (!formats.ok) return refused(formats.error);
  // Rendering takes a moment: what says so is drawn before it.
  await setImmediate();
  const plan = planFiles({ workspace, paths, session, analysis, formats: formats.value });
  return plan.ok ? { type: 'seen', radius: planRadius(plan.value) } : refused(plan.error);
}

function refused(problems: readonly Problem[]): Surveyed {
  return { type: 'refused', message: problems.map(problemText).join(' ') };
}
