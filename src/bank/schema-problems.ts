import type * as z from 'zod';
import { err, joined, nearest, ok, type Problem, type Result } from '../kernel/index.js';
import { KNOWN_KEYS } from './schema.js';
import type { YamlFile } from './yaml-source.js';

/** Checks a parsed file against a schema: the typed value, or every problem at its line and column. */
export function parseShape<Schema extends z.ZodType>(
  schema: Schema,
  file: YamlFile,
): Result<z.output<Schema>> {
  const parsed = schema.safeParse(file.data);
  if (parsed.success) return ok(parsed.data);
  return err(parsed.error.issues.flatMap((issue) => issueProblems(issue, file)));
}

function issueProblems(issue: z.core.$ZodIssue, file: YamlFile): readonly Problem[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, issue, file));
    case 'invalid_key':
      return [{ ...wrong(issue, file, keyExpected(issue)), place: file.placeOf(issue.path, 'key') }];
    case 'invalid_union':
      return unionProblems(issue, file);
    default:
      return [wrong(issue, file, expected(issue))];
  }
}

function unknownKey(key: string, issue: z.core.$ZodIssueUnrecognizedKeys, file: YamlFile): Problem {
  const known = issue.message.startsWith(KNOWN_KEYS) ? issue.message.slice(KNOWN_KEYS.length).split(' ') : [];
  const owner = subjectOf(issue.path, file);
  return {
    code: 'bank-unknown-key',
    message: `${owner === '' ? 'The file' : owner} has the key \`${shortened(key)}\`, which is not known.`,
    hint: keyHint(key, known, valueAt(file.data, [...issue.path, key])),
    place: file.placeOf([...issue.path, key], 'key'),
  };
}

// `{ label: now, not later }` gives an empty key `not later`: the comma ended the text.
function keyHint(key: string, known: readonly string[], value: unknown): string {
  const near = nearest(key, known, 1)[0];
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  const cut = value === null || /\s/.test(key);
  return cut
    ? 'A text with a comma or a colon needs quotes inside { … }.'
    : `Known keys: ${known.join(', ')}.`;
}

// A union of shapes fails as one; the branch that got furthest tells the person most.
function unionProblems(issue: z.core.$ZodIssueInvalidUnion, file: YamlFile): readonly Problem[] {
  if (issue.discriminator !== undefined) return [unknownKind(issue, file)];
  const branches = issue.errors.map((branch) =>
    branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
  );
  const depthOf = (branch: readonly z.core.$ZodIssue[]): number =>
    Math.max(0, ...branch.map((inner) => inner.path.length + (inner.code === 'unrecognized_keys' ? 1 : 0)));
  const deepest = [...branches].sort((a, b) => depthOf(b) - depthOf(a))[0] ?? [];
  if (depthOf(deepest) <= issue.path.length) return [wrong(issue, file, issue.message)];
  return deepest.flatMap((inner) => issueProblems(inner, file));
}

const KINDS = ['text', 'prose', 'choice', 'many', 'confirm', 'quantity', 'list', 'table'];
const CELL_KINDS = ['text', 'choice', 'many', 'confirm', 'quantity'];

function unknownKind(issue: z.core.$ZodIssueInvalidUnion, file: YamlFile): Problem {
  const kinds = issue.path.includes('columns') ? CELL_KINDS : KINDS;
  const received = valueAt(file.data, issue.path);
  const near = typeof received === 'string' ? nearest(received, kinds, 1)[0] : undefined;
  const problem = wrong(issue, file, joined(kinds, 'or'));
  return near === undefined ? problem : { ...problem, hint: `Did you mean \`${near}\`?` };
}

function wrong(issue: z.core.$ZodIssue, file: YamlFile, expectation: string): Problem {
  const received = valueAt(file.data, issue.path);
  const what = whatOf(issue.path, file);
  const place = file.placeOf(issue.path);
  if (received === undefined || received === null) {
    return {
      code: 'bank-missing-key',
      message: `${what} is missing; ${expectation} is expected.`,
      hint: `Add ${lastKey(issue.path)}.`,
      place,
    };
  }
  return {
    code: 'bank-wrong-value',
    message: `${what} is ${receivedText(received)}; ${expectation} is expected.`,
    hint: `Change ${lastKey(issue.path)}.`,
    place,
  };
}

const NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
};

function expected(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return NAMES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.length === 1 && !issue.message.startsWith('Invalid')
        ? issue.message
        : joined(issue.values.map(String), 'or');
    case 'too_small':
      return `${sizeName(issue.origin)} of at least ${String(issue.minimum)}`;
    case 'too_big':
      return `${sizeName(issue.origin)} of at most ${String(issue.maximum)}`;
    default:
      return issue.message;
  }
}

function keyExpected(issue: z.core.$ZodIssueInvalidKey): string {
  const inner = issue.issues[0];
  return inner === undefined ? 'another key' : expected(inner);
}

function sizeName(origin: string): string {
  if (origin === 'string') return 'text with a length';
  return origin === 'array' ? 'a list with a length' : 'a number';
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let found = data;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Object.entries(found).find(([key]) => key === String(step))?.[1];
  }
  return found;
}

function whatOf(path: readonly PropertyKey[], file: YamlFile): string {
  const owner = subjectOf(path.slice(0, -1), file);
  const key = path.at(-1);
  if (key === undefined) return 'The file';
  const name = typeof key === 'number' ? `Item ${String(key + 1)}` : `\`${shortened(String(key))}\``;
  return owner === '' ? name : `${name} of ${owner}`;
}

// The nearest thing with an id, and the way from there: `rec.rpo says 1`.
function subjectOf(path: readonly PropertyKey[], file: YamlFile): string {
  for (let length = path.length; length > 0; length -= 1) {
    const data = valueAt(file.data, path.slice(0, length));
    const id = typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined;
    if (typeof id === 'string') return [shortened(id), ...path.slice(length).map(stepText)].join(' ');
  }
  return path.map(stepText).join(' ');
}

function stepText(step: PropertyKey): string {
  return typeof step === 'number' ? String(step + 1) : String(step);
}

function lastKey(path: readonly PropertyKey[]): string {
  const key = path.findLast((step) => typeof step === 'string');
  return key === undefined ? 'it' : `\`${shortened(key)}:\``;
}

function receivedText(received: unknown): string {
  if (Array.isArray(received)) return 'a list';
  if (typeof received === 'object') return 'a map';
  return typeof received === 'string' ? `"${shortened(received)}"` : JSON.stringify(received);
}

function shortened(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 60 ? `${flat.slice(0, 60)}…` : flat;
}
