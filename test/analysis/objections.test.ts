import { describe, expect, it } from 'vitest';
import { objectionFindings } from '../../src/analysis/objections.js';
import { situationOf, type StoredProbe, type Waiver } from '../../src/interview/index.js';
import { analysed, aSession, said } from './a-session.js';
import { smallBank } from './small-bank.js';

const waiver = (finding: string, given: Waiver['given'] = { 'rec.rpo': '5 min' }): Waiver => ({
  ...{ finding, given, reason: 'Agreed.', owner: 'payments', until: '2027-03-01' },
});
const asks = 'What if both copies are lost?';
const probe: StoredProbe = { id: 'model.a1', asks, about: ['rec.rpo', 'rec.rto'], by: 'qwen3' };

function objections(probes: readonly StoredProbe[], waivers: readonly Waiver[]) {
  const answers = { 'rec.rpo': said({ value: '5 min', source: 'estimate' }) };
  const session = aSession(smallBank(), answers, { probes, waivers });
  return objectionFindings(session, situationOf(session));
}

describe('an objection of a model', () => {
  it('is a finding once somebody accepted it, with the answers it is about', () => {
    expect(objections([probe], [waiver('model.a1')])).toEqual([
      {
        id: 'model.a1',
        rule: 'model',
        section: 'rec',
        severity: 'med',
        class: 'risk',
        title: asks,
        why: 'A model objected (qwen3).',
        probe: asks,
        incidents: [],
        quotes: [
          { id: 'rec.rpo', label: 'Loss', text: '5 min', source: 'estimate' },
          { id: 'rec.rto', label: 'Recovery target', text: 'not answered yet' },
        ],
      },
    ]);
  });

  it('of nobody known and about nothing says so', () => {
    expect(objections([{ id: 'model.a1', asks, about: [] }], [waiver('model.a1')])).toMatchObject([
      { section: '', why: 'A model objected (unnamed).', quotes: [] },
    ]);
  });

  it('stands in the order in which it was accepted', () => {
    const second = { ...probe, id: 'model.b2' };
    const ids = objections([probe, second], [waiver('model.b2'), waiver('model.a1')]).map(({ id }) => id);

    expect(ids).toEqual(['model.b2', 'model.a1']);
  });

  it.each<[string, readonly StoredProbe[], readonly Waiver[]]>([
    ['nobody accepted it', [probe], []],
    ['another one was accepted', [probe], [waiver('model.b2')]],
    ['a rule said it', [{ ...probe, id: 'rule.a1' }], [waiver('rule.a1')]],
    ['what a model asked is not known any more', [], [waiver('model.a1')]],
    ['it was answered', [{ ...probe, answer: { status: 'answered', value: 'No.' } }], [waiver('model.a1')]],
    [
      'it was answered as a follow-up question',
      [probe, { ...probe, id: 'rule.model.a1', answer: { status: 'unknown' } }],
      [waiver('model.a1')],
    ],
  ])('is no finding when %s', (_, probes, waivers) => {
    expect(objections(probes, waivers)).toEqual([]);
  });

  it('is still a finding when another one was answered', () => {
    const other: StoredProbe = { ...probe, id: 'model.b2', answer: { status: 'answered', value: 'No.' } };

    expect(objections([probe, other], [waiver('model.a1')]).map(({ id }) => id)).toEqual(['model.a1']);
  });

  it('is listed as waived, and opens again when its answers change', () => {
    const bank = smallBank();
    const saved = { probes: [{ ...probe, about: ['rec.rpo'] }], waivers: [waiver('model.a1')] };
    const before = analysed(bank, { 'rec.rpo': '5 min' }, saved).findings;
    const after = analysed(bank, { 'rec.rpo': '6 min' }, saved).findings;

    expect(before).toMatchObject([{ id: 'model.a1', waiver: waiver('model.a1') }]);
    expect(after).toMatchObject([{ id: 'model.a1', reopened: true }]);
    expect(after[0]?.waiver).toBeUndefined();
  });
});
