import { allOk, err, ok, type Problem, type Result } from '../../kernel/index.js';
import { hasConflictMarkers, normalForm } from '../../merge/index.js';
import { rebaseFiles, type BaseFile, type Manifest } from '../../store/index.js';
import { acceptArchived, type Archived } from '../accept-archived.js';
import { isOn, type Given, type Run } from '../command.js';
import { documentAt, pathOfDocument } from '../document-at.js';
import { EXIT } from '../exit-codes.js';
import { lockSpec } from '../lock-spec.js';
import { namedFiles } from '../named-files.js';
import type { FilesPlan } from '../plan-files.js';
import { planOne } from '../plan-one.js';
import { printLines, printProblems } from '../print-problems.js';

/** Takes the documents on disk as they are: what the answers say today counts as dealt with, and the hand edits are no longer reported. */
export const run: Run = (world, given) => {
  const plan = planOne(world, given);
  const done = plan.ok ? accept(plan.value, given) : plan;
  if (!done.ok) {
    printProblems(world, done.error);
    return Promise.resolve(EXIT.usage);
  }
  printProblems(world, done.value.notes);
  printLines(world.stderr, done.value.lines);
  return Promise.resolve(EXIT.fine);
};

function accept(plan: FilesPlan, given: Given): Result<Archived> {
  const file = given.words[1];
  if (isOn(given, 'archived')) return file === undefined ? acceptArchived(plan) : err([wholeChange(file)]);
  const lines = acceptFiles(plan, file);
  return lines.ok ? ok({ lines: lines.value, notes: [] }) : lines;
}

function acceptFiles(plan: FilesPlan, name: string | undefined): Result<readonly string[]> {
  const { workspace, paths } = plan.job;
  const { manifest } = plan;
  if (manifest === undefined) return err([neverRendered(paths.slug)]);
  const known = Object.keys(manifest.files);
  const left = plan.withdrawn.map(({ path }) => path);
  const there = known.filter((path) => !left.includes(path) && documentAt(plan.job, path) !== undefined);
  const named = namedFiles(plan, name, there);
  if (!named.ok) return named;
  const files = allOk(named.value.map((path) => accepted(plan, manifest, path)));
  if (!files.ok) return files;
  const lock = lockSpec(workspace, paths);
  if (!lock.ok) return lock;
  const written = rebaseFiles(workspace.disk, paths.dir, { manifest, files: files.value });
  lock.value.release();
  return written.ok ? ok(files.value.map(({ path }) => `  accepted ${path}`)) : written;
}

function accepted(plan: FilesPlan, manifest: Manifest, path: string): Result<BaseFile> {
  const { job, rendered } = plan;
  const onDisk = documentAt(job, path);
  const file = rendered.files.find((candidate) => candidate.path === path);
  if (onDisk === undefined || file === undefined) return err([notThere(path, job.paths.slug)]);
  if (manifest.files[path] === undefined) return err([notOurs(path, job.paths.slug)]);
  if (hasConflictMarkers(onDisk)) return err([unresolved(pathOfDocument(job, path))]);
  return ok({ path, generated: file.text, onDisk, accepted: normalForm(onDisk, file.type) });
}

function wholeChange(file: string): Problem {
  return {
    code: 'whole-change',
    message: `OpenSpec archives a change as a whole, so --archived takes no file, and ${file} was given.`,
    hint: 'Leave the file out.',
  };
}

function neverRendered(slug: string): Problem {
  return {
    code: 'never-rendered',
    message: `${slug} was never rendered, so there is nothing to accept.`,
    hint: `Render it with: spec-interview regenerate ${slug}`,
  };
}

function notThere(path: string, slug: string): Problem {
  return {
    code: 'document-missing',
    message: `${path} is not on the disk.`,
    hint: `Render it with: spec-interview regenerate ${slug}`,
  };
}

function notOurs(path: string, slug: string): Problem {
  return {
    code: 'never-adopted',
    message: `${path} was not written by the tool.`,
    hint: `Link it first with: spec-interview adopt ${slug} ${path}`,
  };
}

function unresolved(file: string): Problem {
  return {
    code: 'conflict-unresolved',
    message: 'The document still holds conflict markers.',
    hint: 'Edit the marked blocks, then accept it again.',
    place: { file },
  };
}
