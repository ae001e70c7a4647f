import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/kernel/index.js';
import { lintFormat } from '../../src/render/lint-format.js';
import { parseFormat } from '../../src/render/format.js';
import { sound } from './shipped.js';

/** What is found in a format of one file, `out.<type>`, and its partials. */
const found = (
  template: string,
  more: { readonly type?: string; readonly partials?: Readonly<Record<string, string>> } = {},
) => {
  const type = more.type ?? 'markdown';
  const files = {
    'template.yaml': `format: 1\nid: mine\ntitle: Mine\noutputs:\n  - template: main.hbs\n    path: "{slug}-{number}.${type}"\n    type: ${type}\n`,
    'main.hbs': template,
    ...more.partials,
  };
  const format = parseFormat({
    id: 'mine',
    files: Object.entries(files).map(([name, text]) => ({ path: `templates/mine/${name}`, text })),
  });
  return lintFormat(sound(format)).map(problemText);
};

const at = (line: number, says: string): string =>
  `templates/mine/main.hbs: sample-001.markdown, line ${String(line)} of the sample: ${says}.`;

describe('a format that writes Markdown', () => {
  it('is told each line that is not canonical once, by the template that wrote it', () => {
    expect(found('# A\ntext')).toEqual([at(1, 'a heading needs a blank line before and after it')]);
    expect(found('text\n# A')).toEqual([at(2, 'a heading needs a blank line before and after it')]);
    expect(found('text\n- item')).toEqual([at(2, 'a list needs a blank line before it')]);
    expect(found('1. item\ntext')).toEqual([at(1, 'a list needs a blank line after it')]);
    expect(found('text\n| a |')).toEqual([at(2, 'a table needs a blank line before and after it')]);
    expect(found('| a |\ntext')).toEqual([at(1, 'a table needs a blank line before and after it')]);
  });

  it('is told all that is wrong with it', () => {
    expect(found('# A.\n- b\nc')).toEqual([
      at(1, 'a heading needs a blank line before and after it'),
      at(1, 'a heading ends in punctuation'),
      at(2, 'a list needs a blank line before it'),
      at(2, 'a list needs a blank line after it'),
    ]);
  });

  it('may write lists over several lines, tables of several rows, and headings that ask', () => {
    expect(found('# A?\n\n- b\n  c\n- d\n  - e\n\n| a | b |\n| --- | --- |\n\ntext (b)')).toEqual([]);
  });

  it('is told where a list only appears, although the empty document shows none', () => {
    expect(found('# A\n\ntext\n{{#each requirements}}\n- {{code id}}\n{{/each}}\n')).toEqual([
      at(4, 'a list needs a blank line before it'),
    ]);
  });

  it('is told where a text only stands when its list is empty', () => {
    expect(found('# A\n\n{{#each requirements}}\n- x\n{{else}}\n## None.\n{{/each}}\n')).toEqual([
      at(3, 'a heading ends in punctuation'),
    ]);
  });
});

describe('a format that writes another type', () => {
  it('is told when its file does not parse', () => {
    expect(found('a: [1', { type: 'yaml' })).toEqual([
      'templates/mine/main.hbs: sample-001.yaml does not parse for the sample document.',
    ]);
    expect(found('{ "a": }', { type: 'json' })).toEqual([
      'templates/mine/main.hbs: sample-001.json does not parse for the sample document.',
    ]);
  });

  it('is told nothing when it does', () => {
    expect(found('# a comment.\na: 1\n- b', { type: 'json' })).toHaveLength(1);
    expect(found('# a comment.\na: 1', { type: 'yaml' })).toEqual([]);
    expect(found('{ "a": 1 }', { type: 'json' })).toEqual([]);
  });

  it('is told when its file parses for a full document only', () => {
    expect(
      found('a: {{#each requirements}}{{#if @first}}1{{/if}}{{else}}[{{/each}}', { type: 'yaml' }),
    ).toEqual(['templates/mine/main.hbs: sample-001.yaml does not parse for the sample document.']);
  });
});

describe('templates that are there for nothing', () => {
  it('are those that are no output and that no template includes', () => {
    expect(
      found('# A\n\n{{> used}}\n', { partials: { '_used.hbs': 'b', '_lost.hbs': 'c', 'odd.hbs': 'd' } }),
    ).toEqual([
      'templates/mine/_lost.hbs: No template uses _lost.hbs. Remove it, or include it with {{> name}}.',
      'templates/mine/odd.hbs: No template uses odd.hbs. Remove it, or include it with {{> name}}.',
    ]);
  });
});

describe('a format that cannot be rendered', () => {
  it('is told only that', () => {
    expect(found('# A.\n\n{{nmae}}', { partials: { '_lost.hbs': 'c' } })).toEqual([
      'templates/mine/main.hbs:3:3: There is no field nmae here. Did you mean name?',
    ]);
  });

  it('is told the line of a block that is not closed', () => {
    expect(found('# A\n\n{{#if name}}')[0]).toMatch(
      /^templates\/mine\/main\.hbs:3.*The template cannot be read: /,
    );
    expect(found('{{#if name}}{{/each}}')[0]).toMatch(
      /^templates\/mine\/main\.hbs:1.*: The template cannot be read: if doesn't match each - 1:3\. Close every block/,
    );
  });
});

describe('a partial', () => {
  const partials = { '_on.hbs': 'on', '_one.hbs': 'one' };
  const unused = (name: string): string =>
    `templates/mine/${name}: No template uses ${name}. Remove it, or include it with {{> name}}.`;

  it('is used by its whole name, however the call is spaced', () => {
    expect(found('# A\n\n{{> one}}', { partials })).toEqual([unused('_on.hbs')]);
    expect(found('# A\n\n{{>on}} {{~> one}}', { partials })).toEqual([]);
  });
});
