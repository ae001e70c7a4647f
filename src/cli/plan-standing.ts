import { join, relative } from 'node:path';
import type { Format } from '../render/index.js';
import {
  archivedHash,
  readShipped,
  standingOf,
  type BaseRecord,
  type Manifest,
  type SpecPaths,
  type StandingLine,
} from '../store/index.js';
import { mainSpec } from './archive-notes.js';
import type { Workspace } from './workspace.js';

type StandingJob = {
  readonly workspace: Workspace;
  readonly paths: SpecPaths;
  readonly formats: readonly Format[];
};

const OWN = '.spec-interview';

type StandingNow = {
  readonly says: readonly StandingLine[];
  readonly unfinished: boolean;
  /** What OpenSpec has archived; what it keeps of that is compared as well. */
  readonly archived: Manifest['openspec_archived'];
};

/** What lets an unchanged spec be checked from its manifest; nothing when other formats than the project's were rendered, when banks or templates of a team are in play, or when the product was not built. */
export function planStanding(
  { workspace, paths, formats }: StandingJob,
  { archived, ...now }: StandingNow,
): Pick<BaseRecord, 'standing'> {
  const { disk, project, world } = workspace;
  const shipped = readShipped(disk, world.packageDir);
  const templates = formats.map(({ id }) => `${OWN}/templates/${id}`);
  const isOwn = templates.some((folder) => disk.kind(join(project.root, folder)) !== undefined);
  const wanted = project.config.formats.join(' ') === formats.map(({ id }) => id).join(' ');
  const plain = wanted && !isOwn && project.config.banks.length === 0;
  if (shipped?.version !== world.version || !plain) return {};
  const read = [paths.answers, project.context].map((path) => relative(project.root, path));
  const kept = archived === undefined ? [] : [mainSpec(paths.slug)];
  const own = read.map((path) => path.replaceAll('\\', '/'));
  const inputs = [...own, `${OWN}/config.yaml`, ...templates, ...kept];
  const known = { ...now, shipped: shipped.sha256, archived: archivedHash(archived), inputs };
  return { standing: standingOf(disk, project.root, known) };
}
