import type { FormView, ReviewLine } from '../../form/index.js';
import { padText } from '../../kernel/index.js';
import { focusOf } from '../fields/pick.js';
import { severityWords } from '../glyphs.js';
import {
  blank,
  block,
  clipLine,
  indent,
  paragraph,
  span,
  stack,
  type Block,
  type Line,
  type Span,
} from '../lines.js';
import { around, fitOf, narrower, type Pen } from '../pen.js';
import { severityTone } from '../theme.js';

type Review = Extract<FormView['screen'], { type: 'review' }>;

const SIGN_WIDTH = 12;

/** Draws what is left before the end: findings with the answers they quote, open questions, thin answers. */
export function drawReview(review: Review, pen: Pen): Block {
  const spacious = pen.rows >= 12;
  const summary = paragraph(review.summary, fitOf(pen, spacious ? 2 : 1), 'strong');
  const head = spacious ? [blank, ...summary, blank] : summary;
  const entries = review.lines.map((line) => reviewEntry(line, pen));
  const room = { ...pen, rows: Math.max(1, pen.rows - head.length) };
  return stack([block(...head), around(entries, focusOf(review.lines), { pen: room, beyond: review })]);
}

// Details of every line would bury the list: only the line under the focus shows its own.
function reviewEntry(line: ReviewLine, pen: Pen): Block {
  const focus = span(line.focused ? `${pen.glyphs.focus} ` : '  ', 'accent');
  const text = span(line.text, line.focused ? 'strong' : line.type === 'waived' ? 'dim' : 'plain');
  if (!line.focused) return block(clipLine([focus, sign(line, pen), text], fitOf(pen)));
  const lead = 2 + SIGN_WIDTH;
  const rows = paragraph(line.text, fitOf(narrower(pen, lead), 3), 'strong');
  const drawn = rows.map((row, at): Line =>
    at === 0 ? [focus, sign(line, pen), ...row] : [span(' '.repeat(lead)), ...row],
  );
  const detail = line.detail.flatMap((part) => paragraph(part, fitOf(narrower(pen, lead), 3), 'dim'));
  return stack([block(...drawn), indent(block(...detail), lead)]);
}

function sign(line: ReviewLine, { glyphs }: Pen): Span {
  const worded = (glyph: string, word: string, tone: Span['tone']) =>
    span(padText(`${glyph} ${word}`, SIGN_WIDTH), tone);
  switch (line.type) {
    case 'finding': {
      const severity = line.severity ?? 'info';
      return worded(glyphs.severity[severity], severityWords[severity], severityTone[severity]);
    }
    case 'open':
      return worded(glyphs.state.open, 'open', 'plain');
    case 'thin':
      return worded(glyphs.state.assumed, 'thin', 'plain');
    case 'waived':
      return worded(glyphs.state['not-applicable'], 'waived', 'dim');
    case 'unchecked':
      return worded(glyphs.state.unknown, 'unchecked', 'dim');
    case 'finish':
      return worded(glyphs.state.answered, 'finish', 'good');
  }
}
