import { describe, expect, it } from 'vitest';
import type { Waiver } from '../../src/interview/index.js';
import { givenFor } from '../../src/analysis/index.js';
import { analysed, analysisOf, aSession, onlyFinding } from './a-session.js';
import { dependencies, smallBank } from './small-bank.js';

const slowCall = {
  id: 'slow-call',
  for: 'dep.dependencies',
  fires_when: "row.timeout > q('1 s') && a.rec.rto > q('1 s')",
  probe: 'Why may {row.name} take {row.timeout}?',
};
const given = { 'dep.dependencies': dependencies, 'rec.rto': '1 h' };

function waiverFor(answers: Readonly<Record<string, unknown>>, bank = smallBank(slowCall)): Waiver {
  const session = aSession(bank, answers);
  const finding = analysisOf(session).findings[0]!;
  return {
    finding: finding.id,
    reason: 'Agreed.',
    owner: 'payments',
    until: '2027-03-01',
    given: givenFor(finding, session),
  };
}

describe('a waiver', () => {
  it('keeps the text of every answer its finding quotes, cell by cell', () => {
    expect(waiverFor(given).given).toEqual({ 'dep.dependencies.mail.timeout': '10 s', 'rec.rto': '1 h' });
  });

  it('goes with its finding while those answers stand', () => {
    const waiver = waiverFor(given);
    const finding = onlyFinding(analysed(smallBank(slowCall), given, { waivers: [waiver] }));
    expect(finding.waiver).toEqual(waiver);
    expect(finding.reopened).toBeUndefined();
  });

  it('survives changes elsewhere in the table', () => {
    const changed = {
      ...given,
      'dep.dependencies': dependencies.map((row) =>
        row.id === 'redis' ? { ...row, timeout: '60 ms' } : row,
      ),
    };
    expect(
      onlyFinding(analysed(smallBank(slowCall), changed, { waivers: [waiverFor(given)] })).waiver,
    ).toBeDefined();
  });

  it('reopens when one of its answers changes', () => {
    const finding = onlyFinding(
      analysed(smallBank(slowCall), { ...given, 'rec.rto': '2 h' }, { waivers: [waiverFor(given)] }),
    );
    expect(finding).toMatchObject({ reopened: true });
    expect(finding.waiver).toBeUndefined();
  });

  it('reopens when the finding comes to rest on an answer that was not there', () => {
    const { 'rec.rto': left, ...cell } = waiverFor(given).given;
    expect(left).toBe('1 h');
    const waiver = { ...waiverFor(given), given: cell };
    expect(onlyFinding(analysed(smallBank(slowCall), given, { waivers: [waiver] })).reopened).toBe(true);
  });

  it('of a default holds when the default is confirmed as it is', () => {
    const rule = { id: 'long', fires_when: "a.rec.restore > q('1 h')" };
    const waiver = waiverFor({}, smallBank(rule));
    expect(waiver.given).toEqual({ 'rec.restore': '4 h' });
    const confirmed = analysed(smallBank(rule), { 'rec.restore': '4 h' }, { waivers: [waiver] });
    expect(onlyFinding(confirmed).waiver).toBeDefined();
  });

  it('covers what was merged into its finding, and nothing that came later', () => {
    const twin = { ...slowCall, id: 'twin', severity: 'med', merges_with: ['slow-call'] };
    const bank = smallBank(slowCall, twin);
    const waiver = waiverFor(given, bank);
    const merged = onlyFinding(analysed(bank, given, { waivers: [waiver] }));
    expect(merged.waiver).toBeDefined();
    expect(merged.merged).toHaveLength(1);
    const wider = { ...twin, fires_when: "row.timeout > q('1 s') && a.rec.rpo > q('1 s')" };
    const both = analysed(smallBank(slowCall, wider), { ...given, 'rec.rpo': '1 h' }, { waivers: [waiver] });
    expect(both.findings.map(({ id, waiver: held }) => [id, held !== undefined])).toEqual([
      ['slow-call.mail', true],
      ['twin.mail', false],
    ]);
  });
});

describe('probes', () => {
  it('ask what the finding asks, about the answers it quotes', () => {
    expect(analysed(smallBank(slowCall), given).probes).toEqual([
      {
        id: 'rule.slow-call.mail',
        asks: 'Why may Mail provider take 10 s?',
        about: ['dep.dependencies.mail.timeout', 'rec.rto'],
        severity: 'high',
      },
    ]);
  });

  it('are not asked of a waived finding, and again once it reopens', () => {
    const waivers = [waiverFor(given)];
    expect(analysed(smallBank(slowCall), given, { waivers }).probes).toEqual([]);
    expect(analysed(smallBank(slowCall), { ...given, 'rec.rto': '2 h' }, { waivers }).probes).toHaveLength(1);
  });

  it('are not asked again once answered or dismissed', () => {
    const stored = { id: 'rule.slow-call.mail', asks: 'Why?', about: [] };
    const answer = { status: 'answered', value: 'It is slow.' } as const;
    for (const probe of [
      { ...stored, answer },
      { ...stored, dismissed: true },
    ]) {
      const analysis = analysed(smallBank(slowCall), given, { probes: [probe] });
      expect(analysis.probes).toEqual([]);
      expect(analysis.findings).toHaveLength(1);
    }
  });

  it('are at most three of a section, the worst first, those already settled included', () => {
    const rules = ['med', 'high', 'med', 'block', 'info'].map((severity, index) => ({
      id: `r${String(index)}`,
      severity,
      fires_when: "a.rec.rto > q('1 s')",
    }));
    const bank = smallBank(...rules);
    expect(analysed(bank, given).probes.map(({ id }) => id)).toEqual(['rule.r3', 'rule.r1', 'rule.r0']);
    const probes = [{ id: 'rule.r3', asks: '', about: [], dismissed: true }];
    expect(analysed(bank, given, { probes }).probes.map(({ id }) => id)).toEqual(['rule.r1', 'rule.r0']);
  });

  it('are at most twelve in all', () => {
    const sections = Array.from({ length: 6 }, (_, index) => `s${String(index)}`);
    const rules = sections.flatMap((section) =>
      [1, 2, 3, 4].map((n) => ({ id: `${section}-${String(n)}`, fires_when: "a.rec.rto > q('1 s')" })),
    );
    const small = smallBank(...rules);
    const spread = small.rules.map((rule) => ({ ...rule, section: rule.id.slice(0, 2) }));
    const bank = { ...small, rules: spread, rule: (id: string) => spread.find((rule) => rule.id === id) };
    const { probes, findings } = analysed(bank, given);
    expect(findings).toHaveLength(24);
    expect(probes).toHaveLength(12);
  });
});
