import { parseTyped, type Cell, type Column } from '../../bank/index.js';
import { err, joined, ok, type Problem, type Result } from '../../kernel/index.js';
import type { DraftContext } from './types.js';
import { boundTo } from './value-context.js';

/** Reads one cell from words: options by id, label, name or the letters they begin with; an empty text is no cell. */
export function readWords(column: Column, text: string, context: DraftContext): Result<Cell | undefined> {
  const words = text.trim();
  if (words === '') return ok(undefined);
  const parsed = parseTyped(column, spelledOut(column, words, context), boundTo(context));
  if (parsed.ok) return ok(parsed.value as Cell);
  const unsure = ambiguity(column, words, context);
  return unsure === undefined ? parsed : err([unsure]);
}

type Named = { readonly id: string; readonly label: string };

function optionsOf(column: Column, context: DraftContext): readonly Named[] {
  if (column.kind !== 'choice' && column.kind !== 'many') return [];
  if (column.of !== undefined) return context.rows(column.of).map(({ id, name }) => ({ id, label: name }));
  return column.options ?? [];
}

function spelledOut(column: Column, words: string, context: DraftContext): string {
  if (column.kind === 'choice') return optionFor(optionsOf(column, context), words);
  if (column.kind !== 'many') return words;
  const options = optionsOf(column, context);
  return words
    .split(',')
    .map((word) => optionFor(options, word.trim()))
    .join(', ');
}

function optionFor(options: readonly Named[], word: string): string {
  const fitting = fittingOptions(options, word);
  return fitting.length === 1 ? (fitting[0]?.id ?? word) : word;
}

function fittingOptions(options: readonly Named[], word: string): readonly Named[] {
  const wanted = word.toLowerCase();
  if (wanted === '') return [];
  const exact = options.filter(({ id, label }) => id === word || label.toLowerCase() === wanted);
  if (exact.length > 0) return exact;
  return options.filter(
    ({ id, label }) => id.toLowerCase().startsWith(wanted) || label.toLowerCase().startsWith(wanted),
  );
}

function ambiguity(column: Column, words: string, context: DraftContext): Problem | undefined {
  const fitting = fittingOptions(optionsOf(column, context), words);
  if (fitting.length < 2) return undefined;
  const names = fitting.slice(0, 4).map(({ label }) => label);
  return {
    code: 'option-ambiguous',
    message: `“${words}” may be ${joined(names, 'or')}.`,
    hint: 'Write more of it.',
  };
}
