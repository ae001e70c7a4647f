import type { Column, Option, Question } from './question.js';
import type { ColumnEntry, OptionEntry, QuestionEntry } from './schema-question.js';

/** Completes a question with its bank, its section and the defaults that depend on other keys. */
export function buildQuestion(entry: QuestionEntry, bank: string): Question {
  const own = { section: entry.id.split('.')[0] ?? entry.id, bank };
  switch (entry.kind) {
    case 'table':
      return { ...entry, ...own, columns: entry.columns.map(buildColumn) };
    case 'choice':
    case 'many':
      return { ...withOptions(entry), ...own };
    default:
      return { ...entry, ...own };
  }
}

function buildColumn(entry: ColumnEntry): Column {
  const own = {
    label: entry.label ?? words(entry.id),
    ask: entry.ask ?? (entry.required ? ('row' as const) : ('later' as const)),
  };
  if (entry.kind === 'choice' || entry.kind === 'many') return { ...withOptions(entry), ...own };
  return { ...entry, ...own };
}

type WithOptions<T> = Omit<T, 'options'> & { options?: readonly Option[] };

function withOptions<T extends { readonly options?: readonly OptionEntry[] }>(entry: T): WithOptions<T> {
  const { options, ...rest } = entry;
  if (options === undefined) return rest;
  return { ...rest, options: options.map((each) => ({ ...each, label: each.label ?? words(each.id) })) };
}

// `caller_deadline` reads `Caller deadline`.
function words(id: string): string {
  const spaced = id.replace(/[_-]+/g, ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
