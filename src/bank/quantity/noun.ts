const irregular: Readonly<Record<string, string>> = { person: 'people', child: 'children', datum: 'data' };

const VERBS: Readonly<Record<string, string>> = { have: 'has', are: 'is' };

/** The plural of an English noun, by its last word. */
export function plural(noun: string): string {
  const known = irregular[noun];
  if (known !== undefined) return known;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** Whether a typed word is that noun, in the singular or the plural, in any case. */
export function isNoun(word: string, noun: string): boolean {
  const typed = word.toLowerCase().replace(/\(e?s\)$/, '');
  const name = noun.toLowerCase();
  return typed === name || typed === plural(name) || plural(typed) === name;
}

/** The noun in the singular, as it is stored in rates. */
export function singular(noun: string): string {
  const found = Object.entries(irregular).find(([, many]) => many === noun);
  if (found !== undefined) return found[0];
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh)es$/.test(noun)) return noun.slice(0, -2);
  return /[^siu]s$/.test(noun) ? noun.slice(0, -1) : noun;
}

/** The word after an amount, as that amount wants it: `calls` after 3, `call` after 1, and `has` after 1 min. */
export function wordAfter(amount: string, word: string): string {
  const verb = VERBS[word];
  if (verb !== undefined) return /^1(?:\s[^/]+)?$/.test(amount) ? verb : word;
  return amount.trim() === '1' && !/^.?[aeiou]s$|^(?:its|plus|this|less)$/.test(word) ? singular(word) : word;
}
