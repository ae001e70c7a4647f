import { join } from 'node:path';
import * as z from 'zod';
import { parseShape, parseYaml, strictMap } from '../bank/index.js';
import { err, ok, once, type Result } from '../kernel/index.js';
import { conflicts } from './answers-conflicts.js';
import type { Disk } from './disk.js';
import { readText } from './file.js';

// YAML reads 007 as a number; Spec Kit also names folders by the minute, as 20261231-235959.
const DIGITS = 'three digits, like "007"';

/** What holds where config.yaml says nothing. */
const defaults = {
  format: 1,
  specs: 'specs',
  formats: ['spec', 'brief'],
  banks: [],
  depth: 'by-tier',
  fail_on: 'none',
  ai: 'ask',
  ai_model: 'default',
  ai_tokens: 200_000,
  theme: 'default',
  trace: {},
  spec_kit: {},
  tests: ['test/**', '**/*.test.*', '**/*_test.*', '**/*.feature'],
} as const;

/** What config.yaml may hold; most projects set nothing, and making a schema takes milliseconds. */
export const configSchema = once(() => {
  const name = z.string().trim().min(1);
  const names = z.array(name).readonly();
  const specNumber = z
    .union(
      [
        z.string().regex(/^(?:\d{3,7}|\d{8}-\d{6})$/, DIGITS),
        z.int(DIGITS).min(0, DIGITS).max(9_999_999, DIGITS),
      ],
      DIGITS,
    )
    .transform((number) => String(number).padStart(3, '0'));
  return strictMap({
    format: z.literal(1, 'the format 1').default(defaults.format),
    specs: name.default(defaults.specs),
    formats: names.default(defaults.formats),
    banks: names.default(defaults.banks),
    depth: z.enum(['by-tier', 'quick', 'standard', 'deep']).default(defaults.depth),
    fail_on: z.enum(['none', 'block', 'high', 'med']).default(defaults.fail_on),
    ai: z.enum(['off', 'ask']).default(defaults.ai),
    ai_model: name.default(defaults.ai_model),
    ai_tokens: z.int().min(0).default(defaults.ai_tokens),
    ai_price: strictMap({
      input: z.number().min(0),
      output: z.number().min(0),
      cached: z.number().min(0).optional(),
    }).optional(),
    ai_cost: z.number().min(0).optional(),
    theme: z.enum(['default', 'high-contrast']).default(defaults.theme),
    trace: z.record(z.string(), name).default(defaults.trace),
    spec_kit: z.record(z.string(), specNumber).default(defaults.spec_kit),
    tests: names.default(defaults.tests),
  });
});

/** The settings of a project; every setting that the file leaves out has its default. */
export type Config = Readonly<z.output<ReturnType<typeof configSchema>>>;

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
  if (text === undefined || isEmpty(text)) return ok(defaults);
  const marks = conflicts(text, path);
  if (marks.length > 0) return err(marks);
  const file = parseYaml({ path, text });
  if (!file.ok) return file;
  const parsed = parseShape(configSchema(), file.value);
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
