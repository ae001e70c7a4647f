import { safeText } from '../kernel/index.js';
import type { World } from './world.js';

const FEW = 3;

/** Gives a function that says how far a run over many specs is; it is silent for few specs and where nobody watches. */
export function progressOver(
  world: Pick<World, 'stderr'>,
  total: number,
): (done: number, spec: string) => void {
  if (!world.stderr.isTTY || total <= FEW) return () => undefined;
  return (done, spec) =>
    void world.stderr.write(safeText(`${String(done + 1)} of ${String(total)}: ${spec}\n`));
}
