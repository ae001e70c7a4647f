import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/index.js';
import { openSession, situationOf, type RawSaved } from '../../src/interview/index.js';
import { normalForm } from '../../src/merge/index.js';
import { buildSpec } from '../../src/spec/index.js';
import { readShipped, renderAll, type Shipped } from '../render/shipped.js';
import { editedBy } from './human-edits.js';
import { merged } from './merged.js';
import { choices, drawFrom, type Draw } from './random-specs.js';

const shipped = readShipped(path.join(import.meta.dirname, '..', '..'));
// A hundred pairs over short specs in the short form, two thousand over all of them in the proof.
const PAIRS = Number(process.env['SPEC_INTERVIEW_PAIRS'] ?? 100);
const SHORT = 40;
const CASES = shipped.cases.filter(({ raw }) => PAIRS > 100 || raw.answers.size < SHORT);
const PATIENCE = 3_600_000;

const SHOWN: readonly string[] = ['spec', 'brief'];

/** The Markdown of a set of answers, all files after each other. */
function rendered({ bank, formats }: Shipped, saved: RawSaved): readonly string[] {
  const { session } = openSession({ bank, mode: 'spec', saved, context: new Map() });
  const document = buildSpec(session, analyse(session, situationOf(session)));
  const wanted = formats.filter(({ id }) => SHOWN.includes(id));
  return renderAll(document, wanted, 'one').map(({ text }) => text);
}

/** Answers of which some were given otherwise, taken back, lost a row, or were put in another order. */
function changedAnswers(draw: Draw, saved: RawSaved): RawSaved {
  const answers = new Map(saved.answers);
  const ids = [...answers.keys()].filter((id) => !id.startsWith('arc.'));
  for (let times = 1 + draw(4); times > 0; times -= 1) {
    const id = ids[draw(ids.length)]!;
    const answer = answers.get(id);
    if (answer === undefined || draw(5) === 0) answers.delete(id);
    else answers.set(id, { ...answer, raw: otherwise(draw, answer.raw) });
  }
  return { ...saved, answers };
}

function otherwise(draw: Draw, raw: unknown): unknown {
  if (typeof raw === 'string')
    return /\d/.test(raw)
      ? raw.replace(/\d+/, String(1 + draw(9000)))
      : `${raw.replace(/\.$/, '')} answer${String(draw(9))}`;
  if (!Array.isArray(raw)) return typeof raw === 'object' && raw !== null ? cellChanged(draw, raw) : raw;
  const items: readonly unknown[] = raw;
  if (items.length === 0) return items;
  if (items.length < 2 || draw(2) === 0) return items.with(0, otherwise(draw, items[0]));
  return draw(2) === 0 ? items.slice(1) : items.toReversed();
}

function cellChanged(draw: Draw, row: object): unknown {
  const cells = Object.entries(row).filter(([column]) => column !== 'id');
  const [column, value] = cells[draw(Math.max(1, cells.length))] ?? [];
  return column === undefined ? row : { ...row, [column]: otherwise(draw, value) };
}

const first = new Map(CASES.map(({ raw, caseInfo }) => [caseInfo.id, rendered(shipped, raw)]));

describe('a person edits a rendered document and answers change', { timeout: PATIENCE }, () => {
  it('R3: no sentence of the person disappears, and merging obeys its three identities', () => {
    let clashes = 0;
    let merges = 0;
    const pair = (numbers: readonly number[], conflict: 'markers' | 'keep') => {
      const draw = drawFrom(numbers);
      const { raw, caseInfo } = CASES[draw(CASES.length)]!;
      const file = draw(SHOWN.length);
      const base = first.get(caseInfo.id)![file]!;
      const generated = rendered(shipped, changedAnswers(draw, raw))[file]!;
      const { text: mine, wrote } = editedBy(draw, base);
      const result = merged({ base, mine, generated, conflict });
      for (const sentence of wrote) expect(result.after, sentence).toContain(sentence);
      if (result.state === 'conflict') clashes += 1;
      if (result.state === 'merged') merges += 1;
      if (draw(4) === 0) expectIdentities({ base, mine, generated });
      const twice = merged({ base: result.newBase!, mine: result.after, generated, conflict });
      expect(twice.text).toBeUndefined();
    };
    const styles = fc.constantFrom('markers' as const, 'keep' as const);
    fc.assert(fc.property(choices, styles, pair), { numRuns: PAIRS, endOnFailure: true });
    expect(merges).toBeGreaterThan(PAIRS / 10);
    expect(clashes).toBeGreaterThan(0);
  });
});

type Three = { readonly base: string; readonly mine: string; readonly generated: string };

/** Nobody edited: the new text. The answers changed nothing: the person's text, byte for byte. Both did the same: that. */
function expectIdentities({ base, mine, generated }: Three): void {
  expect(normalForm(merged({ base, mine: base, generated }).after)).toBe(normalForm(generated));
  expect(merged({ base, mine, generated: base }).after).toBe(mine);
  expect(normalForm(merged({ base, mine: generated, generated }).after)).toBe(normalForm(generated));
}
