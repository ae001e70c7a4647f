import { isTable, type Column, type Question, type TableShape, type ValueShape } from './question.js';

type Schema = Readonly<Record<string, unknown>>;
type Schemas = Readonly<Record<string, Schema>>;

const text: Schema = { type: 'string' };
const date: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const SOURCES = ['measured', 'contract', 'code', 'estimate', 'guess'];
const STATUSES = ['answered', 'assumed', 'unknown', 'not-applicable', 'deferred'];

const said: Schemas = {
  status: { enum: STATUSES },
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
  source: { enum: SOURCES },
  evidence: text,
  by: text,
  owner: text,
  due: date,
  reason: text,
  meanwhile: text,
  numbered: text,
};

const anything: Schema = {};

const FIXED: Schemas = {
  long: {
    type: 'object',
    additionalProperties: false,
    properties: { value: anything, ...said },
  },
  probe: {
    type: 'object',
    required: ['id', 'asks'],
    additionalProperties: false,
    properties: {
      id: text,
      asks: text,
      about: { type: 'array', items: text },
      dismissed: { type: 'boolean' },
      value: text,
      ...said,
    },
  },
  waiver: {
    type: 'object',
    required: ['finding', 'reason'],
    additionalProperties: false,
    properties: { finding: text, reason: text, owner: text, until: date, given: { type: 'object' } },
  },
  retired: {
    type: 'object',
    additionalProperties: false,
    properties: { value: anything, by: text, because: text },
  },
};

/** The schema of every answer by question id, and the definitions they refer to. */
export function answerSchemas(questions: readonly Question[]): { answers: Schemas; defs: Schemas } {
  const answers = questions.map((question) => [question.id, answerSchema(question)] as const);
  const values = questions.map((question) => [question.id, shapeSchema(question)] as const);
  return {
    answers: Object.fromEntries(answers),
    defs: { ...FIXED, ...Object.fromEntries(values) },
  };
}

// No kind has a map as its value, so a map is always the long form.
function answerSchema({ id, prompt, why }: Question): Schema {
  const value = { $ref: `#/$defs/${id}` };
  return {
    title: prompt,
    description: why,
    anyOf: [value, { allOf: [{ $ref: '#/$defs/long' }, { properties: { value } }] }],
  };
}

function shapeSchema(shape: Question): Schema {
  return isTable(shape) ? tableSchema(shape) : valueSchema(shape);
}

function tableSchema({ columns }: TableShape): Schema {
  const cells = columns.map((column) => [column.id, cellSchema(column)] as const);
  const own = {
    id: { type: 'string', pattern: '^[a-z0-9-]{1,40}$' },
    why: text,
    source: { enum: SOURCES },
    nnnn: text,
  };
  return {
    type: 'array',
    items: {
      type: 'object',
      required: ['id'],
      additionalProperties: false,
      properties: { ...own, ...Object.fromEntries(cells) },
    },
  };
}

function cellSchema(column: Column): Schema {
  return { title: column.label, ...valueSchema(column) };
}

function valueSchema(shape: ValueShape): Schema {
  switch (shape.kind) {
    case 'text':
      return shape.form === 'date' ? date : { type: ['string', 'number'], ...longest(shape) };
    case 'prose':
      return { ...text, ...longest(shape) };
    case 'choice':
      return optionSchema(shape);
    case 'many':
      return { type: 'array', uniqueItems: true, items: optionSchema(shape) };
    case 'confirm':
      return { type: 'boolean' };
    case 'quantity':
      return quantitySchema(shape.dimension);
    case 'list':
      return { type: 'array', items: { ...text, ...longest(shape) } };
  }
}

function longest({ max_length }: { readonly max_length?: number }): Schema {
  return max_length === undefined ? {} : { maxLength: max_length };
}

function optionSchema({ options }: Extract<ValueShape, { kind: 'choice' | 'many' }>): Schema {
  if (options === undefined) return { type: 'string', pattern: '^[a-z0-9-]{1,40}$' };
  return { oneOf: options.map(({ id, label }) => ({ const: id, title: label })) };
}

function quantitySchema(dimension: string): Schema {
  const written = { type: 'string', pattern: '^-?\\d+(\\.\\d+)?( \\S.*)?$' };
  return dimension === 'count' ? { anyOf: [written, { type: 'number' }] } : written;
}
