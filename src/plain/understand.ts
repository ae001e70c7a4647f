import { parseQuantity, parseTyped, type Option, type Value } from '../bank/index.js';
import { joined, type Problem } from '../kernel/index.js';
import { rowRefs, type Shape, type Scene } from '../runner/index.js';
import type { MenuLine } from './talk.js';
import { firstOf } from './words.js';

/** What a line means as an answer. */
export type Understood =
  | { readonly type: 'value'; readonly value: Value; readonly echo: string }
  | {
      readonly type: 'ambiguous';
      readonly message: string;
      readonly choices: readonly { readonly label: string; readonly text: string }[];
    }
  | { readonly type: 'refused'; readonly problem: Problem };

/** Reads what a person typed as an answer of a shape: options by number, id, name or the letters they begin with. */
export function understand(scene: Scene, shape: Shape, text: string): Understood {
  if (shape.kind === 'quantity') return understoodQuantity(shape, text);
  const rowsOf = (table: string) => rowRefs(scene, table).map(({ id }) => id);
  const parsed = parseTyped(shape, spelledOut(scene, shape, text), { rowsOf });
  if (parsed.ok) return { type: 'value', value: parsed.value, echo: '' };
  return { type: 'refused', problem: unsure(scene, shape, text) ?? firstOf(parsed.error) };
}

function understoodQuantity(shape: Extract<Shape, { kind: 'quantity' }>, text: string): Understood {
  const reading = parseQuantity(text, shape);
  return reading.type === 'understood' ? { type: 'value', value: reading.text, echo: reading.echo } : reading;
}

const YES_NO: readonly MenuLine[] = [
  { id: 'yes', label: 'yes' },
  { id: 'no', label: 'no' },
];

/** What can be picked for a shape; nothing when it is typed. */
export function menuOf(scene: Scene, shape: Shape): readonly MenuLine[] | undefined {
  if (shape.kind === 'confirm') return YES_NO;
  if (shape.kind !== 'choice' && shape.kind !== 'many') return undefined;
  if (shape.of !== undefined) return rowRefs(scene, shape.of).map(({ id, name }) => ({ id, label: name }));
  return (shape.options ?? []).map(lineOf);
}

const lineOf = ({ id, label, trade_off }: Option): MenuLine => ({ id, label, detail: trade_off });

function spelledOut(scene: Scene, shape: Shape, text: string): string {
  const menu = menuOf(scene, shape);
  if (menu === undefined) return text;
  if (shape.kind !== 'many') return optionFor(menu, text.trim());
  const whole = fitting(menu, text.trim(), 'exact');
  if (whole[0] !== undefined) return whole[0].id;
  return text
    .split(',')
    .map((word) => optionFor(menu, word.trim()))
    .join(', ');
}

function optionFor(menu: readonly MenuLine[], word: string): string {
  const exact = fitting(menu, word, 'exact');
  const found = exact.length > 0 ? exact : numberedOr(menu, word);
  return found.length === 1 ? (found[0]?.id ?? word) : word;
}

function numberedOr(menu: readonly MenuLine[], word: string): readonly MenuLine[] {
  if (!/^[1-9]\d{0,3}$/.test(word)) return fitting(menu, word, 'begins');
  const line = menu[Number(word) - 1];
  return line === undefined ? [] : [line];
}

function fitting(menu: readonly MenuLine[], word: string, how: 'exact' | 'begins'): readonly MenuLine[] {
  const wanted = word.toLowerCase();
  if (wanted === '') return [];
  const fits = (name: string) =>
    how === 'exact' ? name.toLowerCase() === wanted : name.toLowerCase().startsWith(wanted);
  const byId = menu.filter(({ id }) => id === word);
  return byId.length > 0 ? byId : menu.filter(({ id, label }) => fits(id) || fits(label));
}

function unsure(scene: Scene, shape: Shape, text: string): Problem | undefined {
  const menu = menuOf(scene, shape) ?? [];
  const word = text.split(',').find((part) => fitting(menu, part.trim(), 'begins').length > 1);
  if (word === undefined) return undefined;
  const names = fitting(menu, word.trim(), 'begins').map(({ label }) => label);
  return {
    code: 'option-ambiguous',
    message: `“${word.trim()}” may be ${joined(names.slice(0, 4), 'or')}.`,
    hint: 'Write more of it, or its number.',
  };
}
