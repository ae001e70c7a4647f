import fc from 'fast-check';

/** What breaks readers of text: marks of YAML, JSON, templates and terminals, names of prototypes, sizes beyond bounds. */
const hostile = [
  '[',
  ']',
  '{',
  '}',
  '{{',
  '}}',
  '{{{',
  ':',
  '- ',
  '? ',
  '|',
  '>',
  '&a ',
  '*a',
  '<<: *a',
  '!!js/function x',
]
  .concat([
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '# ',
    '"',
    "'",
    '\\',
    '\t',
    '\r',
    '\u0000',
    '\ufeff',
    '\u001b[2J',
  ])
  .concat([
    '\u202e',
    '\ud800',
    '__proto__',
    'constructor',
    'toString',
    'null',
    'true',
    '~',
    '1e999',
    '-0',
    '.nan',
  ])
  .concat([
    '0x10',
    '99999999999999999999',
    '2026-13-45',
    '{{> spec}}',
    '{{#if}}',
    '{{/each}}',
    '{{#each x}}',
    '{{^}}',
  ])
  .concat(['<<<<<<< a\n', '=======\n', '>>>>>>> b\n', '[['.repeat(200), '{a: '.repeat(200), '- '.repeat(200)])
  .concat(['('.repeat(900), 'a.'.repeat(400), '{{#if name}}'.repeat(300), '9'.repeat(400), 'x'.repeat(5000)]);

type Change = {
  readonly at: number;
  readonly length: number;
  readonly what: 'cut' | 'double' | 'put' | 'swap' | 'indent';
  readonly text: string;
};

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  length: fc.integer({ min: 1, max: 60 }),
  what: fc.constantFrom('cut', 'double', 'put', 'put', 'swap', 'indent'),
  text: fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 8 })),
});

/** A text of a sort with a few things changed, or no such text at all. */
export function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  const spoiled = fc
    .tuple(fc.constantFrom(...texts), fc.array(change, { maxLength: 4 }))
    .map(([text, changes]) => changes.reduce(changed, text));
  const noise = fc.array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' })), {
    maxLength: 12,
  });
  return fc.oneof(
    { weight: 9, arbitrary: spoiled },
    { weight: 1, arbitrary: noise.map((parts) => parts.join('')) },
  );
}

function changed(text: string, { at, length, what, text: put }: Change): string {
  const start = at % (text.length + 1);
  const [before, middle, after] = [
    text.slice(0, start),
    text.slice(start, start + length),
    text.slice(start + length),
  ];
  switch (what) {
    case 'cut':
      return before + after;
    case 'double':
      return before + middle + middle + after;
    case 'put':
      return before + put + middle + after;
    case 'swap':
      return after + middle + before;
    case 'indent':
      return `${before}\n${' '.repeat(length % 9)}${middle}${after}`;
  }
}
