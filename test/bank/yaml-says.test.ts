import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/bank/yaml-source.js';
import { problemText } from '../../src/kernel/problem.js';

/** Each problem as code, place, sentence and hint. */
const said = (text: string): readonly string[] => {
  const file = parseYaml({ path: 'a.yaml', text });
  return file.ok ? [] : file.error.map((problem) => `${problem.code} ${problemText(problem)}`);
};
const dataOf = (text: string): unknown => {
  const file = parseYaml({ path: 'a.yaml', text });
  return file.ok ? file.value.data : file.error;
};

const QUOTE = 'Put the text in quotes, or write it as a block after `|`.';
const ALIGN = 'Align the line with its neighbours; use spaces only.';
const TAB = 'The line is indented with a tab; spaces are expected. Indent with two spaces per level.';
const INDENT = `The indentation does not fit the lines above, or a bracket is not closed. ${ALIGN}`;
const COLON = `A second \`key:\` stands where the value of the first is expected. ${QUOTE} A nested key goes on its own line, indented.`;
const KEY = `A key runs over several lines; \`key: value\` is expected on one. ${ALIGN}`;
const UNFINISHED =
  'Something is not finished here: a colon, a quote or a bracket is missing. Write `key: value`, and close every quote and bracket.';
const CHARACTER = `A text cannot begin with this character. ${QUOTE}`;
const ESCAPE = "The escape after `\\` is not known. Double the backslash, or use single quotes '…'.";
const TAG =
  'A tag (`!…`) stands before the value; plain values are expected. Remove the tag, or put the text in quotes.';
const CONFLICT =
  'The file holds the marks of an unfinished merge. Keep one side, remove the lines that begin with <<<<<<<, ======= and >>>>>>>.';
const alias = (name: string) =>
  `The alias *${name} is used; aliases are not read. Write the value out, or put the text in quotes.`;
const CONTROL = 'The text holds a control character. Remove it; only line breaks and tabs are allowed.';
const twice = (key: string) => `The key \`${key}\` is written twice in one map. Keep one of the two.`;

describe('a text that is not YAML', () => {
  it.each<[string, readonly string[]]>([
    ['\ta: 1', [`yaml-tab a.yaml:1:1: ${TAB}`]],
    ['a: 1\n\tb: 2', [`yaml-tab a.yaml:2:1: ${TAB}`]],
    ['a:\n \t- b', [`yaml-tab a.yaml:2:2: ${TAB}`]],
    ['a:\n  b: 1\n c: 2', [`yaml-indent a.yaml:3:1: ${INDENT}`]],
    ['a: [1, 2', [`yaml-indent a.yaml:1:9: ${INDENT}`]],
    ['key: [a\nb: c', [`yaml-indent a.yaml:2:1: ${INDENT}`]],
    ['a: b: c', [`yaml-colon a.yaml:1:4: ${COLON}`]],
    ['a:\n  - b: c: d', [`yaml-colon a.yaml:2:8: ${COLON}`]],
    ['a: x\n  y: z', [`yaml-colon a.yaml:1:4: ${COLON}`, `yaml-key a.yaml:1:4: ${KEY}`]],
    ['a\nb: c', [`yaml-key a.yaml:1:1: ${KEY}`]],
    ['a: "x', [`yaml-unfinished a.yaml:1:6: ${UNFINISHED}`]],
    ['a: >\n b\nc', [`yaml-unfinished a.yaml:3:1: ${UNFINISHED}`]],
    ['a: @x\nb: `y', [`yaml-character a.yaml:1:4: ${CHARACTER}`, `yaml-character a.yaml:2:4: ${CHARACTER}`]],
    ['a: "\\q\\z"', [`yaml-escape a.yaml:1:5: ${ESCAPE}`]],
    ['a: !x 1\nb: !y 2', [`yaml-tag a.yaml:1:4: ${TAG}`, `yaml-tag a.yaml:2:4: ${TAG}`]],
    [
      '- a\nb: 1',
      [`yaml-syntax a.yaml:2:1: This is not valid YAML: Unexpected scalar at node end. ${QUOTE}`],
    ],
  ])('%j is told what it lacks, once for each line', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it('is told of the marks of an unfinished merge', () => {
    const at = (line: number) => `yaml-conflict a.yaml:${String(line)}:1: ${CONFLICT}`;
    expect(said('<<<<<<< HEAD\na: 1\n=======\nb: 2\n>>>>>>> x\n')).toEqual([at(1), at(3), at(5)]);
    expect(said('a: 1\n<<<<<<<\nb: 2\n')[0]).toBe(at(2));
    expect(said('a: 1\n<<<<<<<x\n')).toEqual([`yaml-unfinished a.yaml:2:1: ${UNFINISHED}`]);
    expect(said('a: 1\n<<<<<< x\n')).toEqual([`yaml-unfinished a.yaml:2:1: ${UNFINISHED}`]);
    expect(said('a: 1\n======== x\n')).toEqual([`yaml-unfinished a.yaml:2:1: ${UNFINISHED}`]);
  });
});

describe('a YAML text that is not read', () => {
  it.each<[string, readonly string[]]>([
    ['a: *x', [`yaml-alias a.yaml:1:4: ${alias('x')}`]],
    ['a: &x 1\nb: *x', [`yaml-alias a.yaml:2:4: ${alias('x')}`]],
    ['- *x\n- [*y]', [`yaml-alias a.yaml:1:3: ${alias('x')}`, `yaml-alias a.yaml:2:4: ${alias('y')}`]],
    [
      'a:\n  <<: { b: 1 }',
      ['yaml-merge-key a.yaml:2:3: The merge key `<<` is used; merging is not read. Write the keys out.'],
    ],
    ['a: 1\nb: 2\na: 3', [`yaml-duplicate-key a.yaml:3:1: ${twice('a')}`]],
    ['- { b: 1, b: 2 }', [`yaml-duplicate-key a.yaml:1:11: ${twice('b')}`]],
    ['? [a]\n: b', ['yaml-key a.yaml:1:3: A key is not a plain word. Write `key: value`.']],
    ['{ a: 1 }: b', ['yaml-key a.yaml:1:1: A key is not a plain word. Write `key: value`.']],
    ['a: "\\u0007"', [`yaml-control-character a.yaml:1:4: ${CONTROL}`]],
    ['a: "\\u0085"', [`yaml-control-character a.yaml:1:4: ${CONTROL}`]],
    ['a: "\\u001f"', [`yaml-control-character a.yaml:1:4: ${CONTROL}`]],
    ['a: "\\u007f"', [`yaml-control-character a.yaml:1:4: ${CONTROL}`]],
    ['a: "\\u000b"', [`yaml-control-character a.yaml:1:4: ${CONTROL}`]],
    [
      'a: 1\n"\\u001b]52;c": 2',
      ['yaml-control-character a.yaml:2:1: A key holds a control character. Remove it.'],
    ],
    [
      '---\na: 1\n---\nb: 2\n',
      [
        'yaml-several-documents a.yaml:3:1: A second document begins here; one per file is expected. Remove the line `---`, or move what follows to its own file.',
      ],
    ],
    ...['', '# x', ' \n\n'].map((text): [string, readonly string[]] => [
      text,
      ['yaml-empty a.yaml:1:1: The file is empty. Write at least one key and its value, or remove the file.'],
    ]),
    [
      'ab: 1\nc\0',
      ['file-not-text a.yaml:2:2: The file is not text: it holds a zero byte. Save it as UTF-8 text.'],
    ],
    ['\0', ['file-not-text a.yaml:1:1: The file is not text: it holds a zero byte. Save it as UTF-8 text.']],
  ])('%j is told why', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it('names a long key by its beginning', () => {
    const key = 'k'.repeat(60);
    expect(said(`${key}: 1\n${key}: 2`)).toEqual([`yaml-duplicate-key a.yaml:2:1: ${twice(key)}`]);
    expect(said(`${key}k: 1\n${key}k: 2`)).toEqual([`yaml-duplicate-key a.yaml:2:1: ${twice(`${key}…`)}`]);
  });

  it('has at most 64 levels', () => {
    const nested = (depth: number) => `a: ${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(said(nested(62))).toEqual([]);
    expect(said(nested(63))).toEqual([
      'yaml-too-deep a.yaml:1:66: More than 64 levels are nested here. Write the value with fewer levels.',
    ]);
  });

  it('is told of a hundred faults at most', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `k${String(at)}: *x`).join('\n');
    expect(said(many(99))).toHaveLength(99);
    expect(said(many(101))).toHaveLength(100);
    const wrong = (count: number) =>
      Array.from({ length: count }, (_, at) => `k${String(at)}: @x`).join('\n');
    expect(said(wrong(101))).toHaveLength(100);
  });
});

describe('a YAML text', () => {
  it.each<[string, unknown]>([
    ['a: 1\nb: [x, { c: true }]', { a: 1, b: ['x', { c: true }] }],
    ['\uFEFFa: 1\r\nb: 2\rc: 3', { a: 1, b: 2, c: 3 }],
    ['a: yes\nb: 0012\nc: ~\nd:\ne: 2026-01-01', { a: 'yes', b: 12, c: null, d: null, e: '2026-01-01' }],
    ['1: a\ntrue: b\n~: c', { 1: 'a', true: 'b', '~': 'c' }],
    ['"1": a\n\'b c\': d', { 1: 'a', 'b c': 'd' }],
    ['a: "\\t\\n"', { a: '\t\n' }],
    ['a: &x 1', { a: 1 }],
    ['- 1\n- x', [1, 'x']],
    ['x', 'x'],
    ['a: |\n  b\n  c\n', { a: 'b\nc\n' }],
  ])('%j is plain data', (text, data) => {
    expect(dataOf(text)).toEqual(data);
  });

  it('knows where each key and each value begins, and as much of a way as there is', () => {
    const file = parseYaml({
      path: 'a.yaml',
      text: 'top:\n  - id: one\n    list: [x, yy, zz]\n  - id: two\nend:\n',
    });
    const place = (path: readonly (string | number)[], part?: 'key' | 'value') => {
      const at = file.ok ? file.value.placeOf(path, part) : undefined;
      return `${at?.file ?? ''}:${String(at?.line)}:${String(at?.column)}`;
    };
    expect(place([])).toBe('a.yaml:1:1');
    expect(place(['top'])).toBe('a.yaml:2:3');
    expect(place(['top'], 'key')).toBe('a.yaml:1:1');
    expect(place(['top', 1])).toBe('a.yaml:4:5');
    expect(place(['top', 1], 'key')).toBe('a.yaml:2:3');
    expect(place(['top', 0, 'list'])).toBe('a.yaml:3:11');
    expect(place(['top', 0, 'list'], 'key')).toBe('a.yaml:3:5');
    expect(place(['top', 0, 'list', 2])).toBe('a.yaml:3:19');
    expect(place(['end'])).toBe('a.yaml:5:5');
    expect(place(['gone'])).toBe('a.yaml:1:1');
    expect(place(['top', 0, 'gone', 'more'])).toBe('a.yaml:2:5');
    expect(place(['top', 'id'])).toBe('a.yaml:2:3');
    expect(place(['top', 7])).toBe('a.yaml:2:3');
    expect(place(['top', 0, 'list', 1, 'deeper'])).toBe('a.yaml:3:15');
  });
});
