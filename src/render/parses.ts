import { parseDocument } from 'yaml';
import { err, ok, type Problem, type Result } from '../kernel/index.js';

/** Reads plain YAML data (no aliases), or says where it does not parse. */
export function parseYamlData(text: string, file: string): Result<unknown> {
  // Warnings of the library would be printed as they are, with whatever the file holds.
  const document = parseDocument(text, { prettyErrors: true, uniqueKeys: true, logLevel: 'error' });
  const problems = document.errors.map((error): Problem => {
    const at = error.linePos?.[0];
    const place = at === undefined ? { file } : { file, line: at.line, column: at.col };
    return { code: 'yaml', message: error.message.split('\n')[0] ?? 'This is not valid YAML.', place };
  });
  if (problems.length > 0) return err(problems);
  try {
    return ok(document.toJS({ maxAliasCount: 0 }) as unknown);
  } catch {
    return err([
      {
        code: 'yaml-alias',
        message: 'YAML aliases are not read here.',
        hint: 'Write the value out.',
        place: { file },
      },
    ]);
  }
}

/** Says whether a text still parses as the file type its path promises; other types always do. */
export function stillParses(path: string, text: string): boolean {
  if (/\.ya?ml$/.test(path)) return parseYamlData(text, path).ok;
  if (!path.endsWith('.json')) return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
