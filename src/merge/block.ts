import { normalInline } from './inline.js';
import { identityOf, type Identity } from './identity.js';
import { sentencesOf } from './sentences.js';

/** What a block is. A `conflict` is a stretch between conflict markers that nobody has resolved yet. */
export type BlockKind =
  | 'section'
  | 'paragraph'
  | 'item'
  | 'table'
  | 'row'
  | 'code'
  | 'html'
  | 'quote'
  | 'rule'
  | 'frontmatter'
  | 'conflict';

/** One block of a Markdown text with the blocks inside it: a section holds blocks, a table rows, a list item nested blocks. */
export type Block = Identity & {
  readonly kind: BlockKind;
  /** Its own lines as written, without the indent of the item around it and without its children. */
  readonly lines: readonly string[];
  /** Its own text in normal form. */
  readonly own: string;
  /** Kind and whole text in normal form, children included: equal prints read the same. */
  readonly print: string;
  readonly children: readonly Block[];
  /** Section: level of the heading, 0 for the whole text. */
  readonly level: number;
  /** Item: how far its continuation lines and children are indented. */
  readonly indent: number;
  /** A blank line stands before it. */
  readonly spaced: boolean;
  /** Item: blank lines stand between the items of its list. */
  readonly loose: boolean;
  readonly ordered: boolean;
  /** Prints of everything between the markers, when these lines are an unresolved conflict. */
  readonly contested?: ReadonlySet<string>;
};

/** What a parser knows of a block; everything else is computed from it. */
export type BlockDraft = Pick<Block, 'kind' | 'lines'> &
  Partial<Pick<Block, 'children' | 'level' | 'indent' | 'spaced' | 'loose' | 'ordered' | 'contested'>> & {
    /** The lines that name it, when they are not all of its lines. */
    readonly says?: readonly string[];
  };

/** Completes a block with its normal form, its print and its identity. */
export function blockOf(draft: BlockDraft): Block {
  const { says, ...known } = draft;
  const children = draft.children ?? [];
  const named = ownForm(draft.kind, says ?? draft.lines);
  const own = says === undefined ? named : draft.lines.join('\n');
  const level = draft.level ?? 0;
  return {
    level,
    indent: 0,
    spaced: true,
    loose: false,
    ordered: false,
    ...known,
    children,
    own,
    print: printOf({ kind: draft.kind, level, own, children }),
    ...identityOf(draft.kind, named),
  };
}

/** Gives a block other children; what comes first under a heading keeps the blank line that stood there. */
export function withChildren(block: Block, others: readonly Block[]): Block {
  const { kind, level, own } = block;
  const isApart = kind === 'section' && block.children[0]?.spaced === true;
  const children = isApart
    ? others.map((child, at) => (at === 0 ? { ...child, spaced: true } : child))
    : others;
  return { ...block, children, print: printOf({ kind, level, own, children }) };
}

/** What a block is known by between conflict markers: a section by its heading alone. */
export function handle(block: Block): string {
  return block.kind === 'section' ? `section ${block.own}` : block.print;
}

/** Everything a block can be recognised by later: its own handle and those of the blocks inside it. */
export function handles(block: Block): readonly string[] {
  return [handle(block), ...block.children.flatMap(handles)];
}

/** Splits the own text of a paragraph or item into sentences as written. */
export function ownSentences(block: Block): readonly string[] {
  const text = block.lines.map((line) => line.trim()).join('\n');
  return sentencesOf(block.kind === 'item' ? text.replace(MARKER, '') : text);
}

/** The bullet or number of a list item with the blanks after it. */
export const MARKER = /^(?:[-*+]|\d{1,9}[.)])(?:\s+|$)/;

function printOf({ kind, level, own, children }: Pick<Block, 'kind' | 'level' | 'own' | 'children'>): string {
  const parts = children.map((child) => child.print).join('\n\n');
  return `${kind}${level > 0 ? String(level) : ''} ${own}${parts === '' ? '' : `\n{\n${parts}\n}`}`;
}

function ownForm(kind: BlockKind, lines: readonly string[]): string {
  switch (kind) {
    case 'section':
      return normalInline(headingText(lines));
    case 'paragraph':
      return sentencesForm(lines);
    case 'item':
      return itemForm(lines);
    case 'table':
      return [tableCells(lines[0] ?? ''), tableCells(lines[1] ?? '').map(columnForm)].map(rowForm).join('\n');
    case 'row':
      return rowForm(tableCells(lines[0] ?? ''));
    case 'quote':
      return sentencesForm(lines.map((line) => line.replace(/^\s*>\s?/, '')));
    case 'rule':
      return '---';
    case 'code':
      return codeForm(lines);
    case 'html':
    case 'frontmatter':
    case 'conflict':
      return lines.map((line) => line.trimEnd()).join('\n');
  }
}

function headingText(lines: readonly string[]): string {
  if (lines.length > 1) return lines.slice(0, -1).join(' ');
  return (lines[0] ?? '').replace(/^\s*#+/, '').replace(/\s#+\s*$/, '');
}

function sentencesForm(lines: readonly string[]): string {
  return sentencesOf(lines.map((line) => line.trim()).join('\n'))
    .map(normalInline)
    .join('\n');
}

function itemForm(lines: readonly string[]): string {
  const first = (lines[0] ?? '').trim();
  const bullet = /^\d/.test(first) ? '1.' : '-';
  const text = [first.replace(MARKER, ''), ...lines.slice(1)];
  const [, box, rest] = /^\[([ xX])\]\s+(\S.*)$/.exec(text[0] ?? '') ?? [];
  const done = box === undefined ? '' : `[${box.toLowerCase()}] `;
  return `${bullet} ${done}${sentencesForm(rest === undefined ? text : [rest, ...text.slice(1)])}`;
}

function codeForm(lines: readonly string[]): string {
  const fence = /^\s*(?:`{3,}|~{3,})/.exec(lines[0] ?? '');
  if (fence === null) return lines.map((line) => line.trimEnd()).join('\n');
  const closed = /^\s*(?:`{3,}|~{3,})\s*$/.test(lines.at(-1) ?? '') && lines.length > 1;
  const body = lines.slice(1, closed ? -1 : undefined).map((line) => line.trimEnd());
  return ['```' + (lines[0] ?? '').slice(fence[0].length).trim(), ...body, '```'].join('\n');
}

/** Splits a table line into its cells, each in normal form. */
function tableCells(line: string): readonly string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map(normalInline);
}

function columnForm(cell: string): string {
  return cell.replace(/-+/, '---');
}

function rowForm(cells: readonly string[]): string {
  return cells.join(' | ');
}
