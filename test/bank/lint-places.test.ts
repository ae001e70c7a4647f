import { describe, expect, it } from 'vitest';
import { answered } from '../../src/bank/answer.js';
import { joinBanks } from '../../src/bank/join-banks.js';
import { lintBank } from '../../src/bank/lint-bank.js';
import { flawIf, placed } from '../../src/bank/lint-bank-problem.js';
import { parseBank } from '../../src/bank/parse-bank.js';
import { problemText } from '../../src/kernel/problem.js';
import { aBank } from '../helpers/a-bank.js';

const TEXT = `format: 1
bank: core
version: 2
section: { id: rec, code: REC, title: Recovery, order: 1, intro: What breaks. }
retired_numbers: { REC: [2] }
questions:
  - id: rec.drill
    kind: confirm
    prompt: Is there a drill? Really?
    why: It matters.
    says:
      - { number: 2, ears: event, shall: "drill {x}", verify: drill }
  - id: rec.backups
    kind: table
    key: size
    prompt: Which backups exist?
    why: It matters.
    columns:
      - { id: name, kind: choice }
      - { id: size, kind: quantity, dimension: size, min: soon }
  - id: rec.note
    kind: text
    prompt: What else?
    why: It matters.
    weak: soon
    strong: now
    when: a.rec.drill + 1.0
rules:
  - id: odd
    severity: high
    class: risk
    fires_when: a.rec.drill
    title: "So {value}"
    why: W
    probe: P
    examples: { fires: { rec.drill: perhaps }, quiet: {} }
migrations:
  - { from: 2 }
`;

const incidents = [
  {
    id: 'a',
    org: 'O',
    year: 2017,
    title: 'T',
    story: 'S',
    lesson: 'L',
    url: 'https://example.org',
    basis: 'B',
  },
];

describe('the lint of a bank that was read from a file', () => {
  const joinedFrom = (text: string) => {
    const bank = parseBank({ id: 'core', files: [{ path: 'core.yaml', text }] });
    if (!bank.ok) throw new Error(bank.error.map(problemText).join('\n'));
    const joined = joinBanks([bank.value], []);
    if (!joined.ok) throw new Error(joined.error.map(problemText).join('\n'));
    return joined.value;
  };

  it('says each flaw with its line and column, in a fixed order', () => {
    expect(lintBank(joinedFrom(TEXT)).map(problemText)).toEqual([
      'core.yaml:9:13: The prompt of rec.drill asks 2 questions; one is expected. Make the second a question or a column of its own.',
      'core.yaml:12:9: Sentence 2 is of the pattern event and has no `event`. Add `event:`, or choose another pattern.',
      'core.yaml:12:42: The placeholder {x} stands for nothing here. Known are {value}, {row.column}, {a.section.name} and {f.name}.',
      'core.yaml:15:10: The key of rec.backups, size, is a quantity column. Name a text or choice column: name, size.',
      'core.yaml:19:9: The column name of rec.backups is a choice with nothing to choose from. Give either `options`, or `of` with the id of a table.',
      'core.yaml:20:59: `min` is not a valid answer: “soon” is not in the stored form of a size: a plain decimal number, one space, the unit. Write 4 GiB.',
      'core.yaml:12:19: The number 2 of REC is retired. Give the sentence a number that was never used in this section.',
      "core.yaml:27:11: rec.note: The types of the condition do not fit: no such overload: bool + double. Quantities and counts are doubles: write 2.0 or q('250 ms'). Options and texts are strings.",
      'core.yaml:33:12: The placeholder {value} stands for nothing here. A rule has no value of its own; write {a.section.name} or {row.column}.',
      'core.yaml:36:37: rec.drill in the example `fires` of odd is not a valid answer: “perhaps” is not true or false. For example true.',
      'core.yaml:38:5: The migration of core from 2 starts at the present version 2, or after it. A migration goes from an older version to questions of the next one.',
    ]);
  });

  it('says first which incidents there are not', () => {
    const text = TEXT.replace(
      'why: It matters.\n    says',
      'why: It matters.\n    incidents: [gone]\n    says',
    );
    const [first, second] = lintBank(joinedFrom(text), incidents).map(problemText);
    expect(first).toBe(
      'core.yaml:11:16: The question rec.drill names the incident gone, which does not exist. Correct the name, or define it.',
    );
    expect(second).toMatch(/^core\.yaml:9:13: The prompt of rec\.drill/);
  });
});

describe('a flaw', () => {
  const flaw = { subject: 'bank' as const, path: ['a'], code: 'c', message: 'M.', hint: 'H.' };

  it('is kept where its condition holds', () => {
    expect([flawIf(true, flaw), flawIf(false, flaw)]).toEqual([[flaw], []]);
  });

  it('has a place where its key is written, and none elsewhere', () => {
    const joined = aBank().joined();
    const said = { code: 'c', message: 'M.', hint: 'H.' };
    expect(placed(joined, flaw)).toEqual(said);
    expect(Object.keys(placed(joined, flaw))).not.toContain('place');
    const known = {
      ...joined,
      placeOf: (subject: string, path: readonly unknown[] = []) => ({ file: `${subject} ${path.join()}` }),
    };
    expect(placed(known, flaw)).toEqual({ ...said, place: { file: 'bank a' } });
  });
});

describe('a plain answer', () => {
  it('is answered', () => {
    expect(answered('5 min')).toEqual({ status: 'answered', value: '5 min' });
  });
});
