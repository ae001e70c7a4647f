import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { engineOf, precompile } from '../../src/render/engine.js';
import { templateFile, type Format, type Precompiled } from '../../src/render/format.js';
import { absentPaths, renderSpec, type Naming } from '../../src/render/render-spec.js';
import { SAMPLE_CHANGE } from '../../src/render/sample-change.js';
import { SAMPLE } from '../../src/render/sample-document.js';
import { aFormat } from './a-format.js';
import { sound } from './shipped.js';

const MANIFEST = 'format: 1\n';

/** The module that `precompile` writes, loaded. */
const loaded = (text: string): Precompiled => {
  const exports = {};
  runInNewContext(text, { exports });
  return exports as Precompiled;
};

const textOf = (format: Format, naming: Naming = { slug: 'x' }): string | undefined =>
  sound(renderSpec(SAMPLE, format, naming))[0]?.text;

describe('a template set compiled before', () => {
  const format = (): Format =>
    aFormat('{{md name}}\n{{> one}}\n', {}, { '_one.hbs': '{{#each requirements}}{{code id}} {{/each}}' });

  it('names what it was made from, and holds a program for each text', () => {
    const made = loaded(sound(precompile(format(), MANIFEST)));
    const { id, title, outputs, templates } = format();
    expect(made).toMatchObject({ id, title, outputs, manifest: MANIFEST });
    expect(made.source).toBe(JSON.stringify([outputs, templates]));
    expect(Object.keys(made.programs)).toEqual(['main.hbs', '_one.hbs']);
  });

  it('writes what its texts write', () => {
    const precompiled = loaded(sound(precompile(format(), MANIFEST)));
    expect(textOf({ ...format(), precompiled })).toBe('Orders #1\n`REQ-REC-028.orders-db` `REQ-TRF-001`\n');
    expect(textOf({ ...format(), precompiled })).toBe(textOf(format()));
  });

  it('runs in the place of its texts while they are the same, not after', () => {
    const source = JSON.stringify([format().outputs, format().templates]);
    const precompiled = { ...loaded(sound(precompile(aFormat('Before.'), MANIFEST))), source };
    const ready = { ...format(), precompiled };
    expect(textOf(ready)).toBe('Before.\n');
    expect(textOf({ ...ready, templates: { ...ready.templates, 'main.hbs': 'After.' } })).toBe('After.\n');
    expect(textOf({ ...aFormat('Now.'), precompiled })).toBe('Now.\n');
  });

  it('is none where a name is wrong or a text cannot be read', () => {
    expect(precompile(aFormat('{{nmae}}'), MANIFEST)).toMatchObject({
      ok: false,
      error: [{ code: 'template-name' }],
    });
    expect(precompile(aFormat('{{#if name}}'), MANIFEST)).toMatchObject({
      ok: false,
      error: [{ code: 'template-syntax' }],
    });
  });
});

describe('a template set', () => {
  it('is compiled once', () => {
    const format = aFormat('a');
    expect(engineOf(format)).toBe(engineOf(format));
    expect(engineOf(aFormat('a'))).not.toBe(engineOf(format));
  });

  it('does not escape by itself, and sees no helper of the library but its blocks', () => {
    expect(textOf(aFormat('{{{name}}} {{name}} & <b>'))).toBe('Orders #1 Orders #1 & <b>\n');
    for (const call of ['{{log name}}', '{{lookup name 1}}', '{{#helperMissing name}}{{/helperMissing}}'])
      expect(engineOf(aFormat(call)).ok).toBe(false);
  });

  it('names a template by its folder', () => {
    expect(templateFile(aFormat('a'), '_one.hbs')).toBe('templates/mine/_one.hbs');
    const own = { ...aFormat('{{nmae}}'), folder: '.spec-interview/templates/mine' };
    expect(engineOf(own)).toMatchObject({
      error: [{ place: { file: '.spec-interview/templates/mine/main.hbs', line: 1, column: 3 } }],
    });
  });
});

describe('the files of a format', () => {
  it('have all that is known of them', () => {
    expect(sound(renderSpec(SAMPLE, aFormat('# {{md name}}\n\n\n'), { slug: 'x' }))).toEqual([
      {
        format: 'mine',
        path: 'a.md',
        type: 'markdown',
        policy: 'generated',
        text: '# Orders #1\n',
        notes: [],
      },
    ]);
    expect(
      sound(
        renderSpec(SAMPLE, aFormat('\na: 1\n\n\nb: |\n', { type: 'yaml', policy: 'once' }), { slug: 'x' }),
      ),
    ).toEqual([
      { format: 'mine', path: 'a.md', type: 'yaml', policy: 'once', text: 'a: 1\n\n\nb: |\n', notes: [] },
    ]);
  });

  it('are named by the folder of the spec and its number', () => {
    const paths = (path: string, naming: Naming): readonly string[] =>
      sound(renderSpec(SAMPLE, aFormat('a', { path }), naming)).map((file) => file.path);
    expect(paths('{number}-{slug}/{slug}.md', { slug: 'x', number: '007' })).toEqual(['007-x/x.md']);
    expect(paths('{number}-{slug}.md', { slug: 'x' })).toEqual(['000-x.md']);
    expect(paths('{other}/{Slug}/{}.md', { slug: 'x' })).toEqual(['{other}/{Slug}/{}.md']);
  });

  it('know the name and number of their folder', () => {
    expect(textOf(aFormat('{{slug}} {{number}}'), { slug: 'x', number: '007' })).toBe('x 007\n');
    expect(textOf(aFormat('{{slug}} {{number}}'))).toBe('x 000\n');
  });

  it('are one for each decision where the output says so', () => {
    const format = aFormat('{{decision.id}} {{name}} {{slug}}', {
      path: '{slug}/{nnnn}-{id}.md',
      each: 'decisions',
    });
    const first = SAMPLE.decisions[0]!;
    const decisions = [first, { ...first, id: 'store', nnnn: '0002' }];
    const files = sound(renderSpec({ ...SAMPLE, decisions }, format, { slug: 'x' }));
    expect(files.map(({ path, text }) => [path, text])).toEqual([
      ['x/0001-state.md', 'state Orders #1 x\n'],
      ['x/0002-store.md', 'store Orders #1 x\n'],
    ]);
    expect(sound(renderSpec({ ...SAMPLE, decisions: [] }, format, { slug: 'x' }))).toEqual([]);
  });

  it('come in the order of the outputs', () => {
    const format = aFormat('a');
    const [output] = format.outputs;
    const outputs = ['c.md', 'b.md'].map((path) => ({ ...output!, path }));
    expect(sound(renderSpec(SAMPLE, { ...format, outputs }, { slug: 'x' })).map(({ path }) => path)).toEqual([
      'c.md',
      'b.md',
    ]);
  });
});

describe('a file that proposes a change', () => {
  const format = (): Format => aFormat('{{#each change.added}}{{code id}} {{/each}}', { needs: 'change' });

  it('tells all that is settled while nothing else is said', () => {
    expect(textOf(format())).toBe('`REQ-TRF-001`\n');
  });

  it('tells the change that it is given', () => {
    expect(textOf(format(), { slug: 'x', change: SAMPLE_CHANGE })).toBe('`REQ-TRF-001.new`\n');
  });

  it('is not there when nothing is proposed, and is named among what is absent', () => {
    const nothing: Naming = { slug: 'x', number: '007', change: { ...SAMPLE_CHANGE, proposes: false } };
    expect(sound(renderSpec(SAMPLE, format(), nothing))).toEqual([]);
    const [output] = format().outputs;
    const outputs = [
      { ...output!, path: '{number}-{slug}.md' },
      { ...aFormat('a').outputs[0]!, path: 'b.md' },
    ];
    expect(absentPaths({ ...format(), outputs }, nothing)).toEqual(['007-x.md']);
    expect(absentPaths({ ...format(), outputs }, { slug: 'x', change: SAMPLE_CHANGE })).toEqual([]);
    expect(absentPaths({ ...format(), outputs }, { slug: 'x' })).toEqual([]);
  });
});

describe('a format that cannot be rendered', () => {
  it('is told what is missing from it', () => {
    const format = { ...aFormat('a'), templates: {} };
    expect(renderSpec(SAMPLE, format, { slug: 'x' })).toEqual({
      ok: false,
      error: [{ code: 'template-missing', message: 'main.hbs is missing.' }],
    });
  });

  it('is told where a document lacks what its template names', () => {
    const nameless = Object.fromEntries(Object.entries(SAMPLE).filter(([field]) => field !== 'name'));
    const result = renderSpec(nameless as typeof SAMPLE, aFormat('a\n {{name}}'), { slug: 'x' });
    expect(result).toMatchObject({
      ok: false,
      error: [
        {
          code: 'template',
          hint: 'formats lint says what is wrong, and which fields and helpers exist.',
          place: { file: 'templates/mine/main.hbs', line: 2, column: 4 },
        },
      ],
    });
    expect(result.ok ? '' : result.error[0]?.message).toMatch(
      /^The template does not render: "name" not defined in \[object Object\] - 2:3\.$/,
    );
  });
});
