import { describe, expect, it } from 'vitest';
import { parseFormat, sourceOf, type Precompiled } from '../../src/render/format.js';
import { parseYamlData, stillParses } from '../../src/render/parses.js';

const HEAD = 'format: 1\nid: mine\ntitle: Mine\n';
const OUTPUT = 'outputs:\n  - template: main.hbs\n    path: a.md\n    type: markdown\n';
const FILE = 'templates/mine/template.yaml';

const parsed = (
  manifest: string,
  files: Readonly<Record<string, string>> = { 'main.hbs': 'a' },
  built?: Precompiled,
) => {
  const templates = Object.entries(files).map(([name, text]) => ({ path: `templates/mine/${name}`, text }));
  return parseFormat({ id: 'mine', files: [{ path: FILE, text: manifest }, ...templates] }, built);
};

/** What is wrong with a manifest, in its own words. */
const wrong = (manifest: string, files?: Readonly<Record<string, string>>): readonly string[] => {
  const result = parsed(manifest, files);
  return result.ok ? [] : result.error.map(({ message }) => message);
};

describe('a template set', () => {
  it('has its outputs and the texts of its templates by name', () => {
    expect(parsed(`${HEAD}${OUTPUT}`, { 'main.hbs': 'a', '_one.hbs': 'b', 'readme.md': 'c' })).toEqual({
      ok: true,
      value: {
        id: 'mine',
        title: 'Mine',
        outputs: [{ template: 'main.hbs', path: 'a.md', type: 'markdown', policy: 'generated' }],
        templates: { 'main.hbs': 'a', '_one.hbs': 'b' },
      },
    });
  });

  it('is not read again while what was built of it has the very same texts', () => {
    const manifest = `${HEAD}${OUTPUT}`;
    const files = { 'main.hbs': 'a' };
    const read = parsed(manifest, files);
    if (!read.ok) throw new Error('The set is refused.');
    const made = { ...read.value, title: 'Built', manifest, source: sourceOf(read.value), programs: {} };
    expect(parsed(manifest, files, made)).toMatchObject({ value: { title: 'Built', precompiled: made } });
    const others = [parsed(manifest, { 'main.hbs': 'b' }, made), parsed(`${manifest}#\n`, files, made)];
    for (const other of others) {
      expect(other).toMatchObject({ value: { title: 'Mine' } });
      expect(other).not.toHaveProperty('value.precompiled');
    }
    expect(parsed(manifest, { 'main.hbs': '\u0007' }, made)).toMatchObject({
      error: [{ code: 'template-control-character' }],
    });
  });

  it('may say more of an output', () => {
    const more =
      '    policy: once\n    max_words: 1\n    max_lines: 1\n    shorten: [A]\n    each: decisions\n    needs: change\n';
    const result = parsed(`${HEAD}${OUTPUT}${more}`);
    expect(result.ok && result.value.outputs).toEqual([
      {
        ...{
          template: 'main.hbs',
          path: 'a.md',
          type: 'markdown',
          policy: 'once',
          max_words: 1,
          max_lines: 1,
        },
        ...{ shorten: ['A'], each: 'decisions', needs: 'change' },
      },
    ]);
  });

  it.each(['markdown', 'yaml', 'json', 'javascript', 'gherkin'])('may write %s', (type) => {
    const result = parsed(`${HEAD}${OUTPUT.replace('markdown', type)}`);
    expect(result.ok && result.value.outputs[0]?.type).toBe(type);
  });

  it('may have tabs and line ends of Windows in its templates', () => {
    expect(parsed(`${HEAD}${OUTPUT}`, { 'main.hbs': 'a\r\n\tb\rc' })).toMatchObject({ ok: true });
  });
});

describe('a manifest that cannot be read', () => {
  it('is missing', () => {
    expect(parseFormat({ id: 'mine', files: [{ path: 'templates/mine/main.hbs', text: 'a' }] })).toEqual({
      ok: false,
      error: [
        {
          code: 'format-without-manifest',
          message: 'The format mine has no template.yaml.',
          hint: 'Add one with id, title and outputs.',
        },
      ],
    });
  });

  it('is no YAML, or has aliases', () => {
    expect(parsed('a: [1\nb: 2')).toMatchObject({
      ok: false,
      error: [{ code: 'yaml', place: { file: FILE } }],
    });
    expect(parsed('a: &x [1]\nb: *x')).toMatchObject({ ok: false, error: [{ code: 'yaml-alias' }] });
  });

  it('is told with the place of each fault', () => {
    expect(parsed('[]')).toEqual({
      ok: false,
      error: [
        {
          code: 'format-manifest',
          message: 'The manifest: Invalid input: expected object, received array.',
          place: { file: FILE },
        },
      ],
    });
    expect(wrong(`${HEAD}outputs: []\n`)).toEqual(['outputs: Too small: expected array to have >=1 items.']);
    expect(wrong(`${HEAD}${OUTPUT}more: 1\n`)).toEqual(['The manifest: Unrecognized key: "more".']);
    expect(wrong(`${HEAD}${OUTPUT}    more: 1\n`)).toEqual(['outputs.0: Unrecognized key: "more".']);
  });

  it.each([
    ['format', HEAD.replace('1', '2') + OUTPUT],
    ['id', HEAD.replace('mine', 'Mine') + OUTPUT],
    ['id', HEAD.replace('mine', '1mine') + OUTPUT],
    ['id', HEAD.replace('mine', 'my_own') + OUTPUT],
    ['title', HEAD.replace('Mine', '""') + OUTPUT],
    ['title', HEAD.replace('Mine', '"a\\nb"') + OUTPUT],
    ['title', HEAD.replace('Mine', '"a\\e[1mb"') + OUTPUT],
    ['outputs.0.template', HEAD + OUTPUT.replace('main.hbs', 'main.html')],
    ['outputs.0.template', HEAD + OUTPUT.replace('main.hbs', '../main.hbs')],
    ['outputs.0.template', HEAD + OUTPUT.replace('main.hbs', 'mainxhbs')],
    ['outputs.0.template', HEAD + OUTPUT.replace('main.hbs', 'main.hbs.txt')],
    ['outputs.0.path', HEAD + OUTPUT.replace('a.md', '""')],
    ['outputs.0.type', HEAD + OUTPUT.replace('markdown', 'html')],
    ['outputs.0.policy', `${HEAD}${OUTPUT}    policy: twice\n`],
    ['outputs.0.max_words', `${HEAD}${OUTPUT}    max_words: 0\n`],
    ['outputs.0.max_words', `${HEAD}${OUTPUT}    max_words: 1.5\n`],
    ['outputs.0.max_lines', `${HEAD}${OUTPUT}    max_lines: 0\n`],
    ['outputs.0.shorten', `${HEAD}${OUTPUT}    shorten: A\n`],
    ['outputs.0.each', `${HEAD}${OUTPUT}    each: chapters\n`],
    ['outputs.0.needs', `${HEAD}${OUTPUT}    needs: nothing\n`],
  ])('has a wrong %s: %j', (field, manifest) => {
    const messages = wrong(manifest);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.split(':')[0]).toBe(field);
  });

  it('says which names and texts it takes', () => {
    expect(wrong(HEAD + OUTPUT.replace('main.hbs', 'Main.hbs'))).toEqual([
      'outputs.0.template: a template of this folder, like `spec.hbs`.',
    ]);
    expect(wrong(HEAD.replace('Mine', '"a\\tb\\nc"') + OUTPUT)).toEqual([
      'title: holds a control character.',
    ]);
  });
});

describe('the templates of a set', () => {
  it('hold no control character, and are told its line', () => {
    const files = { 'main.hbs': 'a\r\nb\n\u001b[31m', '_one.hbs': '\u0007', 'note.md': '\u0007' };
    const fault = {
      code: 'template-control-character',
      message: 'The template holds a control character.',
      hint: 'Remove it; only line breaks and tabs are allowed.',
    };
    expect(parsed(`${HEAD}${OUTPUT}`, files)).toEqual({
      ok: false,
      error: [
        { ...fault, place: { file: 'templates/mine/main.hbs', line: 3 } },
        { ...fault, place: { file: 'templates/mine/_one.hbs', line: 1 } },
      ],
    });
  });

  it('are all there', () => {
    expect(
      parsed(`${HEAD}${OUTPUT}${OUTPUT.split('\n').slice(1).join('\n').replace('main', 'more')}`, {}),
    ).toEqual({
      ok: false,
      error: ['main.hbs', 'more.hbs'].map((name) => ({
        code: 'template-missing',
        message: `The output names ${name}, which is not in this folder.`,
        hint: 'Add the file or correct the name.',
        place: { file: FILE },
      })),
    });
  });
});

describe('YAML data', () => {
  it('is read as it is', () => {
    expect(parseYamlData('a: [1, "b"]\nc:\n', 'x.yaml')).toEqual({
      ok: true,
      value: { a: [1, 'b'], c: null },
    });
    expect(parseYamlData('', 'x.yaml')).toEqual({ ok: true, value: null });
  });

  it('is refused at its place, each fault in one line', () => {
    expect(parseYamlData('a: 1\na: 2\n', 'x.yaml')).toEqual({
      ok: false,
      error: [
        {
          code: 'yaml',
          message: 'Map keys must be unique at line 2, column 1:',
          place: { file: 'x.yaml', line: 2, column: 1 },
        },
      ],
    });
  });

  it('is refused with aliases', () => {
    expect(parseYamlData('a: &x [1]\nb: *x\n', 'x.yaml')).toEqual({
      ok: false,
      error: [
        {
          code: 'yaml-alias',
          message: 'YAML aliases are not read here.',
          hint: 'Write the value out.',
          place: { file: 'x.yaml' },
        },
      ],
    });
  });
});

describe('whether a text is what its path promises', () => {
  it.each([
    ['a.yaml', 'a: 1', true],
    ['a.yaml', 'a: [', false],
    ['a.yml', 'a: [', false],
    ['a.yaml.txt', 'a: [', true],
    ['ayaml', 'a: [', true],
    ['a.json', '[1]', true],
    ['a.json', 'a: 1', false],
    ['a.json', '', false],
    ['a.json.md', '{', true],
    ['a.md', 'a: [', true],
    ['yaml.js', '{', true],
  ])('%s with %j: %s', (path, text, does) => {
    expect(stillParses(path, text)).toBe(does);
  });
});
