import {
  isRows,
  type Answer,
  type Cell,
  type Column,
  type Question,
  type Row,
  type Value,
  type ValueShape,
} from '../bank/index.js';
import type { RawAnswer, StoredProbe, Waiver } from '../interview/index.js';
import { plainRaw, plainText, type Plain, type PlainMap } from './yaml-emit.js';

/** An answer as a file holds it: its value alone, or the long form when more was said. */
export function answerPlain(answer: Answer, question: Question | undefined): Plain {
  const value = answer.value === undefined ? undefined : valuePlain(answer.value, question);
  return shortest(value, remarksPlain(answer));
}

/** An answer that never met its question, as it was once read. */
export function rawAnswerPlain({ raw, ...rest }: RawAnswer): Plain {
  return shortest(raw === undefined ? undefined : plainRaw(raw), remarksPlain(rest));
}

function shortest(value: Plain | undefined, remarks: PlainMap): Plain {
  if (value === undefined) return Object.keys(remarks).length === 0 ? { status: 'answered' } : remarks;
  return Object.keys(remarks).length === 0 ? value : { value, ...remarks };
}

function remarksPlain(answer: Omit<Answer, 'value'>): PlainMap {
  const { status, why, rejected, source, evidence, by, owner, due, reason, meanwhile, numbered } = answer;
  return given({
    status: status === 'answered' ? undefined : status,
    why: why === undefined ? undefined : plainText(why),
    rejected: rejected?.map(({ option, because }) => ({
      option: plainText(option),
      because: plainText(because),
    })),
    source,
    evidence: evidence === undefined ? undefined : plainText(evidence),
    by: by === undefined ? undefined : plainText(by),
    owner: owner === undefined ? undefined : plainText(owner),
    due,
    reason: reason === undefined ? undefined : plainText(reason),
    meanwhile: meanwhile === undefined ? undefined : plainText(meanwhile),
    numbered: numbered === undefined ? undefined : plainText(numbered),
  });
}

function given(map: Readonly<Record<string, Plain | undefined>>): PlainMap {
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

function valuePlain(value: Value, question: Question | undefined): Plain {
  if (isRows(value) && value.length > 0) {
    return value.map((row) => rowPlain(row, question?.kind === 'table' ? question.columns : []));
  }
  return cellPlain(value as Cell, question?.kind);
}

function rowPlain({ id, cells, why, source, nnnn }: Row, columns: readonly Column[]): PlainMap {
  const kinds = new Map(columns.map((column) => [column.id, column.kind]));
  const order = [...kinds.keys(), ...Object.keys(cells).filter((key) => !kinds.has(key))];
  const filled = order.flatMap((key): [string, Plain][] => {
    const cell = Object.hasOwn(cells, key) ? cells[key] : undefined;
    return cell === undefined ? [] : [[key, cellPlain(cell, kinds.get(key))]];
  });
  const beside = { why: why === undefined ? undefined : plainText(why), source, nnnn };
  return { id, ...Object.fromEntries(filled), ...given(beside) };
}

function cellPlain(cell: Cell, kind: ValueShape['kind'] | 'table' | undefined): Plain {
  if (typeof cell === 'boolean') return cell;
  if (typeof cell !== 'string') return cell.map((item) => plainText(item));
  if (kind === 'quantity' && String(Number(cell)) === cell && Number.isFinite(Number(cell)))
    return Number(cell);
  return plainText(cell, kind === 'prose' ? 'block' : 'shortest');
}

/** A settled follow-up question as a file holds it. */
export function probePlain({ id, asks, about, by, answer, dismissed }: StoredProbe): PlainMap {
  const said = answer === undefined ? {} : probeAnswer(answer, by !== undefined);
  return {
    id,
    ...given({ by: by === undefined ? undefined : plainText(by) }),
    asks: plainText(asks),
    about: [...about],
    ...said,
    ...given({ dismissed }),
  };
}

// `by` names the model that asked; who answered then stands under a key of its own.
function probeAnswer({ by, value, ...answer }: Answer, fromModel: boolean): PlainMap {
  const key = fromModel ? 'answered_by' : 'by';
  return given({
    value: typeof value === 'string' ? plainText(value) : undefined,
    ...remarksPlain(answer),
    ...(by === undefined ? {} : { [key]: plainText(by) }),
  });
}

/** A waiver as a file holds it. */
export function waiverPlain({ finding, reason, owner, until, given: quoted }: Waiver): PlainMap {
  const texts = Object.entries(quoted).map(([key, text]) => [key, plainText(text)] as const);
  return {
    finding,
    reason: plainText(reason),
    owner: plainText(owner),
    until,
    ...(texts.length === 0 ? {} : { given: Object.fromEntries(texts) }),
  };
}
