/** Says whether a path from the root, with `/` between names, is one that a glob means: `*`, `?`, `[a-z]` inside a name, `**` for any folders. */
export type Glob = (path: string) => boolean;

type Sign = { readonly type: 'many' } | { readonly type: 'one'; readonly fits: (letter: string) => boolean };

type Name = { readonly type: 'many' } | { readonly type: 'one'; readonly fits: (name: string) => boolean };

/** Parses a glob once, to ask it often; matching takes at most length of glob times length of path. */
export function parseGlob(glob: string): Glob {
  const names = glob
    .split('/')
    .filter((name) => name !== '')
    .map(nameOf);
  return (path) => fitsAll(names, path.split('/'));
}

function nameOf(name: string): Name {
  if (name === '**') return { type: 'many' };
  const signs = signsOf(Array.from(name));
  return { type: 'one', fits: (candidate) => fitsAll(signs, Array.from(candidate)) };
}

function signsOf(letters: readonly string[]): readonly Sign[] {
  const signs: Sign[] = [];
  const closing = letters.lastIndexOf(']');
  for (let at = 0; at < letters.length;) {
    const { sign, length } = signAt(letters, at, closing);
    signs.push(sign);
    at += length;
  }
  return signs;
}

function signAt(
  letters: readonly string[],
  at: number,
  closing: number,
): { readonly sign: Sign; readonly length: number } {
  const letter = letters[at] ?? '';
  const escaped = letter === '\\' ? letters[at + 1] : undefined;
  if (escaped !== undefined) return { sign: literal(escaped), length: 2 };
  const end = letter === '[' && at + 2 <= closing ? letters.indexOf(']', at + 2) : -1;
  if (end !== -1) return { sign: setOf(letters.slice(at + 1, end)), length: end + 1 - at };
  if (letter === '*') return { sign: { type: 'many' }, length: 1 };
  return { sign: letter === '?' ? { type: 'one', fits: () => true } : literal(letter), length: 1 };
}

const literal = (letter: string): Sign => ({ type: 'one', fits: (candidate) => candidate === letter });

function setOf(letters: readonly string[]): Sign {
  const isNegated = letters[0] === '!' || letters[0] === '^';
  const set = isNegated ? letters.slice(1) : letters;
  const inside = (letter: string): boolean =>
    set.some((from, at) => {
      const to = set[at + 1] === '-' ? set[at + 2] : undefined;
      return to === undefined ? from === letter : from <= letter && letter <= to;
    });
  return { type: 'one', fits: (letter) => inside(letter) !== isNegated };
}

// Only the last `many` is ever tried again, so this never takes exponential time.
function fitsAll<Item>(
  signs: readonly ({ type: 'many' } | { type: 'one'; fits: (item: Item) => boolean })[],
  items: readonly Item[],
): boolean {
  let [at, item, star, mark] = [0, 0, -1, 0];
  while (item < items.length) {
    const sign = signs[at];
    if (sign?.type === 'many') [star, mark, at] = [at, item, at + 1];
    else if (sign?.fits(items[item] as Item) === true) [at, item] = [at + 1, item + 1];
    else if (star === -1) return false;
    else [at, mark, item] = [star + 1, mark + 1, mark + 1];
  }
  return signs.slice(at).every(({ type }) => type === 'many');
}
