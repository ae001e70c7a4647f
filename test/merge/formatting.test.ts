import fc from 'fast-check';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { normalForm, sameForm } from '../../src/merge/index.js';
import { merged, SPEC } from './merged.js';

const RICH = `${SPEC}
## Odds and ends

An _important_ word, a **strong one**, a snake\\_case name, 5 \\* 3 and \`code_with_*stars*\`.
See <https://example.org/a_b> for more.

1. First do this.
2. Then do that.
   - [ ] Not yet.
   - [x] Done.

> A quote of two lines.
> It ends here.

---

| Left | Right | Middle |
| :-- | --: | :-: |
| a \\| b | \`c\` | _d_ |
`;

const VARIANTS: Readonly<Record<string, (text: string) => string>> = {
  'CRLF line endings': (text) => text.replaceAll('\n', '\r\n'),
  'old Mac line endings': (text) => text.replaceAll('\n', '\r'),
  'a byte order mark': (text) => `\uFEFF${text}`,
  'blanks at the ends of lines': (text) => text.replaceAll(/(.)\n/g, '$1 \t\n'),
  'no final newline': (text) => text.trimEnd(),
  'many blank lines between blocks': (text) => text.replaceAll('\n\n', '\n\n\n\n'),
  'stars as bullets': (text) => text.replaceAll(/^( *)- /gm, '$1* '),
  'pluses as bullets': (text) => text.replaceAll(/^( *)- /gm, '$1+ '),
  'every number a one': (text) => text.replaceAll(/^\d+\. /gm, '1. '),
  'numbers with brackets': (text) => text.replaceAll(/^(\d+)\. /gm, '$1) '),
  'stars for emphasis': (text) => text.replaceAll('_important_', '*important*').replaceAll('_d_', '*d*'),
  'underscores for strong': (text) => text.replaceAll(/\*\*([^*\n]+)\*\*/g, '__$1__'),
  'fewer escapes': (text) => text.replaceAll('\\_', '_').replaceAll('\\*', '*'),
  'bare addresses': (text) => text.replaceAll(/<(https:[^>]+)>/g, '$1'),
  'underlined headings': (text) => text.replace(/^# (.+)$/m, '$1\n====').replace(/^## (.+)$/m, '$1\n---'),
  'closed headings': (text) => text.replaceAll(/^(#+) (.+)$/gm, '$1 $2 $1'),
  'tildes around code': (text) => text.replaceAll('```', '~~~'),
  'another rule': (text) => text.replace('\n---\n', '\n* * *\n'),
  'loose lists': (text) => text.replaceAll(/\n- `REQ/g, '\n\n- `REQ'),
  'tables without outer pipes': (text) => text.replaceAll(/^\| (.+) \|$/gm, '$1'),
  'padded tables': (text) => text.replaceAll(/^\| ([^|]+) \| ([^|]+) \|/gm, '|  $1     |   $2   |'),
  'paragraphs on one line': (text) => text.replaceAll(/(?<=[a-z]\.)\n(?=[A-Z])/g, ' '),
};

describe('R5: formatting is no edit', () => {
  it.each(Object.entries(VARIANTS))('%s', (_, vary) => {
    const varied = vary(RICH);
    expect(varied).not.toBe(RICH);
    expect(normalForm(varied)).toBe(normalForm(RICH));
    expect(sameForm(varied, RICH)).toBe(true);
    const generated = RICH.replace('99.9 %', '99.99 %');
    const file = merged({ base: RICH, mine: varied, generated });
    expect(file.state).toBe('updated');
    expect(normalForm(file.after)).toBe(normalForm(generated));
    expect(merged({ base: RICH, mine: varied, generated: RICH })).toMatchObject({ state: 'unchanged' });
  });

  it.each([
    { proseWrap: 'preserve' },
    { proseWrap: 'always', printWidth: 40 },
    { proseWrap: 'never' },
    { tabWidth: 4 },
    { useTabs: true, tabWidth: 4 },
  ] as const)('prettier with %o', async (options) => {
    const varied = await format(RICH, { parser: 'markdown', ...options });
    expect(normalForm(varied)).toBe(normalForm(RICH));
  });

  it('is no edit in other files either, as far as blanks and line endings go', () => {
    expect(normalForm('a: 1 \r\nb: 2\r\n\r\n', 'yaml')).toBe(normalForm('a: 1\nb: 2\n', 'yaml'));
    expect(normalForm('a:  1\n', 'yaml')).not.toBe(normalForm('a: 1\n', 'yaml'));
  });

  it('keeps the bytes of what did not change', () => {
    const varied = VARIANTS['padded tables']!(SPEC).replaceAll('- `', '* `');
    const file = merged({ base: SPEC, mine: varied, generated: SPEC.replace('ten years', 'six years') });
    expect(file.after).toBe(varied.replace('ten years', 'six years'));
  });
});

describe('the short way to compare two texts', () => {
  const piece = fc.constantFrom(
    'a',
    'B',
    ' ',
    '\n',
    '\n\n',
    '- ',
    '* ',
    '1. ',
    '# ',
    '`',
    '_',
    '**',
    '|',
    '\\',
    '```\n',
    '> ',
    'é',
    '[x] ',
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  it('says what comparing their normal forms says', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(sameForm(a, b)).toBe(normalForm(a) === normalForm(b));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a number at the end of a text', () => {
  it.each(['It takes 5.', 'It takes (5)', '1. It takes 5', '- 7.'])(
    'is the same without a last line end: %s',
    (text) => {
      expect(sameForm(`# A\n\n${text}`, `# A\n\n${text}\n`)).toBe(true);
    },
  );
});
