import { describe, expect, it } from 'vitest';
import { answerSchemas } from '../../src/bank/json-schema-answers.js';
import {
  answersJsonSchema,
  bankJsonSchema,
  incidentsJsonSchema,
  sectionJsonSchema,
} from '../../src/bank/json-schema.js';
import { aBank, type Raw } from '../helpers/a-bank.js';

const text = { type: 'string' };
const rowId = { type: 'string', pattern: '^[a-z0-9-]{1,40}$' };
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const quantity = { type: 'string', pattern: '^-?\\d+(\\.\\d+)?( \\S.*)?$' };
const sources = { enum: ['measured', 'contract', 'code', 'estimate', 'guess'] };

/** The schema of the value of one question. */
const schemaOf = (question: Raw) =>
  answerSchemas(
    aBank()
      .question({ id: 'rec.x', ...question })
      .build().questions,
  ).defs['rec.x'];

describe('the schema of a value', () => {
  it.each<[Raw, object]>([
    [{ kind: 'text' }, { type: ['string', 'number'] }],
    [
      { kind: 'text', max_length: 9 },
      { type: ['string', 'number'], maxLength: 9 },
    ],
    [{ kind: 'text', form: 'url' }, { type: ['string', 'number'] }],
    [{ kind: 'text', form: 'date' }, day],
    [{ kind: 'prose' }, text],
    [
      { kind: 'prose', max_length: 400 },
      { ...text, maxLength: 400 },
    ],
    [{ kind: 'confirm' }, { type: 'boolean' }],
    [{ kind: 'list' }, { type: 'array', items: text }],
    [
      { kind: 'list', max_length: 5 },
      { type: 'array', items: { ...text, maxLength: 5 } },
    ],
    [
      { kind: 'choice', options: [{ id: 'a', label: 'An A' }, { id: 'b' }] },
      {
        oneOf: [
          { const: 'a', title: 'An A' },
          { const: 'b', title: 'B' },
        ],
      },
    ],
    [{ kind: 'choice', of: 'rec.rows' }, rowId],
    [
      { kind: 'many', options: [{ id: 'a' }] },
      { type: 'array', uniqueItems: true, items: { oneOf: [{ const: 'a', title: 'A' }] } },
    ],
    [
      { kind: 'many', of: 'rec.rows' },
      { type: 'array', uniqueItems: true, items: rowId },
    ],
    [{ kind: 'quantity', dimension: 'duration' }, quantity],
    [{ kind: 'quantity', dimension: 'count' }, { anyOf: [quantity, { type: 'number' }] }],
  ])('of %j', (question, schema) => {
    expect(schemaOf(question)).toEqual(schema);
  });

  it('of a table names each column and what stands beside them', () => {
    const columns = [
      { id: 'name', kind: 'text', max_length: 7 },
      { id: 'max_wait', kind: 'quantity', dimension: 'duration' },
      { id: 'kind', label: 'Which kind', kind: 'choice', options: [{ id: 'a' }] },
    ];
    expect(schemaOf({ kind: 'table', key: 'name', columns })).toEqual({
      type: 'array',
      items: {
        type: 'object',
        required: ['id'],
        additionalProperties: false,
        properties: {
          id: rowId,
          why: text,
          source: sources,
          nnnn: text,
          name: { title: 'Name', type: ['string', 'number'], maxLength: 7 },
          max_wait: { title: 'Max wait', ...quantity },
          kind: { title: 'Which kind', oneOf: [{ const: 'a', title: 'A' }] },
        },
      },
    });
  });

  it.each<[string, readonly string[], readonly string[]]>([
    [
      quantity.pattern,
      ['5', '-5', '5.25', '5 ms', '5 GiB of x'],
      ['', '.5', '5.', '5ms', '5 ', 'x5', '5  ms', '+5'],
    ],
    [day.pattern, ['2026-01-31'], ['2026-1-31', 'x2026-01-31', '2026-01-31x', '26-01-31']],
    [rowId.pattern, ['a', '9-z', 'a'.repeat(40)], ['', 'A', 'a b', 'a_b', 'a'.repeat(41)]],
  ])('has the pattern %s', (pattern, fitting, others) => {
    expect([...fitting, ...others].filter((each) => new RegExp(pattern).test(each))).toEqual(fitting);
  });
});

describe('the schema of answers.yaml', () => {
  it('is this whole for one question', () => {
    const question = { id: 'rec.on', kind: 'confirm', prompt: 'Is it on?', why: 'It may be off.' };
    const said = {
      status: { enum: ['answered', 'assumed', 'unknown', 'not-applicable', 'deferred'] },
      why: text,
      rejected: {
        type: 'array',
        items: {
          type: 'object',
          required: ['option', 'because'],
          additionalProperties: false,
          properties: { option: text, because: text },
        },
      },
      source: sources,
      evidence: text,
      by: text,
      owner: text,
      due: day,
      reason: text,
      meanwhile: text,
      numbered: text,
    };
    const value = { $ref: '#/$defs/rec.on' };
    expect(answersJsonSchema(aBank().question(question).joined())).toEqual({
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
        answers: {
          type: 'object',
          additionalProperties: false,
          properties: {
            'rec.on': {
              title: 'Is it on?',
              description: 'It may be off.',
              anyOf: [value, { allOf: [{ $ref: '#/$defs/long' }, { properties: { value } }] }],
            },
          },
        },
        stale: { type: 'object', additionalProperties: text },
        probes: { type: 'array', items: { $ref: '#/$defs/probe' } },
        waivers: { type: 'array', items: { $ref: '#/$defs/waiver' } },
        retired: { type: 'object', additionalProperties: { $ref: '#/$defs/retired' } },
        case: { type: 'object' },
      },
      $defs: {
        long: { type: 'object', additionalProperties: false, properties: { value: {}, ...said } },
        probe: {
          type: 'object',
          required: ['id', 'asks'],
          additionalProperties: false,
          properties: {
            ...said,
            id: text,
            asks: text,
            about: { type: 'array', items: text },
            dismissed: { type: 'boolean' },
            value: text,
          },
        },
        waiver: {
          type: 'object',
          required: ['finding', 'reason'],
          additionalProperties: false,
          properties: { finding: text, reason: text, owner: text, until: day, given: { type: 'object' } },
        },
        retired: {
          type: 'object',
          additionalProperties: false,
          properties: { value: {}, by: text, because: text },
        },
        'rec.on': { type: 'boolean' },
      },
    });
  });
});

describe('the schemas of bank files', () => {
  const draft = { $schema: 'https://json-schema.org/draft/2020-12/schema' };

  it('name what they are of', () => {
    expect(bankJsonSchema()).toMatchObject({
      ...draft,
      title: 'Question bank of spec-interview',
      required: ['format', 'bank', 'version'],
    });
    expect(sectionJsonSchema()).toMatchObject({
      ...draft,
      title: 'Questions and rules of one section',
      required: ['section'],
    });
    expect(incidentsJsonSchema()).toMatchObject({ ...draft, title: 'Incidents', type: 'array' });
  });

  it('say once what several places share', () => {
    expect(Object.keys(bankJsonSchema()['$defs'] ?? {}).length).toBeGreaterThan(5);
  });
});
