import { join } from 'node:path';
import * as z from 'zod';
import { parseShape, parseYaml, strictMap } from '../bank/index.js';
import { err, ok, type Result } from '../kernel/index.js';
import { conflicts } from './answers-conflicts.js';
import type { Disk } from './disk.js';
import { readText } from './file.js';

const name = z.string().trim().min(1);

// YAML reads 007 as a number; Spec Kit also names folders by the minute, as 20261231-235959.
const DIGITS = 'three digits, like "007"';
const specNumber = z
  .union(
    [
      z.string().regex(/^(?:\d{3,7}|\d{8}-\d{6})$/, DIGITS),
      z.int(DIGITS).min(0, DIGITS).max(9_999_999, DIGITS),
    ],
    DIGITS,
  )
  .transform((number) => String(number).padStart(3, '0'));

/** What config.yaml may hold, with what holds where it says nothing. */
export const configSchema = strictMap({
  format: z.literal(1, 'the format 1').default(1),
  specs: name.default('specs'),
  formats: z.array(name).default(['spec', 'brief']),
  banks: z.array(name).default([]),
  depth: z.enum(['by-tier', 'quick', 'standard', 'deep']).default('by-tier'),
  fail_on: z.enum(['none', 'block', 'high', 'med']).default('none'),
  ai: z.enum(['off', 'ask']).default('ask'),
  ai_model: name.default('default'),
  ai_tokens: z.int().min(0).default(200_000),
  ai_price: strictMap({
    input: z.number().min(0),
    output: z.number().min(0),
    cached: z.number().min(0).optional(),
  }).optional(),
  ai_cost: z.number().min(0).optional(),
  theme: z.enum(['default', 'high-contrast']).default('default'),
  trace: z.record(z.string(), name).default({}),
  spec_kit: z.record(z.string(), specNumber).default({}),
  tests: z.array(name).default(['test/**', '**/*.test.*', '**/*_test.*', '**/*.feature']),
});

/** The settings of a project; every setting that the file leaves out has its default. */
export type Config = Readonly<z.output<typeof configSchema>>;

/** Where the settings of a project lie. */
export const configPath = (root: string): string => join(root, '.spec-interview', 'config.yaml');

/** Reads the settings of a project; without a file every setting has its default. */
export function readConfig(disk: Disk, root: string): Result<Config> {
  const path = configPath(root);
  const text = readText(disk, path);
  return text.ok ? parseConfig(text.value, path) : text;
}

/** Reads settings from the text of their file. */
export function parseConfig(text: string | undefined, path: string): Result<Config> {
  if (text === undefined || isEmpty(text)) return ok(configSchema.parse({}));
  const marks = conflicts(text, path);
  if (marks.length > 0) return err(marks);
  const file = parseYaml({ path, text });
  if (!file.ok) return file;
  const parsed = parseShape(configSchema, file.value);
  if (parsed.ok) return parsed;
  return err(
    parsed.error.map((problem) => ({ ...problem, code: problem.code.replace(/^bank-/, 'config-') })),
  );
}

// A file of comments, or of comments and its format, sets nothing; most projects start with that one.
function isEmpty(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => !/^\uFEFF?\s*(?:#|$)/.test(line));
  return lines.length === 0 || (lines.length === 1 && /^format: 1\s*$/.test(lines[0] ?? ''));
}
