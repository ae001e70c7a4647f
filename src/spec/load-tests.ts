import { baseOf } from '../bank/index.js';
import { slug } from '../kernel/index.js';
import { plainText } from './fill.js';
import { isSaid, type Ground } from './ground.js';
import { parseHttpCall } from './http-call.js';
import type { LoadTest } from './measured-parts.js';
import { readTable, type ReadRow } from './read-table.js';

const PEAK = 'traffic.peak_rate';
const TARGET = 'rec.slo';

/** Gives the load to carry; none without a peak and a call that HTTP can send. */
export function buildLoadTests(ground: Ground): readonly LoadTest[] {
  const peak = quantityOf(ground, PEAK);
  const target = quantityOf(ground, TARGET);
  const endpoints = readTable(ground, 'ifc.endpoints');
  const calls = endpoints.flatMap(callOf);
  if (peak === undefined || calls.length === 0) return [];
  const promised = readTable(ground, 'traffic.latency').flatMap((row) => {
    const cell = row.cell('p99');
    const p99 = typeof cell === 'string' ? baseOf(cell, 'duration') : undefined;
    const call = servedBy(row.text('flow'), endpoints);
    return p99 === undefined ? [] : [{ flow: row.text('flow'), p99: String(p99), call: call ?? '' }];
  });
  return [
    {
      rate: peak.text,
      perSecond: String(Math.max(1, Math.ceil(peak.base))),
      failing: target === undefined ? '' : String(Number((1 - target.base).toPrecision(10))),
      target: target?.text ?? '',
      calls,
      promises: promised.filter(({ call }) => call !== ''),
      unplayed: promised.filter(({ call }) => call === '').map(({ flow }) => flow),
    },
  ];
}

function quantityOf(
  ground: Ground,
  id: string,
): { readonly text: string; readonly base: number } | undefined {
  const item = ground.situation.item(id);
  if (item?.question.kind !== 'quantity' || !isSaid(item) || typeof item.value !== 'string') return undefined;
  const base = baseOf(item.value, item.question.dimension, item.question.noun);
  return { text: plainText(item.question, item.value, ground), base };
}

function callOf({ text }: ReadRow): LoadTest['calls'] {
  const call = parseHttpCall(text('name'));
  return call === undefined ? [] : [{ name: text('name'), ...call }];
}

/** The one call whose purpose shares the most words with a flow; what two calls serve alike is not guessed. */
function servedBy(flow: string, endpoints: readonly ReadRow[]): string | undefined {
  const words = wordsOf(flow);
  const scored = endpoints
    .filter((row) => callOf(row).length > 0)
    .map((row) => ({
      name: row.text('name'),
      score: [...wordsOf(row.text('purpose'))].filter((word) => words.has(word)).length,
    }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  if (best === undefined || best.score === 0 || best.score === next?.score) return undefined;
  return best.name;
}

/** Short words say nothing about what a call does. */
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    slug(text, 200)
      .split('-')
      .filter((word) => word.length > 3),
  );
