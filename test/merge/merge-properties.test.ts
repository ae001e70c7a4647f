import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adopt, normalForm, type MergedFile } from '../../src/merge/index.js';
import { merged } from './merged.js';
import { changed, choices, drawFrom, randomSpec, written } from './random-specs.js';

/** Three random versions of a spec: as last generated, with hand edits (`hand1`), with new answers (`answer1`). */
function versions(numbers: readonly number[]): { base: string; mine: string; generated: string } {
  const draw = drawFrom(numbers);
  const spec = randomSpec(draw);
  return {
    base: written(spec),
    mine: written(changed(spec, draw, 'hand')),
    generated: written(changed(spec, draw, 'answer')),
  };
}

function sentencesSaying(text: string, by: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^(?:#+|-|\|) /, '').trim())
    .filter((line) => new RegExp(`${by}\\d`).test(line));
}

function lists(file: MergedFile, sentence: string): boolean {
  return file.blocks.some(
    ({ state, generated }) =>
      (state === 'withheld' || state === 'conflict') && generated?.includes(sentence) === true,
  );
}

/** The person's texts that conflict with a new one; a block the answers dropped is the person's own from then on. */
function open(file: MergedFile): readonly string[] {
  return file.blocks.flatMap(({ state, yours = '', generated }) =>
    state === 'conflict' && generated !== undefined ? [yours] : [],
  );
}

const RUNS = { numRuns: 2000 };

describe('merging random edits', () => {
  it('gives the new text when nobody edited', () => {
    fc.assert(
      fc.property(choices, (numbers) => {
        const { base, generated } = versions(numbers);
        const file = merged({ base, mine: base, generated });
        expect(normalForm(file.after)).toBe(normalForm(generated));
        expect(file.newBase).toBe(generated);
      }),
    );
  });

  it('gives the same without reading the blocks of an unedited text as with reading them', () => {
    fc.assert(
      fc.property(choices, (numbers) => {
        const { base, generated } = versions(numbers);
        const short = merged({ base, mine: base, generated });
        const long = merged({ base, mine: `${base}\n`, generated });
        expect(normalForm(long.after)).toBe(normalForm(short.after));
        expect(long.newBase).toBe(short.newBase);
        expect(long.blocks).toEqual(short.blocks);
      }),
    );
  });

  it('leaves the edited text byte for byte when the answers change nothing', () => {
    fc.assert(
      fc.property(choices, (numbers) => {
        const { base, mine } = versions(numbers);
        const file = merged({ base, mine, generated: base });
        expect(file.text).toBeUndefined();
        expect(file.newBase).toBe(base);
        expect(file.blocks.some(({ changes }) => changes)).toBe(false);
      }),
    );
  });

  it('gives what both sides came to, whatever the base says', () => {
    fc.assert(
      fc.property(choices, (numbers) => {
        const { base, generated } = versions(numbers);
        const file = merged({ base, mine: generated, generated });
        expect(file).toMatchObject({ state: 'unchanged', after: generated, newBase: generated });
      }),
    );
  });

  it('gives the same twice as once', () => {
    fc.assert(
      fc.property(choices, fc.constantFrom('markers' as const, 'keep' as const), (numbers, conflict) => {
        const { base, mine, generated } = versions(numbers);
        const once = merged({ base, mine, generated, conflict });
        const twice = merged({ base: once.newBase!, mine: once.after, generated, conflict });
        expect(twice.text).toBeUndefined();
        expect(twice.newBase).toBe(once.newBase);
        if (conflict === 'keep') expect(open(twice)).toEqual(open(once));
        else expect(twice.state === 'conflict').toBe(once.state === 'conflict');
      }),
      RUNS,
    );
  });

  it('loses no sentence that a person wrote', () => {
    fc.assert(
      fc.property(choices, fc.constantFrom('markers' as const, 'keep' as const), (numbers, conflict) => {
        const { base, mine, generated } = versions(numbers);
        const file = merged({ base, mine, generated, conflict });
        for (const sentence of sentencesSaying(mine, 'hand')) expect(file.after).toContain(sentence);
      }),
      RUNS,
    );
  });

  it('shows every new sentence of the answers, or lists it as withheld or in conflict', () => {
    fc.assert(
      fc.property(choices, fc.constantFrom('markers' as const, 'keep' as const), (numbers, conflict) => {
        const { base, mine, generated } = versions(numbers);
        const file = merged({ base, mine, generated, conflict });
        for (const sentence of sentencesSaying(generated, 'answer'))
          expect(file.after.includes(sentence) || lists(file, sentence)).toBe(true);
      }),
      RUNS,
    );
  });

  it('writes no sentence that neither side wrote', () => {
    fc.assert(
      fc.property(choices, (numbers) => {
        const { base, mine, generated } = versions(numbers);
        const known = new Set([base, mine, generated].flatMap((text) => text.split('\n')));
        const file = merged({ base, mine, generated });
        const markers = /^(?:<{7} yours|\|{7} last generated|={7}|>{7} new from answers)$/;
        for (const line of file.after.split('\n')) expect(known.has(line) || markers.test(line)).toBe(true);
      }),
      RUNS,
    );
  });

  it('never moves an edit to another requirement', () => {
    fc.assert(
      fc.property(choices, (numbers) => {
        const { base, mine, generated } = versions(numbers);
        const { after } = merged({ base, mine, generated });
        const owners = (text: string, by: string): ReadonlySet<string> =>
          new Set(
            [...text.matchAll(/^- `(REQ[^`]+)` (.*(?:\n {2}.*)*)/gm)].flatMap(([, id, says]) =>
              [...says!.matchAll(new RegExp(`${by}\\d+`, 'g'))].map(([mark]) => `${id!} ${mark}`),
            ),
          );
        const known = owners(mine, 'hand');
        for (const owner of owners(after, 'hand')) expect(known).toContain(owner);
      }),
      RUNS,
    );
  });

  it('comes to rest when a person takes either side of every conflict', () => {
    fc.assert(
      fc.property(choices, fc.boolean(), (numbers, takesNew) => {
        const { base, mine, generated } = versions(numbers);
        const torn = merged({ base, mine, generated });
        const settled = torn.after.replaceAll(
          /^<{7} yours\n([^]*?)^\|{7} last generated\n[^]*?^={7}\n([^]*?)^>{7} new from answers\n/gm,
          (_, yours: string, news: string) => (takesNew ? news : yours),
        );
        const file = merged({ base: torn.newBase!, mine: settled, generated });
        expect(file.state).not.toBe('conflict');
        for (const sentence of takesNew ? [] : sentencesSaying(mine, 'hand'))
          expect(file.after).toContain(sentence);
      }),
    );
  });

  it('adopts any text without changing a sentence of it', () => {
    fc.assert(
      fc.property(choices, (numbers) => {
        const { mine, generated } = versions(numbers);
        const { base } = adopt(mine, generated);
        const file = merged({ base, mine, generated });
        const lines = mine.split('\n').filter((line) => line !== '');
        for (const line of lines) expect(file.after.split('\n')).toContain(line);
      }),
    );
  });
});
