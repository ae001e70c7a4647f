import { allOk, type Result } from '../kernel/index.js';
import { parseFormat, type Format } from '../render/index.js';
import { readFormatSources } from '../store/index.js';
import { formatPlaces, type Workspace } from './workspace.js';

const opened = new WeakMap<Workspace, Map<string, Result<readonly Format[]>>>();

/** Reads template sets, a project's own before the shipped ones; once for all specs of a run. */
export function openFormats(
  workspace: Workspace,
  ids: readonly string[] | undefined,
): Result<readonly Format[]> {
  const wanted = ids ?? workspace.project.config.formats;
  const known = opened.get(workspace) ?? new Map<string, Result<readonly Format[]>>();
  const key = wanted.join(' ');
  const formats = known.get(key) ?? readFormats(workspace, wanted);
  opened.set(workspace, known.set(key, formats));
  return formats;
}

function readFormats(workspace: Workspace, wanted: readonly string[]): Result<readonly Format[]> {
  const sources = readFormatSources(workspace.disk, formatPlaces(workspace), wanted);
  return sources.ok ? allOk(sources.value.map(parseFormat)) : sources;
}
