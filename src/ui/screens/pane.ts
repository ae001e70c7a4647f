import type { PaneView } from '../../form/index.js';
import { severityWords } from '../glyphs.js';
import { blank, paragraph, span, type Line } from '../lines.js';
import { fitOf, narrower, type Pen } from '../pen.js';
import { severityTone } from '../theme.js';

/** Draws what belongs beside a question: the person's own notes, the coach's lines, findings with what they quote, figures with their formula, the spec so far. */
export function paneLines(whole: PaneView, pen: Pen, limit = Infinity): readonly Line[] {
  const pane = firstOf(whole, limit);
  const parts = [
    titled('From your notes', noteLines(pane, pen)),
    titled('Spec so far', sentenceLines(pane, pen)),
    titled('To think about', coachLines(pane, pen)),
    titled(`Findings (${String(whole.findings.length)})`, findingLines(pane, pen)),
    titled('Worked out', factLines(pane, pen)),
    paragraph(pane.unchecked, fitOf(pen, 2), 'dim'),
  ].filter((lines) => lines.length > 0);
  if (parts.length === 0)
    return paragraph(
      'Findings, figures and sentences of the spec appear here as you answer.',
      fitOf(pen),
      'dim',
    );
  return parts.flatMap((lines, at) => (at === 0 ? lines : [blank, ...lines]));
}

// Beside a question no more is laid out than could be seen.
const firstOf = (pane: PaneView, limit: number): PaneView => ({
  ...pane,
  findings: pane.findings.slice(0, limit),
  facts: pane.facts.slice(0, limit),
  sentences: pane.sentences.slice(0, limit),
});

const titled = (title: string, lines: readonly Line[]): readonly Line[] =>
  lines.length === 0 ? [] : [[span(title, 'accent')], ...lines];

function sentenceLines({ sentences }: PaneView, pen: Pen): readonly Line[] {
  return sentences.flatMap(({ id, text }) => [
    ...paragraph(text, fitOf(pen, 6)),
    ...paragraph(id, fitOf(pen, 1), 'dim'),
  ]);
}

function noteLines({ notes = [] }: PaneView, pen: Pen): readonly Line[] {
  return notes.flatMap((text) =>
    hanging(`${pen.glyphs.dot} `, paragraph(text, fitOf(narrower(pen, 2), 4)), 'plain'),
  );
}

function coachLines({ coach }: PaneView, pen: Pen): readonly Line[] {
  return coach.flatMap((text) =>
    hanging(`${pen.glyphs.dot} `, paragraph(text, fitOf(narrower(pen, 2), 4)), 'dim'),
  );
}

function findingLines({ findings }: PaneView, pen: Pen): readonly Line[] {
  const inner = narrower(pen, 2);
  return findings.flatMap(({ severity, title, quotes }) => [
    ...hanging(
      `${pen.glyphs.severity[severity]} `,
      paragraph(`${severityWords[severity]}: ${title}`, fitOf(inner, 4)),
      severityTone[severity],
    ),
    ...quotes.flatMap((quote) => hanging('  ', paragraph(quote, fitOf(inner, 2), 'dim'), 'dim')),
  ]);
}

function factLines({ facts }: PaneView, pen: Pen): readonly Line[] {
  return facts.flatMap(({ title, text, formula }) => [
    ...paragraph(`${title}: ${text}`, fitOf(pen, 3)),
    ...hanging('  ', paragraph(formula, fitOf(narrower(pen, 2), 3), 'dim'), 'dim'),
  ]);
}

function hanging(
  sign: string,
  lines: readonly Line[],
  tone: 'dim' | 'plain' | 'warn' | 'bad' | 'good' | 'accent' | 'strong',
): readonly Line[] {
  const blankSign = ' '.repeat(sign.length);
  return lines.map((line, row): Line => [span(row === 0 ? sign : blankSign, tone), ...line]);
}
