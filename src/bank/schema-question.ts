import * as z from 'zod';
import { once } from '../kernel/index.js';
import { kebabId, line, optionId, positive, prose, questionId, strictMap, wordId } from './schema.js';
import { cellValue, exampleText, value } from './schema-value.js';

const depth = once(() => z.enum(['quick', 'standard', 'deep']));
const expects = once(() => z.enum(['verb-phrase', 'noun-phrase', 'clause', 'number']));
const dimension = once(() =>
  z.enum(['rate', 'size', 'throughput', 'duration', 'percent', 'growth', 'count', 'money']),
);
const expression = once(() => z.string().trim().min(1));
// A bound or a unit may be written as a bare number: `min: 0`.
const quantityText = once(() =>
  z.union([z.string(), z.number()], 'a quantity, like `250 ms`').transform(String),
);

const sentence = once(() =>
  strictMap({
    number: positive,
    ears: z.enum(['ubiquitous', 'event', 'state', 'unwanted', 'optional']),
    when: expression().exactOptional(),
    event: line.exactOptional(),
    while: line.exactOptional(),
    if: line.exactOptional(),
    where: line.exactOptional(),
    shall: line,
    verify: z.enum(['test', 'load-test', 'drill', 'static-check', 'scan', 'inspection', 'monitor']),
    scenario: strictMap({ given: line.exactOptional(), when: line, then: line }).exactOptional(),
    drill: strictMap({ break: line, observe: line }).exactOptional(),
    promise: z.enum(['latency', 'availability', 'rate', 'errors']).exactOptional(),
  }),
);

const option = once(() =>
  strictMap({
    id: optionId,
    label: line.exactOptional(),
    trade_off: line.exactOptional(),
    says: z.array(sentence()).exactOptional(),
  }),
);

const options = once(() => z.array(option()).min(1).exactOptional());

const shapes = once(() => ({
  text: {
    form: z.enum(['date', 'url']).exactOptional(),
    max_length: positive.exactOptional(),
  },
  prose: { max_length: positive.exactOptional() },
  choice: { options: options(), of: questionId.exactOptional() },
  many: { options: options(), of: questionId.exactOptional(), min_items: positive.exactOptional() },
  confirm: {},
  quantity: {
    dimension: dimension(),
    units: z.array(line).min(1).exactOptional(),
    noun: line.exactOptional(),
    months: z.boolean().exactOptional(),
    min: quantityText().exactOptional(),
    max: quantityText().exactOptional(),
  },
  list: { min_items: positive.exactOptional(), max_length: positive.exactOptional() },
}));

const columnBase = once(() => ({
  id: wordId,
  label: line.exactOptional(),
  required: z.boolean().default(false),
  ask: z.enum(['row', 'later']).exactOptional(),
  depth: depth().exactOptional(),
  when: expression().exactOptional(),
  expects: expects().exactOptional(),
  strong: cellValue().exactOptional(),
  prompt: line.exactOptional(),
}));

const column = once(() =>
  z.discriminatedUnion('kind', [
    strictMap({ ...columnBase(), kind: z.literal('text'), ...shapes().text }),
    strictMap({ ...columnBase(), kind: z.literal('choice'), ...shapes().choice }),
    strictMap({ ...columnBase(), kind: z.literal('many'), ...shapes().many }),
    strictMap({ ...columnBase(), kind: z.literal('confirm'), ...shapes().confirm }),
    strictMap({ ...columnBase(), kind: z.literal('quantity'), ...shapes().quantity }),
  ]),
);

const base = once(() => ({
  id: questionId,
  depth: depth().default('standard'),
  scope: z.enum(['spec', 'repository']).default('spec'),
  required: z.boolean().default(false),
  prompt: line,
  label: line.exactOptional(),
  detail: prose.exactOptional(),
  why: prose,
  weak: exampleText().exactOptional(),
  strong: value().exactOptional(),
  when: expression().exactOptional(),
  terms: z.array(kebabId).default([]),
  incidents: z.array(kebabId).default([]),
  expects: expects().exactOptional(),
  rests_on: z.array(questionId).default([]),
  says: z.array(sentence()).default([]),
}));

const withDefault = once(() => ({ ...base(), default: value().exactOptional() }));

const table = once(() =>
  strictMap({
    ...base(),
    kind: z.literal('table'),
    of: questionId.exactOptional(),
    key: wordId,
    min_rows: positive.exactOptional(),
    columns: z.array(column()).min(1),
  }),
);

/** One question as a bank file writes it. */
export const question = once(() =>
  z.discriminatedUnion('kind', [
    strictMap({ ...withDefault(), kind: z.literal('text'), ...shapes().text }),
    strictMap({ ...withDefault(), kind: z.literal('prose'), ...shapes().prose }),
    strictMap({ ...withDefault(), kind: z.literal('choice'), ...shapes().choice }),
    strictMap({ ...withDefault(), kind: z.literal('many'), ...shapes().many }),
    strictMap({ ...withDefault(), kind: z.literal('confirm'), ...shapes().confirm }),
    strictMap({ ...withDefault(), kind: z.literal('quantity'), ...shapes().quantity }),
    strictMap({ ...withDefault(), kind: z.literal('list'), ...shapes().list }),
    table(),
  ]),
);

/** A question as it leaves the schema: defaults set, labels not yet. */
export type QuestionEntry = z.output<ReturnType<typeof question>>;

/** A column as it leaves the schema. */
export type ColumnEntry = z.output<ReturnType<typeof column>>;

/** An option as it leaves the schema. */
export type OptionEntry = z.output<ReturnType<typeof option>>;
