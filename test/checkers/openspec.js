// Holds the changes we write for OpenSpec against its own program: they are valid, planned, and still valid once archived.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const program = path.join(import.meta.dirname, 'node_modules', '.bin', 'openspec');
const quiet = { OPENSPEC_TELEMETRY: '0', DO_NOT_TRACK: '1', OPENSPEC_NO_UPDATE_CHECK: '1', NO_COLOR: '1' };

/** @type {(cwd: string, args: readonly string[]) => { status: number | null, stdout: string, stderr: string }} */
const openspec = (cwd, args) =>
  spawnSync(program, args, { cwd, env: { ...process.env, ...quiet }, encoding: 'utf8' });

/** @typedef {{ id: string, valid: boolean, issues: readonly { level: string, path: string, message: string }[] }} Item */

/** Everything in a project, held to the strict rules; a project with nothing in it is a problem too. */
/** @type {(cwd: string) => readonly string[]} */
export const validation = (cwd) => {
  const { status, stdout, stderr } = openspec(cwd, [
    'validate',
    '--all',
    '--strict',
    '--no-interactive',
    '--json',
  ]);
  if (!stdout.includes('{')) return [`openspec validate said nothing: ${stderr}`];
  /** @type {readonly Item[]} */
  const items = JSON.parse(stdout.slice(stdout.indexOf('{'))).items;
  const wrong = items
    .filter(({ valid }) => !valid)
    .flatMap(({ id, issues }) =>
      issues.map((issue) => `${id}: ${issue.level} ${issue.path}: ${issue.message}`),
    );
  if (items.length === 0) return ['openspec found nothing to validate'];
  return status === 0 || wrong.length > 0 ? wrong : [`openspec validate ended with ${String(status)}`];
};

/** Says whether everything that OpenSpec plans with is there. */
/** @type {(cwd: string, change: string) => readonly string[]} */
export const planning = (cwd, change) => {
  const { stdout, stderr } = openspec(cwd, ['status', '--change', change, '--json']);
  if (!stdout.includes('{')) return [`openspec status said nothing: ${stderr}`];
  return JSON.parse(stdout.slice(stdout.indexOf('{'))).isPlanningComplete === true
    ? []
    : [`the planning of ${change} is not complete`];
};

/** Archives a change, and says what keeps it from that. */
/** @type {(cwd: string, change: string) => readonly string[]} */
export const archiveChange = (cwd, change) => {
  const { status, stdout, stderr } = openspec(cwd, ['archive', change, '-y']);
  const archived = existsSync(path.join(cwd, 'openspec', 'specs', change, 'spec.md'));
  const left = existsSync(path.join(cwd, 'openspec', 'changes', change));
  return status === 0 && archived && !left ? [] : [`not archived: ${stdout}${stderr}`];
};

/** @type {(cwd: string, change: string) => readonly string[]} */
const archiving = (cwd, change) => {
  const failed = archiveChange(cwd, change);
  return failed.length > 0 ? failed : validation(cwd);
};

/** Says what OpenSpec finds wrong in the project in `folder`, before and after it archives the change of that name. */
/** @type {(folder: string, change: string) => readonly string[]} */
export const openspecProblems = (folder, change) => {
  const copy = mkdtempSync(path.join(tmpdir(), 'spec-interview-openspec-'));
  try {
    cpSync(path.join(folder, 'openspec'), path.join(copy, 'openspec'), { recursive: true });
    const before = [...validation(copy), ...planning(copy, change)];
    const found = before.length > 0 ? before : archiving(copy, change);
    return found.map((problem) => `${folder}: ${problem}`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};
