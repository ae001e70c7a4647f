import type { SpecDocument } from '../spec/index.js';

/** The part of the sample document that is drawn or reckoned from tables. */
export const DRAWN: Pick<SpecDocument, 'matrix' | 'diagrams'> = {
  matrix: [
    {
      id: 'redis',
      name: 'Redis | "main"',
      answered: [{ mode: 'crash', from: 'dep.dependencies.redis.fail_mode' }],
      silent: ['slow', 'lost'],
    },
    { id: 'mail', name: 'Mail', answered: [], silent: ['crash'] },
  ],
  diagrams: [
    {
      id: 'context',
      title: 'Context',
      nodes: [
        { key: 'actor_shopper', text: 'a "shopper"' },
        { key: 'system_orders', text: 'Orders #1' },
      ],
      edges: [
        { from: 'actor_shopper', to: 'system_orders', text: 'place an order', dotted: true },
        { from: 'system_orders', to: 'actor_shopper', text: '', dotted: false },
      ],
    },
  ],
};
