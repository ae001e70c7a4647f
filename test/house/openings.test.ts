import { describe, expect, it } from 'vitest';
import { lintBank } from '../../src/bank/index.js';
import { shippedBank } from '../analysis/shipped-bank.js';
import { aBank } from '../helpers/a-bank.js';

describe('the openings of sections', () => {
  it('stand before every section of the shipped banks, each with a failure and an incident of its own', () => {
    const { sections } = shippedBank();
    const openings = sections.flatMap(({ opening }) => opening ?? []);

    expect(sections.filter(({ opening }) => opening === undefined).map(({ id }) => id)).toEqual([]);
    expect(new Set(openings.map(({ failure }) => failure)).size).toBe(sections.length);
    expect(new Set(openings.map(({ incident }) => incident)).size).toBe(sections.length);
  });

  it('are refused above 60 words, and when they name an incident that nobody told', () => {
    const opening = { failure: 'Lost data', says: 'word '.repeat(61), incident: 'nobody-1999' };
    const bank = aBank().section('rec', { opening }).question({ id: 'rec.rpo' }).joined();

    const codes = lintBank(bank, []).map(({ code }) => code);
    expect(codes).toContain('lint-opening-length');
    expect(codes).toContain('dangling-reference');
  });
});
