import { graphemes, nextGrapheme } from '../../kernel/index.js';
import type { Key } from '../keys.js';
import type { DraftContext, Pressed } from './types.js';

/** Splits typed text into one key per character. */
export function characterKeys(key: Key): readonly Key[] {
  return key.type === 'text' ? graphemes(key.text).map((text) => ({ type: 'text', text })) : [key];
}

/** How one kind of draft takes one key. */
export type Presser<D> = (draft: D, key: Key, context: DraftContext) => Pressed<D>;

/** Lets a draft take the characters of one read one by one, up to the first that it ignores or that has an outcome. */
export function stepping<D>(press: Presser<D>, takesText: (draft: D) => boolean): Presser<D> {
  return (draft, key, context) => {
    if (key.type !== 'text' || takesText(draft)) return press(draft, key, context);
    let pressed: Pressed<D> = { draft, handled: false };
    let rest = key.text;
    while (rest !== '') {
      const text = takesText(pressed.draft) ? rest : rest.slice(0, nextGrapheme(rest, 0));
      rest = rest.slice(text.length);
      const next = press(pressed.draft, { type: 'text', text }, context);
      if (!next.handled) return pressed;
      pressed = next;
      if (next.outcome !== undefined) return pressed;
    }
    return pressed;
  };
}
