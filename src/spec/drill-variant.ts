import { analyse } from '../analysis/index.js';
import { isRows, isTable, parseCanonical, type Column, type Question, type Value } from '../bank/index.js';
import { situationOf, type Session } from '../interview/index.js';

/** Gives whole numbers from 0 up to a bound, the same ones for the same seed. */
export type Dice = (sides: number) => number;

/** Makes dice from a seed (mulberry32: small, the same everywhere, and neighbouring seeds give unlike rolls). */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    const once = Math.imul(state ^ (state >>> 15), state | 1);
    const twice = once ^ (once + Math.imul(once ^ (once >>> 7), once | 61));
    return Math.floor((((twice ^ (twice >>> 14)) >>> 0) / 2 ** 32) * sides);
  };
}

const FACTORS = [1, 2, 3, 4, 5];

/** Multiplies every rate of a case by one factor; a factor that would raise or settle a finding is passed over. */
export function withOtherNumbers(session: Session, dice: Dice): Session {
  const known = findingIds(session);
  const first = dice(FACTORS.length);
  for (const at of FACTORS.keys()) {
    const factor = FACTORS[(first + at) % FACTORS.length] ?? 1;
    const varied = multiplied(session, factor);
    if (factor === 1 || findingIds(varied) === known) return varied;
  }
  return session;
}

const findingIds = (session: Session): string =>
  analyse(session, situationOf(session))
    .findings.map(({ id }) => id)
    .toSorted()
    .join(' ');

function multiplied(session: Session, factor: number): Session {
  const answers = new Map(session.saved.answers);
  for (const [id, answer] of answers) {
    const question = session.bank.question(id);
    if (question === undefined || answer.value === undefined) continue;
    answers.set(id, { ...answer, value: times(question, answer.value, factor) });
  }
  return { ...session, saved: { ...session.saved, answers } };
}

/** Multiplies a value as far as it is a rate; everything else stays. */
export function times(shape: Question | Column, value: Value, factor: number): Value {
  if ('columns' in shape && isTable(shape) && isRows(value)) {
    return value.map((row) => {
      const cells = shape.columns.flatMap((column) => {
        const cell = row.cells[column.id];
        return cell === undefined ? [] : [[column.id, times(column, cell, factor)] as const];
      });
      return { ...row, cells: { ...row.cells, ...Object.fromEntries(cells) } } as typeof row;
    });
  }
  if (shape.kind !== 'quantity' || shape.dimension !== 'rate' || typeof value !== 'string') return value;
  const read = parseCanonical(value, shape);
  if (!read.ok) return value;
  const other = parseCanonical(`${String(read.value.number * factor)} ${read.value.unit}`, shape);
  return other.ok ? other.value.text : value;
}
