import type { Overlay, OutlineLine } from '../../form/index.js';
import { padText, textWidth } from '../../kernel/index.js';
import { focusOf } from '../fields/pick.js';
import { stateWords } from '../glyphs.js';
import { blank, block, clipLine, span, stack, type Block, type Line } from '../lines.js';
import { around, fitOf, type Pen } from '../pen.js';
import { stateTone } from '../theme.js';

type Outline = Extract<Overlay, { type: 'outline' }>;

const STATE_WIDTH = Math.max(...Object.values(stateWords).map(textWidth)) + 2;

/** Draws all questions by section with how they stand; what is typed narrows them. */
export function drawOutline(outline: Outline, pen: Pen): Block {
  const isSpacious = pen.rows >= 12;
  const filter = isSpacious
    ? stack([block(blank), drawFilter(outline, pen), block(blank)])
    : drawFilter(outline, pen);
  const entries = outline.lines.map((line) => block(outlineLine(line, pen)));
  if (entries.length === 0)
    return stack([filter, block([span('  No question matches. Backspace widens the search.')])]);
  const room = { ...pen, rows: Math.max(1, pen.rows - filter.lines.length) };
  return stack([filter, around(entries, focusOf(outline.lines), { pen: room, beyond: outline })]);
}

function drawFilter({ filter }: Outline, pen: Pen): Block {
  const label = 'Find: ';
  const hint = filter === '' ? [span('type a word, a section or a state', 'dim')] : [];
  const line = clipLine([span(label, 'dim'), span(filter), ...hint], fitOf(pen));
  return { lines: [line], caret: { row: 0, column: Math.min(textWidth(label + filter), pen.width - 1) } };
}

function outlineLine(line: OutlineLine, pen: Pen): Line {
  const { glyphs, width } = pen;
  const fit = fitOf(pen);
  if (line.heading || line.state === 'heading') return clipLine([span(line.text, 'accent')], fit);
  const { state } = line;
  const focus = span(line.focused ? `${glyphs.focus} ` : '  ', 'accent');
  const mark = span(`${padText(glyphs.state[state], 1)} `, stateTone[state]);
  const isWide = width >= 56;
  const column = isWide ? Math.max(16, Math.floor((width - STATE_WIDTH) / 2)) : width - 4;
  const [text = span('')] = clipLine([span(line.text, line.focused ? 'strong' : tone(line))], {
    ...fit,
    width: column - 1,
  });
  const word = isWide ? [span(padText(stateWords[state], STATE_WIDTH), 'dim'), span(line.note, 'dim')] : [];
  return clipLine([focus, mark, { ...text, text: padText(text.text, column) }, ...word], fit);
}

const tone = ({ state }: OutlineLine) => (state === 'not-asked' ? 'dim' : 'plain');
