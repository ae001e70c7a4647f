import { describe, expect, it } from 'vitest';
import type { RawSaved } from '../../src/interview/index.js';
import { root } from '../house/program.js';
import { singleChanges } from './changed.js';
import { documentOf, readShipped, specText } from './shipped.js';

const shipped = readShipped(root);

// Deep specs have hundreds of values, and each change renders the whole spec: the short form tries some of them.
const STRIDE = Number(process.env['SPEC_INTERVIEW_CHANGE_STRIDE'] ?? 25);

describe('the rendered cases', () => {
  it.each(shipped.cases)(
    'show a change of any one number, option or yes of $caseInfo.id',
    ({ raw }) => {
      const specOf = (saved: RawSaved): string => specText(shipped, documentOf(shipped.bank, saved));
      const whole = specOf(raw);
      const all = singleChanges(shipped.bank, raw);
      const changes = raw.depth === 'deep' ? all.filter((_, at) => at % STRIDE === 0) : all;
      const silent = changes.filter(({ saved }) => specOf(saved) === whole);

      expect(all.length).toBeGreaterThan(10);
      expect(silent.map(({ at }) => at)).toEqual([]);
    },
    600_000,
  );
});
