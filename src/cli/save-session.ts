import type { Session } from '../interview/index.js';
import type { Result } from '../kernel/index.js';
import { createSaver } from '../store/index.js';
import { lockSpec } from './lock-spec.js';
import { contextOnDisk, onDisk } from './on-disk.js';
import type { OneSpec } from './one-spec.js';

/** Saves a session as one commit over the spec as it was opened. */
export function saveSession({ workspace, spec }: OneSpec, session: Session): Result<void> {
  const lock = lockSpec(workspace, spec.paths);
  if (!lock.ok) return lock;
  const saver = createSaver({
    disk: workspace.disk,
    bank: workspace.bank,
    own: onDisk(spec),
    context: contextOnDisk(workspace),
  });
  const saved = saver(spec.session, session);
  lock.value.release();
  return saved;
}
