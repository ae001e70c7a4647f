/** What came back when a person was asked for a line. */
export type Typed =
  | { readonly type: 'line'; readonly text: string }
  | { readonly type: 'end-of-input' }
  | { readonly type: 'cancel' };

/** One line of a menu; its number is its place, counted from 1. */
export type MenuLine = { readonly id: string; readonly label: string; readonly detail?: string | undefined };

/** What can be picked; the pick comes back as the id, or as ids with commas between. */
export type Menu = { readonly many: boolean; readonly lines: readonly MenuLine[] };

/** How the interview talks with a person: it says lines, and it asks for one at a time. */
export type Talk = {
  /** Whether command words need a slash before them. */
  readonly mode: 'inline' | 'append';
  readonly say: (...lines: readonly string[]) => void;
  readonly line: (label: string) => Promise<Typed>;
  readonly pick: (label: string, menu: Menu) => Promise<Typed>;
  readonly close: () => void;
};

/** Where a talk takes place. */
export type Streams = {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly columns: number;
  /** False when the locale is not UTF-8: signs are then plain ASCII. */
  readonly unicode?: boolean;
  /** False when prompts are to be drawn in the terminal's own colours alone. */
  readonly colours?: boolean;
};
