import { describe, expect, it } from 'vitest';
import { engineOf } from '../../src/render/engine.js';
import type { Format, Output } from '../../src/render/format.js';
import { aFormat } from './a-format.js';

const file = 'templates/mine/main.hbs';

/** What is wrong with the names of a template, with its place in it. */
const wrong = (main: string, partials: Format['templates'] = {}, more: Partial<Output> = {}): unknown => {
  const engine = engineOf(aFormat(main, more, partials));
  return engine.ok ? [] : engine.error;
};

const fault = (message: string, [line, column]: readonly [number, number], hint?: string): unknown => ({
  code: 'template-name',
  message,
  ...(hint === undefined ? {} : { hint }),
  place: { file, line, column },
});

const CALLABLE =
  'md, head, full, sentence, sentences, cell, code, words, step, label, alert, string, headline, note, property, count, join, codes, row, rule, quote, when, is, each, if, unless, with';

describe('names that a template may use', () => {
  it.each([
    '{{name}} {{md summary.purpose}} {{this.name}}',
    '{{! a comment that names {{nothing}} }}{{!-- nmae --}}',
    '{{#each requirements}}{{id}} {{../name}} {{@root.name}} {{@index}} {{@first}} {{@last}}{{else}}{{name}}{{/each}}',
    '{{#each requirements}}{{#each rejected}}{{option}} {{../id}} {{../../name}} {{@root.name}}{{/each}}{{/each}}',
    '{{#with summary}}{{purpose}} {{../name}}{{else}}{{name}}{{/with}}',
    '{{#with summary}}{{#with ../summary}}{{purpose}} {{../../name}}{{/with}}{{/with}}',
    '{{#if name}}{{name}}{{else}}{{slug}} {{number}}{{/if}}{{#unless name}}{{name}}{{/unless}}',
    '{{#when name requirements}}{{name}}{{else}}{{name}}{{/when}}{{#is name "a"}}{{name}}{{/is}}',
    '{{count requirements "one" "many"}} {{md (join (codes requirements.length) 2)}}',
    '{{requirements.length}}',
    '{{#each requirements}}{{#with parts}}{{where}} {{../id}}{{/with}}{{/each}}',
  ])('are those of the document and the helpers: %s', (template) => {
    expect(wrong(template)).toEqual([]);
  });

  it('are those of a decision where there is a file for each, and of a change where it is needed', () => {
    const decision = '{{decision.id}} {{decision.title}} {{name}}';
    expect(wrong(decision, {}, { each: 'decisions' })).toEqual([]);
    expect(wrong('{{#each change.added}}{{id}}{{/each}}', {}, { needs: 'change' })).toEqual([]);
    expect(wrong('{{decision.id}}')).toMatchObject([{ message: 'There is no field decision here.' }]);
    expect(wrong('{{change.first}}')).toMatchObject([{ message: 'There is no field change here.' }]);
  });

  it('are checked in partials with what stands around their call', () => {
    const partials = { '_one.hbs': '{{id}} {{../name}}', '_two.hbs': '{{> one}}' };
    expect(wrong('{{#each requirements}}{{> two}}{{/each}}', partials)).toEqual([]);
    expect(wrong('{{> one}}{{> one}}', { '_one.hbs': '{{name}}' })).toEqual([]);
  });
});

describe('a field that is not there', () => {
  it('is told with its place and the nearest names', () => {
    expect(wrong('{{nmae}}')).toEqual([fault('There is no field nmae here.', [1, 3], 'Did you mean name?')]);
    expect(wrong('a\n b {{summary.purposes}}')).toEqual([
      fault('There is no field purposes here.', [2, 6], 'Did you mean purpose?'),
    ]);
  });

  it('is told with all names when none is near', () => {
    expect(wrong('{{requirements.first}}')).toEqual([
      fault('There is no field first here.', [1, 3], 'There are: length.'),
    ]);
    expect(wrong('{{#each requirements}}{{#with scenario}}{{zzzzzzzz}}{{/with}}{{/each}}')).toEqual([
      fault('There is no field zzzzzzzz here.', [1, 43], 'There are: given, when, then.'),
    ]);
  });

  it('is told when nothing can be named there', () => {
    expect(wrong('{{name.first}}')).toEqual([
      fault('There is no field first here.', [1, 3], 'Nothing can be named here.'),
    ]);
    expect(wrong('{{../name}}')).toEqual([
      fault('There is no field ../name here.', [1, 3], 'Nothing can be named here.'),
    ]);
    expect(wrong('{{#with summary}}{{../../name}}{{/with}}')).toEqual([
      fault('There is no field ../../name here.', [1, 20], 'Nothing can be named here.'),
    ]);
  });

  it('is told in loops, with the data that loops have', () => {
    expect(wrong('{{#each requirements}}{{@key}}{{/each}}')).toEqual([
      fault('There is no field @key here.', [1, 25], 'There are: index, first, last.'),
    ]);
    expect(wrong('{{#each requirements}}{{@root.nmae}}{{/each}}')).toEqual([
      fault('There is no field nmae here.', [1, 25], 'Did you mean name?'),
    ]);
    expect(wrong('{{#each requirements}}{{name}}{{/each}}')).toMatchObject([
      { message: 'There is no field name here.' },
    ]);
  });

  it('is told in conditions, arguments and the other side of a block', () => {
    expect(wrong('{{#if nmae}}{{nmae}}{{/if}}')).toEqual([
      fault('There is no field nmae here.', [1, 7], 'Did you mean name?'),
    ]);
    expect(wrong('{{md (join nmae)}}{{count 5 nmae}}')).toEqual([
      fault('There is no field nmae here.', [1, 12], 'Did you mean name?'),
      fault('There is no field nmae here.', [1, 29], 'Did you mean name?'),
    ]);
    expect(wrong('{{#if name}}a{{else}}{{nmae}}{{/if}}')).toEqual([
      fault('There is no field nmae here.', [1, 24], 'Did you mean name?'),
    ]);
    expect(wrong('{{#each requirements}}a{{else}}{{id}}{{/each}}')).toMatchObject([
      { message: 'There is no field id here.' },
    ]);
  });
});

describe('a helper that is not there', () => {
  it('is told with the nearest ones, or all of them', () => {
    expect(wrong('{{mdd name}}')).toEqual([fault('There is no helper mdd.', [1, 1], 'Did you mean md?')]);
    expect(wrong('{{sentenc name}}')).toEqual([
      fault('There is no helper sentenc.', [1, 1], 'Did you mean sentence or sentences?'),
    ]);
    expect(wrong('{{#abcdefghijk name}}{{nmae}}{{/abcdefghijk}}')).toEqual([
      fault('There is no helper abcdefghijk.', [1, 1], `There are: ${CALLABLE}.`),
    ]);
  });

  it('is told together with what is wrong in its arguments', () => {
    expect(wrong('{{abcdefghijk nmae}}')).toEqual([
      fault('There is no helper abcdefghijk.', [1, 1], `There are: ${CALLABLE}.`),
      fault('There is no field nmae here.', [1, 15], 'Did you mean name?'),
    ]);
  });
});

describe('a partial', () => {
  it('is told when it is not there, or includes itself', () => {
    expect(wrong('a {{> one}}')).toEqual([
      fault('There is no partial one.', [1, 3], 'Add _one.hbs to this folder, or correct the name.'),
    ]);
    expect(wrong('{{> one}}', { '_one.hbs': 'a\n{{> two}}', '_two.hbs': '{{> one}}' })).toEqual([
      {
        code: 'template-name',
        message: 'The partial one includes itself.',
        place: { file: 'templates/mine/_two.hbs', line: 1, column: 1 },
      },
    ]);
  });

  it('is told its own faults in its own file, once', () => {
    expect(wrong('{{> one}}{{> one}}', { '_one.hbs': ' {{nmae}}' })).toEqual([
      {
        code: 'template-name',
        message: 'There is no field nmae here.',
        hint: 'Did you mean name?',
        place: { file: 'templates/mine/_one.hbs', line: 1, column: 4 },
      },
    ]);
  });

  it('has no blocks and no decorators', () => {
    const says = 'Decorators and partial blocks are not used here.';
    expect(wrong('{{#> one}}a{{/one}}')).toEqual([fault(says, [1, 1])]);
    expect(wrong('a{{* one}}')).toEqual([fault(says, [1, 2])]);
  });
});

describe('a template that cannot be read', () => {
  const hint = 'Close every block that is opened, and write names between double braces.';

  it('is told with its place, as far as it is known', () => {
    expect(wrong('a\n{{#if name}}{{/each}}')).toEqual([
      {
        code: 'template-syntax',
        message: "The template cannot be read: if doesn't match each - 2:3.",
        hint,
        place: { file, line: 2, column: 4 },
      },
    ]);
    expect(wrong('{{#each requirements}}\n')).toEqual([
      {
        code: 'template-syntax',
        message:
          "The template cannot be read: Expecting 'OPEN_INVERSE_CHAIN', 'INVERSE', 'OPEN_ENDBLOCK', got 'EOF'.",
        hint,
        place: { file, line: 2 },
      },
    ]);
  });

  it('is told for each file', () => {
    expect(wrong('{{#if name}}{{/each}}', { '_one.hbs': '{{#if name}}{{/each}}' })).toMatchObject([
      { code: 'template-syntax', place: { file } },
      { code: 'template-syntax', place: { file: 'templates/mine/_one.hbs' } },
    ]);
  });
});
