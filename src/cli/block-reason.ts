import { valueText } from '../bank/index.js';
import { situationOf } from '../interview/index.js';
import type { MergedBlock } from '../merge/index.js';
import type { FilesPlan } from './plan-files.js';

/** Says why a block changes: the answers it comes from with what they said and say, else what the merge has to tell. */
export function blockReason({ job, rendered }: FilesPlan): (block: MergedBlock) => string {
  const { session } = job;
  const { view } = situationOf(session);
  const answersOf = new Map(rendered.document.requirements.map(({ id, answers }) => [id, answers]));
  const saysNow = (id: string, text: string): boolean => {
    const question = session.bank.question(id);
    const value = view.value(id);
    return question !== undefined && value !== undefined && valueText(question, value).includes(text);
  };
  return (block) => {
    const named = [...namedIn(block), ...(answersOf.get(block.requirement ?? '') ?? [])];
    const ids = [...new Set(named)].filter((id) => session.bank.question(id) !== undefined);
    const change = changeIn(block);
    if (change === undefined) return block.note;
    const telling = ids.filter((id) => saysNow(id, change.after));
    const from = (telling.length > 0 ? telling : ids).slice(0, NAMED).join(', ');
    return `${from === '' ? '' : `${from} `}${change.before} → ${change.after}`;
  };
}

const NAMED = 3;

function namedIn({ generated = '', yours = '' }: MergedBlock): readonly string[] {
  return [...`${generated}\n${yours}`.matchAll(/`([a-z][a-z0-9_]*\.[a-z][a-z0-9_]*)`/g)].map(
    ([, id = '']) => id,
  );
}

type Change = { readonly before: string; readonly after: string };

const LONGEST = 8;
const UNIT = /^(?:%|[A-Za-z]{1,3}|[A-Za-z]+\/[A-Za-z]+)[.,;]?$/;

/** The first words that read otherwise, with the unit behind them; nothing where too much does. */
function changeIn({ yours, generated }: MergedBlock): Change | undefined {
  if (yours === undefined || generated === undefined) return undefined;
  const [old, now] = [wordsOf(yours), wordsOf(generated)];
  const start = old.findIndex((word, at) => word !== now[at]);
  if (start === -1) return undefined;
  const gone = lengthOf(old, now, start);
  const come = lengthOf(now, old, start);
  if (gone === undefined || come === undefined) return undefined;
  const behind = old[start + gone] ?? '';
  const unit = UNIT.test(behind) && behind === now[start + come] ? 1 : 0;
  return {
    before: phrase(old.slice(start, start + gone + unit)),
    after: phrase(now.slice(start, start + come + unit)),
  };
}

/** How many words from `start` on the other text does not have; nothing when there are none or too many to be told. */
function lengthOf(words: readonly string[], others: readonly string[], start: number): number | undefined {
  const end = words.findIndex((word, at) => at > start && others.includes(word, start));
  const length = end - start;
  return end === -1 || length > LONGEST ? undefined : length;
}

const wordsOf = (text: string): readonly string[] =>
  text
    .replaceAll('*', '')
    .split(/\s+/)
    .filter((word) => word !== '');

const phrase = (words: readonly string[]): string => words.join(' ').replace(/[.,;:]$/, '');
