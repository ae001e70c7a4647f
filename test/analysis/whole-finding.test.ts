import { describe, expect, it } from 'vitest';
import { analysed, onlyFinding, said } from './a-session.js';
import { dependencies, smallBank } from './small-bank.js';

const whole = {
  ...{ id: 'slow', severity: 'block', class: 'numeric', incidents: ['acme-1999'] },
  fires_when: "a.rec.rto > q('1 h')",
  title: '{row.name} takes {row.timeout}',
  why: 'All of {a.rec.rto} is lost on {row.name}.',
  probe: 'Why {row.timeout}?',
};
const slow = {
  ...{ ...whole, for: 'dep.dependencies' },
  fires_when: "row.timeout > q('1 s') && a.rec.rto > q('1 h')",
};
const answers = { 'dep.dependencies': dependencies, 'rec.rto': said({ value: '2 h', source: 'guess' }) };
const quotes = [
  {
    ...{ id: 'dep.dependencies.mail.timeout', label: 'Mail provider: Time-out', text: '10 s' },
  },
  { id: 'rec.rto', label: 'Recovery target', text: '2 h', source: 'guess' },
];

describe('a whole finding', () => {
  it('of a row has everything that is known of it, and nothing else', () => {
    expect(onlyFinding(analysed(smallBank(slow), answers))).toEqual({
      ...{ id: 'slow.mail', rule: 'slow', row: 'mail', section: 'arc', severity: 'block', class: 'numeric' },
      title: 'Mail provider takes 10 s',
      why: 'All of 2 h is lost on Mail provider.',
      probe: 'Why 10 s?',
      incidents: ['acme-1999'],
      quotes,
    });
  });

  it('of the whole has no row', () => {
    const rule = { ...whole, severity: 'high', class: 'risk', incidents: [], title: 'It is slow' };
    const finding = onlyFinding(analysed(smallBank(rule), answers));

    expect(finding).toEqual({
      ...{ id: 'slow', rule: 'slow', section: 'arc', severity: 'high', class: 'risk', title: 'It is slow' },
      why: 'All of 2 h is lost on not stated.',
      probe: 'Why not stated?',
      incidents: [],
      quotes: quotes.slice(1),
    });
  });

  it('says by how much and for which reasons it was lowered', () => {
    const at = (tier: string) => {
      const finding = onlyFinding(analysed(smallBank(whole), { ...answers, 'arc.tier': tier }));
      return [finding.severity, finding.lowered];
    };

    expect(at('T1')).toEqual([
      'high',
      'Lowered from block to high, because every figure behind it is an estimate, a guess or an assumption.',
    ]);
    expect(at('T2')).toEqual(['high', 'Lowered from block to high, because the tier is T2.']);
  });
});

describe('the words of several options', () => {
  it('stand in a sentence without their capital, and at its start with it', () => {
    const rule = { id: 'both', fires_when: "'worker' in a.arc.archetypes" };
    const title = (text: string) =>
      onlyFinding(analysed(smallBank({ ...rule, title: text }), { 'arc.archetypes': ['http-api', 'worker'] }))
        .title;

    expect(title('So {a.arc.archetypes} there')).toBe('So it is http-api, It is worker there');
    expect(title('{a.arc.archetypes} there')).toBe('It is http-api, It is worker there');
  });

  it('agree with the number before them', () => {
    const rule = { id: 'slow', fires_when: "a.rec.rto > q('1 s')" };
    const bank = smallBank({ ...rule, title: 'It waits {a.rec.rto} long, {a.rec.note} calls' });

    expect(onlyFinding(analysed(bank, { 'rec.rto': '2 h', 'rec.note': 'one. ' })).title).toBe(
      'It waits 2 h long, one calls',
    );
  });
});
