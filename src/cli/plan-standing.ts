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

/** What lets an unchanged spec be checked from its manifest; nothing when banks or templates of a team are in play, or the product was not built. */
export function planStanding(
  { workspace, paths, formats }: StandingJob,
  says: readonly StandingLine[],
): Pick<BaseRecord, 'standing'> {
  const { disk, project, world } = workspace;
  const shipped = readShipped(disk, world.packageDir);
  const templates = formats.map(({ id }) => `${OWN}/templates/${id}`);
  const isOwn = templates.some((folder) => disk.kind(join(project.root, folder)) !== undefined);
  if (shipped?.version !== world.version || isOwn || project.config.banks.length > 0) return {};
  const read = [paths.answers, project.context].map((path) => relative(project.root, path));
  const inputs = [...read.map((path) => path.replaceAll('\\', '/')), `${OWN}/config.yaml`, ...templates];
  return { standing: standingOf(disk, project.root, { shipped: shipped.sha256, inputs, says }) };
}
