import { expect } from 'vitest';
import { ANSWERS, ANSWERS_FILE, type HostileRow } from './hostile-row.js';

const MEGABYTE = 1024 * 1024;
const answer = (id: string, value: string): readonly string[] => ['answer', 'limiter', id, value];

/** Values that do not fit, that hide something, or that are too much. */
export const valueRows: readonly HostileRow[] = [
  {
    input: 'a colour sequence (CSI) in an answer',
    run: answer('ctx.purpose', 'Keep \u001b[31mcallers\u001b[0m apart'),
    code: 0,
    after: (dir) => {
      expect(dir.read(ANSWERS_FILE)).toContain('Keep callers apart');
    },
  },
  {
    input: 'a hyperlink (OSC 8) in an answer',
    run: answer('ctx.purpose', 'Keep \u001b]8;;http://evil.example\u0007callers\u001b]8;;\u0007 apart'),
    code: 0,
    after: (dir) => {
      expect(dir.read(ANSWERS_FILE)).toContain('Keep callers apart');
    },
  },
  {
    input: 'a clipboard write (OSC 52) in an answer',
    run: answer('ctx.purpose', 'Keep \u001b]52;c;cm0gLXJmIH4=\u0007callers apart'),
    code: 0,
    after: (dir) => {
      expect(dir.read(ANSWERS_FILE)).toContain('Keep callers apart');
    },
  },
  {
    input: 'control sequences written into answers.yaml by hand',
    given: (dir) => {
      dir.write(ANSWERS_FILE, `${ANSWERS}  ctx.purpose: "a \\e[2Jb \\e]52;c;eA==\\ac \\u202Ed"\n`);
    },
    run: ['regenerate', 'limiter'],
    code: 2,
    says: [/answers\.yaml:9:16: The text holds a control character\. Remove it/],
    refused: true,
  },
  {
    input: 'a bidirectional override in the name of a spec',
    run: ['new', 'Safe \u202egnp.exe', '--yes'],
    code: 6,
    says: ['Continue with: spec-interview resume safe-'],
  },
  {
    input: 'a value of 1 MB through standard input',
    run: answer('ctx.purpose', '-'),
    stdin: `${'x'.repeat(MEGABYTE)}\n`,
    code: 0,
    says: ['ctx.purpose is saved'],
    after: (dir) => {
      expect(dir.read(ANSWERS_FILE).length).toBeGreaterThan(MEGABYTE);
    },
  },
  {
    input: 'a value of 1 MB through --answers',
    given: (dir) => {
      dir.write('big.yaml', `format: 1\nanswers:\n  ctx.purpose: ${'x'.repeat(MEGABYTE)}\n`);
    },
    run: ['new', 'Big', '--answers', 'big.yaml', '--yes'],
    code: 6,
    says: [/written +specs\/big\/spec\.md/],
    after: (dir) => {
      expect(dir.read('specs/big/answers.yaml').length).toBeGreaterThan(MEGABYTE);
    },
  },
  {
    input: 'empty standard input for a value',
    run: answer('ctx.purpose', '-'),
    code: 2,
    says: [/ctx\.purpose: .+/],
    refused: true,
  },
  {
    input: 'a unit that does not exist',
    run: answer('traffic.peak_rate', '12 parsecs'),
    code: 2,
    says: [/“parsecs” is not a unit known here.*for example 900 req\/s/],
    refused: true,
  },
  {
    input: 'a number without its unit',
    run: answer('traffic.peak_rate', '5M'),
    code: 2,
    says: [/The number has no unit\. Which one is it\? Write 5000000 req\/s/],
    refused: true,
  },
  {
    input: 'a unit that means two things',
    run: answer('traffic.peak_rate', '900 tps'),
    code: 2,
    says: [/traffic\.peak_rate: .*tps/],
    refused: true,
  },
  {
    input: 'a number beyond all numbers',
    run: answer('traffic.peak_rate', `${'9'.repeat(400)} req/s`),
    code: 2,
    says: [/traffic\.peak_rate: /],
    refused: true,
  },
  {
    input: 'an option that does not exist',
    run: answer('arc.tier', 'T9'),
    code: 2,
    says: ['“T9” is not an option. Did you mean T0?'],
    refused: true,
  },
  {
    input: 'a question that no bank asks',
    run: answer('traffic.peek_rate', '4'),
    code: 2,
    says: ['No bank asks traffic.peek_rate. Did you mean traffic.peak_rate?'],
    refused: true,
  },
  {
    input: 'the question id __proto__',
    run: answer('__proto__', 'x'),
    code: 2,
    says: [/__proto__/],
    refused: true,
  },
  {
    input: '--set without a value',
    run: ['new', 'Todo', '--set', 'arc.tier', '--yes'],
    code: 2,
    says: [/arc\.tier/],
    refused: true,
  },
  {
    input: 'a date that no calendar has',
    run: ['answer', 'limiter', 'ctx.purpose', '--status', 'unknown', '--owner', 'dba', '--due', '2026-02-31'],
    code: 2,
    says: [/2026-02-31/],
    refused: true,
  },
  {
    input: 'a question asked about that the spec does not answer',
    run: ['why', 'limiter', 'ctx.purpose'],
    code: 2,
    says: ['Nothing in this spec is called ctx.purpose. Name a requirement, a question, or file:line.'],
    refused: true,
  },
];
