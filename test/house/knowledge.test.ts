import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseIncidents } from '../../src/bank/index.js';
import { aBank } from '../helpers/a-bank.js';
import { readShipped, sound } from '../render/shipped.js';
import { exposedAt, exposures } from './exposure.js';
import { root } from './program.js';

const file = path.join('question-banks', 'incidents.yaml');
const incidents = sound(parseIncidents({ path: file, text: readFileSync(path.join(root, file), 'utf8') }));
const exposed = exposures(readShipped(root).bank, incidents);

describe('the incidents', () => {
  it('are each named by a question or a rule', () => {
    const unnamed = exposed.filter(({ by }) => by.length === 0).map(({ incident }) => incident.id);

    expect(exposed.length).toBeGreaterThan(100);
    expect(unnamed).toEqual([]);
  });

  it('are all exposed by the deep interview, and some by every shorter one', () => {
    const [quick, standard, deep] = (['quick', 'standard', 'deep'] as const).map((depth) =>
      exposedAt(exposed, depth),
    );

    expect(deep).toBe(incidents.length);
    expect(quick).toBeGreaterThan(0);
    expect(standard).toBeGreaterThan(quick ?? NaN);
  });

  it('are exposed by a rule only once all that it reads is asked', () => {
    const [incident] = incidents;
    if (incident === undefined) throw new Error('There is no incident.');
    const columns = [
      { id: 'name', kind: 'text', required: true },
      { id: 'interval', kind: 'quantity', dimension: 'duration', ask: 'later', depth: 'standard' },
    ];
    const bank = aBank()
      .question({ id: 'rec.rpo', kind: 'quantity', dimension: 'duration', depth: 'quick' })
      .question({ id: 'rec.backups', kind: 'table', key: 'name', columns, depth: 'quick' })
      .rule({
        id: 'rare',
        for: 'rec.backups',
        fires_when: 'row.interval > a.rec.rpo',
        incidents: [incident.id],
        examples: { fires: {}, quiet: {} },
      })
      .joined();

    expect(exposures(bank, [incident])[0]?.by).toEqual([{ kind: 'rule', id: 'rare', from: 'standard' }]);
  });
});
