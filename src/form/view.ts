import type { Severity } from '../bank/index.js';
import type { Progress, StepState } from '../interview/index.js';
import type { Scene } from '../runner/index.js';

/** A caret in cells, counted from the field's top left corner. */
export type Caret = { readonly row: number; readonly column: number };

/** One line of a pick list. */
export type PickLine = {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly picked: boolean;
  readonly focused: boolean;
  readonly digit: string;
};

/** One field of a row that is being edited. */
export type RowField = {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly focused: boolean;
  readonly text: string;
  readonly error: string;
  readonly editor: EditorView | undefined;
  readonly picks: readonly PickLine[];
};

/** The visible part of a text that is being edited. */
export type EditorView = {
  readonly type: 'editor';
  readonly lines: readonly string[];
  readonly caret: Caret;
  readonly above: number;
  readonly below: number;
  readonly placeholder: string;
  readonly multiline: boolean;
  /** The readings of an ambiguous text, to pick from below the text. */
  readonly picks?: readonly PickLine[];
};

/** A list to pick from; the letters that narrow a long one are its filter. */
export type PickView = {
  readonly type: 'pick';
  readonly many: boolean;
  readonly lines: readonly PickLine[];
  readonly above: number;
  readonly below: number;
  readonly filter?: string;
};

/** A growing list of lines; the editor stands in place of the focused item, or behind the last when none is focused. */
export type ListView = {
  readonly type: 'list';
  readonly items: readonly { readonly text: string; readonly focused: boolean }[];
  readonly editor: EditorView;
  readonly above?: number;
  readonly below?: number;
};

/**
 * A table: its rows by key, or one row as a small form, or one row as a line with bars between the cells.
 * The last rows, `+add` and `+done`, have one cell: what Enter does there. A `question` waits for y or n.
 */
export type TableView = {
  readonly type: 'table';
  readonly mode: 'rows' | 'row' | 'line';
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly id: string;
    readonly cells: readonly string[];
    readonly focused: boolean;
  }[];
  readonly above: number;
  readonly below: number;
  readonly title: string;
  readonly fields: readonly RowField[];
  readonly line: EditorView | undefined;
  readonly question: string;
};

/** What the field of the current question looks like; plain data, drawn by the face. */
export type FieldView = EditorView | PickView | ListView | TableView;

/** A key and what it does, from the one table that the dispatcher reads too. */
export type KeyHint = { readonly keys: string; readonly does: string };

/** One line of the outline. */
export type OutlineLine = {
  readonly step: string;
  readonly section: string;
  readonly heading: boolean;
  readonly text: string;
  readonly state: StepState | 'heading';
  readonly note: string;
  readonly focused: boolean;
};

/** One line of the review: a finding, an open question, a thin answer. */
export type ReviewLine = {
  readonly type: 'finding' | 'open' | 'thin' | 'waived' | 'unchecked' | 'finish';
  readonly id: string;
  readonly severity: Severity | undefined;
  readonly text: string;
  readonly detail: readonly string[];
  readonly step: string | undefined;
  readonly focused: boolean;
};

/** A small form over the screen: a status, a waiver, remarks. */
export type Dialog = {
  readonly title: string;
  readonly body: readonly string[];
  readonly fields: readonly RowField[];
  readonly error: string;
  readonly keys: readonly KeyHint[];
};

/** One part of the explanation of a question: why it matters, examples, words, incidents. */
export type WhyPart = { readonly title: string; readonly lines: readonly string[] };

/** What lies over the screen; at most one thing at a time. */
export type Overlay =
  | { readonly type: 'none' }
  | {
      readonly type: 'help';
      readonly groups: readonly { readonly title: string; readonly keys: readonly KeyHint[] }[];
      readonly from: number;
    }
  | {
      readonly type: 'outline';
      readonly filter: string;
      readonly lines: readonly OutlineLine[];
      readonly above: number;
      readonly below: number;
    }
  | { readonly type: 'pane'; readonly from: number }
  | { readonly type: 'radius'; readonly from: number; readonly parts: readonly WhyPart[] }
  | { readonly type: 'why'; readonly from: number; readonly parts: readonly WhyPart[] }
  | { readonly type: 'guide'; readonly from: number; readonly parts: readonly WhyPart[] }
  | { readonly type: 'dialog'; readonly dialog: Dialog }
  | { readonly type: 'leave' };

/** One line of guidance: a short word, and what it says. */
export type GuideLine = { readonly title: string; readonly text: string };

/** The ask screen: one question and its field. */
export type AskView = {
  readonly step: string;
  readonly section: string;
  readonly prompt: string;
  readonly detail: string;
  readonly label: string;
  readonly state: StepState | 'probe';
  readonly shared: boolean;
  readonly example: string;
  /** What stands under the question in guided mode, instead of the example. */
  readonly guide?: readonly GuideLine[];
  readonly field: FieldView;
  readonly echo: string;
  readonly sentence: string;
  readonly error: string;
};

/** What the live pane shows. */
export type PaneView = {
  readonly findings: readonly {
    readonly severity: Severity;
    readonly title: string;
    readonly quotes: readonly string[];
  }[];
  readonly facts: readonly { readonly title: string; readonly text: string; readonly formula: string }[];
  readonly sentences: readonly { readonly id: string; readonly text: string }[];
  readonly coach: readonly string[];
  readonly notes?: readonly string[];
  readonly unchecked: string;
};

/** The whole screen as data; the face draws it and remembers nothing. */
export type FormView = {
  readonly columns: number;
  readonly rows: number;
  readonly title: string;
  readonly progress: Progress;
  readonly notice: string;
  readonly saved: string;
  readonly screen:
    | { readonly type: 'welcome'; readonly dialog: Dialog }
    | { readonly type: 'depth'; readonly pick: PickView; readonly prompt: string }
    | { readonly type: 'ask'; readonly ask: AskView }
    | {
        readonly type: 'review';
        readonly lines: readonly ReviewLine[];
        readonly above: number;
        readonly below: number;
        readonly summary: string;
      }
    | { readonly type: 'finished'; readonly lines: readonly string[] };
  readonly overlay: Overlay;
  readonly pane: PaneView;
  readonly footer: readonly KeyHint[];
  readonly scene: Scene;
};
