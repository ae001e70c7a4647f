import { createAnalyst } from '../analysis/index.js';
import { situationOf, type Session } from '../interview/index.js';
import type { Format } from '../render/index.js';
import { createSaver, createSpecDir } from '../store/index.js';
import { EXIT, worstExit, type ExitCode } from './exit-codes.js';
import { finish } from './finish.js';
import { lockSpec } from './lock-spec.js';
import { contextOnDisk, onDisk } from './on-disk.js';
import { printProblems } from './print-problems.js';
import { writeProjectSchemas } from './project-schemas.js';
import { followShared } from './shared-files.js';
import type { OpenSpec, Workspace } from './workspace.js';

/** What is saved and rendered in one go, without a sitting. */
export type OneGo = {
  readonly workspace: Workspace;
  readonly spec: OpenSpec;
  readonly session: Session;
  readonly formats: readonly Format[];
};

/** Saves a session as one commit over what was opened, then renders it. */
export function saveAndFinish(go: OneGo): ExitCode {
  const { workspace, spec } = go;
  const made = createSpecDir(workspace.disk, workspace.project, spec.paths.slug);
  if (!made.ok) return refused(go, made.error);
  const lock = lockSpec(workspace, spec.paths);
  if (!lock.ok) return refused(go, lock.error);
  const code = saved(go);
  lock.value.release();
  return code;
}

function saved(go: OneGo): ExitCode {
  const { workspace, spec, session, formats } = go;
  const save = createSaver({
    disk: workspace.disk,
    bank: workspace.bank,
    own: onDisk(spec),
    context: contextOnDisk(workspace),
  });
  const result = save(spec.session, { ...session, context: spec.session.context });
  if (!result.ok) return refused(go, result.error);
  writeProjectSchemas(workspace);
  const analysis = createAnalyst(workspace.bank)(session, situationOf(session));
  const code = finish({ workspace, paths: spec.paths, session, analysis, formats });
  return worstExit([
    code,
    followShared(
      workspace,
      formats.map(({ id }) => id),
    ),
  ]);
}

function refused({ workspace }: OneGo, problems: Parameters<typeof printProblems>[1]): ExitCode {
  printProblems(workspace.world, problems);
  return EXIT.usage;
}
