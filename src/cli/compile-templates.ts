import { join } from 'node:path';
import { allOk, ok, type Result } from '../kernel/index.js';
import { parseFormat, precompile } from '../render/index.js';
import { createDisk, listFormats, readFormatSources } from '../store/index.js';

/** Compiles the shipped template sets once, for the build, so that rendering does not have to; gives the text of a module for each id. */
export function compileTemplates(
  packageDir: string,
): Result<readonly (readonly [id: string, text: string])[]> {
  const disk = createDisk();
  const places = { shipped: join(packageDir, 'templates'), root: packageDir };
  const sources = readFormatSources(disk, places, listFormats(disk, places));
  if (!sources.ok) return sources;
  const formats = allOk(sources.value.map(parseFormat));
  if (!formats.ok) return formats;
  return allOk(
    formats.value.map((format) => {
      const text = precompile(format);
      return text.ok ? ok([format.id, text.value] as const) : text;
    }),
  );
}
