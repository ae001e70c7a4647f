import { allOk, type Result } from '../kernel/index.js';
import { parseFormat, type Format } from '../render/index.js';
import { readFormatSources } from '../store/index.js';
import { formatPlaces, type Workspace } from './workspace.js';

/** Reads template sets, a project's own before the shipped ones. */
export function openFormats(
  workspace: Workspace,
  ids: readonly string[] | undefined,
): Result<readonly Format[]> {
  const wanted = ids ?? workspace.project.config.formats;
  const sources = readFormatSources(workspace.disk, formatPlaces(workspace), wanted);
  return sources.ok ? allOk(sources.value.map(parseFormat)) : sources;
}
