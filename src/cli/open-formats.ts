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
  const formats = allOk(sources.value.map(parseFormat));
  return formats.ok
    ? { ...formats, value: formats.value.map((format) => ready(workspace, format)) }
    : formats;
}

/** Adds what the build compiled; the format itself says whether that still belongs to its texts. */
function ready({ disk, world }: Workspace, format: Format): Format {
  const path = join(world.packageDir, 'dist', 'templates', `${format.id}.cjs`);
  if (disk.kind(path) !== 'file') return format;
  const precompiled = createRequire(path)(path) as Precompiled;
  return { ...format, precompiled };
}
