import { describe, expect, it } from 'vitest';
import { parseIncidents } from '../../src/bank/incidents.js';
import { parseBank } from '../../src/bank/parse-bank.js';

type Files = Readonly<Record<string, string>>;

const parse = (files: Files, id = 'core') =>
  parseBank({ id, files: Object.entries(files).map(([path, text]) => ({ path, text })) });
const problemsOf = (files: Files, id?: string) => {
  const bank = parse(files, id);
  return bank.ok ? [] : bank.error;
};
const questionIds = (files: Files) => {
  const bank = parse(files);
  return bank.ok ? bank.value.questions.map(({ id }) => id) : bank.error;
};

const SECTION = '{ id: rec, code: REC, title: Recovery, order: 1, intro: What breaks. }';
const HEAD = `format: 1\nbank: core\nversion: 1\nsections:\n  - ${SECTION}\n`;
const confirm = (id: string) => `  - { id: ${id}, kind: confirm, prompt: Is it so?, why: It matters. }\n`;
const part = (id: string) => `section: rec\nquestions:\n${confirm(id)}`;
const RULE =
  '  - { id: no-drill, severity: high, class: risk, fires_when: "true", title: T, why: W, probe: P, examples: { fires: {}, quiet: {} } }\n';

describe('a whole bank', () => {
  it('has defaults for what its files leave out', () => {
    const bank = parse({ 'bank.yaml': HEAD, 'rec.yaml': `${part('rec.drill')}rules:\n${RULE}` });
    const { placeOf, ...value } = bank.ok ? bank.value : { placeOf: () => undefined };
    expect(placeOf('question rec.drill')).toEqual({ file: 'rec.yaml', line: 3, column: 5 });
    expect(value).toEqual({
      id: 'core',
      title: 'core',
      version: 1,
      sections: [
        { id: 'rec', code: 'REC', title: 'Recovery', order: 1, intro: 'What breaks.', bank: 'core' },
      ],
      questions: [
        {
          id: 'rec.drill',
          section: 'rec',
          bank: 'core',
          kind: 'confirm',
          depth: 'standard',
          scope: 'spec',
          required: false,
          prompt: 'Is it so?',
          why: 'It matters.',
          terms: [],
          incidents: [],
          rests_on: [],
          says: [],
        },
      ],
      rules: [
        {
          id: 'no-drill',
          section: 'rec',
          bank: 'core',
          severity: 'high',
          class: 'risk',
          archetypes: [],
          fires_when: 'true',
          title: 'T',
          why: 'W',
          probe: 'P',
          incidents: [],
          merges_with: [],
          tier_exempt: false,
          examples: { fires: {}, quiet: {} },
        },
      ],
      terms: [],
      lexicons: {},
      retired_numbers: {},
      migrations: [],
    });
  });

  it('keeps what its files say', () => {
    const more = `title: Core\narchetype: http-api\nterms: [{ id: rpo, means: Loss. }]\nlexicons: { vague: [fast] }\nretired_numbers: { REC: [2] }\nmigrations: [{ from: 1, drop: { rec.old: Gone. } }]\n`;
    const bank = parse({ 'bank.yml': `${HEAD}${more}` });
    expect(bank).toMatchObject({
      value: {
        title: 'Core',
        archetype: 'http-api',
        terms: [{ id: 'rpo', means: 'Loss.' }],
        lexicons: { vague: ['fast'] },
        retired_numbers: { REC: [2] },
        migrations: [
          {
            from: 1,
            drop: { 'rec.old': 'Gone.' },
            rename: {},
            map: {},
            retype: {},
            split: {},
            merge: {},
            ask_again: [],
          },
        ],
      },
    });
  });

  it('has the sections of its main file before those of its parts', () => {
    const section = (id: string) => `{ id: ${id}, code: ${id.toUpperCase()}, title: T, order: 1, intro: I. }`;
    const bank = parse({
      'a.yaml': `section: ${section('two')}\nquestions:\n${confirm('two.a')}`,
      'bank.yaml': `${HEAD}section: ${section('one')}\nquestions:\n${confirm('one.a')}`,
    });
    expect(bank.ok && bank.value.sections.map(({ id, bank: of }) => `${id} of ${of}`)).toEqual([
      'rec of core',
      'one of core',
      'two of core',
    ]);
    expect(bank.ok && bank.value.questions.map(({ id, section: of }) => `${id} in ${of}`)).toEqual([
      'one.a in one',
      'two.a in two',
    ]);
    expect(bank.ok && bank.value.placeOf('section two')).toEqual({ file: 'a.yaml', line: 1, column: 10 });
  });

  it('gives the rules of its main file to its first section', () => {
    const bank = parse({ 'bank.yaml': `${HEAD}rules:\n${RULE}` });
    expect(bank.ok && bank.value.rules.map(({ section }) => section)).toEqual(['rec']);
  });

  it('may hold questions of each of its sections in the main file', () => {
    const other = `  - { id: arc, code: ARC, title: Shape, order: 2, intro: Its shape. }\n`;
    const bank = parse({ 'bank.yaml': `${HEAD}${other}questions:\n${confirm('arc.a')}${confirm('rec.a')}` });
    expect(bank.ok && bank.value.questions.map(({ section }) => section)).toEqual(['arc', 'rec']);
  });
});

describe('the files of a bank', () => {
  it('are taken in the order people count, folder by folder', () => {
    expect(
      questionIds({
        'b/questions.yaml': part('rec.g'),
        'a/rules.yaml': part('rec.f'),
        'a/questions-x.yaml': part('rec.e'),
        'a/questions-10.yml': part('rec.d'),
        'a/questions-9.yaml': part('rec.c'),
        'a/questions-1-2.yaml': part('rec.h'),
        'a/questions.yaml': part('rec.b'),
        'a-1/questions.yaml': part('rec.i'),
        'z.yaml': part('rec.j'),
        'bank.yaml': HEAD,
      }),
    ).toEqual(['j', 'i', 'b', 'c', 'd', 'h', 'e', 'f', 'g'].map((letter) => `rec.${letter}`));
  });

  it.each(['bank.yaml', 'bank.yml', 'core/bank.yaml', 'a.yaml'])('have a main one: %s', (path) => {
    expect(questionIds({ [path]: `${HEAD}questions:\n${confirm('rec.a')}` })).toEqual(['rec.a']);
  });

  it('have a main one by its name or by its key, and no other', () => {
    const noHead = (path: string, id = 'core') => ({
      code: 'bank-no-head',
      message: `The bank ${id} has no file with the key \`bank\`.`,
      hint: 'Add bank.yaml with `format: 1`, `bank`, `title`, `version` and `sections`.',
      place: { file: path },
    });
    expect(problemsOf({ 'team/rec.yaml': part('rec.a') }, 'team')).toEqual([noHead('team/rec.yaml', 'team')]);
    expect(problemsOf({}, 'team')).toEqual([noHead('team', 'team')]);
    expect(problemsOf({ 'mybank.yaml': part('rec.a') })).toEqual([noHead('mybank.yaml')]);
    expect(problemsOf({ 'bank.yaml.bak': part('rec.a') })).toEqual([noHead('bank.yaml.bak')]);
    expect(problemsOf({ 'bank/x.yaml': part('rec.a') })).toEqual([noHead('bank/x.yaml')]);
    expect(problemsOf({ 'bank.yaml': '[a]' }).map(({ code }) => code)).toEqual(['bank-wrong-value']);
    expect(problemsOf({ 'a.yaml': HEAD, 'b.yaml': HEAD, 'c.yaml': HEAD })).toEqual([
      {
        code: 'bank-second-head',
        message: 'A second file with the key `bank` is in this folder; one is expected.',
        hint: 'Remove `bank` here, and keep `section`.',
        place: { file: 'b.yaml', line: 2, column: 1 },
      },
    ]);
  });

  it('are told together of what no parser can read, before all else', () => {
    expect(problemsOf({ 'a.yaml': 'a: *x', 'b.yaml': '', 'c.yaml': HEAD }).map(({ code }) => code)).toEqual([
      'yaml-alias',
      'yaml-empty',
    ]);
  });
});

describe('what stands in the wrong place', () => {
  it('is a question of another section', () => {
    const stranger = (id: string, home: string, hint: string, file: string, line: number) => ({
      code: 'bank-wrong-section',
      message: `${id} stands in a file of the section ${home}.`,
      hint,
      place: { file, line, column: 11 },
    });
    expect(
      problemsOf({
        'bank.yaml': HEAD,
        'rec.yaml': `section: rec\nquestions:\n${confirm('rec.a')}${confirm('arc.b')}`,
      }),
    ).toEqual([stranger('arc.b', 'rec', 'Name it rec.b, or move it to its section.', 'rec.yaml', 4)]);
    expect(
      problemsOf({
        'bank.yaml': `format: 1\nbank: core\nversion: 1\nsection: ${SECTION}\nquestions:\n${confirm('arc.b')}`,
      }),
    ).toEqual([stranger('arc.b', 'rec', 'Name it rec.b, or move it to its section.', 'bank.yaml', 6)]);
  });

  it('is a question or a rule of no section', () => {
    const homeless = {
      code: 'bank-no-section',
      message: 'The file has questions or rules, and no section they belong to.',
      hint: 'Add `section: { id, code, title, order, intro }`.',
      place: { file: 'bank.yaml', line: 1, column: 1 },
    };
    const head = 'format: 1\nbank: core\nversion: 1\n';
    expect(problemsOf({ 'bank.yaml': head })).toEqual([]);
    expect(problemsOf({ 'bank.yaml': `${head}questions:\n${confirm('rec.a')}` })).toEqual([homeless]);
    expect(problemsOf({ 'bank.yaml': `${head}rules:\n${RULE}` })).toEqual([homeless]);
  });

  it('is what has the id of another', () => {
    const twice = (subject: string, first: string, place: object) => ({
      code: 'duplicate-id',
      message: `The ${subject} is defined twice; first at ${first}.`,
      hint: 'Rename or remove one of the two.',
      place,
    });
    const terms = 'terms:\n  - { id: rpo, means: A. }\n  - { id: rpo, means: B. }\n';
    expect(
      problemsOf({
        'bank.yaml': `${HEAD}${terms}`,
        'rec.yaml': `section: ${SECTION}\nquestions:\n${confirm('rec.a')}${confirm('rec.a')}rules:\n${RULE}${RULE}`,
      }),
    ).toEqual([
      twice('term rpo', 'bank.yaml:7', { file: 'bank.yaml', line: 8, column: 11 }),
      twice('section rec', 'bank.yaml:5', { file: 'rec.yaml', line: 1, column: 16 }),
      twice('question rec.a', 'rec.yaml:3', { file: 'rec.yaml', line: 4, column: 11 }),
      twice('rule no-drill', 'rec.yaml:6', { file: 'rec.yaml', line: 7, column: 11 }),
    ]);
  });
});

describe('the label of a column and of an option', () => {
  it('is its id in words where none is given', () => {
    const options = '[{ id: a-b_c }, { id: x, label: An X }, { id: T0 }]';
    const columns = `[{ id: name, kind: text, required: true }, { id: max_wait_time, kind: choice, options: ${options} }, { id: kept, label: Is kept, kind: confirm, ask: row }, { id: late, kind: many, required: true, ask: later, of: rec.t }]`;
    const text = `section: rec\nquestions:\n  - { id: rec.t, kind: table, key: name, prompt: Which?, why: So., columns: ${columns} }\n`;
    const bank = parse({ 'bank.yaml': HEAD, 'rec.yaml': text });
    const labelled = [
      { id: 'a-b_c', label: 'A b c' },
      { id: 'x', label: 'An X' },
      { id: 'T0', label: 'T0' },
    ];
    expect(bank).toMatchObject({
      value: {
        questions: [
          {
            columns: [
              { id: 'name', kind: 'text', label: 'Name', ask: 'row', required: true },
              {
                id: 'max_wait_time',
                label: 'Max wait time',
                ask: 'later',
                required: false,
                options: labelled,
              },
              { id: 'kept', label: 'Is kept', ask: 'row', required: false },
              { id: 'late', label: 'Late', ask: 'later', required: true, of: 'rec.t' },
            ],
          },
        ],
      },
    });
    expect(
      bank.ok &&
        bank.value.questions.flatMap((question) => ('columns' in question ? question.columns : []))[3],
    ).not.toHaveProperty('options');
    const choice = (kind: string) =>
      parse({
        'bank.yaml': HEAD,
        'rec.yaml': `section: rec\nquestions:\n  - { id: rec.c, kind: ${kind}, prompt: Which?, why: So., options: ${options} }\n`,
      });
    expect(choice('choice')).toMatchObject({ value: { questions: [{ section: 'rec', options: labelled }] } });
    expect(choice('many')).toMatchObject({ value: { questions: [{ bank: 'core', options: labelled }] } });
  });
});

describe('the list of incidents', () => {
  const entry = (id: string, over = '') =>
    `- { id: ${id}, org: GitLab, year: 2017, title: Lost data, story: "Gone.", lesson: Restore often., url: "https://example.org/a", basis: postmortem${over} }\n`;
  const read = (text: string) => parseIncidents({ path: 'i.yaml', text });

  it('is read whole', () => {
    expect(read(entry('a-1') + entry('b'))).toMatchObject({ ok: true, value: [{ id: 'a-1' }, { id: 'b' }] });
    expect(read(entry('a'))).toEqual({
      ok: true,
      value: [
        {
          id: 'a',
          org: 'GitLab',
          year: 2017,
          title: 'Lost data',
          story: 'Gone.',
          lesson: 'Restore often.',
          url: 'https://example.org/a',
          basis: 'postmortem',
        },
      ],
    });
  });

  it('is told of every id that stands again, with its first place', () => {
    const twice = (line: number) => ({
      code: 'duplicate-id',
      message: 'The incident a is defined twice; first at i.yaml:1:9.',
      hint: 'Rename or remove one of the two.',
      place: { file: 'i.yaml', line, column: 9 },
    });
    expect(read(entry('a') + entry('b') + entry('a') + entry('a'))).toEqual({
      ok: false,
      error: [twice(3), twice(4)],
    });
  });

  it('is told of what cannot be read, and of what has another shape', () => {
    expect(read('a: *x')).toMatchObject({ ok: false, error: [{ code: 'yaml-alias' }] });
    expect(read('a: 1')).toMatchObject({
      ok: false,
      error: [
        { message: 'The file is a map; a list is expected.', place: { file: 'i.yaml', line: 1, column: 1 } },
      ],
    });
  });
});
