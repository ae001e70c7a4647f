import { exampleText } from '../analysis/index.js';
import type { AskingStep } from '../interview/index.js';
import type { GuideLine } from './view.js';

/** What stands under a question in guided mode: why it matters, a weak and a strong answer, and the words to look up. */
export function guideLines(step: AskingStep): readonly GuideLine[] {
  if (step.type === 'probe') return [];
  const { question, cell } = step.item;
  const words = question.terms.map((id) => id.replaceAll('-', ' ')).join(', ');
  const lines = [
    { title: 'Why', text: question.why },
    { title: 'Weak', text: cell === undefined ? (question.weak ?? '') : '' },
    { title: 'Strong', text: exampleText(cell?.column ?? question) },
    { title: 'Words', text: words === '' ? '' : `${words} (Alt+W explains)` },
  ];
  return lines.filter(({ text }) => text !== '');
}
