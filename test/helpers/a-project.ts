import type { Session } from '../../src/interview/index.js';
import { openSession } from '../../src/interview/index.js';
import type { JoinedBank } from '../../src/bank/index.js';
import {
  answersOf,
  createDisk,
  createSpecDir,
  findProject,
  readAnswers,
  type Disk,
  type Project,
  type SpecPaths,
} from '../../src/store/index.js';
import { aTempDir, type TempDir } from './temp-dir.js';

/** A real project in a temporary folder, with the paths of one spec. */
export type AProject = {
  readonly dir: TempDir;
  readonly disk: Disk;
  readonly project: Project;
  readonly spec: SpecPaths;
};

/** Makes a project with the folder of one spec; `answers` is the text of its answers.yaml. */
export function aProject(slug = 'limiter', answers?: string): AProject {
  const dir = aTempDir();
  dir.write('.spec-interview/config.yaml', 'format: 1\n');
  const disk = createDisk();
  const project = sure(findProject(disk, dir.path));
  const spec = sure(createSpecDir(disk, project, slug));
  if (answers !== undefined) dir.write(`specs/${slug}/answers.yaml`, answers);
  return { dir, disk, project, spec };
}

/** Opens the spec of a project as the program does. */
export function openedSpec(
  { disk, spec }: AProject,
  bank: JoinedBank,
): { readonly session: Session; readonly text: string | undefined } {
  const file = sure(readAnswers(disk, spec.answers));
  const saved = file?.raw ?? answersOf(spec.slug, 'standard');
  return {
    session: openSession({ bank, mode: 'spec', saved, context: new Map() }).session,
    text: file?.text,
  };
}

/** The value of a result that cannot be a refusal here. */
export function sure<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
}
