import { existsSync, mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { expect } from 'vitest';
import { aTempDir, type TempDir } from '../helpers/temp-dir.js';
import { ANSWERS, ANSWERS_FILE, type HostileRow } from './hostile-row.js';

const outside = (dir: TempDir, name: string): void => {
  const elsewhere = aTempDir();
  elsewhere.write('answers.yaml', ANSWERS);
  symlinkSync(elsewhere.path, dir.join(name));
};
const aside = (dir: TempDir): void => {
  renameSync(dir.join('specs'), dir.join('kept'));
};
const made = (slug: string): Pick<HostileRow, 'code' | 'says' | 'after'> => ({
  code: 6,
  says: [`Continue with: spec-interview resume ${slug}`],
  after: (dir) => {
    expect(existsSync(dir.join('specs', slug, 'spec.md'))).toBe(true);
  },
});

/** Names and paths that lead elsewhere, or that are no names. */
export const pathRows: readonly HostileRow[] = [
  { input: 'a new spec called ../../etc', run: ['new', '../../etc', '--yes'], ...made('etc') },
  {
    input: 'a new spec called /etc/passwd',
    run: ['new', '/etc/passwd', '--yes'],
    ...made('etc-passwd'),
  },
  { input: 'a new spec named in Chinese and emoji', run: ['new', '速度 🚀', '--yes'], ...made('spec') },
  {
    input: 'a name of 300 characters',
    run: ['new', 'a'.repeat(300), '--yes'],
    ...made('a'.repeat(40)),
  },
  {
    input: 'an empty name',
    run: ['new', '', '--yes'],
    code: 2,
    says: ['The spec has no name. spec-interview new "Rate limiter"'],
    refused: true,
  },
  {
    input: 'a second name with the folder of the first',
    run: ['new', 'LIMITER!', '--yes'],
    code: 2,
    says: ['The folder limiter holds the spec “Limiter”. Choose another name'],
    refused: true,
  },
  {
    input: 'the same name again, in other letters',
    run: ['new', 'limiter', '--yes'],
    code: 6,
    after: (dir) => {
      expect(dir.read(ANSWERS_FILE)).toBe(ANSWERS);
    },
  },
  {
    input: 'a slug with .. for an answer',
    run: ['answer', '../limiter', 'arc.tier', 'T1'],
    code: 2,
    says: ['"../limiter" cannot name the folder of a spec. Use lower-case letters'],
    refused: true,
  },
  {
    input: 'an absolute slug for a check',
    run: ['check', '/etc'],
    code: 2,
    says: ['There is no spec /etc. spec-interview list shows all'],
    refused: true,
  },
  {
    input: 'a slug with a line break and a colour',
    run: ['check', 'a\n\u001b[31mb'],
    code: 2,
    says: [/There is no spec a/],
    refused: true,
  },
  {
    input: 'a specs folder that is a link out of the project',
    given: (dir) => {
      aside(dir);
      outside(dir, 'specs');
    },
    run: ['new', 'Todo', '--yes'],
    code: 2,
    says: [/link on the way to "specs" leads out of the project\. Replace the link/],
    refused: true,
  },
  {
    input: 'a spec folder that is a link out of the project',
    given: (dir) => {
      outside(dir, 'specs/linked');
    },
    run: ['answer', 'linked', 'arc.stage', 'new'],
    code: 2,
    says: [/link/],
    refused: true,
  },
  {
    input: 'an answers.yaml that is a link out of the project',
    given: (dir) => {
      mkdirSync(dir.join('specs/linked'));
      symlinkSync(aTempDir().write('answers.yaml', ANSWERS), dir.join('specs/linked/answers.yaml'));
    },
    run: ['answer', 'linked', 'arc.stage', 'new'],
    code: 2,
    says: [/linked/],
    refused: true,
  },
  {
    input: 'a spec.md that is a link out of the project',
    given: (dir) => {
      symlinkSync(aTempDir().write('mine.md', 'mine\n'), dir.join('specs/limiter/spec.md'));
    },
    run: ['regenerate', 'limiter'],
    code: 6,
    says: [/kept +specs\/limiter\/spec\.md \(this file was not written by the tool; adopt it/],
    after: (dir) => {
      expect(dir.read('specs/limiter/spec.md')).toBe('mine\n');
    },
  },
  {
    input: 'a file where the specs folder is expected',
    given: (dir) => {
      aside(dir);
      dir.write('specs', 'mine\n');
    },
    run: ['new', 'Todo', '--yes'],
    code: 2,
    says: ['a file stands where a folder is expected. Move the file away'],
    refused: true,
  },
  {
    input: 'a folder where a document is expected',
    given: (dir) => {
      dir.write('specs/limiter/spec.md/notes.txt', 'mine\n');
    },
    run: ['regenerate', 'limiter'],
    code: 2,
    says: [
      /specs\/limiter\/spec\.md is not written: a folder stands where a file is expected\..* Move the folder away/,
    ],
    refused: true,
  },
  {
    input: 'a project in /proc',
    linux: true,
    run: ['new', 'Todo', '--yes', '--dir', '/proc'],
    code: 2,
    says: [/\/proc\/specs\/todo: The folder of the spec is not made: /],
    refused: true,
  },
  {
    input: 'a new bank outside the project',
    run: ['banks', 'new', '../../mine'],
    code: 2,
    says: [/does not stay inside the project\. Use a path below the project/],
    refused: true,
  },
  {
    input: 'a format named ../../mine',
    run: ['regenerate', 'limiter', '--format', '../../mine'],
    code: 2,
    says: [/There is no format "..\/..\/mine"\. Choose another one\. The formats are /],
    refused: true,
  },
];
