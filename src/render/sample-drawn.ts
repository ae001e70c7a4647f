import type { SpecDocument } from '../spec/index.js';

/** The part of the sample document that is drawn or reckoned from tables. */
export const DRAWN: Pick<SpecDocument, 'matrix'> = {
  matrix: [
    {
      id: 'redis',
      name: 'Redis | "main"',
      answered: [{ mode: 'crash', from: 'dep.dependencies.redis.fail_mode' }],
      silent: ['slow', 'lost'],
    },
    { id: 'mail', name: 'Mail', answered: [], silent: ['crash'] },
  ],
};
