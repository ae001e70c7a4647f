/** What was typed in plain characters, and the words that were left out of it. */
export type Tidy = { readonly text: string; readonly dropped: readonly string[] };

function digitOf(character: string): string {
  let code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    value += 1;
  }
  return String(value);
}

/** Full-width and Arabic digits, µ, odd spaces, dashes and quotes as their plain twins. */
function plainCharacters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?![0-9])\p{Nd}/gu, digitOf)
    .replace(/\p{Cf}|\ufe0f/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[’‘´`]/g, "'")
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replace(/\s+/gu, ' ')
    .trim();
}

const leading =
  /^(?:[~≈∼≃]+|(?:about|around|approx(?:\.|imately)?|roughly|circa|ca\.?|some|nearly|almost|up to|at most|at least|max(?:\.|imum)?|min\.|minimum|less than|more than|fewer than|under|below|over|within|every|=)(?![\p{L}])|[<>≤≥]=?) ?/iu;

const trailing =
  / ?(?:\((?:approx\.?|max\.?|estimated?)\)|\b(?:or less|or more|or fewer|or so|at most|at least|max|maximum|tops|approximately|approx\.?|roughly|ish)|[.!;,])$/iu;

const words: Readonly<Record<string, string>> = {
  a: '1',
  an: '1',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  fifteen: '15',
  twenty: '20',
  thirty: '30',
  forty: '40',
  fifty: '50',
  sixty: '60',
  ninety: '90',
  'a dozen': '12',
  dozen: '12',
  'a hundred': '100',
  'one hundred': '100',
  half: '0.5',
  'half a': '0.5',
  'half an': '0.5',
  'a quarter of an': '0.25',
  zero: '0',
};

const numberWord = new RegExp(
  `^(${Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?=$| (?!nines|and a half nines)\\p{L})`,
  'iu',
);

/** Drops what is not part of a quantity: `about 40 rps.` is `40 rps` without “about”. */
export function tidy(typed: string): Tidy {
  const dropped: string[] = [];
  let text = plainCharacters(typed);
  for (const pattern of [leading, leading, trailing, trailing]) {
    const match = pattern.exec(text);
    if (match === null || match[0].length === text.length) continue;
    const word = match[0].trim();
    if (!/^(?:[.!;,=]|every)$/i.test(word)) dropped.push(word);
    text = text.replace(pattern, '').trim();
  }
  return { text: text.replace(numberWord, (word) => words[word.toLowerCase()] ?? word), dropped };
}
