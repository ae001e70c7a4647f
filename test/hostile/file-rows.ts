import { expect } from 'vitest';
import { ANSWERS, ANSWERS_FILE, makeFolder, type HostileRow } from './hostile-row.js';
import type { TempDir } from '../helpers/temp-dir.js';

const saved =
  (text: string) =>
  (dir: TempDir): void => {
    dir.write(ANSWERS_FILE, text);
  };
const ask = ['answer', 'limiter', 'arc.stage', 'new'];
const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map(layer)].join('\n');

function layer(name: string, at: number): string {
  const before = `*${'abcdefgh'.charAt(at)}`;
  return `${name}: &${name} [${Array.from({ length: 9 }, () => before).join(',')}]`;
}

/** Files that are not what they should be. */
export const fileRows: readonly HostileRow[] = [
  {
    input: 'answers.yaml that is not YAML',
    given: saved(`${ANSWERS}  ctx.purpose: "never closed\n`),
    run: ask,
    code: 2,
    says: [/specs\/limiter\/answers\.yaml:\d+:\d+: /],
    refused: true,
  },
  {
    input: 'answers.yaml indented with tabs',
    given: saved(`format: 1\nname: Limiter\nanswers:\n\tarc.tier: T1\n`),
    run: ask,
    code: 2,
    says: [/answers\.yaml:4:\d+: .*[Tt]ab/],
    refused: true,
  },
  {
    input: 'answers.yaml with a byte order mark',
    given: saved(`\ufeff${ANSWERS}`),
    run: ask,
    code: 0,
    after: (dir) => {
      expect(dir.read(ANSWERS_FILE)).toBe(`\ufeff${ANSWERS}  arc.stage: new\n`);
    },
  },
  {
    input: 'answers.yaml with CRLF line ends',
    given: saved(ANSWERS.replaceAll('\n', '\r\n')),
    run: ask,
    code: 0,
    after: (dir) => {
      expect(dir.read(ANSWERS_FILE).replaceAll('\r\n', '\n')).toBe(`${ANSWERS}  arc.stage: new\n`);
    },
  },
  {
    input: 'an alias bomb in answers.yaml',
    given: saved(`${ANSWERS}${bomb}\n`),
    run: ask,
    code: 2,
    says: [/answers\.yaml/],
    refused: true,
  },
  {
    input: 'answers.yaml of 6 MB',
    given: saved(`${ANSWERS}# ${'x'.repeat(6 * 1024 * 1024)}\n`),
    run: ask,
    code: 2,
    says: [/answers\.yaml: .*5 MB/],
    refused: true,
  },
  {
    input: 'conflict markers in answers.yaml',
    given: saved(
      `${ANSWERS}<<<<<<< HEAD\n  arc.stage: new\n=======\n  arc.stage: prototype\n>>>>>>> theirs\n`,
    ),
    run: ask,
    code: 2,
    says: [/answers\.yaml:9:1: .*conflict/i],
    refused: true,
  },
  {
    input: 'one question answered twice in answers.yaml',
    given: saved(`${ANSWERS}  arc.tier: T2\n`),
    run: ask,
    code: 2,
    says: [/answers\.yaml:9:\d+: /],
    refused: true,
  },
  {
    input: 'answers.yaml of a newer format',
    given: saved(ANSWERS.replace('format: 1', 'format: 99')),
    run: ask,
    code: 2,
    says: [/answers\.yaml:1:\d+: .*99/],
    refused: true,
  },
  {
    input: 'answers.yaml that is a folder',
    given: (dir) => {
      dir.write('specs/other/spec.md', 'mine\n');
      makeFolder(dir, 'specs/other/answers.yaml');
    },
    run: ['answer', 'other', 'arc.stage', 'new'],
    code: 2,
    says: [/specs\/other/],
    refused: true,
  },
  {
    input: 'an empty answers.yaml',
    given: saved(''),
    run: ask,
    code: 2,
    says: [/answers\.yaml/],
    refused: true,
  },
  {
    input: 'answers.yaml that is a list',
    given: saved('- arc.tier\n- T1\n'),
    run: ask,
    code: 2,
    says: [/answers\.yaml:1:1: /],
    refused: true,
  },
  {
    input: 'a binary answers.yaml',
    given: saved('\u0000\u0001\ufffd\u0007PK\u0003\u0004'.repeat(50)),
    run: ask,
    code: 2,
    says: [/answers\.yaml/],
    refused: true,
  },
  {
    input: 'a value in answers.yaml that does not fit its question',
    given: saved(ANSWERS.replace('T1', 'T9')),
    run: ['regenerate', 'limiter'],
    code: 2,
    says: [/arc\.tier.*T9|T9.*arc\.tier/],
    refused: true,
  },
  {
    input: 'the answer ids __proto__ and constructor in answers.yaml',
    given: saved(`${ANSWERS}  __proto__: { polluted: true }\n  constructor: x\n`),
    run: ask,
    code: 0,
    after: (dir) => {
      expect(dir.read(ANSWERS_FILE)).toContain('__proto__: { polluted: true }\n  constructor: x\n');
    },
  },
  {
    input: 'a --answers file that does not exist',
    run: ['new', 'Todo', '--answers', 'nowhere.yaml', '--yes'],
    code: 2,
    says: [/nowhere\.yaml/],
    refused: true,
  },
  {
    input: 'a --answers file of 6 MB',
    given: (dir) => {
      dir.write('big.yaml', `format: 1\nanswers:\n  ctx.purpose: ${'x'.repeat(6 * 1024 * 1024)}\n`);
    },
    run: ['new', 'Todo', '--answers', 'big.yaml', '--yes'],
    code: 2,
    says: [/big\.yaml: .*5 MB/],
    refused: true,
  },
  {
    input: 'a config.yaml with an unknown key',
    given: (dir) => {
      dir.write('.spec-interview/config.yaml', 'format: 1\nformatz: [spec]\n');
    },
    run: ask,
    code: 2,
    says: [/\.spec-interview\/config\.yaml:2:1: .*formatz/],
    refused: true,
  },
  {
    input: 'a config.yaml that sends specs out of the project',
    given: (dir) => {
      dir.write('.spec-interview/config.yaml', 'format: 1\nspecs: ../../elsewhere\n');
    },
    run: ['new', 'Todo', '--yes'],
    code: 2,
    says: [/elsewhere/],
    refused: true,
  },
  {
    input: 'a draft full of garbage',
    given: (dir) => {
      dir.write('specs/limiter/.draft.json', '{"draft": \u0000 not json');
    },
    run: ask,
    code: 0,
    says: ['arc.stage is saved'],
  },
  {
    input: 'a manifest full of garbage',
    given: (dir) => {
      dir.write('specs/limiter/.base/manifest.json', '{"format": [[[');
    },
    run: ['regenerate', 'limiter'],
    code: 2,
    says: [/manifest\.json/],
    refused: true,
  },
  {
    input: 'a lock full of garbage',
    given: (dir) => {
      dir.write('specs/limiter/.lock', 'not a lock');
    },
    run: ask,
    code: 0,
    says: ['arc.stage is saved'],
  },
];
