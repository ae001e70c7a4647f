import type { KeyHint } from '../../form/index.js';
import { lineWidth, paragraph, span, spread, type Block, type Line } from '../lines.js';
import { fitOf, narrower, type Pen } from '../pen.js';

const EXPECTED = 'saved';
const TALL = 20;

/** What stands at the bottom of every screen. */
export type FooterText = {
  readonly notice: string;
  readonly saved: string;
  readonly keys: readonly KeyHint[];
};

/** Draws the notice, a rule, and the keys that fit; the last key, which leads to all others, is always among them. */
export function drawFooter(text: FooterText, pen: Pen): Block {
  const inner = { ...pen, width: pen.width - 2 };
  const rule = [span(pen.glyphs.rule.repeat(pen.width), 'dim')];
  return {
    lines: [...statusLines(text, inner), rule, keysLine(text.keys, inner)].map((line) =>
      line === rule ? line : [span(' '), ...line],
    ),
  };
}

// “saved” is what is expected: it gives way to a notice that needs the room; a longer word of trouble does not.
function statusLines({ notice, saved }: FooterText, pen: Pen): readonly Line[] {
  const sign = span(notice === '' ? '' : `${pen.glyphs.severity.info} `, 'accent');
  const state = saved === '' ? [] : [span(saved, 'dim')];
  const told = [sign, span(notice)];
  const fits = lineWidth(told) + lineWidth(state) < pen.width;
  if (fits || saved.length > EXPECTED.length) return [spread(told, state, fitOf(pen))];
  const rows = paragraph(notice, fitOf(narrower(pen, 2), pen.rows >= TALL ? 2 : 1));
  return rows.map((line, row) => [row === 0 ? sign : span('  '), ...line]);
}

/** Draws as many keys as fit on one line. */
function keysLine(keys: readonly KeyHint[], pen: Pen): Line {
  const gap = span(` ${pen.glyphs.dot} `, 'dim');
  const last = keys.at(-1);
  if (last === undefined) return [];
  const tail = hint(last);
  let line: Line = [];
  for (const key of keys.slice(0, -1)) {
    const next = [...line, ...hint(key), gap];
    if (lineWidth(next) + lineWidth(tail) > pen.width) break;
    line = next;
  }
  return [...line, ...tail];
}

const hint = ({ keys, does }: KeyHint): Line => [span(keys, 'strong'), span(` ${does}`, 'dim')];
