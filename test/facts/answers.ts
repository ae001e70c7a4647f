import fc from 'fast-check';
import {
  isTable,
  type Cell,
  type Column,
  type Dimension,
  type QuantityShape,
  type Question,
  type Row,
  type Value,
} from '../../src/bank/index.js';
import { shipped } from './shipped.js';

const NUMBERS = [
  '0',
  '0.000000000001',
  '0.5',
  '1',
  '2',
  '3',
  '7',
  '30',
  '100',
  '2147483647',
  '999999999999999999',
];

const UNITS: Readonly<Record<Dimension, readonly string[]>> = {
  rate: [' /s', ' /min', ' /h', ' /day'],
  size: [' B', ' KiB', ' GB', ' TiB'],
  throughput: [' B/s', ' MiB/s'],
  duration: [' ms', ' s', ' min', ' h', ' d'],
  percent: [' %'],
  growth: [' %/month'],
  count: [''],
  money: [' EUR', ' EUR/month', ' USD/day'],
};

type Shape = Exclude<Question, { kind: 'table' }> | Column;

/** Row ids of a table that is referred to, and one that is not there. */
const ROW_IDS = ['a', 'b', 'c', 'gone'];

function quantityOf(shape: QuantityShape): fc.Arbitrary<string> {
  const thing = shape.noun ?? 'req';
  const units = UNITS[shape.dimension].map((unit) =>
    shape.dimension === 'rate' ? unit.replace(' ', ` ${thing}`) : unit,
  );
  return fc.tuple(fc.constantFrom(...NUMBERS), fc.constantFrom(...units)).map((parts) => parts.join(''));
}

function optionOf(shape: Shape & { kind: 'choice' | 'many' }): readonly string[] {
  return shape.options?.map(({ id }) => id) ?? ROW_IDS;
}

function cellOf(shape: Shape): fc.Arbitrary<Cell> {
  switch (shape.kind) {
    case 'quantity':
      return quantityOf(shape);
    case 'choice':
      return fc.constantFrom(...optionOf(shape));
    case 'many':
      return fc.subarray([...optionOf(shape)]);
    case 'confirm':
      return fc.boolean();
    case 'list':
      return fc.constantFrom([], ['one'], ['one', 'two']);
    case 'text':
    case 'prose':
      return fc.constantFrom('Frankfurt', 'frankfurt ', 'elsewhere');
  }
}

function rowsOf(columns: readonly Column[]): fc.Arbitrary<readonly Row[]> {
  const cells = Object.fromEntries(
    columns.map((column) => [column.id, fc.option(cellOf(column), { nil: undefined, freq: 6 })]),
  );
  const row = fc.record(cells).map((each) => {
    const answered = Object.entries(each).filter((entry): entry is [string, Cell] => entry[1] !== undefined);
    return Object.fromEntries(answered);
  });
  return fc
    .array(row, { maxLength: 3 })
    .map((rows) => rows.map((each, at) => ({ id: ROW_IDS[at] ?? 'gone', cells: each })));
}

const valueOf = (question: Question): fc.Arbitrary<Value> =>
  isTable(question) ? rowsOf(question.columns) : cellOf(question);

/** Any answers to the shipped questions, most of them given, extreme ones among them. */
export function anyAnswers(ids: readonly string[]): fc.Arbitrary<ReadonlyMap<string, Value>> {
  const questions = ids.flatMap((id) => shipped.question(id) ?? []);
  const parts = Object.fromEntries(
    questions.map((question) => [question.id, fc.option(valueOf(question), { nil: undefined, freq: 8 })]),
  );
  return fc.record(parts).map((found) => {
    const given = Object.entries(found).filter((entry): entry is [string, Value] => entry[1] !== undefined);
    return new Map(given);
  });
}

/** The same rate per second, minute, hour and day. */
export const sameRate = (perSecond: number): readonly string[] => [
  `${String(perSecond)} req/s`,
  `${String(perSecond * 60)} req/min`,
  `${String(perSecond * 3600)} req/h`,
  `${String(perSecond * 86_400)} req/day`,
];

/** The same time in days, hours, minutes, seconds and milliseconds. */
export const sameTime = (days: number): readonly string[] => [
  `${String(days)} d`,
  `${String(days * 24)} h`,
  `${String(days * 1440)} min`,
  `${String(days * 86_400)} s`,
  `${String(days * 86_400_000)} ms`,
];

/** The same size in MiB, KiB and bytes. */
export const sameSize = (mib: number): readonly string[] => [
  `${String(mib)} MiB`,
  `${String(mib * 1024)} KiB`,
  `${String(mib * 1_048_576)} B`,
];
