import type { Result } from '../kernel/index.js';
import { acquireLock, type Lock, type SpecPaths } from '../store/index.js';
import type { Workspace } from './workspace.js';

/** Takes the lock of a spec for this process, or says who holds it. */
export function lockSpec({ world, disk }: Workspace, paths: SpecPaths): Result<Lock> {
  const started = new Date(world.now()).toISOString();
  return acquireLock(disk, paths.lock, { pid: world.pid, host: world.host, started });
}
