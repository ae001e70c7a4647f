import { cruise, type ICruiseResult, type IReporterOutput } from 'dependency-cruiser';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cruiseOptions, forbidden } from './dependency-rules.js';
import { layers, libraries } from './layers.js';
import { root } from './program.js';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A small source tree on disk, with an empty copy of every library it may name. */
const aTree = (files: Readonly<Record<string, string>>): string => {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'dependency-rules-')));
  folders.push(folder);
  const packages = [...Object.keys(libraries), 'left-pad'].flatMap((name) => [
    [
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    ] as const,
    [`node_modules/${name}/index.js`, 'export const it = 1;'] as const,
  ]);
  for (const [name, text] of [...packages, ...Object.entries(files)]) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
};

const cruised = async (baseDir: string): Promise<ICruiseResult> => {
  const result: IReporterOutput = await cruise(['src'], {
    ...cruiseOptions,
    baseDir,
    validate: true,
    ruleSet: { forbidden },
  });
  if (typeof result.output === 'string') throw new Error(result.output);
  return result.output;
};

/** What is wrong with a tree, one line per rule and file, sorted. */
const violations = async (files: Readonly<Record<string, string>>): Promise<string[]> => {
  const { summary } = await cruised(aTree(files));
  return [...new Set(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`))].sort();
};

const uses = (from: string): string => `import { it } from '${from}';\nexport const other = it;\n`;
const it1 = 'export const it = 1;\n';

describe('the rules on the real tree', () => {
  it('read every source file', async () => {
    const { modules, summary } = await cruised(root);
    const own = modules.map(({ source }) => source).filter((source) => source.startsWith('src/'));
    const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `src/${file}`);

    expect(own.length).toBeGreaterThan(0);
    expect(own.sort()).toEqual(files.sort());
    expect(summary.totalDependenciesCruised).toBeGreaterThan(own.length / 2);
  });
});

describe('the rules on a small tree', () => {
  it('find nothing wrong where every arrow goes right', async () => {
    const found = await violations({
      'src/kernel/index.ts': it1,
      'src/bank/index.ts': `import { it } from '../kernel/index.js';\nimport { it as cel } from '@marcbachmann/cel-js';\nexport const other = it + cel;\n`,
      'src/ui/index.ts': `import { it } from '../kernel/index.js';\nimport { it as ink } from 'ink';\nexport const other = it + ink;\n`,
      'src/store/index.ts': `import { it } from '../kernel/index.js';\nimport fs from 'node:fs';\nexport const other = [it, fs];\n`,
      'src/cli/entry.ts': `import { other } from '../store/index.js';\nexport const run = async () => [other, await import('../ui/index.js')];\n`,
    });

    expect(found).toEqual([]);
  });

  it.each(layers.slice(0, -1).map((layer, at) => [layer, layers[at + 1] ?? '']))(
    'refuse that %s looks ahead to %s',
    async (layer, next) => {
      const found = await violations({
        [`src/${layer}/index.ts`]: uses(`../${next}/index.js`),
        [`src/${next}/index.ts`]: it1,
      });

      expect(found).toContain(`${layer}-looks-back-only: src/${layer}/index.ts`);
    },
  );

  it('refuse a cycle inside a layer', async () => {
    const found = await violations({
      'src/kernel/a.ts': `import { b } from './b.js';\nexport const a = () => b;\n`,
      'src/kernel/b.ts': `import { a } from './a.js';\nexport const b = () => a;\n`,
    });

    expect(found).toEqual(['no-cycles: src/kernel/a.ts']);
  });

  it('refuse a way around an index', async () => {
    const found = await violations({
      'src/kernel/text.ts': it1,
      'src/kernel/index.ts': `export { it } from './text.js';\n`,
      'src/bank/index.ts': uses('../kernel/text.js'),
    });

    expect(found).toEqual(['through-index-only: src/bank/index.ts']);
  });

  it.each(['runner', 'form', 'ui', 'plain', 'llm'])('refuse that %s imports the store', async (layer) => {
    const found = await violations({
      [`src/${layer}/index.ts`]: uses('../store/index.js'),
      'src/store/index.ts': it1,
    });

    expect(found).toEqual([`plugged-in-by-cli-only: src/${layer}/index.ts`]);
  });

  it('refuse that the two faces meet', async () => {
    const one = await violations({ 'src/ui/index.ts': uses('../plain/index.js'), 'src/plain/index.ts': it1 });
    const other = await violations({ 'src/plain/index.ts': uses('../ui/index.js'), 'src/ui/index.ts': it1 });

    expect(one).toContain('ui-stands-alone: src/ui/index.ts');
    expect(other).toEqual(['plain-stands-alone: src/plain/index.ts']);
  });

  it.each(['node:fs', 'crypto', 'node:process'])('refuse %s in a pure layer', async (module) => {
    const found = await violations({
      'src/merge/index.ts': `import it from '${module}';\nexport const other = it;\n`,
    });

    expect(found).toEqual(['pure-layers-touch-nothing: src/merge/index.ts']);
  });

  it('refuse that cli loads on start what it needs on demand', async () => {
    const loaded = await violations({ 'src/cli/entry.ts': uses('../ui/index.js'), 'src/ui/index.ts': it1 });
    const named = await violations({
      'src/cli/entry.ts': `import type { Scene } from '../ui/index.js';\nexport const run = (scene: Scene) => scene;\n`,
      'src/ui/index.ts': 'export type Scene = string;\n',
    });

    expect(loaded).toEqual(['cli-loads-on-demand: src/cli/entry.ts']);
    expect(named).toEqual([]);
  });

  const owned = Object.entries(libraries).filter(([, owners]) => !owners.includes('*'));
  it.each(owned)('refuse %s outside the layers that own it', async (name, owners) => {
    const outside = await violations({ 'src/kernel/index.ts': uses(name) });
    const inside = await violations({ [`src/${owners[0] ?? ''}/index.ts`]: uses(name) });

    expect(outside).toEqual([expect.stringMatching(/^only-.*-may-use-.*: src\/kernel\/index\.ts$/)]);
    expect(inside).toEqual([]);
  });

  it('refuse a library that is not in the table', async () => {
    const found = await violations({ 'src/store/index.ts': uses('left-pad') });

    expect(found).toEqual(['listed-libraries-only: src/store/index.ts']);
  });

  it('refuse an orphan, an import of nothing, and a file outside the layers', async () => {
    const found = await violations({
      'src/kernel/lonely.ts': it1,
      'src/kernel/index.ts': uses('./gone.js'),
      'src/bank/index.ts': uses('../shared/index.js'),
      'src/shared/index.ts': it1,
    });

    expect(found).toEqual([
      'everything-resolves: src/kernel/index.ts',
      'known-layers-only: src/bank/index.ts',
      'no-orphans: src/kernel/lonely.ts',
    ]);
  });
});
