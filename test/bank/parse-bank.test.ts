import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBank, parseIncidents, type Bank } from '../../src/bank/index.js';
import { problemText, type Problem } from '../../src/kernel/index.js';

const HEAD = `format: 1
bank: core
title: Core questions
version: 2
sections:
  - { id: rec, code: REC, title: Failure and recovery, order: 90, intro: What breaks. }
terms:
  - id: rpo
    means: How much data may be lost.
`;

const QUESTIONS = `section: rec
questions:
  - id: rec.rpo
    kind: quantity
    dimension: duration
    depth: quick
    prompt: How much data may be lost when the primary store is lost?
    why: It decides how often you copy.
    weak: none
    strong: 5 min
    terms: [rpo]
    expects: number
    says:
      - number: 3
        ears: unwanted
        if: the primary store is lost
        shall: lose no acknowledged write older than {value}
        verify: drill
  - id: rec.backups
    kind: table
    key: name
    prompt: Which backups exist?
    why: A backup nobody lists is restored by nobody.
    strong:
      - { id: db, name: Database, interval: 1 h, copies: 3 }
    columns:
      - { id: name, kind: text, required: true }
      - { id: interval, kind: quantity, dimension: duration, required: true, ask: row }
      - { id: copies, kind: quantity, dimension: count }
      - { id: restore_tested, kind: choice, options: [{ id: never }, { id: each-quarter, label: Each quarter }] }
`;

const RULES = `section: rec
rules:
  - id: backup-interval-above-rpo
    severity: high
    class: numeric
    for: rec.backups
    fires_when: row.interval > 0.8 * a.rec.rpo
    title: The backup of {row.name} runs too rarely
    why: Data written since the last backup is gone.
    probe: Which writes may be lost?
    examples:
      fires: { rec.rpo: 24 h, rec.backups: [{ id: db, interval: 24 h }] }
      quiet: { rec.rpo: 24 h, rec.backups: [{ id: db, interval: 1 h }] }
`;

type Files = Readonly<Record<string, string>>;
const files: Files = {
  'core/bank.yaml': HEAD,
  'core/rec/questions.yaml': QUESTIONS,
  'core/rec/rules.yaml': RULES,
};

function parse(texts: Files) {
  return parseBank({ id: 'core', files: Object.entries(texts).map(([path, text]) => ({ path, text })) });
}

function bankOf(texts: Files): Bank {
  const bank = parse(texts);
  if (!bank.ok) throw new Error(bank.error.map(problemText).join('\n'));
  return bank.value;
}

function problemsOf(texts: Files): readonly Problem[] {
  const bank = parse(texts);
  return bank.ok ? [] : bank.error;
}

function questionProblems(change: (text: string) => string): readonly Problem[] {
  return problemsOf({ ...files, 'core/rec/questions.yaml': change(QUESTIONS) });
}

describe('parseBank', () => {
  it('reads the three files of a bank as one', () => {
    const bank = bankOf(files);
    expect(bank).toMatchObject({ id: 'core', title: 'Core questions', version: 2 });
    expect(bank.sections).toEqual([
      {
        id: 'rec',
        code: 'REC',
        title: 'Failure and recovery',
        order: 90,
        intro: 'What breaks.',
        bank: 'core',
      },
    ]);
    expect(bank.questions.map(({ id, section, scope }) => [id, section, scope])).toEqual([
      ['rec.rpo', 'rec', 'spec'],
      ['rec.backups', 'rec', 'spec'],
    ]);
    expect(bank.rules[0]).toMatchObject({
      id: 'backup-interval-above-rpo',
      section: 'rec',
      tier_exempt: false,
    });
  });

  it('fills what a column leaves out', () => {
    const table = bankOf(files).questions[1];
    expect(
      table?.kind === 'table' && table.columns.map(({ label, ask, required }) => [label, ask, required]),
    ).toEqual([
      ['Name', 'row', true],
      ['Interval', 'row', true],
      ['Copies', 'later', false],
      ['Restore tested', 'later', false],
    ]);
  });

  it('labels an option with its id in words', () => {
    const table = bankOf(files).questions[1];
    const column = table?.kind === 'table' ? table.columns[3] : undefined;
    expect(column?.kind === 'choice' && column.options?.map(({ label }) => label)).toEqual([
      'Never',
      'Each quarter',
    ]);
  });

  it('turns example rows into rows with cells', () => {
    const bank = bankOf(files);
    const rows = [{ id: 'db', cells: { name: 'Database', interval: '1 h', copies: '3' } }];
    expect(bank.questions[1]?.strong).toEqual(rows);
    expect(bank.rules[0]?.examples.fires).toEqual({
      'rec.rpo': '24 h',
      'rec.backups': [{ id: 'db', cells: { interval: '24 h' } }],
    });
  });

  it('reads a small bank from one file', () => {
    const section = 'section: { id: rec, code: REC, title: Failure, order: 90, intro: What breaks. }\n';
    const one = `format: 1\nbank: team\nversion: 1\n${section}${QUESTIONS.replace('section: rec\n', '')}${RULES.replace('section: rec\n', '')}`;
    const bank = bankOf({ 'team.yaml': one });
    expect(bank.sections.map(({ id, bank: of }) => [id, of])).toEqual([['rec', 'team']]);
    expect(bank.questions).toHaveLength(2);
    expect(bank.rules[0]?.section).toBe('rec');
  });

  it('takes the files of a section in the order people count', () => {
    const question = (name: string) =>
      `section: rec\nquestions:\n  - { id: rec.${name}, kind: confirm, prompt: Is it ${name}?, why: It matters. }\n`;
    const bank = bankOf({
      'core/rec/questions-10.yaml': question('ten'),
      'core/rec/questions-2.yaml': question('two'),
      'core/rec/questions.yaml': question('one'),
      'core/bank.yaml': HEAD,
    });
    expect(bank.questions.map(({ id }) => id)).toEqual(['rec.one', 'rec.two', 'rec.ten']);
  });

  it('knows where each question, key and rule is written', () => {
    const { placeOf } = bankOf(files);
    expect(placeOf('question rec.rpo', ['says', 0, 'shall'])).toEqual({
      file: 'core/rec/questions.yaml',
      line: 17,
      column: 16,
    });
    expect(placeOf('rule backup-interval-above-rpo')).toMatchObject({ file: 'core/rec/rules.yaml', line: 3 });
    expect(placeOf('section rec')).toMatchObject({ file: 'core/bank.yaml', line: 6 });
    expect(placeOf('question rec.absent')).toBeUndefined();
  });

  it('does not notice a BOM or CRLF, and keeps the columns right', () => {
    const dressed = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const same = bankOf(
      Object.fromEntries(Object.entries(files).map(([path, text]) => [path, dressed(text)])),
    );
    const plain = bankOf(files);
    expect({ ...same, placeOf: undefined }).toEqual({ ...plain, placeOf: undefined });
    expect(same.placeOf('question rec.backups', ['kind'])).toEqual(
      plain.placeOf('question rec.backups', ['kind']),
    );
  });
});

describe('a bank that is wrong', () => {
  const at = (line: number, column: number) => ({ file: 'core/rec/questions.yaml', line, column });

  it.each<[string, (text: string) => string, Partial<Problem>]>([
    [
      'an unknown key',
      (text) => text.replace('    prompt: How', '    promt: How'),
      {
        code: 'bank-unknown-key',
        message: 'rec.rpo has the key `promt`, which is not known.',
        hint: 'Did you mean `prompt`?',
        place: at(7, 5),
      },
    ],
    [
      'a text with a comma in a map on one line',
      (text) => text.replace('{ id: never }', '{ id: never, label: no, never }'),
      { code: 'bank-unknown-key', hint: 'A text with a comma or a colon needs quotes inside { … }.' },
    ],
    [
      'an unknown kind',
      (text) => text.replace('kind: quantity', 'kind: quantitiy'),
      { code: 'bank-wrong-value', hint: 'Did you mean `quantity`?', place: at(4, 11) },
    ],
    [
      'a key of another kind',
      (text) => text.replace('dimension: duration', 'dimension: duration\n    options: [{ id: a }]'),
      {
        code: 'bank-unknown-key',
        message: 'rec.rpo has the key `options`, which is not known.',
        place: at(6, 5),
      },
    ],
    [
      'a missing key',
      (text) => text.replace('    why: It decides how often you copy.\n', ''),
      {
        code: 'bank-missing-key',
        message: '`why` of rec.rpo is missing; text is expected.',
        hint: 'Add `why:`.',
        place: at(3, 5),
      },
    ],
    [
      'a value of the wrong type',
      (text) => text.replace('number: 3', 'number: third'),
      { message: '`number` of rec.rpo says 1 is "third"; a number is expected.', place: at(14, 17) },
    ],
    [
      'a value that is none of the known ones',
      (text) => text.replace('depth: quick', 'depth: fast'),
      { message: '`depth` of rec.rpo is "fast"; quick, standard or deep is expected.', place: at(6, 12) },
    ],
    [
      'an id that CEL cannot read',
      (text) => text.replace('id: copies', 'id: in'),
      {
        code: 'bank-wrong-value',
        message: expect.stringContaining('none of in, true, false, null') as string,
      },
    ],
    [
      'a question in the file of another section',
      (text) => text.replace('id: rec.rpo', 'id: dep.rpo'),
      {
        code: 'bank-wrong-section',
        message: 'dep.rpo stands in a file of the section rec.',
        hint: 'Name it rec.rpo, or move it to its section.',
        place: at(3, 9),
      },
    ],
    [
      'an id that is used twice',
      (text) => text.replace('id: rec.backups', 'id: rec.rpo'),
      {
        code: 'duplicate-id',
        message: 'The question rec.rpo is defined twice; first at core/rec/questions.yaml:3.',
        place: at(19, 9),
      },
    ],
    [
      'a key that is written twice',
      (text) => text.replace('depth: quick', 'depth: quick\n    depth: deep'),
      {
        code: 'yaml-duplicate-key',
        message: 'The key `depth` is written twice in one map.',
        place: at(7, 5),
      },
    ],
    [
      'an alias',
      (text) => text.replace('weak: none', 'weak: *none'),
      { code: 'yaml-alias', place: at(9, 11) },
    ],
    [
      'a merge key',
      (text) => text.replace('weak: none', '<<: { weak: none }'),
      { code: 'yaml-merge-key', place: at(9, 5) },
    ],
    [
      'a tag',
      (text) => text.replace('weak: none', 'weak: !secret none'),
      { code: 'yaml-tag', place: at(9, 11) },
    ],
    [
      'a tab as indentation',
      (text) => text.replace('    weak: none', '\tweak: none'),
      { code: 'yaml-tab', hint: 'Indent with two spaces per level.', place: at(9, 1) },
    ],
    [
      'a quote that is not closed',
      (text) => text.replace('weak: none', 'weak: "none'),
      { code: 'yaml-unfinished' },
    ],
    [
      'a text with a colon',
      (text) => text.replace('why: It decides', 'why: It decides: always'),
      { code: 'yaml-colon', place: at(8, 10) },
    ],
    [
      'the marks of an unfinished merge',
      (text) =>
        text.replace(
          '    weak: none\n',
          '<<<<<<< HEAD\n    weak: none\n=======\n    weak: some\n>>>>>>> other\n',
        ),
      { code: 'yaml-conflict', place: at(9, 1) },
    ],
    [
      'a control character in a text',
      (text) => text.replace('weak: none', 'weak: "\\u001b[2J"'),
      { code: 'yaml-control-character', place: at(9, 11) },
    ],
    ['a second document', (text) => `${text}---\na: 1\n`, { code: 'yaml-several-documents' }],
    ['nothing', () => '', { code: 'yaml-empty', place: at(1, 1) }],
    ['only comments', () => '# nothing yet\n', { code: 'yaml-empty' }],
    ['a list', () => '- a\n- b\n', { message: 'The file is a list; a map is expected.', place: at(1, 1) }],
    ['a text', () => 'hello', { message: 'The file is "hello"; a map is expected.', place: at(1, 1) }],
    ['binary bytes', () => 'a: 1\nb\0\u0001PNG', { code: 'file-not-text', place: at(2, 2) }],
    [
      'more than 5 MB',
      () => `# ${'x'.repeat(10_000_000)}`,
      { code: 'file-too-large', message: 'The file has 10.0 MB; at most 5 MB are read.' },
    ],
    [
      '100,000 brackets',
      () => `a: ${'['.repeat(100_000)}`,
      { code: 'yaml-too-deep', place: { file: 'core/rec/questions.yaml', line: 1 } },
    ],
    ['100,000 nested lists', () => '- '.repeat(100_000), { code: 'yaml-too-deep' }],
    ['4 million closing brackets', () => ']'.repeat(4_000_000), { code: 'yaml-too-many-tokens' }],
    [
      'aliases that grow without end',
      () =>
        `n0: &n0 [x, x]\n${Array.from({ length: 30 }, (_, at) => `n${String(at + 1)}: &n${String(at + 1)} [*n${String(at)}, *n${String(at)}]\n`).join('')}`,
      { code: 'yaml-alias', place: at(2, 10) },
    ],
    [
      'a key named __proto__',
      (text) => text.replace('weak: none', '__proto__: { polluted: true }'),
      { code: 'bank-unknown-key' },
    ],
  ])('with %s is refused at its place', (_what, change, expected) => {
    const problems = questionProblems(change);
    const found = problems.find(({ code }) => code === (expected.code ?? code));
    expect(found).toMatchObject(expected);
    expect(problems.every(({ message, hint }) => message.endsWith('.') && hint !== undefined)).toBe(true);
  });

  it('lists all problems at once, those of several files too', () => {
    const problems = problemsOf({
      'core/bank.yaml': HEAD.replace('version: 2', 'version: two'),
      'core/rec/questions.yaml': QUESTIONS.replace('depth: quick', 'depth: fast').replace(
        'key: name',
        'kee: name',
      ),
      'core/rec/rules.yaml': RULES.replace('severity: high', 'severity: terrible'),
    });
    expect(problems.map(({ place }) => `${String(place?.file)}:${String(place?.line)}`)).toEqual([
      'core/bank.yaml:4',
      'core/rec/questions.yaml:6',
      'core/rec/questions.yaml:19',
      'core/rec/questions.yaml:21',
      'core/rec/rules.yaml:4',
    ]);
  });

  it('needs one main file', () => {
    expect(problemsOf({ 'core/rec/rules.yaml': RULES })[0]).toMatchObject({ code: 'bank-no-head' });
    expect(parseBank({ id: 'empty', files: [] })).toMatchObject({ ok: false });
    expect(problemsOf({ ...files, 'core/other.yaml': HEAD })[0]).toMatchObject({
      code: 'bank-second-head',
      place: { file: 'core/other.yaml', line: 2, column: 1 },
    });
  });

  it('needs a section for its rules', () => {
    const head = HEAD.replace(/sections:\n.*\n/, '');
    const problems = problemsOf({ 'core/bank.yaml': `${head}${RULES.replace('section: rec\n', '')}` });
    expect(problems[0]).toMatchObject({ code: 'bank-no-section' });
  });
});

describe('any text', () => {
  const keywords = fc.constantFrom(
    '*a',
    '&a',
    '<<',
    '\t',
    '\r',
    '\0',
    ': ',
    '- ',
    '{',
    ']',
    '"',
    '|',
    '---\n',
    '!x ',
    '? ',
    '\uD800',
  );
  const edit = fc.record({
    at: fc.nat(QUESTIONS.length),
    drop: fc.nat(30),
    put: fc.oneof(keywords, fc.string({ maxLength: 8 })),
  });

  it('never makes the parser throw, and every problem says where', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
        const mutate = (text: string, { at, drop, put }: { at: number; drop: number; put: string }) =>
          text.slice(0, at) + put + text.slice(at + drop);
        const problems = questionProblems((text) => edits.reduce(mutate, text));
        expect(problems.every(({ place }) => place !== undefined)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('parseIncidents', () => {
  const entry = (id: string) =>
    `- id: ${id}\n  org: GitLab\n  year: 2017\n  title: Lost data\n  story: A directory was removed.\n  lesson: Restore often.\n  url: https://example.org/a\n  basis: postmortem\n`;

  it('reads the list', () => {
    const incidents = parseIncidents({ path: 'incidents.yaml', text: entry('gitlab-2017-01') });
    expect(incidents).toMatchObject({ ok: true, value: [{ id: 'gitlab-2017-01', year: 2017 }] });
  });

  it('refuses an id that is used twice, and an address that is none', () => {
    const twice = parseIncidents({ path: 'i.yaml', text: entry('a') + entry('a') });
    expect(twice).toMatchObject({ ok: false, error: [{ code: 'duplicate-id', place: { line: 9 } }] });
    const address = parseIncidents({ path: 'i.yaml', text: entry('a').replace('https', 'javascript') });
    expect(address).toMatchObject({
      ok: false,
      error: [{ code: 'bank-wrong-value', place: { line: 7, column: 8 } }],
    });
  });
});
