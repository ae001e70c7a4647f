import { figureFact } from '../define-fact.js';
import type { FactDefinition, FactReader } from '../fact.js';
import { count, currencyOf, DAY_SECONDS, money, rate, share, thingOf, time } from '../figures.js';

const TOKENS = { peak: 'traffic.peak_rate', input: 'llm.tokens_in', output: 'llm.tokens_out' } as const;

const throughput = figureFact({
  id: 'f.tokens_per_second',
  title: 'Tokens at peak',
  unit: 'tokens per second',
  needs: TOKENS,
  reckon: ({ peak, input, output }, read) => {
    const value = peak * (input + output);
    const text = rate(value, 'token/min');
    const arriving = rate(peak, thingOf(read.text('traffic.peak_rate')));
    return { value, text, formula: `${arriving} × (${count(input)} + ${count(output)}) = ${text}` };
  },
});

const quotaShare = figureFact({
  id: 'f.token_quota_share',
  title: 'Part of the token quota that the peak takes',
  unit: 'fraction',
  needs: { ...TOKENS, quota: 'llm.token_quota' },
  reckon: ({ peak, input, output, quota }) => {
    const used = peak * (input + output);
    const value = used / quota;
    const formula = `${rate(used, 'token/min')} / ${rate(quota, 'token/min')} = ${share(value)}`;
    return { value, text: share(value), formula };
  },
});

const latency = figureFact({
  id: 'f.model_latency',
  title: 'Time for a whole answer',
  unit: 'ms',
  needs: { first: 'llm.first_token', output: 'llm.tokens_out', speed: 'llm.output_rate' },
  reckon: ({ first, output, speed }) => {
    const value = first + (output / speed) * 1000;
    const formula = `${time(first)} + ${count(output)} / ${rate(speed, 'token/s')} = ${time(value)}`;
    return { value, text: time(value), formula };
  },
});

const room = figureFact({
  id: 'f.context_room',
  title: 'Room left in the context window',
  unit: 'tokens',
  needs: { limit: 'llm.context_limit', input: 'llm.tokens_in_p99', output: 'llm.tokens_out' },
  reckon: ({ limit, input, output }) => {
    const value = limit - input - output;
    return {
      value,
      text: count(value),
      formula: `${count(limit)} − ${count(input)} − ${count(output)} = ${count(value)}`,
    };
  },
});

const COST = { average: 'traffic.average_rate', each: 'llm.request_cost' } as const;

const costDay = figureFact({
  id: 'f.model_cost_day',
  title: 'Cost of the model per day',
  unit: 'money per day',
  needs: COST,
  reckon: ({ average, each }, read) => {
    const currency = currencyOf(read.text('llm.request_cost'));
    if (currency === undefined) return undefined;
    const requests = average * DAY_SECONDS;
    const value = requests * each;
    const formula = `${count(requests)} × ${money(each, currency)} = ${money(value, currency)}`;
    return { value, text: `${money(value, currency)} a day`, formula };
  },
});

/** The cap for one day: a price per period is stored per month of thirty days. */
function capOf(read: FactReader): { readonly perDay: number; readonly currency: string } | undefined {
  const cap = read.number('llm.daily_cap');
  const stored = read.text('llm.daily_cap');
  const currency = currencyOf(stored);
  if (cap === undefined || currency === undefined) return undefined;
  return { perDay: stored?.includes('/') === true ? cap / 30 : cap, currency };
}

const costShare = figureFact({
  id: 'f.model_cost_share',
  title: 'Part of the daily cap that the model takes',
  unit: 'fraction',
  needs: COST,
  also: ['llm.daily_cap'],
  reckon: ({ average, each }, read) => {
    const cap = capOf(read);
    if (cap === undefined || currencyOf(read.text('llm.request_cost')) !== cap.currency) return undefined;
    const cost = average * DAY_SECONDS * each;
    const value = cost / cap.perDay;
    const formula = `${money(cost, cap.currency)} / ${money(cap.perDay, cap.currency)} = ${share(value)}`;
    return { value, text: share(value), formula, inputs: [read.input('llm.daily_cap')] };
  },
});

/** Tokens, time and money of a model. */
export const modelFacts: readonly FactDefinition[] = [
  throughput,
  quotaShare,
  latency,
  room,
  costDay,
  costShare,
];
