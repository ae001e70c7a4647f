import { isTable, labelOf, rowName } from '../bank/index.js';
import type { AskingStep, PlanItem } from '../interview/index.js';
import type { Problem } from '../kernel/index.js';
import type { Shape } from '../runner/index.js';

/** The shape of the answer a step waits for. */
export function shapeOf(step: AskingStep): Shape {
  if (step.type === 'probe') return { kind: 'prose' };
  return step.item.cell?.column ?? step.item.question;
}

/** The short name of a step: of its question, of the row and column it asks for, or that it follows up. */
export function stepName(step: AskingStep): string {
  return step.type === 'probe' ? 'Follow-up' : itemName(step.item);
}

/** The short name of a question, or of the row and column of a cell. */
export function itemName({ question, cell }: PlanItem): string {
  if (cell === undefined || !isTable(question)) return labelOf(question);
  return `${rowName(question, cell.row)}: ${cell.column.label}`;
}

/** The whole question of a step. */
export function promptOf(step: AskingStep): string {
  if (step.type === 'probe') return step.probe.asks;
  const { question, cell } = step.item;
  if (cell === undefined || !isTable(question)) return question.prompt;
  return `${rowName(question, cell.row)}: ${cell.column.prompt ?? cell.column.label}`;
}

/** Text on one line, cut when it is long. */
export function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 97)}...` : line;
}

/** A sentence begins with a capital and ends with a stop. */
export function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

/** A value or command that was refused, when no reason is given. */
export function firstOf(problems: readonly Problem[]): Problem {
  return problems[0] ?? { code: 'value-form', message: 'This is not an answer to the question.' };
}
