import { withoutEnd, type Problem } from '../kernel/index.js';
import type { Output } from './format.js';

/** Counts words the way `wc -w` does. */
function wordsOf(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** A Markdown text within its budget as far as whole list items can be left out, and what is still too long. */
export type Fitted = { readonly text: string; readonly notes: readonly Problem[] };

type Block = { readonly heading: string; readonly lines: readonly string[] };
type Item = { readonly lines: readonly string[]; readonly words: number };
type Section = Block & { readonly items: readonly Item[]; readonly dropped: number; readonly words: number };

/** Leaves out list items, last ones and least important sections first, until the word budget holds; never part of a sentence. */
export function fitBudget(text: string, output: Output): Fitted {
  const limit = output.max_words ?? Infinity;
  const isShort = limit === Infinity || wordsOf(text) <= limit;
  const fitted = isShort ? text : shortened(text, { limit, order: output.shorten ?? [] });
  return { text: fitted, notes: tooLong(fitted, output) };
}

function shortened(text: string, { limit, order }: { limit: number; order: readonly string[] }): string {
  let sections = sectionsOf(text, order);
  for (const keep of [8, 5, 3, 1, 0]) {
    for (const heading of order) sections = shortenOne(sections, { heading, keep, limit });
  }
  return printed(sections);
}

type Cut = { readonly heading: string; readonly keep: number; readonly limit: number };

function shortenOne(sections: readonly Section[], { heading, keep, limit }: Cut): readonly Section[] {
  let current = sections;
  let words = current.reduce((sum, section) => sum + wordsOfSection(section), 0);
  for (;;) {
    const at = current.findIndex((section) => section.heading === heading && section.items.length > keep);
    const section = current[at];
    if (section === undefined || words <= limit) return current;
    const shorter = { ...section, items: section.items.slice(0, -1), dropped: section.dropped + 1 };
    words += wordsOfSection(shorter) - wordsOfSection(section);
    current = current.with(at, shorter);
  }
}

/** The words of one section as it would be printed; no word spans two lines. */
function wordsOfSection({ words, items, dropped }: Section): number {
  if (items.length === 0) return dropped > 0 ? 0 : words;
  const more = dropped > 0 ? wordsOf(moreLine(dropped)) : 0;
  return items.reduce((sum, item) => sum + item.words, words + more);
}

function sectionsOf(text: string, order: readonly string[]): readonly Section[] {
  return blocksOf(text).map((block) => {
    const first = block.lines.findIndex((line) => line.startsWith('- '));
    if (first === -1 || !order.includes(block.heading))
      return { ...block, items: [], dropped: 0, words: wordsOf(block.lines.join('\n')) };
    const lines = block.lines.slice(0, first);
    return {
      ...{ ...block, lines, dropped: 0, words: wordsOf(lines.join('\n')) },
      items: itemsOf(block.lines.slice(first)),
    };
  });
}

function blocksOf(text: string): readonly Block[] {
  const blocks: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const title = /^#{1,6} (.+)$/.exec(line)?.[1];
    if (title !== undefined) blocks.push({ heading: title, lines: [] });
    blocks.at(-1)?.lines.push(line);
  }
  return blocks;
}

function itemsOf(lines: readonly string[]): readonly Item[] {
  const items: string[][] = [];
  for (const line of lines.filter((candidate) => candidate !== '')) {
    if (line.startsWith('- ')) items.push([line]);
    else items.at(-1)?.push(line);
  }
  return items.map((item) => ({ lines: item, words: wordsOf(item.join('\n')) }));
}

function printed(sections: readonly Section[]): string {
  return `${withoutEnd(sections.flatMap(linesOf).join('\n'), '\n')}\n`;
}

const moreLine = (dropped: number): string => `- ${String(dropped)} more in spec.md.`;

function linesOf({ lines: head, items, dropped }: Section): readonly string[] {
  if (dropped > 0 && items.length === 0) return [];
  const more = dropped > 0 ? [moreLine(dropped)] : [];
  return items.length === 0 ? head : [...head, ...items.flatMap((item) => item.lines), ...more, ''];
}

function tooLong(text: string, output: Output): readonly Problem[] {
  const words = output.max_words === undefined ? 0 : wordsOf(text);
  const lines = text.split('\n').length - 1;
  const over = [
    words > (output.max_words ?? Infinity)
      ? `${String(words)} words of ${String(output.max_words)}`
      : undefined,
    lines > (output.max_lines ?? Infinity)
      ? `${String(lines)} lines of ${String(output.max_lines)}`
      : undefined,
  ].filter((part) => part !== undefined);
  if (over.length === 0) return [];
  const longest = blocksOf(text)
    .map(({ heading, lines: own }) => ({ heading, words: wordsOf(own.join(' ')) }))
    .sort((a, b) => b.words - a.words)
    .slice(0, 3)
    .map(({ heading, words: own }) => `${heading === '' ? 'the opening' : heading} (${String(own)} words)`);
  return [
    {
      code: 'over-budget',
      message: `${output.path} is longer than it should be: ${over.join(', ')}.`,
      hint: `The longest parts are ${longest.join(', ')}.`,
    },
  ];
}
