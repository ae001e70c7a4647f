import { expect, it } from 'vitest';
import { sectionFile } from '../../src/bank/schema-bank.js';
import { parseShape } from '../../src/bank/schema-problems.js';
import { parseYaml } from '../../src/bank/yaml-source.js';

type Raw = Readonly<Record<string, unknown>>;

/** What is wrong with a file of one question, written as JSON, which is YAML too. */
const said = (question: Raw): readonly string[] => {
  const file = parseYaml({ path: 'a.yaml', text: JSON.stringify({ section: 'rec', questions: [question] }) });
  if (!file.ok) throw new Error('The file cannot be read.');
  const parsed = parseShape(sectionFile(), file.value);
  return parsed.ok ? [] : parsed.error.map(({ message, hint }) => `${message} ${hint ?? ''}`);
};

const question = (over: Raw): Raw => ({ id: 'rec.a', kind: 'text', prompt: 'What?', why: 'So.', ...over });
const table = (column: Raw, over: Raw = {}): Raw =>
  question({ kind: 'table', key: 'b', columns: [{ id: 'b', kind: 'text', ...column }], ...over });
const sentence = (over: Raw): Raw =>
  question({ says: [{ number: 1, ears: 'event', shall: 'hold', verify: 'test', ...over }] });
const option = (over: Raw): Raw => question({ kind: 'choice', options: [{ id: 'b', ...over }] });
const duration = (over: Raw): Raw => question({ kind: 'quantity', dimension: 'duration', ...over });

const EXPECTS = 'verb-phrase, noun-phrase, clause or number';
const SOME_TEXT = 'text with a length of at least 1';
const POSITIVE = 'a number of at least 1';
const DIMENSIONS = 'rate, size, throughput, duration, percent, growth, count or money';
const ID = 'an id like `section.name`, lower case';

// What a schema is made of is made once, so that all of it is looked at in one test.
it('every key of a question that has another form is refused', () => {
  const cases: readonly (readonly [Raw, string])[] = [
    [question({ id: 'rec' }), `\`id\` of rec is "rec"; ${ID} is expected. Change \`id:\`.`],
    [question({ prompt: 5 }), '`prompt` of rec.a is 5; text is expected. Change `prompt:`.'],
    [
      question({ prompt: 'a\nb' }),
      '`prompt` of rec.a is "a b"; text on one line is expected. Change `prompt:`.',
    ],
    [question({ prompt: '' }), `\`prompt\` of rec.a is ""; ${SOME_TEXT} is expected. Change \`prompt:\`.`],
    [question({ why: '' }), `\`why\` of rec.a is ""; ${SOME_TEXT} is expected. Change \`why:\`.`],
    [
      question({ depth: 'x' }),
      '`depth` of rec.a is "x"; quick, standard or deep is expected. Change `depth:`.',
    ],
    [question({ scope: 'x' }), '`scope` of rec.a is "x"; spec or repository is expected. Change `scope:`.'],
    [question({ required: 1 }), '`required` of rec.a is 1; true or false is expected. Change `required:`.'],
    [
      question({ label: 'a\nb' }),
      '`label` of rec.a is "a b"; text on one line is expected. Change `label:`.',
    ],
    [question({ detail: '' }), `\`detail\` of rec.a is ""; ${SOME_TEXT} is expected. Change \`detail:\`.`],
    [
      question({ weak: {} }),
      '`weak` of rec.a is a map; an example: text, a number or a list is expected. Change `weak:`.',
    ],
    [
      question({ strong: {} }),
      '`strong` of rec.a is a map; a value: text, a number, a list, or rows with an `id` is expected. Change `strong:`.',
    ],
    [
      question({ default: {} }),
      '`default` of rec.a is a map; a value: text, a number, a list, or rows with an `id` is expected. Change `default:`.',
    ],
    [question({ when: ' ' }), `\`when\` of rec.a is " "; ${SOME_TEXT} is expected. Change \`when:\`.`],
    [question({ terms: 'x' }), '`terms` of rec.a is "x"; a list is expected. Change `terms:`.'],
    [
      question({ terms: ['A'] }),
      'Item 1 of rec.a terms is "A"; an id of lower-case words joined by `-` is expected. Change `terms:`.',
    ],
    [
      question({ incidents: ['A'] }),
      'Item 1 of rec.a incidents is "A"; an id of lower-case words joined by `-` is expected. Change `incidents:`.',
    ],
    [question({ expects: 'x' }), `\`expects\` of rec.a is "x"; ${EXPECTS} is expected. Change \`expects:\`.`],
    [
      question({ rests_on: ['a'] }),
      `Item 1 of rec.a rests_on is "a"; ${ID} is expected. Change \`rests_on:\`.`,
    ],
    [question({ form: 'time' }), '`form` of rec.a is "time"; date or url is expected. Change `form:`.'],
    [
      question({ max_length: 0 }),
      `\`max_length\` of rec.a is 0; ${POSITIVE} is expected. Change \`max_length:\`.`,
    ],
    [
      question({ kind: 'prose', max_length: 0 }),
      `\`max_length\` of rec.a is 0; ${POSITIVE} is expected. Change \`max_length:\`.`,
    ],
    [
      question({ kind: 'list', max_length: 0 }),
      `\`max_length\` of rec.a is 0; ${POSITIVE} is expected. Change \`max_length:\`.`,
    ],
    [
      question({ kind: 'list', min_items: 0 }),
      `\`min_items\` of rec.a is 0; ${POSITIVE} is expected. Change \`min_items:\`.`,
    ],
    [
      question({ kind: 'many', min_items: 0 }),
      `\`min_items\` of rec.a is 0; ${POSITIVE} is expected. Change \`min_items:\`.`,
    ],
    [question({ kind: 'many', of: 'a' }), `\`of\` of rec.a is "a"; ${ID} is expected. Change \`of:\`.`],
    [question({ kind: 'choice', of: 'a' }), `\`of\` of rec.a is "a"; ${ID} is expected. Change \`of:\`.`],
    [
      question({ kind: 'choice', options: [] }),
      '`options` of rec.a is a list; a list with a length of at least 1 is expected. Change `options:`.',
    ],
    [
      option({ id: '-' }),
      '`id` of - is "-"; an id of letters, digits, `_`, `.` and `-` is expected. Change `id:`.',
    ],
    [option({ label: '' }), `\`label\` of b is ""; ${SOME_TEXT} is expected. Change \`label:\`.`],
    [option({ trade_off: '' }), `\`trade_off\` of b is ""; ${SOME_TEXT} is expected. Change \`trade_off:\`.`],
    [option({ says: {} }), '`says` of b is a map; a list is expected. Change `says:`.'],
    [
      option({ more: 1 }),
      'b has the key `more`, which is not known. Known keys: id, label, trade_off, says.',
    ],
    [
      duration({ dimension: 'x' }),
      `\`dimension\` of rec.a is "x"; ${DIMENSIONS} is expected. Change \`dimension:\`.`,
    ],
    [
      duration({ units: [] }),
      '`units` of rec.a is a list; a list with a length of at least 1 is expected. Change `units:`.',
    ],
    [duration({ units: [''] }), `Item 1 of rec.a units is ""; ${SOME_TEXT} is expected. Change \`units:\`.`],
    [duration({ noun: '' }), `\`noun\` of rec.a is ""; ${SOME_TEXT} is expected. Change \`noun:\`.`],
    [duration({ months: 'x' }), '`months` of rec.a is "x"; true or false is expected. Change `months:`.'],
    [
      duration({ min: [] }),
      '`min` of rec.a is a list; a quantity, like `250 ms` is expected. Change `min:`.',
    ],
    [
      duration({ max: [] }),
      '`max` of rec.a is a list; a quantity, like `250 ms` is expected. Change `max:`.',
    ],
    [
      sentence({ number: 0 }),
      '`number` of rec.a says 1 is 0; a number of at least 1 is expected. Change `number:`.',
    ],
    [
      sentence({ ears: 'x' }),
      '`ears` of rec.a says 1 is "x"; ubiquitous, event, state, unwanted or optional is expected. Change `ears:`.',
    ],
    [
      sentence({ verify: 'x' }),
      '`verify` of rec.a says 1 is "x"; test, load-test, drill, static-check, scan, inspection or monitor is expected. Change `verify:`.',
    ],
    [
      sentence({ promise: 'x' }),
      '`promise` of rec.a says 1 is "x"; latency, availability, rate or errors is expected. Change `promise:`.',
    ],
    ...['when', 'event', 'while', 'if', 'where', 'shall'].map((key): readonly [Raw, string] => [
      sentence({ [key]: '' }),
      `\`${key}\` of rec.a says 1 is ""; ${SOME_TEXT} is expected. Change \`${key}:\`.`,
    ]),
    [
      sentence({ scenario: { given: '', when: 'a', then: 'b' } }),
      `\`given\` of rec.a says 1 scenario is ""; ${SOME_TEXT} is expected. Change \`given:\`.`,
    ],
    [
      sentence({ scenario: { when: 'a' } }),
      '`then` of rec.a says 1 scenario is missing; text is expected. Add `then:`.',
    ],
    [
      sentence({ scenario: { when: 'a', then: 'b', and: 'c' } }),
      'rec.a says 1 scenario has the key `and`, which is not known. Known keys: given, when, then.',
    ],
    [
      sentence({ drill: { break: 'a' } }),
      '`observe` of rec.a says 1 drill is missing; text is expected. Add `observe:`.',
    ],
    [
      sentence({ drill: { observe: 'a' } }),
      '`break` of rec.a says 1 drill is missing; text is expected. Add `break:`.',
    ],
    [
      table({}, { key: 'B' }),
      '`key` of rec.a is "B"; an id of lower-case letters, digits and `_` is expected. Change `key:`.',
    ],
    [table({}, { of: 'a' }), `\`of\` of rec.a is "a"; ${ID} is expected. Change \`of:\`.`],
    [
      table({}, { min_rows: 0 }),
      `\`min_rows\` of rec.a is 0; ${POSITIVE} is expected. Change \`min_rows:\`.`,
    ],
    [
      table({}, { columns: [] }),
      '`columns` of rec.a is a list; a list with a length of at least 1 is expected. Change `columns:`.',
    ],
    [
      table({}, { default: [] }),
      'rec.a has the key `default`, which is not known. Known keys: id, depth, scope, required, prompt, label, detail, why, weak, strong, when, terms, incidents, expects, rests_on, says, kind, of, key, min_rows, columns.',
    ],
    [
      table({ id: 'B' }),
      '`id` of B is "B"; an id of lower-case letters, digits and `_` is expected. Change `id:`.',
    ],
    [
      table({ kind: 'prose' }),
      '`kind` of b is "prose"; text, choice, many, confirm or quantity is expected. Change `kind:`.',
    ],
    [
      table({ kind: 'quantitty' }),
      '`kind` of b is "quantitty"; text, choice, many, confirm or quantity is expected. Did you mean `quantity`?',
    ],
    [table({ label: '' }), `\`label\` of b is ""; ${SOME_TEXT} is expected. Change \`label:\`.`],
    [table({ required: 'x' }), '`required` of b is "x"; true or false is expected. Change `required:`.'],
    [table({ ask: 'x' }), '`ask` of b is "x"; row or later is expected. Change `ask:`.'],
    [table({ depth: 'x' }), '`depth` of b is "x"; quick, standard or deep is expected. Change `depth:`.'],
    [table({ when: '' }), `\`when\` of b is ""; ${SOME_TEXT} is expected. Change \`when:\`.`],
    [table({ expects: 'x' }), `\`expects\` of b is "x"; ${EXPECTS} is expected. Change \`expects:\`.`],
    [
      table({ strong: {} }),
      '`strong` of b is a map; text, a number or a list is expected. Change `strong:`.',
    ],
    [table({ prompt: '' }), `\`prompt\` of b is ""; ${SOME_TEXT} is expected. Change \`prompt:\`.`],
    [table({ more: 1 }), 'b has the key `more`, which is not known. Did you mean `form`?'],
    [
      question({ kind: 'confirm', zzzzzz: 1 }),
      'rec.a has the key `zzzzzz`, which is not known. Known keys: id, depth, scope, required, prompt, label, detail, why, weak, strong, when, terms, incidents, expects, rests_on, says, default, kind.',
    ],
  ];
  expect(cases.map(([raw]) => said(raw))).toEqual(cases.map(([, expected]) => [expected]));
});
