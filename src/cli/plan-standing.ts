import { join, relative } from 'node:path';
import type { Format } from '../render/index.js';
import {
  readShipped,
  standingOf,
  type BaseRecord,
  type SpecPaths,
  type StandingLine,
} from '../store/index.js';
import type { Workspace } from './workspace.js';

type StandingJob = {
  readonly workspace: Workspace;
  readonly paths: SpecPaths;
  readonly formats: readonly Format[];
};

const OWN = '.spec-interview';

/** What lets an unchanged spec be checked from its manifest; nothing when other formats than the project's were rendered, when banks or templates of a team are in play, or when the product was not built. */
export function planStanding(
  { workspace, paths, formats }: StandingJob,
  now: { readonly says: readonly StandingLine[]; readonly unfinished: boolean },
): Pick<BaseRecord, 'standing'> {
  const { disk, project, world } = workspace;
  const shipped = readShipped(disk, world.packageDir);
  const templates = formats.map(({ id }) => `${OWN}/templates/${id}`);
  const isOwn = templates.some((folder) => disk.kind(join(project.root, folder)) !== undefined);
  const wanted = project.config.formats.join(' ') === formats.map(({ id }) => id).join(' ');
  const plain = wanted && !isOwn && project.config.banks.length === 0;
  if (shipped?.version !== world.version || !plain) return {};
  const read = [paths.answers, project.context].map((path) => relative(project.root, path));
  const inputs = [...read.map((path) => path.replaceAll('\\', '/')), `${OWN}/config.yaml`, ...templates];
  return { standing: standingOf(disk, project.root, { ...now, shipped: shipped.sha256, inputs }) };
}
