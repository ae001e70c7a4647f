import type { Expects, SentencePattern } from '../bank/index.js';

/** Says whether an answer is more than one sentence, so that it cannot stand inside one. */
export function splitsSentence(text: string): boolean {
  const trimmed = text.trim();
  return /[\r\n]/.test(trimmed) || /[.!?;]\s+\S/.test(trimmed.replaceAll(/\b(?:e\.g|i\.e|etc|vs|approx|no)\.\s/gi, ''));
}

/** Brings an answer into the shape its sentence expects: no final stop, no "we will", no capital in mid sentence. */
export function normalise(text: string, expects: Expects | undefined): string {
  const bare = text.trim().replace(/[.;,:!?\s]+$/, '');
  const inner = lowerFirst(bare);
  if (expects === 'verb-phrase') return lowerFirst(withoutSubject(inner));
  if (expects === 'clause') return inner.replace(/^(?:when|if|while|where|once|as soon as)\s+/i, '');
  return inner;
}

function withoutSubject(text: string): string {
  const subject = /^(?:we|it|they|the (?:system|service|api|app|application|server|client))\s+/i;
  const modal = /^(?:will|would|shall|should|must|can|could|is going to|are going to|needs? to|has to|have to|to)\s+/i;
  const rest = text.replace(subject, '');
  const bare = rest.replace(modal, '');
  return rest === text || bare !== rest ? bare : infinitive(rest);
}

function infinitive(text: string): string {
  const space = text.indexOf(' ');
  const verb = space === -1 ? text : text.slice(0, space);
  const tail = space === -1 ? '' : text.slice(space);
  if (/(?:sses|shes|ches|xes|zes)$/.test(verb)) return verb.slice(0, -2) + tail;
  if (/[^aeiou]ies$/.test(verb)) return `${verb.slice(0, -3)}y${tail}`;
  return /[^su]s$/.test(verb) ? verb.slice(0, -1) + tail : text;
}

/** Makes the first letter small unless the word is a name or an acronym (`Redis`, `POST`): only common openers change. */
function lowerFirst(text: string): string {
  const word = /^[A-Za-z]+/.exec(text)?.[0] ?? '';
  return OPENERS.has(word.toLowerCase()) && word !== word.toUpperCase() ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

const OPENERS = new Set(
  `a an the any all each every no none some this that these those it we they i one two three if when while where once
  return reject refuse allow deny send show keep store write read log alert retry drop fail use count serve queue accept
  ignore delete remove create update answer respond reply wait stop start fall fallback traffic requests request users user
  callers caller clients client only at in on by for from with without after before until there our its their do make let
  give tell page notify block limit record report restore replay rebuild reload revoke expire lock unlock sign signed new old
  both most nobody nothing somebody someone everything data errors error calls call events event messages message jobs job
  stale cached oldest latest last first previous next replicas replica instances instance pods pod memory clock`.split(/\s+/),
);

/** The parts of one EARS sentence, all filled. */
export type EarsParts = {
  readonly event?: string;
  readonly while?: string;
  readonly if?: string;
  readonly where?: string;
  readonly shall: string;
};

/** Builds the sentence of an EARS pattern: conditions first, then what the system SHALL do. */
export function earsSentence(parts: EarsParts): string {
  const conditions = [
    parts.where === undefined ? undefined : `where ${parts.where}`,
    parts.while === undefined ? undefined : `while ${parts.while}`,
    parts.event === undefined ? undefined : `when ${parts.event}`,
    parts.if === undefined ? undefined : `if ${parts.if}`,
  ].filter((part) => part !== undefined);
  const then = parts.if === undefined ? '' : 'then ';
  const body = `${then}the system SHALL ${parts.shall}`;
  const sentence = conditions.length === 0 ? body : `${conditions.join(', ')}, ${body}`;
  return `${emphasised(sentence)}.`;
}

function emphasised(sentence: string): string {
  const keyed = sentence.replace(/^(where|while|when|if)\b/, (word) => word.toUpperCase());
  const inner = keyed.replace(/, (while|when|if) /, (_, word: string) => `, ${word.toUpperCase()} `);
  const thens = inner.replace(/, then the system SHALL /, ', THEN the system SHALL ');
  return thens.charAt(0).toUpperCase() + thens.slice(1);
}

/** The condition parts a pattern has, in the order they are said. */
export const CONDITION_PARTS = ['where', 'while', 'event', 'if'] as const satisfies readonly (keyof SentencePattern)[];
