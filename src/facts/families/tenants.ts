import { figureFact } from '../define-fact.js';
import type { FactDefinition } from '../fact.js';
import { count, rate, share, thingOf, time } from '../figures.js';

const restore = figureFact({
  id: 'f.tenant_restore',
  title: 'Time to restore every tenant',
  unit: 'ms',
  needs: { tenants: 'mt.tenants', each: 'mt.restore_one', parallel: 'mt.restore_parallel' },
  reckon: ({ tenants, each, parallel }) => {
    const value = (tenants * each) / parallel;
    const formula = `${count(tenants)} × ${time(each)} / ${count(parallel)} = ${time(value)}`;
    return { value, text: time(value), formula };
  },
});

const rateSum = figureFact({
  id: 'f.tenant_rate_sum',
  title: 'Rate if every tenant uses its limit',
  unit: 'per second',
  needs: { tenants: 'mt.tenants', each: 'mt.tenant_rate' },
  reckon: ({ tenants, each }, read) => {
    const thing = thingOf(read.text('mt.tenant_rate'));
    const value = tenants * each;
    return {
      value,
      text: rate(value, thing),
      formula: `${count(tenants)} × ${rate(each, thing)} = ${rate(value, thing)}`,
    };
  },
});

const largest = figureFact({
  id: 'f.largest_tenant_rate',
  title: 'Rate of the largest tenant at peak',
  unit: 'per second',
  needs: { peak: 'traffic.peak_rate', part: 'mt.largest_share' },
  reckon: ({ peak, part }, read) => {
    const thing = thingOf(read.text('traffic.peak_rate'));
    const value = peak * part;
    return {
      value,
      text: rate(value, thing),
      formula: `${share(part)} × ${rate(peak, thing)} = ${rate(value, thing)}`,
    };
  },
});

/** Many tenants at once. */
export const tenantFacts: readonly FactDefinition[] = [restore, rateSum, largest];
