import type { SentencePattern } from '../bank/index.js';

/** The parts of one EARS sentence, all filled. */
export type EarsParts = {
  readonly event?: string;
  readonly while?: string;
  readonly if?: string;
  readonly where?: string;
  readonly shall: string;
};

/** The condition parts a pattern has, in the order they are said. */
export const CONDITION_PARTS = [
  'where',
  'while',
  'event',
  'if',
] as const satisfies readonly (keyof SentencePattern)[];

const KEYWORDS = { where: 'WHERE', while: 'WHILE', event: 'WHEN', if: 'IF' } as const;

/** Builds the sentence of an EARS pattern: conditions first, then what the system SHALL do. */
export function earsSentence(parts: EarsParts): string {
  const conditions = CONDITION_PARTS.flatMap((name) => {
    const text = parts[name];
    return text === undefined ? [] : [`${KEYWORDS[name]} ${text}`];
  });
  const subject = parts.if === undefined ? 'the system' : 'THEN the system';
  const action = parts.shall.replace(/^not /, 'NOT ');
  const sentence = [...conditions, `${subject} SHALL ${action}`].join(', ');
  return closed(sentence.charAt(0).toUpperCase() + sentence.slice(1));
}

/** Ends a text with one full stop, unless it already ends a sentence. */
function closed(text: string): string {
  return /[.!?…]["”)]?$/u.test(text) ? text : `${text}.`;
}
