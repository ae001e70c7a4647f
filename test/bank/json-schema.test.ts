import { describe, expect, it } from 'vitest';
import {
  answersJsonSchema,
  bankJsonSchema,
  incidentsJsonSchema,
  sectionJsonSchema,
} from '../../src/bank/index.js';
import { aBank } from '../helpers/a-bank.js';

describe('the schemas of bank files', () => {
  it('name every key a file may have and no other', () => {
    const schema = bankJsonSchema();
    expect(schema).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['format', 'bank', 'version'],
    });
    expect(Object.keys(schema['properties'] ?? {})).toEqual(
      expect.arrayContaining([
        'sections',
        'questions',
        'rules',
        'terms',
        'lexicons',
        'migrations',
        'retired_numbers',
      ]),
    );
    expect(sectionJsonSchema()).toMatchObject({ required: ['section'], additionalProperties: false });
    expect(incidentsJsonSchema()).toMatchObject({ type: 'array' });
  });

  it('offer the kinds of questions', () => {
    const text = JSON.stringify(sectionJsonSchema());
    for (const kind of ['text', 'prose', 'choice', 'many', 'confirm', 'quantity', 'list', 'table']) {
      expect(text).toContain(`"const":"${kind}"`);
    }
  });
});

describe('answersJsonSchema', () => {
  const columns = [
    { id: 'name', kind: 'text' },
    { id: 'needed', kind: 'choice', options: [{ id: 'hard' }, { id: 'soft' }] },
    { id: 'timeout', kind: 'quantity', dimension: 'duration' },
  ];
  const schema = answersJsonSchema(
    aBank()
      .question(
        { id: 'arc.tier', kind: 'choice', options: [{ id: 'T0', label: 'Lives' }, { id: 'T1' }] },
        { id: 'arc.pods', kind: 'quantity', dimension: 'count' },
        { id: 'dep.dependencies', kind: 'table', key: 'name', columns },
        { id: 'dep.caller', kind: 'choice', of: 'dep.dependencies' },
        { id: 'dep.note', kind: 'prose', max_length: 400 },
        { id: 'dep.names', kind: 'list' },
        { id: 'dep.since', kind: 'text', form: 'date' },
        { id: 'dep.kinds', kind: 'many', options: [{ id: 'a' }] },
        { id: 'dep.own', kind: 'confirm' },
      )
      .joined(),
  );

  it('gives each question its prompt, its value and the long form', () => {
    expect(schema).toMatchObject({
      properties: {
        answers: {
          additionalProperties: false,
          properties: {
            'arc.tier': {
              title: 'What about arc.tier?',
              description: 'It matters.',
              anyOf: [{ $ref: '#/$defs/arc.tier' }, { allOf: [{ $ref: '#/$defs/long' }, {}] }],
            },
          },
        },
      },
    });
  });

  it('describes the value of every kind', () => {
    expect(schema['$defs']).toMatchObject({
      'arc.tier': {
        oneOf: [
          { const: 'T0', title: 'Lives' },
          { const: 'T1', title: 'T1' },
        ],
      },
      'arc.pods': { anyOf: [{ type: 'string' }, { type: 'number' }] },
      'dep.caller': { type: 'string' },
      'dep.note': { type: 'string', maxLength: 400 },
      'dep.names': { type: 'array', items: { type: 'string' } },
      'dep.since': { pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
      'dep.kinds': { type: 'array', items: { oneOf: [{ const: 'a', title: 'A' }] } },
      'dep.own': { type: 'boolean' },
      'dep.dependencies': {
        items: {
          required: ['id'],
          additionalProperties: false,
          properties: {
            needed: { title: 'Needed', oneOf: [{ const: 'hard' }, { const: 'soft' }] },
            timeout: { type: 'string' },
          },
        },
      },
    });
  });

  it('refers to nothing that it does not define', () => {
    const defined = new Set(Object.keys(schema['$defs'] ?? {}));
    const named = [...JSON.stringify(schema).matchAll(/"#\/\$defs\/([^"]+)"/g)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => name === undefined || !defined.has(name))).toEqual([]);
  });
});
