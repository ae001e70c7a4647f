import type { ErrorCode, YAMLError } from 'yaml';
import type { Problem } from '../kernel/index.js';

type Fault = Omit<Problem, 'place'>;

const QUOTE = 'Put the text in quotes, or write it as a block after `|`.';
const ALIGN = 'Align the line with its neighbours; use spaces only.';

const FAULTS: Partial<Record<ErrorCode, Fault>> = {
  TAB_AS_INDENT: {
    code: 'yaml-tab',
    message: 'The line is indented with a tab; spaces are expected.',
    hint: 'Indent with two spaces per level.',
  },
  BAD_INDENT: {
    code: 'yaml-indent',
    message: 'The indentation does not fit the lines above, or a bracket is not closed.',
    hint: ALIGN,
  },
  BLOCK_AS_IMPLICIT_KEY: {
    code: 'yaml-colon',
    message: 'A second `key:` stands where the value of the first is expected.',
    hint: `${QUOTE} A nested key goes on its own line, indented.`,
  },
  MULTILINE_IMPLICIT_KEY: {
    code: 'yaml-key',
    message: 'A key runs over several lines; `key: value` is expected on one.',
    hint: ALIGN,
  },
  MISSING_CHAR: {
    code: 'yaml-unfinished',
    message: 'Something is not finished here: a colon, a quote or a bracket is missing.',
    hint: 'Write `key: value`, and close every quote and bracket.',
  },
  BAD_SCALAR_START: {
    code: 'yaml-character',
    message: 'A text cannot begin with this character.',
    hint: QUOTE,
  },
  BAD_DQ_ESCAPE: {
    code: 'yaml-escape',
    message: 'The escape after `\\` is not known.',
    hint: "Double the backslash, or use single quotes '…'.",
  },
  TAG_RESOLVE_FAILED: {
    code: 'yaml-tag',
    message: 'A tag (`!…`) stands before the value; plain values are expected.',
    hint: 'Remove the tag, or put the text in quotes.',
  },
  BAD_ALIAS: {
    code: 'yaml-alias',
    message: 'An alias (`*…`) is used; aliases are not read.',
    hint: 'Write the value out, or put the text in quotes.',
  },
};

/** Says what a fault of the YAML text is in our own words: what is so, and what to do. */
export function yamlProblem(fault: YAMLError, text: string): Fault {
  if (isConflictMark(text, fault.pos[0])) return CONFLICT;
  const known = tabBefore(text, fault.pos[0]) ? FAULTS.TAB_AS_INDENT : FAULTS[fault.code];
  if (known !== undefined) return known;
  const sentence = fault.message.split('\n')[0] ?? '';
  return { code: 'yaml-syntax', message: `This is not valid YAML: ${sentence}.`, hint: QUOTE };
}

const CONFLICT: Fault = {
  code: 'yaml-conflict',
  message: 'The file holds the marks of an unfinished merge.',
  hint: 'Keep one side, remove the lines that begin with <<<<<<<, ======= and >>>>>>>.',
};

function isConflictMark(text: string, offset: number): boolean {
  return /^(?:<{7}|={7}|>{7})(?: |$)/.test(lineAt(text, offset));
}

function tabBefore(text: string, offset: number): boolean {
  return /^ *\t/.test(lineAt(text, offset));
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', Math.max(offset - 1, 0)) + 1;
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? undefined : end);
}
