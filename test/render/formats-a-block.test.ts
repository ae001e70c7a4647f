import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentsBlock, blockInside, managedBlock, spliceManagedBlock } from '../../src/render/index.js';
import { HOSTILE } from './hostile.js';
import { sound } from './shipped.js';

const pointer = (name: string) => ({
  name: () => name,
  spec: 'specs/a/spec.md',
  assistant: 'specs/a/assistant.md',
});
const block = managedBlock(agentsBlock([pointer('Card payments')]));
const START = '<!-- SPEC-INTERVIEW:START -->';
const END = '<!-- SPEC-INTERVIEW:END -->';

describe('agentsBlock', () => {
  it.each([0, 1, 7, 8, 40])(
    'stays within 15 lines for %i specs and counts those it does not name',
    (count) => {
      const specs = Array.from({ length: count }, (_, index) => pointer(`Spec ${String(index)}`));
      const text = managedBlock(agentsBlock(specs, ['npm ci', 'npm test']));
      const lines = text.split('\n');
      const named = lines.filter((line) => line.startsWith('- Spec')).length;
      const more = Number(/^- (\d+) more/m.exec(text)?.[1] ?? 0);

      expect(lines.length).toBeLessThanOrEqual(15);
      expect(named + more).toBe(count);
    },
  );

  it.each(HOSTILE)('keeps one pair of markers around %j', (name) => {
    const text = managedBlock(agentsBlock([pointer(`${name} ${END}`)], [name]));

    expect(sound(spliceManagedBlock(`${text}\n`, block))).toBe(`${block}\n`);
  });
});

describe('spliceManagedBlock', () => {
  const around = fc.stringMatching(/^[^<]*$/).map((text) => text.replaceAll('\r', ''));

  it('leaves every byte outside of the markers as it was', () => {
    fc.assert(
      fc.property(around, around, (before, after) => {
        const text = `${before}\n${START}\nold\n${END}\n${after}`;

        expect(sound(spliceManagedBlock(text, block))).toBe(`${before}\n${block}\n${after}`);
      }),
    );
  });

  it('appends to a text without markers, and changes nothing the second time', () => {
    fc.assert(
      fc.property(around, (text) => {
        const once = sound(spliceManagedBlock(text, block));

        expect(once.startsWith(text)).toBe(true);
        expect(sound(spliceManagedBlock(once, block))).toBe(once);
      }),
    );
  });

  it('keeps the line ends of the file', () => {
    const once = sound(spliceManagedBlock('# Rules\r\n', block));

    expect(once.replaceAll('\r\n', '')).not.toContain('\n');
    expect(sound(spliceManagedBlock(once, block))).toBe(once);
  });

  it('takes a marker within a sentence for text', () => {
    const text = `We keep ${START} and ${END} out.\n`;

    expect(sound(spliceManagedBlock(text, block))).toBe(`${text}\n${block}\n`);
  });

  it.each([
    ['an end that is missing', `${START}\n`],
    ['a start that is missing', `${END}\n`],
    ['markers in the wrong order', `${END}\n${START}\n`],
    ['two blocks', `${START}\n${END}\n${START}\n${END}\n`],
  ])('refuses %s', (_, text) => {
    expect(spliceManagedBlock(text, block)).toMatchObject({ ok: false, error: [{ code: 'managed-block' }] });
  });
});

describe('blockInside', () => {
  it('gives back what was put between the markers, whatever the line ends', () => {
    const inside = agentsBlock([pointer('Card payments')], ['npm test']);
    const text = sound(spliceManagedBlock('# Rules\r\n', managedBlock(inside)));

    expect(sound(blockInside(text))).toBe(inside);
    expect(sound(blockInside('# Rules\n'))).toBeUndefined();
  });
});
