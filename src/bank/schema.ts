import * as z from 'zod';

/** Marks, in the message of an issue, the list of keys that a map may have. */
export const KNOWN_KEYS = 'known keys: ';

/** A map with exactly these keys; an unknown key is a problem that names the known ones. */
export function strictMap<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = `${KNOWN_KEYS}${Object.keys(shape).join(' ')}`;
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined),
  });
}

/** Text of any length; surrounding blank space does not count. */
export const prose = z.string().trim().min(1);

/** Text on one line. */
export const line = prose.regex(/^[^\n]*$/, 'text on one line');

const WORDS_OF_CEL = new Set(['in', 'true', 'false', 'null']);

const notReserved = (id: string): boolean => id.split('.').every((part) => !WORDS_OF_CEL.has(part));

function idLike(pattern: RegExp, expected: string) {
  return z
    .string()
    .regex(pattern, expected)
    .refine(notReserved, `${expected}, none of in, true, false, null`);
}

/** A question's id: `section.name`. */
export const questionId = idLike(
  /^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/,
  'an id like `section.name`, lower case',
);

/** An id of one lower-case word: a section or a column. */
export const wordId = idLike(/^[a-z][a-z0-9_]*$/, 'an id of lower-case letters, digits and `_`');

/** An id in kebab-case: a rule, term, incident, bank or archetype. */
export const kebabId = idLike(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id of lower-case words joined by `-`');

/** An option's id. */
export const optionId = idLike(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, 'an id of letters, digits, `_`, `.` and `-`');

/** The two to eight capitals that head the requirement ids of a section. */
export const sectionCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{1,7}$/, 'two to eight capitals or digits, like `REC`');

/** The id of a row: at most 40 of `a-z`, `0-9` and `-`. */
export const rowId = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/, 'a row id of at most 40 lower-case letters, digits and `-`');

/** A whole number above zero. */
export const positive = z.int().min(1);
