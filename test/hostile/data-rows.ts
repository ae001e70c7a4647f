import type { TempDir } from '../helpers/temp-dir.js';
import type { HostileRow } from './hostile-row.js';

const FORMAT = `format: 1
id: mine
title: Mine
outputs:
  - template: mine.hbs
    path: mine.md
    type: markdown
`;

const templateRow = (input: string, template: string, says: RegExp): HostileRow => ({
  input: `a template with ${input}`,
  given: (dir) => {
    dir.write('.spec-interview/templates/mine/template.yaml', FORMAT);
    dir.write('.spec-interview/templates/mine/mine.hbs', `# Mine\n\n${template}\n`);
  },
  run: ['regenerate', 'limiter', '--format', 'mine'],
  code: 2,
  says: [says],
  refused: true,
});

const BANK = `format: 1
bank: own
version: 1
section: { id: own, code: OWN, title: Own, order: 900, intro: What only this team asks. }
questions:
`;

const question = (name: string, more = ''): string => `  - id: own.${name}
    kind: text
    prompt: What is its name?
    why: Names are read more often than written.
    weak: it
    strong: ledger
    depth: quick
    scope: spec
${more}`;

const bankRow = (input: string, text: string, says: RegExp): HostileRow => ({
  input: `a bank ${input}`,
  given: (dir: TempDir) => {
    dir.write('.spec-interview/config.yaml', 'format: 1\nbanks: [bank]\n');
    dir.write('bank/bank.yaml', text);
  },
  run: ['answer', 'limiter', 'arc.stage', 'new'],
  code: 2,
  says: [says],
  refused: true,
});

const deep = `${'('.repeat(3000)}true${')'.repeat(3000)}`;

/** Templates and banks of a team that ask for more than they may have. */
export const dataRows: readonly HostileRow[] = [
  templateRow('an unknown field', '{{nosuch}}', /mine\.hbs:3:3: There is no field nosuch here\. There are: /),
  templateRow('an unknown helper', '{{shout name}}', /mine\.hbs:3:1: There is no helper shout\. There are: /),
  templateRow('constructor', '{{constructor}}', /mine\.hbs:3:3: There is no field constructor here\./),
  templateRow('__proto__', '{{__proto__.polluted}}', /mine\.hbs:3:3: There is no field __proto__/),
  templateRow(
    'a lookup of the prototype',
    '{{lookup this "__proto__"}}',
    /mine\.hbs:3:1: There is no helper lookup\./,
  ),
  templateRow(
    'process',
    '{{#with process}}{{env}}{{/with}}',
    /mine\.hbs:3:9: There is no field process here\./,
  ),
  templateRow(
    'a file of the machine as a partial',
    '{{> ../../../etc/passwd}}',
    /mine\.hbs:3:1: There is no partial/,
  ),
  templateRow('a block that never ends', '{{#if name}}', /mine\.hbs:\d+/),
  {
    ...templateRow(
      'an output path out of the project',
      'x',
      /"[./]*evil\.md" does not stay inside the project/,
    ),
    given: (dir) => {
      dir.write(
        '.spec-interview/templates/mine/template.yaml',
        FORMAT.replace('mine.md', '../../../evil.md'),
      );
      dir.write('.spec-interview/templates/mine/mine.hbs', '# Mine\n');
    },
  },
  bankRow(
    'whose `when` looks forward',
    BANK + question('a', "    when: a.own.b == 'x'\n") + question('b'),
    /bank\/bank\.yaml:\d+:\d+: .*own\.b/,
  ),
  bankRow(
    'with one question twice',
    BANK + question('a') + question('a'),
    /bank\/bank\.yaml:\d+:\d+: .*own\.a/,
  ),
  bankRow(
    'whose `when` names nothing',
    BANK + question('a', "    when: a.own.nothing == 'x'\n"),
    /bank\/bank\.yaml:\d+:\d+: .*own\.nothing/,
  ),
  {
    ...bankRow(
      'whose `when` does not type-check, when it is checked',
      BANK + question('a', '    when: a.arc.tier + 1 == 2\n'),
      /bank\/bank\.yaml:\d+:\d+: /,
    ),
    run: ['banks', 'lint'],
  },
  {
    ...bankRow(
      'whose `when` is 3,000 levels deep, when it is checked',
      BANK + question('a', `    when: ${deep}\n`),
      /bank\/bank\.yaml:\d+:\d+: /,
    ),
    run: ['banks', 'lint'],
  },
  bankRow(
    'of an unknown kind of question',
    BANK + question('a').replace('kind: text', 'kind: magic'),
    /bank\/bank\.yaml:\d+:\d+: `kind` of own\.a is "magic"; text, prose, .* is expected/,
  ),
  bankRow(
    'of 10 MB',
    `${BANK}${question('a')}# ${'x'.repeat(10_000_000)}\n`,
    /bank\.yaml: The file has 10\.0 MB; at most 5 MB are read\. Split it/,
  ),
  bankRow('that does not exist', '', /bank\/bank\.yaml/),
];
