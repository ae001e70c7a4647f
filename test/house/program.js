import path from 'node:path';

/** Where the repository is. */
export const root = path.join(import.meta.dirname, '..', '..');

/** The file that npm links as `spec-interview`. */
export const program = path.join(root, 'bin', 'spec-interview.js');

/** Builds `dist` when it is missing or older than its sources; loads the bundler only then. */
export const ensureBuilt = async () => {
  const { build, isStale } = await import('../../esbuild.config.js');
  if (isStale()) await build();
};
