import { merged, type Case } from './merged.js';

/** A document of some blocks under the title `A`. */
export function doc(...blocks: readonly string[]): string {
  return `${['# A', ...blocks].join('\n\n')}\n`;
}

/** Three versions of a block between the markers that a person finds. */
export function marked(
  yours: readonly string[],
  base: readonly string[],
  generated: readonly string[],
): string {
  return [
    ...['<<<<<<< yours', ...yours, '||||||| last generated', ...base, '=======', ...generated],
    '>>>>>>> new from answers',
  ].join('\n');
}

/** The text that is on disk afterwards, the base for the next time, and what is told of each block: its key, its state and why. */
export function result(versions: Case): readonly (string | undefined)[] {
  const { after, newBase, blocks } = merged(versions);
  const told = blocks.map(({ key, state, note }) => `${key}: ${state}${note === '' ? '' : `, ${note}`}`);
  return [after, newBase, ...told];
}
