// `npm run check:formats`: holds our files against other people's checkers. They are heavy, so they are installed on first use.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { renderElsewhere } from '../render/other-place.js';

const here = import.meta.dirname;
const root = path.join(here, '..', '..');
const lock = path.join(here, 'package-lock.json');
const installed = path.join(here, 'node_modules', '.installed-lock.json');

/** @typedef {{ name: string, passes: () => boolean | Promise<boolean> }} Checker */

/** @type {(program: string, args: readonly string[], cwd: string) => boolean} */
const passes = (program, args, cwd) => spawnSync(program, args, { cwd, stdio: 'inherit' }).status === 0;

const isInstalled = () =>
  existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(lock, 'utf8');

const install = () => {
  if (isInstalled()) return true;
  process.stdout.write('Installing the checkers in test/checkers\n');
  if (!passes('npm', ['ci', '--no-audit', '--no-fund'], here)) return false;
  writeFileSync(installed, readFileSync(lock));
  return true;
};

const tool = (/** @type {string} */ name) => path.join(here, 'node_modules', '.bin', name);
const markdownlint = ['--config', path.join(here, '.markdownlint-cli2.jsonc')];
const links = [
  'remark-frontmatter/index.js',
  'remark-gfm/index.js',
  'remark-validate-links/index.js=repository:false',
].flatMap((use) => ['--use', path.join(here, 'node_modules', use)]);

/** Prints problems, and says whether there were none. */
const none = (/** @type {readonly string[]} */ problems) => {
  process.stdout.write(problems.map((problem) => `${problem}\n`).join(''));
  return problems.length === 0;
};

/** Each checker of the files in the repository. */
/** @type {readonly Checker[]} */
const ownFiles = [
  {
    name: 'our own Markdown (markdownlint)',
    passes: () =>
      passes(
        tool('markdownlint-cli2'),
        [
          ...markdownlint,
          '*.md',
          'question-banks/**/*.md',
          'templates/**/*.md',
          'test/**/*.md',
          '#**/node_modules',
          '#test/golden',
        ],
        root,
      ),
  },
];

/** Each checker of the rendered cases in `folder`; `hostile` lies beside them and is held to the same. */
/** @type {(folder: string) => readonly Checker[]} */
const renderedFiles = (folder) => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const markdown = files.filter((file) => file.endsWith('.md')).sort();
  const rules = files.filter((file) => file.endsWith('slo.rules.yaml')).sort();
  const loads = files.filter((file) => file.endsWith('.k6.js')).sort();
  const apis = files.filter((file) => file.endsWith('openapi.yaml')).sort();
  const data = files
    .filter((file) => /slo\.rules(?:\.test)?\.yaml$|openapi\.yaml$|\.k6\.js$/.test(file))
    .sort();
  const features = files.filter((file) => file.endsWith('.feature')).sort();
  const changes = files.filter((file) => file.endsWith(path.join('openspec', 'changes'))).sort();
  return [
    {
      name: `rendered Markdown (markdownlint, ${String(markdown.length)} files)`,
      passes: () => passes(tool('markdownlint-cli2'), [...markdownlint, '**/*.md'], folder),
    },
    {
      name: 'rendered Markdown has no dead link (remark-validate-links)',
      passes: () =>
        passes(tool('remark'), ['--no-stdout', '--frail', '--quiet', '--no-config', ...links, '.'], folder),
    },
    {
      name: 'prettier reads rendered Markdown as we wrote it',
      passes: async () => {
        const { differsFromPrettier } = await import('./markdown.js');
        const all = await Promise.all(markdown.map((file) => differsFromPrettier(path.join(folder, file))));
        return markdown.length > 0 && none(all.filter((problem) => problem !== undefined));
      },
    },
    {
      name: 'formatters that rewrite rendered Markdown edit nothing in it (markdownlint --fix, prettier --write)',
      passes: async () => {
        const { formatterProblems } = await import('./formatters.js');
        const all = await formatterProblems(folder, markdown);
        return (
          all.every(({ rewritten }) => rewritten === markdown.length) &&
          none(all.flatMap(({ problems }) => problems))
        );
      },
    },
    {
      name: 'hostile answers stay text (remark)',
      passes: async () => {
        const { escapesOf } = await import('./markdown.js');
        return none(escapesOf(folder));
      },
    },
    {
      name: 'rendered diagrams (mermaid)',
      passes: async () => {
        const { mermaidProblems } = await import('./mermaid.js');
        const all = await Promise.all(markdown.map((file) => mermaidProblems(path.join(folder, file))));
        const drawn = all.reduce((sum, { diagrams }) => sum + diagrams, 0);
        return drawn > 0 && none(all.flatMap(({ problems }) => problems));
      },
    },
    {
      name: `alerts on error budgets (promtool or PromQL grammar, ${String(rules.length)} files)`,
      passes: async () => {
        const { promtool, ruleProblems } = await import('./slo.js');
        const program = promtool();
        const problems = rules.flatMap((file) => ruleProblems(path.join(folder, file), program));
        return rules.length > 0 && none(problems);
      },
    },
    {
      name: `load tests (types of k6, and a run by autocannon, ${String(loads.length)} files)`,
      passes: async () => {
        const { loadProblems } = await import('./load.js');
        const problems = [];
        for (const file of loads) problems.push(...(await loadProblems(path.join(folder, file))));
        return loads.length > 0 && none(problems);
      },
    },
    {
      name: `descriptions of interfaces (redocly and swagger-parser, ${String(apis.length)} files)`,
      passes: async () => {
        const { isWhole, openapiProblems } = await import('./openapi.js');
        const problems = apis.flatMap((file) => openapiProblems(path.join(folder, file)));
        const whole = apis.filter((file) => isWhole(path.join(folder, file)));
        return whole.length > 0 && whole.length < apis.length && none(problems);
      },
    },
    {
      name: `changes for OpenSpec (validate, planning, archive and validate, ${String(changes.length)} projects)`,
      passes: async () => {
        const { openspecProblems } = await import('./openspec.js');
        const projects = changes.map((folders) => folders.split(path.sep)[0] ?? '');
        const problems = projects.flatMap((name) => openspecProblems(path.join(folder, name), name));
        return projects.length > 0 && none(problems);
      },
    },
    {
      name: 'changes for OpenSpec, archived one after the other (the archive then reads as one that is all new)',
      passes: async () => {
        const { openspecLifeProblems } = await import('./openspec-life.js');
        return none(await openspecLifeProblems());
      },
    },
    {
      name: `rendered YAML and JavaScript are as prettier writes them (${String(data.length)} files)`,
      passes: () => passes(tool('prettier'), ['--no-config', '--check', ...data], folder),
    },
    {
      name: `rendered Gherkin (official parser, ${String(features.length)} files)`,
      passes: async () => {
        const { gherkinProblems } = await import('./gherkin.js');
        const problems = features.flatMap((file) => gherkinProblems(path.join(folder, file)));
        return features.length > 0 && none(problems);
      },
    },
    {
      name: 'rendered Gherkin (dry run of cucumber)',
      passes: () =>
        passes(
          tool('cucumber-js'),
          [
            '--dry-run',
            '--format',
            'summary',
            '--import',
            'any-step.js',
            ...features.map((file) => path.join(folder, file)),
          ],
          here,
        ),
    },
  ];
};

const run = async (/** @type {Checker} */ checker) => {
  process.stdout.write(`\n> ${checker.name}\n`);
  return { name: checker.name, passed: await checker.passes() };
};

const runAll = async () => {
  if (!install()) return [{ name: 'installation of the checkers', passed: false }];
  const folder = mkdtempSync(path.join(tmpdir(), 'spec-interview-formats-'));
  try {
    await renderElsewhere(folder);
    const results = [];
    for (const checker of [...ownFiles, ...renderedFiles(folder)]) results.push(await run(checker));
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const results = await runAll();
const failed = results.filter(({ passed }) => !passed).length;

process.stdout.write(
  `\n${results.map(({ name, passed }) => `${passed ? 'ok    ' : 'FAILED'} ${name}\n`).join('')}`,
);
process.stdout.write(`${String(results.length - failed)} passed, ${String(failed)} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
