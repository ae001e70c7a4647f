import type { Scene } from '../../runner/index.js';
import { valueText, type Question } from '../../bank/index.js';
import { blank, paragraph, span, type Block, type Line } from '../lines.js';
import { fitOf, narrower, scrolled, type Pen } from '../pen.js';

type Part = { readonly title: string; readonly text: string };

/** Draws why the current question is asked: what goes wrong without it, a weak and a strong answer, its words. */
export function drawWhy(scene: Scene, from: number, pen: Pen): Block {
  const lines = whyParts(scene).flatMap(({ title, text }): readonly Line[] => [
    blank,
    [span(title, 'accent')],
    ...paragraph(text, fitOf(narrower(pen, 2))).map((line) => [span('  '), ...line]),
  ]);
  return scrolled(lines, from, pen);
}

function whyParts({ step, session }: Scene): readonly Part[] {
  if (step.type === 'probe') return [{ title: 'Why this follow-up', text: step.probe.asks }];
  if (step.type !== 'ask') return [];
  const { question } = step.item;
  const terms = question.terms.flatMap((id) => session.bank.term(id) ?? []);
  return [
    { title: 'Why it matters', text: question.why },
    ...(question.weak === undefined ? [] : [{ title: 'A weak answer', text: question.weak }]),
    ...strongPart(question),
    ...terms.map(({ id, means }) => ({ title: id, text: means })),
  ];
}

function strongPart(question: Question): readonly Part[] {
  if (question.strong === undefined) return [];
  return [{ title: 'A strong answer', text: valueText(question, question.strong) }];
}
