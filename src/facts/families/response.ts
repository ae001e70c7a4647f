import { figureFact } from '../define-fact.js';
import type { FactDefinition, FactInput, FactReader } from '../fact.js';
import { time } from '../figures.js';

type Slowest = { readonly value: number; readonly input: FactInput };

/** The slowest of the alerts that wake somebody; nothing while one of them does not say how fast it is. */
function slowestPage(read: FactReader): Slowest | undefined {
  const paging = read.rows('obs.alerts').filter((row) => row.text('route') === 'page');
  const found = paging.flatMap((row) => {
    const value = row.number('detected_within');
    return value === undefined ? [] : [{ value, input: row.input('detected_within') }];
  });
  if (found.length < paging.length) return undefined;
  return found.toSorted((a, b) => b.value - a.value)[0];
}

const detectTime = figureFact({
  id: 'f.detect_time',
  title: 'Time until the slowest page is sent',
  unit: 'ms',
  also: ['obs.alerts'],
  reckon: (_, read) => {
    const slowest = slowestPage(read);
    if (slowest === undefined) return undefined;
    const text = time(slowest.value);
    return { value: slowest.value, text, formula: `slowest paging alert = ${text}`, inputs: [slowest.input] };
  },
});

const incidentTime = figureFact({
  id: 'f.incident_time',
  title: 'Shortest time one incident lasts',
  unit: 'ms',
  needs: { acknowledge: 'ops.ack_time', diagnose: 'ops.diagnose_time' },
  also: ['obs.alerts'],
  reckon: ({ acknowledge, diagnose }, read) => {
    const slowest = slowestPage(read);
    if (slowest === undefined) return undefined;
    const value = slowest.value + acknowledge + diagnose;
    const formula = `${time(slowest.value)} to notice + ${time(acknowledge)} to answer + ${time(diagnose)} to find the cause = ${time(value)}`;
    return { value, text: time(value), formula, inputs: [slowest.input] };
  },
});

const badReleaseTime = figureFact({
  id: 'f.bad_release_time',
  title: 'Time a bad release lasts',
  unit: 'ms',
  needs: { back: 'rol.rollback_time' },
  also: ['obs.alerts'],
  reckon: ({ back }, read) => {
    const slowest = slowestPage(read);
    if (slowest === undefined) return undefined;
    const value = slowest.value + back;
    const formula = `${time(slowest.value)} to notice + ${time(back)} to roll back = ${time(value)}`;
    return { value, text: time(value), formula, inputs: [slowest.input] };
  },
});

/** How long it takes to see a fault and to act on it. */
export const responseFacts: readonly FactDefinition[] = [detectTime, incidentTime, badReleaseTime];
