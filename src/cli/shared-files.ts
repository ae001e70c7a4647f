import { followAgents, previewAgents } from './agents-file.js';
import { worstExit, type ExitCode } from './exit-codes.js';
import { followFeature, previewFeature } from './feature-file.js';
import type { Workspace } from './workspace.js';

/** Brings the files that belong to no single spec up to date, once for all specs. */
export function followShared(workspace: Workspace, wanted?: readonly string[]): ExitCode {
  return worstExit([followAgents(workspace, wanted), followFeature(workspace, wanted)]);
}

/** Says what following the specs would do to these files, without writing them. */
export function previewShared(workspace: Workspace, wanted?: readonly string[]): readonly string[] {
  return [...previewAgents(workspace, wanted), ...previewFeature(workspace, wanted)];
}
