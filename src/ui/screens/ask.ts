import type { AskView, GuideLine } from '../../form/index.js';
import { padText } from '../../kernel/index.js';
import { EDITOR_MARK } from '../fields/editor.js';
import { drawFieldView } from '../fields/field.js';
import { stateWords } from '../glyphs.js';
import { blank, block, indent, paragraph, span, type Block, type Line } from '../lines.js';
import { drawRefusal } from '../parts/refusal.js';
import { fitOf, fitPieces, narrower, type Pen } from '../pen.js';
import { stateTone } from '../theme.js';

// Long lines are hard to read: text stops here even on a wide screen.
const READING_WIDTH = 92;
const GAP = block(blank);

/** Draws one question with its field; what does not fit is left out, extras first, the question and its field never. */
export function drawAsk(ask: AskView, pen: Pen): Block {
  const text = { ...pen, width: Math.min(pen.width, READING_WIDTH) };
  // The form wraps text to the pen's width; the mark before it stands in the margin.
  const field = (rows: number) => drawFieldView(ask.field, { ...pen, width: pen.width + EDITOR_MARK, rows });
  return fitPieces(
    [
      { block: GAP, keep: 5 },
      { block: block(eyebrow(ask, pen)), keep: ask.state === 'open' && !ask.shared ? 2 : 9 },
      { block: block(...paragraph(ask.prompt, fitOf(text, 4), 'strong')), keep: Infinity },
      { block: block(...paragraph(ask.detail, fitOf(text, 3), 'dim')), keep: 4 },
      { block: GAP, keep: 6 },
      { block: field(Math.max(1, pen.rows)), keep: Infinity, redraw: field },
      { block: indent(underField(ask, narrower(text, 2)), 2), keep: ask.error === '' ? 7 : Infinity },
      ...sentencePieces(ask, text),
      ...(ask.guide === undefined ? examplePieces(ask, text) : guidePieces(ask.guide, text)),
    ],
    pen.rows,
  );
}

function eyebrow({ label, state, shared }: AskView, { glyphs }: Pen): Line {
  const badges = [
    ...(state === 'open' ? [] : [span(`${glyphs.state[state]} ${stateWords[state]}`, stateTone[state])]),
    ...(shared ? [span('for all specs of this repository', 'accent')] : []),
  ];
  const dot = span(` ${glyphs.dot} `, 'dim');
  return [span(label, 'dim'), ...badges.flatMap((badge) => [dot, badge])];
}

// One place for what the field says back: a refusal, or how the text was understood.
function underField({ error, echo }: AskView, pen: Pen): Block {
  if (error !== '') return drawRefusal(error, pen);
  return block(...paragraph(echo === '' ? '' : `${pen.glyphs.understood} ${echo}`, fitOf(pen, 2), 'dim'));
}

function sentencePieces({ sentence }: AskView, pen: Pen) {
  const { quoteOpen, quoteClose, bar } = pen.glyphs;
  const inner = narrower(pen, 4);
  const lines = paragraph(sentence === '' ? '' : `${quoteOpen}${sentence}${quoteClose}`, fitOf(inner, 3));
  const drawn = lines.map((line): Line => [span(`  ${bar} `, 'dim'), ...line]);
  return [
    { block: drawn.length > 0 ? GAP : block(), keep: 2.5 },
    { block: block(...drawn), keep: 3 },
  ];
}

function examplePieces({ example }: AskView, pen: Pen) {
  const lines = paragraph(example === '' ? '' : `For example: ${example}`, fitOf(narrower(pen, 2), 3), 'dim');
  return [
    { block: lines.length > 0 ? GAP : block(), keep: 0.5 },
    { block: indent(block(...lines), 2), keep: 1 },
  ];
}

const GUIDE_COLUMN = 8;

// The reason outlives the examples where room is short, and the words to look up go first.
const GUIDE_KEEPS: Readonly<Record<string, number>> = { Why: 3.8, Strong: 3.6, Weak: 3.4 };

function guidePieces(guide: readonly GuideLine[], pen: Pen) {
  const inner = narrower(pen, GUIDE_COLUMN + 2);
  const pieces = guide.map(({ title, text }) => {
    const lines = paragraph(text, fitOf(inner, 3), 'dim').map((line, row): Line => [
      span(`  ${padText(row === 0 ? title : '', GUIDE_COLUMN)}`, 'accent'),
      ...line,
    ]);
    return { block: block(...lines), keep: GUIDE_KEEPS[title] ?? 1 };
  });
  return [{ block: pieces.length > 0 ? GAP : block(), keep: 3.3 }, ...pieces];
}
