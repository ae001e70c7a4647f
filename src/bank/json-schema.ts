import * as z from 'zod';
import type { JoinedBank } from './bank.js';
import { answerSchemas } from './json-schema-answers.js';
import { bankFile, incidentsFile, sectionFile } from './schema-bank.js';

/** A JSON Schema (draft 2020-12) as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The schema of a bank's main file, which may hold the questions of a small bank too. */
export function bankJsonSchema(): JsonSchema {
  return fromShape(bankFile(), 'Question bank of spec-interview');
}

/** The schema of a bank's files of questions and rules. */
export function sectionJsonSchema(): JsonSchema {
  return fromShape(sectionFile(), 'Questions and rules of one section');
}

/** The schema of the list of incidents. */
export function incidentsJsonSchema(): JsonSchema {
  return fromShape(incidentsFile(), 'Incidents');
}

/** The schema of answers.yaml: every question with the values it takes, so that editors complete and check them. */
export function answersJsonSchema(joined: JoinedBank): JsonSchema {
  const { answers, defs } = answerSchemas(joined.questions);
  const text = { type: 'string' };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Answers of one spec',
    type: 'object',
    required: ['format', 'answers'],
    additionalProperties: false,
    properties: {
      format: { const: 1 },
      name: text,
      depth: { enum: ['quick', 'standard', 'deep'] },
      banks: { type: 'object', additionalProperties: { type: 'integer', minimum: 1 } },
      answers: { type: 'object', additionalProperties: false, properties: answers },
      stale: { type: 'object', additionalProperties: text },
      probes: { type: 'array', items: { $ref: '#/$defs/probe' } },
      waivers: { type: 'array', items: { $ref: '#/$defs/waiver' } },
      retired: { type: 'object', additionalProperties: { $ref: '#/$defs/retired' } },
      case: { type: 'object' },
    },
    $defs: defs,
  };
}

function fromShape(schema: z.ZodType, title: string): JsonSchema {
  return { title, ...z.toJSONSchema(schema, { io: 'input', reused: 'ref' }) };
}
