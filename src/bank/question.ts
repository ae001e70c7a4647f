import type { Dimension } from './quantity.js';

/** The eight kinds of answer a question can ask for. */
export type Kind = 'text' | 'prose' | 'choice' | 'many' | 'confirm' | 'quantity' | 'list' | 'table';

/** How deep an interview goes; `quick` is the shortest. */
export type Depth = 'quick' | 'standard' | 'deep';

/** Whose answer it is: of one spec, or of the whole repository (context). */
export type Scope = 'spec' | 'repository';

/** The grammatical shape a free-text answer must have to fit its sentence. */
export type Expects = 'verb-phrase' | 'noun-phrase' | 'clause' | 'number';

/** How a requirement is shown to hold. */
export type Verification =
  'test' | 'load-test' | 'drill' | 'static-check' | 'scan' | 'inspection' | 'monitor';

/** The EARS pattern of a sentence. */
export type Ears = 'ubiquitous' | 'event' | 'state' | 'unwanted' | 'optional';

/** One requirement pattern; texts hold placeholders `{value}`, `{row.x}`, `{a.section.name}`, `{f.name}`. */
export type SentencePattern = {
  readonly number: number;
  readonly ears: Ears;
  readonly when?: string;
  readonly event?: string;
  readonly while?: string;
  readonly if?: string;
  readonly where?: string;
  readonly shall: string;
  readonly verify: Verification;
  readonly scenario?: { readonly given?: string; readonly when: string; readonly then: string };
  readonly drill?: { readonly break: string; readonly observe: string };
  readonly promise?: 'latency' | 'availability' | 'rate' | 'errors';
};

/** One option of a choice, with its price in one line. */
export type Option = {
  readonly id: string;
  readonly label: string;
  readonly trade_off?: string;
  readonly says?: readonly SentencePattern[];
};

/** The keys that decide how a value of each kind is read and checked; shared by questions and columns. */
export type ValueShape =
  | { readonly kind: 'text'; readonly form?: 'date' | 'url'; readonly max_length?: number }
  | { readonly kind: 'prose'; readonly max_length?: number }
  | { readonly kind: 'choice'; readonly options?: readonly Option[]; readonly of?: string }
  | {
      readonly kind: 'many';
      readonly options?: readonly Option[];
      readonly of?: string;
      readonly min_items?: number;
    }
  | { readonly kind: 'confirm' }
  | QuantityShape
  | { readonly kind: 'list'; readonly min_items?: number; readonly max_length?: number };

/** A number with a unit of one dimension; bounds are quantities as text. */
export type QuantityShape = {
  readonly kind: 'quantity';
  readonly dimension: Dimension;
  readonly units?: readonly string[];
  readonly noun?: string;
  readonly months?: boolean;
  readonly min?: string;
  readonly max?: string;
};

/** One column of a table; at most five have `ask: 'row'`, the rest are asked later as questions about the row. */
export type Column = ValueShape & {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly ask: 'row' | 'later';
  readonly depth?: Depth;
  readonly when?: string;
  readonly expects?: Expects;
  readonly strong?: string | boolean | readonly string[];
  readonly prompt?: string;
};

/** A table question; `key` names the column that gives the row id, `of` the table its rows belong to. */
export type TableShape = {
  readonly kind: 'table';
  readonly of?: string;
  readonly key: string;
  readonly min_rows?: number;
  readonly columns: readonly Column[];
};

/** What every question has, whatever it asks for. */
export type QuestionBase = {
  readonly id: string;
  readonly section: string;
  readonly bank: string;
  readonly depth: Depth;
  readonly scope: Scope;
  readonly required: boolean;
  readonly prompt: string;
  readonly label?: string;
  readonly detail?: string;
  readonly why: string;
  readonly weak?: string;
  readonly strong?: Value;
  readonly when?: string;
  readonly terms: readonly string[];
  readonly incidents: readonly string[];
  readonly expects?: Expects;
  readonly rests_on: readonly string[];
  readonly default?: Value;
  readonly says: readonly SentencePattern[];
};

/** One question of a bank. */
export type Question = QuestionBase & (ValueShape | TableShape);

/** A question whose answer is a table. */
export type TableQuestion = QuestionBase & TableShape;

/** One cell of a row; an absent cell is unanswered. */
export type Cell = string | boolean | readonly string[];

/** One row of a table: its id, its cells, and the two reserved keys beside them. */
export type Row = {
  readonly id: string;
  readonly cells: Readonly<Record<string, Cell>>;
  readonly why?: string;
  readonly source?: Source;
  readonly nnnn?: string;
};

/** The value of an answer: text, option id(s), yes or no, canonical quantity text, list, or rows. */
export type Value = string | boolean | readonly string[] | readonly Row[];

/** Where a value came from. */
export type Source = 'measured' | 'contract' | 'code' | 'estimate' | 'guess';

/** Says whether a question asks for a table. */
export function isTable(question: Question): question is TableQuestion {
  return question.kind === 'table';
}

/** Says whether a value is a list of rows (an empty list counts as rows only for a table). */
export function isRows(value: Value | undefined): value is readonly Row[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object');
}
