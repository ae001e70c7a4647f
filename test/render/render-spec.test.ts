import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/kernel/index.js';
import { lintFormat, parseFormat, renderSpec, stillParses, type Format } from '../../src/render/index.js';
import { canonicalText } from '../../src/render/canonical.js';
import { SAMPLE } from '../../src/render/sample-document.js';
import { root } from '../house/program.js';
import { readShipped, sound } from './shipped.js';

const manifest = (more = ''): string =>
  `format: 1\nid: mine\ntitle: Mine\noutputs:\n  - template: main.hbs\n    path: "{slug}.md"\n    type: markdown\n${more}`;

const formatOf = (files: Readonly<Record<string, string>>, more = ''): Format =>
  sound(
    parseFormat({
      id: 'mine',
      files: [
        { path: 'templates/mine/template.yaml', text: manifest(more) },
        ...Object.entries(files).map(([name, text]) => ({ path: `templates/mine/${name}`, text })),
      ],
    }),
  );

const rendered = (files: Readonly<Record<string, string>>, more = ''): string =>
  sound(renderSpec(SAMPLE, formatOf(files, more), { slug: 'orders' }))[0]?.text ?? '';

const problemsOf = (files: Readonly<Record<string, string>>): readonly string[] => {
  const result = renderSpec(SAMPLE, formatOf(files), { slug: 'orders' });
  return result.ok ? [] : result.error.map(problemText);
};

describe('renderSpec', () => {
  it('names the file after the spec, and ends it in one newline', () => {
    const [file] = sound(
      renderSpec(SAMPLE, formatOf({ 'main.hbs': '# {{md name}}\r\n\r\n\r\n' }), { slug: 'a' }),
    );

    expect(file).toMatchObject({ path: 'a.md', text: '# Orders #1\n', notes: [] });
  });

  it('includes partials without leaving blank lines or indents', () => {
    const files = {
      'main.hbs': '{{#each requirements}}\n{{> one}}\n{{/each}}\n',
      '_one.hbs': '- {{code id}}\n  {{words verify}}\n',
    };

    expect(rendered(files)).toBe('- `REQ-REC-028.orders-db`\n  drill\n- `REQ-TRF-001`\n  load test\n');
  });

  it.each([
    ['{{nmae}}', 'templates/mine/main.hbs:1:3: There is no field nmae here. Did you mean name?'],
    ['\n\n  {{md nmae}}', 'templates/mine/main.hbs:3:8: There is no field nmae here. Did you mean name?'],
    ['{{mdd name}}', 'templates/mine/main.hbs:1:1: There is no helper mdd. Did you mean md'],
    [
      '{{#ech requirements}}{{/ech}}',
      'templates/mine/main.hbs:1:1: There is no helper ech. Did you mean each',
    ],
    [
      '{{#each requirements}}{{txt}}{{/each}}',
      'main.hbs:1:25: There is no field txt here. Did you mean text?',
    ],
    ['{{#each chapters}}{{#each said}}{{../titel}}{{/each}}{{/each}}', 'There is no field titel here.'],
    ['{{#if chapters.first}}{{/if}}', 'There is no field first here.'],
    ['{{#with summary}}{{purposes}}{{/with}}', 'Did you mean purpose?'],
    ['{{count (mdd name)}}', 'There is no helper mdd.'],
    ['{{> other}}', 'main.hbs:1:1: There is no partial other. Add _other.hbs to this folder'],
    ['{{@roots.name}}', 'There is no field @roots here.'],
    ['{{#each requirements}}{{@key}}{{/each}}', 'There is no field @key here.'],
    ['{{#*inline "x"}}{{/inline}}', 'Decorators and partial blocks are not used here.'],
    ['{{constructor}}', 'There is no field constructor here.'],
    ['{{name.constructor}}', 'There is no field constructor here.'],
    ['{{__proto__}}', 'There is no field __proto__ here.'],
    ['{{lookup name "length"}}', 'There is no helper lookup.'],
    ['{{log name}}', 'There is no helper log.'],
    ['{{../name}}', 'There is no field ../name here.'],
  ])('refuses %j', (template, says) => {
    const problems = problemsOf({ 'main.hbs': template });

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(says);
  });

  it('finds a wrong name in a partial, at its place in that file', () => {
    const files = { 'main.hbs': '{{#each chapters}}{{> one}}{{/each}}', '_one.hbs': 'a\n{{titel}}' };

    expect(problemsOf(files)).toEqual([
      'templates/mine/_one.hbs:2:3: There is no field titel here. Did you mean title?',
    ]);
  });

  it('lists every wrong name at once', () => {
    expect(problemsOf({ 'main.hbs': '{{a}}{{b}}{{c d}}' })).toHaveLength(4);
  });

  it('refuses a partial that includes itself', () => {
    expect(problemsOf({ 'main.hbs': '{{> one}}', '_one.hbs': '{{> one}}' })[0]).toContain('includes itself');
  });

  it.each(['{{#each chapters}}', '{{#if name}}{{/each}}', '{{name'])(
    'says where %j cannot be read',
    (template) => {
      const [problem] = problemsOf({ 'main.hbs': template });

      expect(problem).toMatch(/^templates\/mine\/main\.hbs:\d+.*: The template cannot be read: /);
    },
  );

  it('never runs what stands in an answer', () => {
    const hostile = { ...SAMPLE, name: '{{#each requirements}}x{{/each}} {{> one}} {{{name}}}' };
    const [file] = sound(renderSpec(hostile, formatOf({ 'main.hbs': '{{md name}}' }), { slug: 'a' }));

    expect(file?.text).toContain('{{#each requirements}}x{{/each}} {{\\> one}} {{{name}}}');
  });
});

describe('the word budget', () => {
  const items = (count: number): string =>
    Array.from({ length: count }, (_, index) => `- word word word ${String(index)}\n`).join('');
  const template = `# T\n\n## Less\n\n${items(20)}\n## More\n\n${items(5)}`;
  const budget = (words: number, order = '[Less, More]'): string =>
    `    max_words: ${String(words)}\n    shorten: ${order}\n`;

  it('leaves a text alone that keeps it', () => {
    expect(rendered({ 'main.hbs': template }, budget(400))).toBe(template);
  });

  it('leaves out the last items of the least important part, and says how many', () => {
    const text = rendered({ 'main.hbs': template }, budget(76));

    expect(text).toContain('- 12 more in spec.md.');
    expect(text).toContain('- word word word 7\n');
    expect(text).not.toContain('- word word word 8\n');
    expect(text.split('## More')[1]).toBe(template.split('## More')[1]);
  });

  it('takes a heading away with its last item', () => {
    const text = rendered({ 'main.hbs': template }, budget(25));

    expect(text).toContain('## More');
    expect(text).not.toContain('## Less');
  });

  it('keeps sentences whole and names the longest parts when nothing more can go', () => {
    const long = `# T\n\n${'word '.repeat(50)}\n`;
    const [file] = sound(renderSpec(SAMPLE, formatOf({ 'main.hbs': long }, budget(20)), { slug: 'a' }));

    expect(file?.text.split(/\s+/).filter(Boolean)).toHaveLength(52);
    expect(file?.notes.map(problemText)).toEqual([
      '{slug}.md is longer than it should be: 52 words of 20. The longest parts are T (52 words), the opening (0 words).',
    ]);
  });
});

describe('lintFormat', () => {
  it.each(readShipped(root).formats)('finds nothing in the shipped format $id', (format) => {
    expect(lintFormat(format).map(problemText)).toEqual([]);
  });

  it.each([
    ['# A\ntext', 'a heading needs a blank line before and after it'],
    ['text\n- item', 'a list needs a blank line before it'],
    ['- item\ntext', 'a list needs a blank line after it'],
    ['text\n| a |\n| --- |', 'a table needs a blank line before and after it'],
    ['|  a | b |', 'cells of a table are not padded'],
    ['# A\n\n### B', 'a heading skips a level'],
    ['# A\n\n## B\n\n## B', 'two headings beside each other are the same'],
    ['# A.', 'a heading ends in punctuation'],
    ['{{wrong}}', 'There is no field wrong here.'],
  ])('finds that %j is not canonical', (template, says) => {
    const problems = lintFormat(formatOf({ 'main.hbs': template })).map(problemText);

    expect(problems.join('\n')).toContain(says);
  });

  it('finds a template that nothing uses', () => {
    const problems = lintFormat(formatOf({ 'main.hbs': '# A', '_lost.hbs': 'x' })).map(problemText);

    expect(problems).toEqual([
      'templates/mine/_lost.hbs: No template uses _lost.hbs. Remove it, or include it with {{> name}}.',
    ]);
  });

  it('leaves fenced code alone', () => {
    expect(lintFormat(formatOf({ 'main.hbs': '# A\n\n```text\n# not a heading\n- x\ny\n```' }))).toEqual([]);
  });
});

describe('parseFormat', () => {
  it.each([
    ['', 'template.yaml'],
    ['format: 2\nid: a\ntitle: A\noutputs: []\n', 'format'],
    ['format: 1\nid: A b\ntitle: A\noutputs: []\n', 'id'],
    ['a: [\n', 'template.yaml'],
    [manifest(), 'main.hbs'],
  ])('refuses the manifest %j', (text, says) => {
    const files = text === '' ? [] : [{ path: 'templates/mine/template.yaml', text }];
    const result = parseFormat({ id: 'mine', files });

    expect(result.ok ? '' : result.error.map(problemText).join('\n')).toContain(says);
  });
});

describe('the other file types', () => {
  it('are trimmed to LF and one newline', () => {
    expect(canonicalText('\r\na: 1  \r\n\r\nb: 2\n\n')).toBe('a: 1\n\nb: 2\n');
  });

  it('are known to parse or not', () => {
    expect(stillParses('a.yaml', 'a: [1')).toBe(false);
    expect(stillParses('a.yml', 'a: 1')).toBe(true);
    expect(stillParses('a.json', '{')).toBe(false);
    expect(stillParses('a.json', '{}')).toBe(true);
    expect(stillParses('a.md', '{')).toBe(true);
  });
});
