import { join } from 'node:path';
import { allOk, byCodeUnit, err, ok, type Problem, type Result } from '../kernel/index.js';
import { readAnswers, type AnswersFile, type CaseInfo } from './answers-file.js';
import type { Disk } from './disk.js';
import { attempt } from './failure.js';

/** A case for practice: complete answers, what should be noticed in them, and values to swap. */
export type CaseFile = AnswersFile & { readonly caseInfo: CaseInfo };

/** Reads every case of a folder by the order of its file names; an absent folder holds none. */
export function readCases(disk: Disk, folder: string): Result<readonly CaseFile[]> {
  const names = attempt({ failed: 'The cases are not listed', path: folder }, () =>
    disk.kind(folder) === undefined ? [] : disk.list(folder).map(({ name }) => name),
  );
  if (!names.ok) return names;
  const ours = names.value.filter((name) => name.endsWith('.yaml')).sort(byCodeUnit);
  return allOk(ours.map((name) => readCase(disk, join(folder, name))));
}

function readCase(disk: Disk, path: string): Result<CaseFile> {
  const file = readAnswers(disk, path);
  if (!file.ok) return file;
  const { value } = file;
  if (value?.caseInfo === undefined) return err([withoutCase(path)]);
  return ok({ ...value, caseInfo: value.caseInfo });
}

function withoutCase(file: string): Problem {
  return {
    code: 'case-without-case',
    message: 'The file has no `case`.',
    hint: 'Add `case: { id, title, brief, notices, seeds }`, or move the file out of the folder of cases.',
    place: { file },
  };
}
