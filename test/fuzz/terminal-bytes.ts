import fc from 'fast-check';

const esc = '\u001b';

/** Keys that do something in a form, as terminals send them. */
const keys = ['\r', '\t', '\n', ' ', '\u007f', `${esc}[A`, `${esc}[B`, `${esc}[C`, `${esc}[D`, `${esc}[Z`]
  .concat([`${esc}[H`, `${esc}[F`, `${esc}[3~`, `${esc}[5~`, `${esc}[6~`, `${esc}OP`, `${esc}\r`])
  .concat([`${esc}[1;5C`, `${esc}[1;3A`, `${esc}b`, `${esc}z`, `${esc}[27u`, `${esc}[13;2u`, '?', '/'])
  .concat(
    [1, 3, 4, 5, 7, 11, 14, 15, 16, 18, 19, 20, 21, 23, 25, 26].map((code) => String.fromCharCode(code)),
  );

/** Sequences cut off, endless, doubled, or of another protocol. */
const broken = [
  esc,
  `${esc}${esc}`,
  `${esc}[`,
  `${esc}[[`,
  `${esc}O`,
  `${esc}[1;`,
  `${esc}[?`,
  `${esc}[<0;10;10M`,
]
  .concat([
    `${esc}[99999999999999999999;5u`,
    `${esc}[1114112u`,
    `${esc}[55296;2u`,
    `${esc}[;;;;;;~`,
    `${esc}[-1u`,
  ])
  .concat([`${esc}]0;title`, `${esc}]52;c;aGk=\u0007`, `${esc}]8;;http://x${esc}\\`, `${esc}P+q544e${esc}\\`])
  .concat([`${esc}[201~`, `${esc}[M !!`, `${esc}[I`, `${esc}[O`, `${esc}[?1u`])
  .concat([
    `${esc}[97;1:3u`,
    `${esc}c`,
    `${esc}[2J`,
    '\u009b31m',
    '\u009d52;c;x\u009c',
    '\ud83d',
    '\udc00',
    '\u202e',
  ]);

const bytes = fc.uint8Array({ maxLength: 60 }).map((given) => String.fromCharCode(...given));
const pasted = fc
  .tuple(bytes, fc.constantFrom(...Array.from({ length: 14 }, () => `${esc}[201~`), `${esc}[201`, ''))
  .map(([text, end]) => `${esc}[200~${text}${end}`);

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...keys) },
  { weight: 3, arbitrary: fc.constantFrom(...broken) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 2, arbitrary: fc.stringMatching(/^[a-z0-9 .|/-]{1,12}$/) },
  { weight: 2, arbitrary: bytes },
  { weight: 1, arbitrary: pasted },
);

/** Reads of a terminal: pieces glued together and cut anywhere, so that a sequence may come in two reads. */
export const reads = fc
  .tuple(
    fc.array(piece, { minLength: 110, maxLength: 200 }),
    fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1 }),
  )
  .map(([pieces, lengths]) => cut(pieces.join(''), lengths));

function cut(text: string, lengths: readonly number[]): readonly string[] {
  const chunks: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = at + (lengths[chunks.length % lengths.length] ?? 1);
    chunks.push(text.slice(at, end));
    at = end;
  }
  return chunks;
}
