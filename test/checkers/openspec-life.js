// Plays the life of a change with OpenSpec's own program: archived, recorded, changed, archived again, until the archive reads as if everything were new.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt, program, root } from '../house/program.js';
import { archiveChange, planning, validation } from './openspec.js';

/** What is answered in each sitting, after the answers of the case: figures that change, answers that come and go. */
/** @type {Readonly<Record<string, readonly (readonly (readonly string[])[])[]>>} */
const LIVES = {
  'todo-api': [
    [['rec.rpo', '--status', 'not-applicable', '--reason', 'the tasks are elsewhere']],
    [
      ['traffic.peak_rate', '200 req/s'],
      ['rec.rpo', '12 h'],
      ['rec.rto', '--status', 'unknown', '--owner', 'ops'],
      ['rol.strategy', 'canary'],
    ],
    [['rol.strategy', '--status', 'not-applicable', '--reason', 'it is deployed once']],
    [['rol.strategy', 'rolling']],
  ],
  payments: [
    [['rec.rpo', '--status', 'deferred', '--meanwhile', 'one day may be lost']],
    [
      ['rec.rpo', '0 s'],
      ['traffic.peak_rate', '1200 req/s'],
    ],
  ],
};

/** @type {(cwd: string, args: readonly string[]) => readonly string[]} */
const tool = (cwd, args) => {
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], { cwd, encoding: 'utf8' });
  return status === 0 || status === 6
    ? []
    : [`spec-interview ${args.join(' ')} ended with ${String(status)}: ${stderr}`];
};

/** @type {(folder: string) => void} */
const configure = (folder) => {
  mkdirSync(path.join(folder, '.spec-interview'), { recursive: true });
  writeFileSync(path.join(folder, '.spec-interview', 'config.yaml'), 'format: 1\nformats: [openspec]\n');
};

/** The requirements of a main spec or of a delta, by name, without what only frames them. */
/** @type {(text: string) => ReadonlyMap<string, string>} */
const requirementsIn = (text) =>
  new Map(
    text
      .split(/^(?=### Requirement: |## )/m)
      .filter((block) => block.startsWith('### Requirement: '))
      .map((block) => [block.split('\n')[0] ?? '', block.trim()]),
  );

/** The archive reads as a change would in which the same answers are all new. */
/** @type {(folder: string, slug: string) => readonly string[]} */
const differences = (folder, slug) => {
  const fresh = mkdtempSync(path.join(tmpdir(), 'spec-interview-fresh-'));
  try {
    configure(fresh);
    const answers = path.join('specs', slug, 'answers.yaml');
    cpSync(path.join(folder, answers), path.join(fresh, answers));
    const failed = tool(fresh, ['regenerate', slug]);
    if (failed.length > 0) return failed;
    const change = path.join(fresh, 'openspec', 'changes', slug, 'specs', slug, 'spec.md');
    const wanted = requirementsIn(readFileSync(change, 'utf8'));
    const kept = requirementsIn(
      readFileSync(path.join(folder, 'openspec', 'specs', slug, 'spec.md'), 'utf8'),
    );
    const names = [...new Set([...wanted.keys(), ...kept.keys()])];
    const wrong = names.filter((name) => wanted.get(name) !== kept.get(name));
    const none = wanted.size === 0 ? ['the fresh change asks for nothing'] : [];
    return [...none, ...wrong.map((name) => `${name} reads otherwise in the archive`)];
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
};

/** A folder of archived changes is named by the day; what was archived today makes room as if it had been yesterday. */
/** @type {(folder: string, sitting: number) => void} */
const passDay = (folder, sitting) => {
  const archive = path.join(folder, 'openspec', 'changes', 'archive');
  for (const name of readdirSync(archive).filter((one) => !one.startsWith('day-')))
    renameSync(path.join(archive, name), path.join(archive, `day-${String(sitting)}-${name}`));
};

/** @type {(folder: string, slug: string, sitting: { answers: readonly (readonly string[])[], at: number }) => readonly string[]} */
const sit = (folder, slug, { answers, at }) => {
  const steps = [
    () => answers.flatMap((words) => tool(folder, ['answer', slug, ...words])),
    () => tool(folder, ['regenerate', slug]),
    () => [...validation(folder), ...planning(folder, slug), ...archiveChange(folder, slug)],
    () => tool(folder, ['accept', slug, '--archived']),
    () => [...validation(folder), ...tool(folder, ['check', slug, '--strict'])],
    () => differences(folder, slug),
    () => tool(folder, ['regenerate', slug]),
    () =>
      existsSync(path.join(folder, 'openspec', 'changes', slug))
        ? ['a change without a difference was written']
        : [],
  ];
  for (const step of steps) {
    const found = step();
    if (found.length > 0) return found.map((problem) => `${slug}, sitting ${String(at + 1)}: ${problem}`);
  }
  passDay(folder, at);
  return [];
};

/** @type {(name: string) => readonly string[]} */
const live = (name) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spec-interview-archived-'));
  try {
    configure(folder);
    mkdirSync(path.join(folder, 'openspec', 'specs'), { recursive: true });
    const answers = path.join(root, 'question-banks', 'cases', `${name}.yaml`);
    const made = tool(folder, ['new', name, '--answers', answers, '--yes']);
    if (made.length > 0) return made;
    for (const [at, given] of (LIVES[name] ?? []).entries()) {
      const found = sit(folder, name, { answers: given, at });
      if (found.length > 0) return found;
    }
    return [];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Says what goes wrong when changes are archived one after the other. */
/** @type {() => Promise<readonly string[]>} */
export const openspecLifeProblems = async () => {
  await ensureBuilt();
  return Object.keys(LIVES).flatMap(live);
};
