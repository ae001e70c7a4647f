import type { KeyHint } from '../../form/index.js';
import { lineWidth, span, spread, type Block, type Line } from '../lines.js';
import { fitOf, type Pen } from '../pen.js';

/** What stands at the bottom of every screen. */
export type FooterText = {
  readonly notice: string;
  readonly saved: string;
  readonly keys: readonly KeyHint[];
};

/** Draws the notice, a rule, and the keys that fit; the last key, which leads to all others, is always among them. */
export function drawFooter({ notice, saved, keys }: FooterText, pen: Pen): Block {
  const inner = { ...pen, width: pen.width - 2 };
  const told = notice === '' ? [] : [span(`${pen.glyphs.severity.info} `, 'accent'), span(notice)];
  const status = spread(told, saved === '' ? [] : [span(saved, 'dim')], fitOf(inner));
  const rule = [span(pen.glyphs.rule.repeat(pen.width), 'dim')];
  return { lines: [[span(' '), ...status], rule, [span(' '), ...keysLine(keys, inner)]] };
}

/** Draws as many keys as fit on one line. */
export function keysLine(keys: readonly KeyHint[], pen: Pen): Line {
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
