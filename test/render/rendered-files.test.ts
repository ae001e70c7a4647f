import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/kernel/index.js';
import { parseFormat, type Format } from '../../src/render/format.js';
import { absentPaths, renderSpec } from '../../src/render/render-spec.js';
import { SAMPLE } from '../../src/render/sample-document.js';
import { SAMPLE_CHANGE } from '../../src/render/sample-change.js';
import { sound } from './shipped.js';

const OUTPUTS = `outputs:
  - { template: main.hbs, path: "{slug}/{number}-{other}.md", type: markdown }
  - { template: each.hbs, path: "adr/{nnnn}-{id}.md", type: markdown, each: decisions }
  - { template: change.hbs, path: "changes/{slug}.yaml", type: yaml, needs: change, policy: once }
`;

const formatOf = (templates: Readonly<Record<string, string>>): Format => {
  const files = { 'template.yaml': `format: 1\nid: mine\ntitle: Mine\n${OUTPUTS}`, ...templates };
  return sound(
    parseFormat({
      id: 'mine',
      files: Object.entries(files).map(([name, text]) => ({ path: `templates/mine/${name}`, text })),
    }),
  );
};

describe('the files of a format', () => {
  it('are named after the spec, its number and each decision', () => {
    const files = sound(
      renderSpec(
        SAMPLE,
        formatOf({
          'main.hbs': '# {{md name}}, {{slug}}, {{number}}',
          'each.hbs': '# {{md decision.title}}',
          'change.hbs': 'a: 1',
        }),
        { slug: 'orders', number: '007' },
      ),
    );
    expect(files.slice(0, 2)).toEqual([
      {
        format: 'mine',
        path: 'orders/007-{other}.md',
        type: 'markdown',
        policy: 'generated',
        text: '# Orders #1, orders, 007\n',
        notes: [],
      },
      {
        format: 'mine',
        path: 'adr/0001-state.md',
        type: 'markdown',
        policy: 'generated',
        text: '# where the state lives\n',
        notes: [],
      },
    ]);
    expect(files.at(-1)).toEqual({
      format: 'mine',
      path: 'changes/orders.yaml',
      type: 'yaml',
      policy: 'once',
      text: 'a: 1\n',
      notes: [],
    });
    expect(files).toHaveLength(2 + SAMPLE.decisions.length);
  });
});

describe('a spec that nobody has counted', () => {
  it('has no number', () => {
    const plain = formatOf({ 'main.hbs': '# {{number}}', 'each.hbs': '# A', 'change.hbs': 'a: 1' });
    expect(sound(renderSpec(SAMPLE, plain, { slug: 'a' }))[0]).toMatchObject({
      path: 'a/000-{other}.md',
      text: '# 000\n',
    });
  });
});

describe('a file that needs a change', () => {
  const plain = (): Format => formatOf({ 'main.hbs': '# A', 'each.hbs': '# A', 'change.hbs': 'a: 1' });

  it('is absent when nothing is proposed', () => {
    const naming = { slug: 'a', change: { ...SAMPLE_CHANGE, proposes: false } };
    expect(absentPaths(plain(), naming)).toEqual(['changes/a.yaml']);
    const paths = sound(renderSpec(SAMPLE, plain(), naming)).map(({ path }) => path);
    expect(paths).not.toContain('changes/a.yaml');
    expect(paths).toHaveLength(1 + SAMPLE.decisions.length);
  });

  it('is there when something is, or when nobody said what', () => {
    for (const naming of [{ slug: 'a' }, { slug: 'a', change: { ...SAMPLE_CHANGE, proposes: true } }]) {
      expect(absentPaths(plain(), naming)).toEqual([]);
      expect(sound(renderSpec(SAMPLE, plain(), naming)).at(-1)?.path).toBe('changes/a.yaml');
    }
  });
});

describe('a format with wrong templates', () => {
  it('is told every wrong name of all of them, each once', () => {
    const wrong = formatOf({
      'main.hbs': '# {{nmae}}',
      'each.hbs': '# A\n\n{{decision.titel}}',
      'change.hbs': '{{nmae}}',
    });
    const result = renderSpec(SAMPLE, wrong, { slug: 'a' });
    expect(result.ok ? [] : result.error.map(problemText)).toEqual([
      'templates/mine/main.hbs:1:5: There is no field nmae here. Did you mean name?',
      'templates/mine/each.hbs:3:3: There is no field titel here. Did you mean title?',
      'templates/mine/change.hbs:1:3: There is no field nmae here. Did you mean name?',
    ]);
  });

  it('is told every template that cannot be read', () => {
    const torn = formatOf({
      'main.hbs': '{{#if name}}{{/each}}',
      'each.hbs': '{{#if name}}{{/with}}',
      'change.hbs': 'a',
    });
    const result = renderSpec(SAMPLE, torn, { slug: 'a' });
    const hint = 'Close every block that is opened, and write names between double braces.';
    const told = result.ok ? [] : result.error.map(({ code, message, hint: then }) => [code, message, then]);
    expect(told).toEqual([
      ['template-syntax', "The template cannot be read: if doesn't match each - 1:3.", hint],
      ['template-syntax', "The template cannot be read: if doesn't match with - 1:3.", hint],
    ]);
    const files = result.ok ? [] : result.error.map(({ place }) => place?.file);
    expect(files).toEqual(['templates/mine/main.hbs', 'templates/mine/each.hbs']);
  });
});
