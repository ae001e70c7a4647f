import type { AnswerView, JoinedBank } from '../bank/index.js';
import type { Unchecked } from './finding.js';

/** Counts, per unanswered question and per empty cell of a row (`section.table.row.column`), the block and high rules that wait for it. */
export function decidesOf(
  unchecked: readonly Unchecked[],
  view: AnswerView,
  bank: JoinedBank,
): ReadonlyMap<string, number> {
  const waiting = new Map<string, Set<string>>();
  for (const open of unchecked) {
    if (open.severity !== 'block' && open.severity !== 'high') continue;
    for (const id of placesOf(open, view, bank)) {
      waiting.set(id, (waiting.get(id) ?? new Set()).add(open.rule));
    }
  }
  return new Map([...waiting].map(([id, rules]) => [id, rules.size]));
}

function placesOf({ rule, row, needs }: Unchecked, view: AnswerView, bank: JoinedBank): readonly string[] {
  const table = bank.rule(rule)?.for;
  return needs.flatMap((need) => {
    const [section = '', name = '', column] = need.split('.');
    const question = `${section}.${name}`;
    if (column === undefined) return view.value(question) === undefined ? [question] : [];
    return table === question && row !== undefined ? [question, `${question}.${row}.${column}`] : [question];
  });
}
