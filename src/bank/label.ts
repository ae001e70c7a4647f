import type { Column, Question } from './question.js';

/** The short name of a question in outlines and specs: its label, or its id in words. */
export function labelOf(question: Question): string {
  if (question.label !== undefined) return question.label;
  const words = (question.id.split('.')[1] ?? question.id).replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The label of an option, or its id when the shape does not know it. */
export function optionLabel(shape: Question | Column, id: string): string {
  if ((shape.kind !== 'choice' && shape.kind !== 'many') || shape.options === undefined) return id;
  return shape.options.find((option) => option.id === id)?.label ?? id;
}
