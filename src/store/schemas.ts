import { join } from 'node:path';
import * as z from 'zod';
import type { JsonSchema } from '../bank/index.js';
import { ok, type Result } from '../kernel/index.js';
import { applyWrites } from './apply-writes.js';
import { configSchema } from './config.js';
import type { Disk } from './disk.js';
import { readText } from './file.js';

/** The JSON Schemas of answers and banks, made by the bank layer for the banks in use. */
export type SchemaParts = { readonly answers: JsonSchema; readonly bank: JsonSchema };

const FOLDER = '.spec-interview/schema';

/** Writes the JSON Schemas that editors complete and check with; a file that says the same already is left alone. */
export function writeSchemas(disk: Disk, root: string, { answers, bank }: SchemaParts): Result<void> {
  const schemas = {
    answers,
    bank,
    config: configJsonSchema(),
    context: { ...answers, title: 'Answers shared by all specs' },
  };
  const writes = Object.entries(schemas).map(([name, schema]) => ({
    path: `${FOLDER}/${name}.json`,
    text: `${JSON.stringify(schema, null, 2)}\n`,
  }));
  const stale = writes.filter(({ path, text }) => {
    const now = readText(disk, join(root, path));
    return !now.ok || now.value !== text;
  });
  return stale.length === 0 ? ok(undefined) : applyWrites(disk, root, stale);
}

function configJsonSchema(): JsonSchema {
  return { ...z.toJSONSchema(configSchema(), { io: 'input' }), title: 'Settings of spec-interview' };
}
