import { join } from 'node:path';
import { allOk, ok, type Result } from '../kernel/index.js';
import { parseFormat, precompile, type FormatSource } from '../render/index.js';
import { createDisk, listFormats, readFormatSources } from '../store/index.js';

/** Compiles the shipped template sets once, for the build, so that rendering does not have to; gives the text of a module for each id. */
export function compileTemplates(
  packageDir: string,
): Result<readonly (readonly [id: string, text: string])[]> {
  const disk = createDisk();
  const places = { shipped: join(packageDir, 'templates'), root: packageDir };
  const sources = readFormatSources(disk, places, listFormats(disk, places));
  if (!sources.ok) return sources;
  return allOk(sources.value.map(compiled));
}

function compiled(source: FormatSource): Result<readonly [id: string, text: string]> {
  const format = parseFormat(source);
  if (!format.ok) return format;
  const manifest = source.files.find(({ path }) => path.endsWith('template.yaml'))?.text ?? '';
  const text = precompile(format.value, manifest);
  return text.ok ? ok([source.id, text.value]) : text;
}
