import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandTime, pairs, timeToSight, type Pairs } from './measure.js';

/** How another tool does beside ours, for orientation: no promise rests on it. */
export type Rival = { readonly what: string; readonly rival: string; readonly taken: Pairs };

const PACKAGES = {
  '@clack/prompts': '1.9.0',
  '@fission-ai/openspec': '1.13.2',
  '@inquirer/prompts': '8.8.0',
  ink: '8.0.0',
  react: '19.3.1',
};

const PROMPTS = {
  'inquirer.mjs': `import { input } from '@inquirer/prompts'; await input({ message: 'ready' });`,
  'clack.mjs': `import { text } from '@clack/prompts'; await text({ message: 'ready' });`,
  'ink.mjs': `import { render, Text, useInput } from 'ink'; import { createElement } from 'react';
const Field = () => { useInput(() => undefined); return createElement(Text, undefined, 'ready'); };
render(createElement(Field));`,
};

const CHANGE = {
  'proposal.md':
    '# Change: limit callers\n\n## Why\n\nOne caller can starve all others at peak, twice a week.\n\n## What Changes\n\n- Add a limit for each caller.\n',
  'tasks.md': '## 1. Limit\n\n- [ ] 1.1 Add the limit\n',
  'specs/limiter/spec.md':
    '## ADDED Requirements\n\n### Requirement: Limit of a caller\n\nThe system SHALL refuse a caller above 900 req/s.\n\n#### Scenario: above the limit\n\n- **WHEN** a caller sends 901 req/s\n- **THEN** one request is refused\n',
};

type Ours = {
  readonly program: string;
  readonly project: string;
  readonly count: number;
};

/** Measures what installs here: OpenSpec, and the first prompts of libraries that are loaded without a bundle; nothing where they cannot be installed. */
export async function rivals(folder: string, { program, project, count }: Ours): Promise<readonly Rival[]> {
  if (!install(folder)) return [];
  const openspec = path.join(folder, 'node_modules', '@fission-ai', 'openspec', 'bin', 'openspec.js');
  const command = (args: readonly string[], cwd: string) => () => commandTime(args, cwd);
  const prompt = (file: string) => () => timeToSight([path.join(folder, file)], folder, 'ready');
  const plain = () =>
    timeToSight([program, 'new', 'first', '--depth', 'quick', '--plain'], project, 'Which of these');
  const screen = () => timeToSight([program, 'new', 'first', '--depth', 'quick'], project, 'Which of these');
  const beside = async (what: string, rival: string, times: Parameters<typeof pairs>): Promise<Rival> => ({
    ...{ what, rival, taken: await pairs(...times) },
  });
  return [
    await beside('--version', 'OpenSpec --version', [
      count,
      command([program, '--version'], project),
      command([openspec, '--version'], folder),
    ]),
    await beside('check, nothing changed', 'OpenSpec validate', [
      count,
      command([program, 'check', '--all'], project),
      command([openspec, 'validate', '--all', '--strict'], folder),
    ]),
    await beside('new --plain: first question', '@inquirer/prompts', [count, plain, prompt('inquirer.mjs')]),
    await beside('new --plain: first question', '@clack/prompts', [count, plain, prompt('clack.mjs')]),
    await beside('new: first question', 'Ink without a bundle', [count, screen, prompt('ink.mjs')]),
  ];
}

function install(folder: string): boolean {
  const change = path.join(folder, 'openspec', 'changes', 'limit');
  mkdirSync(path.join(change, 'specs', 'limiter'), { recursive: true });
  const about = { name: 'rivals', private: true, type: 'module', dependencies: PACKAGES };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(about));
  for (const [name, text] of Object.entries(PROMPTS)) writeFileSync(path.join(folder, name), text);
  for (const [name, text] of Object.entries(CHANGE)) writeFileSync(path.join(change, name), text);
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    stdio: 'ignore',
  });
  return status === 0;
}
