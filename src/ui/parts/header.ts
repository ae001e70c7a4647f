import type { FormView } from '../../form/index.js';
import { padText } from '../../kernel/index.js';
import { clipLine, lineWidth, span, spread, type Block, type Line } from '../lines.js';
import { fitOf, type Pen } from '../pen.js';

type Progress = FormView['progress'];

/** Draws what stands on top of every screen: whose spec, which section, how far, and a rule that fills up. */
export function drawHeader(view: FormView, where: string, pen: Pen): Block {
  const inner = { ...pen, width: pen.width - 2 };
  const into = span(` ${pen.glyphs.into} `, 'dim');
  const left: Line = [span(view.title, 'strong'), ...(where === '' ? [] : [into, span(where)])];
  const rights = progressTexts(view, pen).map((text): Line => [span(text, 'dim')]);
  const wanted = Math.min(lineWidth(left), Math.floor(inner.width / 2));
  const right = rights.find((line) => lineWidth(line) + 2 + wanted <= inner.width) ?? rights.at(-1) ?? [];
  const shown = withShortTitle(left, inner.width - lineWidth(right) - 1, inner);
  return { lines: [[span(' '), ...spread(shown, right, fitOf(inner))], progressRule(view.progress, pen)] };
}

const LEAST_TITLE = 8;

/** The name gives way first, from its end, as long as enough of it stays to be known. */
function withShortTitle(left: Line, room: number, { glyphs }: Pen): Line {
  const [title, ...rest] = left;
  const width = room - lineWidth(rest);
  if (title === undefined || lineWidth(left) <= room || width < LEAST_TITLE) return left;
  return [...clipLine([title], { width, ellipsis: glyphs.ellipsis }), ...rest];
}

/** A question has a place among the others; the review stands behind all of them and says how many are done. */
function progressTexts({ progress, screen }: FormView, { glyphs }: Pen): readonly string[] {
  const { done, total, requiredLeft, minutesLeft } = progress;
  const dot = ` ${glyphs.dot} `;
  const minutes = minutesLeft > 0 ? `about ${String(minutesLeft)} min left` : 'nothing open';
  const isBehind = screen.type === 'review';
  const position = isBehind ? done : progress.position;
  const where = `${String(position)} of ${String(total)}${isBehind ? ' done' : ''}`;
  const required = requiredLeft > 0 ? [`${String(requiredLeft)} required left`] : [];
  const short = `${String(position)}/${String(total)}`;
  return [
    [where, ...required, minutes].join(dot),
    [where, ...(requiredLeft > 0 ? required : [minutes])].join(dot),
    [short, ...required].join(dot),
    `${short}${dot}${String(minutesLeft)} min`,
    short,
  ];
}

function progressRule({ done, total }: Progress, { glyphs, width }: Pen): Line {
  const filled = total > 0 ? Math.floor((Math.min(done, total) / total) * width) : 0;
  const rest = width - filled;
  return [
    span(glyphs.ruleDone.repeat(filled), 'accent'),
    span(padText(glyphs.rule.repeat(rest), rest), 'dim'),
  ];
}
