// `T012 `, `**FR-012**: ` with its stars as written or in normal form, and `2. ` or `1.2 ` behind a box and before a word:
// a quantity such as `1.5 s` is no such number.
const NUMBER = /^(?:T\d{3,}\s+|[*\uE000]{2}[A-Z]{2}-\d{3,}[*\uE000]{2}:\s+)/;
const STEP = /^\d+(?:\.|(?:\.\d+)+)\s+(?=\p{Lu}\p{Ll}{2})/u;
const BOX = /^\[[ xX]\]\s+/;

/** The text of a list item behind its marker: its box, the number that shifts when an item comes before it, and what it says. */
export type ItemText = { readonly box: string; readonly number: string; readonly says: string };

/** Takes apart the text of a list item; box and number are empty where there is none. */
export function itemText(text: string): ItemText {
  const box = BOX.exec(text)?.[0] ?? '';
  const behind = text.slice(box.length);
  const number = NUMBER.exec(behind)?.[0] ?? stepOf(box, behind);
  return { box, number, says: behind.slice(number.length) };
}

const stepOf = (box: string, text: string): string => (box === '' ? '' : (STEP.exec(text)?.[0] ?? ''));
