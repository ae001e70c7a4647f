import { expect, it } from 'vitest';
import { bankFile, incidentsFile, sectionFile } from '../../src/bank/schema-bank.js';
import { parseShape } from '../../src/bank/schema-problems.js';
import { parseYaml } from '../../src/bank/yaml-source.js';

type Raw = Readonly<Record<string, unknown>>;
const SCHEMAS = { bank: bankFile, section: sectionFile, incidents: incidentsFile };

/** What is wrong with a file, written as JSON, which is YAML too. */
const said = ([kind, raw]: readonly [keyof typeof SCHEMAS, unknown]): readonly string[] => {
  const file = parseYaml({ path: 'a.yaml', text: JSON.stringify(raw) });
  if (!file.ok) throw new Error('The file cannot be read.');
  const parsed = parseShape(SCHEMAS[kind](), file.value);
  return parsed.ok ? [] : parsed.error.map(({ message, hint }) => `${message} ${hint ?? ''}`);
};

const bank = (over: Raw) => ['bank', { format: 1, bank: 'core', version: 1, ...over }] as const;
const section = (over: Raw) =>
  bank({ sections: [{ id: 'rec', code: 'REC', title: 'T', order: 1, intro: 'I.', ...over }] });
const opening = (over: Raw) => section({ opening: { failure: 'F', says: 'S', incident: 'i', ...over } });
const rule = (over: Raw) =>
  bank({
    rules: [
      {
        ...{ id: 'r', severity: 'high', class: 'risk', fires_when: 'true', title: 'T', why: 'W', probe: 'P' },
        examples: { fires: {}, quiet: {} },
        ...over,
      },
    ],
  });
const migration = (over: Raw) => bank({ migrations: [{ from: 1, ...over }] });
const incident = (over: Raw) =>
  [
    'incidents',
    [
      {
        ...{ id: 'i', org: 'O', year: 2017, title: 'T', story: 'S', lesson: 'L' },
        ...{ url: 'https://example.org', basis: 'B', ...over },
      },
    ],
  ] as const;

const TEXT = 'text with a length of at least 1';
const QUESTION = 'an id like `section.name`, lower case';
const KEBAB = 'an id of lower-case words joined by `-`';
const WORD = 'an id of lower-case letters, digits and `_`';

// What a schema is made of is made once, so that all of it is looked at in one test.
it('every key of a bank, a section, a rule, a migration and an incident that has another form is refused', () => {
  const cases: readonly (readonly [
    ReturnType<typeof bank> | ReturnType<typeof incident> | readonly ['section', Raw],
    string,
  ])[] = [
    [bank({ format: 2 }), '`format` is 2; the format 1 is expected. Change `format:`.'],
    [bank({ bank: 'A' }), `\`bank\` is "A"; ${KEBAB} is expected. Change \`bank:\`.`],
    [bank({ title: '' }), `\`title\` is ""; ${TEXT} is expected. Change \`title:\`.`],
    [bank({ version: 0 }), '`version` is 0; a number of at least 1 is expected. Change `version:`.'],
    [bank({ archetype: 'A' }), `\`archetype\` is "A"; ${KEBAB} is expected. Change \`archetype:\`.`],
    [bank({ sections: {} }), '`sections` is a map; a list is expected. Change `sections:`.'],
    [bank({ section: 'rec' }), '`section` is "rec"; a map is expected. Change `section:`.'],
    [bank({ questions: {} }), '`questions` is a map; a list is expected. Change `questions:`.'],
    [bank({ rules: {} }), '`rules` is a map; a list is expected. Change `rules:`.'],
    [bank({ terms: [{ id: 'A', means: 'x' }] }), `\`id\` of A is "A"; ${KEBAB} is expected. Change \`id:\`.`],
    [bank({ terms: [{ id: 'a' }] }), '`means` of a is missing; text is expected. Add `means:`.'],
    [bank({ lexicons: { A: [] } }), `\`A\` of lexicons is a list; ${KEBAB} is expected. Change \`A:\`.`],
    [bank({ lexicons: { a: [''] } }), `Item 1 of lexicons a is ""; ${TEXT} is expected. Change \`a:\`.`],
    [
      bank({ retired_numbers: { rec: [1] } }),
      '`rec` of retired_numbers is a list; two to eight capitals or digits, like `REC` is expected. Change `rec:`.',
    ],
    [
      bank({ retired_numbers: { REC: [0] } }),
      'Item 1 of retired_numbers REC is 0; a number of at least 1 is expected. Change `REC:`.',
    ],
    [
      bank({ zzzzzzz: 1 }),
      'The file has the key `zzzzzzz`, which is not known. Known keys: format, bank, title, version, archetype, sections, section, questions, rules, terms, lexicons, retired_numbers, migrations.',
    ],
    [section({ id: 'A' }), `\`id\` of A is "A"; ${WORD} is expected. Change \`id:\`.`],
    [
      section({ code: 'R' }),
      '`code` of rec is "R"; two to eight capitals or digits, like `REC` is expected. Change `code:`.',
    ],
    [section({ title: '' }), `\`title\` of rec is ""; ${TEXT} is expected. Change \`title:\`.`],
    [section({ order: 1.5 }), '`order` of rec is 1.5; a whole number is expected. Change `order:`.'],
    [section({ intro: '' }), `\`intro\` of rec is ""; ${TEXT} is expected. Change \`intro:\`.`],
    [opening({ failure: '' }), `\`failure\` of rec opening is ""; ${TEXT} is expected. Change \`failure:\`.`],
    [opening({ says: '' }), `\`says\` of rec opening is ""; ${TEXT} is expected. Change \`says:\`.`],
    [
      opening({ incident: 'A' }),
      `\`incident\` of rec opening is "A"; ${KEBAB} is expected. Change \`incident:\`.`,
    ],
    [rule({ id: 'R' }), `\`id\` of R is "R"; ${KEBAB} is expected. Change \`id:\`.`],
    [
      rule({ severity: 'x' }),
      '`severity` of r is "x"; block, high, med or info is expected. Change `severity:`.',
    ],
    [
      rule({ class: 'x' }),
      '`class` of r is "x"; contradiction, risk, numeric or missing is expected. Change `class:`.',
    ],
    [
      rule({ archetypes: ['A'] }),
      `Item 1 of r archetypes is "A"; ${KEBAB} is expected. Change \`archetypes:\`.`,
    ],
    [rule({ for: 'a' }), `\`for\` of r is "a"; ${QUESTION} is expected. Change \`for:\`.`],
    [rule({ fires_when: ' ' }), `\`fires_when\` of r is " "; ${TEXT} is expected. Change \`fires_when:\`.`],
    [rule({ title: '' }), `\`title\` of r is ""; ${TEXT} is expected. Change \`title:\`.`],
    [rule({ why: '' }), `\`why\` of r is ""; ${TEXT} is expected. Change \`why:\`.`],
    [rule({ probe: '' }), `\`probe\` of r is ""; ${TEXT} is expected. Change \`probe:\`.`],
    [
      rule({ incidents: ['A'] }),
      `Item 1 of r incidents is "A"; ${KEBAB} is expected. Change \`incidents:\`.`,
    ],
    [
      rule({ merges_with: ['A'] }),
      `Item 1 of r merges_with is "A"; ${KEBAB} is expected. Change \`merges_with:\`.`,
    ],
    [rule({ tier_exempt: 1 }), '`tier_exempt` of r is 1; true or false is expected. Change `tier_exempt:`.'],
    [rule({ examples: { fires: {} } }), '`quiet` of r examples is missing; a map is expected. Add `quiet:`.'],
    [rule({ examples: { quiet: {} } }), '`fires` of r examples is missing; a map is expected. Add `fires:`.'],
    [
      rule({ examples: { fires: {}, quiet: {}, undecided: 1 } }),
      '`undecided` of r examples is 1; a map is expected. Change `undecided:`.',
    ],
    [
      rule({ examples: { fires: { a: 1 }, quiet: {} } }),
      `\`a\` of r examples fires is 1; ${QUESTION} is expected. Change \`a:\`.`,
    ],
    [
      migration({ from: 0 }),
      '`from` of migrations 1 is 0; a number of at least 1 is expected. Change `from:`.',
    ],
    ...['rename', 'map', 'retype', 'split', 'merge', 'drop'].map(
      (key): readonly [ReturnType<typeof bank>, string] => [
        migration({ [key]: 1 }),
        `\`${key}\` of migrations 1 is 1; a map is expected. Change \`${key}:\`.`,
      ],
    ),
    [
      migration({ ask_again: ['a'] }),
      `Item 1 of migrations 1 ask_again is "a"; ${QUESTION} is expected. Change \`ask_again:\`.`,
    ],
    [
      migration({ rename: { 'a.b': 'c' } }),
      `\`a.b\` of migrations 1 rename is "c"; ${QUESTION} is expected. Change \`a.b:\`.`,
    ],
    ...['split', 'merge'].map((key): readonly [ReturnType<typeof bank>, string] => [
      migration({ [key]: { 'a.b': [] } }),
      `\`a.b\` of migrations 1 ${key} is a list; a list with a length of at least 1 is expected. Change \`a.b:\`.`,
    ]),
    [
      migration({ drop: { 'a.b': '' } }),
      `\`a.b\` of migrations 1 drop is ""; ${TEXT} is expected. Change \`a.b:\`.`,
    ],
    [incident({ id: 'I' }), `\`id\` of I is "I"; ${KEBAB} is expected. Change \`id:\`.`],
    [incident({ year: 1939 }), '`year` of i is 1939; a number of at least 1940 is expected. Change `year:`.'],
    [incident({ year: 2101 }), '`year` of i is 2101; a number of at most 2100 is expected. Change `year:`.'],
    ...['org', 'title', 'story', 'lesson', 'basis'].map(
      (key): readonly [ReturnType<typeof incident>, string] => [
        incident({ [key]: '' }),
        `\`${key}\` of i is ""; ${TEXT} is expected. Change \`${key}:\`.`,
      ],
    ),
    [incident({ url: 'x' }), '`url` of i is "x"; a web address is expected. Change `url:`.'],
    [incident({ url: 'ftp://a.b' }), '`url` of i is "ftp://a.b"; a web address is expected. Change `url:`.'],
    [
      incident({ url: 'xhttp://a.b' }),
      '`url` of i is "xhttp://a.b"; a web address is expected. Change `url:`.',
    ],
    [
      ['section', { section: 5 }],
      '`section` is 5; the id of a section, or a map that describes it is expected. Change `section:`.',
    ],
    [
      ['section', {}],
      '`section` is missing; the id of a section, or a map that describes it is expected. Add `section:`.',
    ],
    [
      ['section', { section: 'rec', format: 2 }],
      '`format` is 2; the format 1 is expected. Change `format:`.',
    ],
    [
      ['section', { section: { id: 'rec', code: 'REC', title: 'T', order: 1 } }],
      '`intro` of rec is missing; text is expected. Add `intro:`.',
    ],
    [
      ['section', { section: 'rec', zzzzzzz: 1 }],
      'The file has the key `zzzzzzz`, which is not known. Known keys: format, section, questions, rules.',
    ],
  ];
  expect(cases.map(([file]) => said(file))).toEqual(cases.map(([, expected]) => [expected]));
  const sound = [
    ...[bank({}), section({}), opening({}), rule({ tier_exempt: true, for: 'a.b' }), migration({})],
    ...[incident({ year: 1940 }), incident({ year: 2100 }), incident({ url: 'http://a.b' })],
    ['section', { section: 'rec' }] as const,
    ['section', { section: 'rec', format: 1, questions: [], rules: [] }] as const,
  ];
  expect(sound.map(said)).toEqual(sound.map(() => []));
});
