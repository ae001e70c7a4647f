import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requirementDelta } from '../../src/spec/delta.js';

const one = { id: 'REQ-REC-001', text: 'The system SHALL serve 99.9 %.' };
const two = { id: 'REQ-REC-002', text: 'The system SHALL come back within 5 min.' };

describe('the delta of requirements', () => {
  it('is empty when nothing changed, whatever the order', () => {
    expect(requirementDelta([one, two], [two, one])).toEqual({ added: [], modified: [], removed: [] });
  });

  it('tells added, modified and removed requirements apart by id', () => {
    const stricter = { ...one, text: 'The system SHALL serve 99.99 %.' };
    const three = { id: 'REQ-REC-003.redis', text: 'The system SHALL do without Redis.' };
    expect(requirementDelta([one, two], [three, stricter])).toEqual({
      added: [three],
      modified: [{ id: one.id, before: one.text, after: stricter.text }],
      removed: [two],
    });
  });

  it('lists requirements in order of id', () => {
    expect(requirementDelta([], [two, one]).added).toEqual([one, two]);
  });

  it('leads from the old requirements to the new ones', () => {
    const id = fc.constantFrom('REQ-A-001', 'REQ-A-002', 'REQ-B-001', 'REQ-B-001.x', '__proto__');
    const list = fc.uniqueArray(fc.record({ id, text: fc.string() }), { selector: (item) => item.id });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const { added, modified, removed } = requirementDelta(before, after);
        const texts = new Map<string, string>(before.map((item) => [item.id, item.text]));
        for (const item of removed) texts.delete(item.id);
        for (const item of added) texts.set(item.id, item.text);
        for (const item of modified) texts.set(item.id, item.after);
        expect(texts).toEqual(new Map(after.map((item) => [item.id, item.text])));
      }),
    );
  });
});
