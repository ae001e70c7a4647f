import type { SpecDocument } from '../spec/index.js';
import { HTTP } from './sample-http.js';

/** The part of the sample document that is drawn or reckoned from tables. */
export const DRAWN: Pick<SpecDocument, 'matrix' | 'diagrams' | 'objectives' | 'loads' | 'http'> = {
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
  objectives: [
    {
      id: 'rec.slo',
      job: 'orders-1',
      target: '99.9 %',
      window: '30 d',
      excludes: 'requests that the caller got wrong (4xx)',
      windows: ['5m', '1h'],
      alerts: [
        {
          name: 'ErrorBudgetBurnsFast',
          severity: 'page',
          long: '1h',
          short: '5m',
          fact: 'f.page_fast',
          spent: '2 %',
          rate: '1.44 %',
          threshold: '0.0144',
          above: { good: '9841600', bad: '158400' },
          below: { good: '9870400', bad: '129600' },
        },
      ],
    },
  ],
  loads: [
    {
      rate: '900 req/s',
      perSecond: '900',
      failing: '0.001',
      target: '99.9 %',
      calls: [{ name: 'GET /orders/{id}', method: 'GET', path: '/orders/{id}' }],
      promises: [{ call: 'GET /orders/{id}', flow: 'show an "order"', p99: '200' }],
      unplayed: ['place an order'],
    },
  ],
  http: HTTP,
};
