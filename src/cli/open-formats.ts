import { createRequire } from 'node:module';
import { join } from 'node:path';
import { allOk, type Result } from '../kernel/index.js';
import { parseFormat, type Format, type Precompiled } from '../render/index.js';
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
  if (!sources.ok) return sources;
  return allOk(sources.value.map((source) => parseFormat(source, builtOf(workspace, source.id))));
}

/** What the build made of the shipped set of this id; whether it belongs to the texts that were read is for `parseFormat` to say. */
function builtOf({ disk, world }: Workspace, id: string): Precompiled | undefined {
  const path = join(world.packageDir, 'dist', 'templates', `${id}.cjs`);
  return disk.kind(path) === 'file' ? (createRequire(path)(path) as Precompiled) : undefined;
}
