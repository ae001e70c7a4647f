import { describe, expect, it } from 'vitest';
import { keysIn, merged } from './merged.js';

const doc = (...blocks: readonly string[]): string => `# A\n\n## B\n\n${blocks.join('\n\n')}\n`;
const lines = (...sentences: readonly string[]): string => doc(sentences.join('\n'));

// base, what the person made of it, what the answers made of it: each pair of edits is right alone, and a word-level merge would fuse them.
const FUSING: readonly (readonly [string, string, string])[] = [
  ['We will use Postgres.', 'We will not use Postgres.', 'We will use Aurora.'],
  ['Retries are allowed twice.', 'Retries are never allowed twice.', 'Retries are allowed five times.'],
  [
    'The cache may be stale for 5 s.',
    'The cache must not be stale for 5 s.',
    'The cache may be stale for 5 min.',
  ],
  ['Admins can delete any order.', 'Admins cannot delete any order.', 'Admins can delete any customer.'],
  [
    'Backups run daily and are tested.',
    'Backups run daily and are not tested.',
    'Backups run hourly and are tested.',
  ],
  [
    'The limit fails open for reads.',
    'The limit fails closed for reads.',
    'The limit fails open for logins.',
  ],
  ['Tokens expire after 15 min.', 'Tokens never expire after 15 min.', 'Tokens expire after 30 d.'],
  ['Each order is sent once.', 'Each order is sent at least once.', 'Each invoice is sent once.'],
  ['Logs hold no card numbers.', 'Logs hold masked card numbers.', 'Logs hold no names.'],
  ['Traffic is 900 req/s at peak.', 'Traffic is 900 req/s on average.', 'Traffic is 1200 req/s at peak.'],
  ['Deploys happen on weekdays.', 'Deploys happen only on weekdays.', 'Deploys happen on weekends.'],
  [
    'The queue drops the oldest message.',
    'The queue keeps the oldest message.',
    'The queue drops the newest message.',
  ],
  [
    'Users without a session are refused.',
    'Users without a session are redirected.',
    'Users with a session are refused.',
  ],
  ['A timeout of 2 s is enough.', 'A timeout of 2 s is not enough.', 'A timeout of 10 s is enough.'],
  ['Deletion is final after 30 d.', 'Deletion is never final after 30 d.', 'Deletion is final at once.'],
  ['The primary is in Frankfurt.', 'The replica is in Frankfurt.', 'The primary is in Dublin.'],
  ['All writes need two replicas.', 'Some writes need two replicas.', 'All writes need three replicas.'],
  ['Do not page before 22:00.', 'Do page before 22:00.', 'Do not page before 06:00.'],
  [
    'Mail is sent if the charge succeeds.',
    'Mail is sent unless the charge succeeds.',
    'Mail is sent if the charge fails.',
  ],
  ['Support reads orders.', 'Support reads and refunds orders.', 'Support reads audit logs.'],
  [
    'Keys rotate every 90 d, e.g. by hand.',
    'Keys never rotate every 90 d, e.g. by hand.',
    'Keys rotate every 90 d, e.g. by a Job.',
  ],
  [
    'Use vs. Redis the etc. Postgres store.',
    'Do not use vs. Redis the etc. Postgres store.',
    'Use vs. Redis the etc. Aurora store.',
  ],
];

describe('two correct edits of one sentence', () => {
  it.each(FUSING)('never fuse: %s', (base, mine, generated) => {
    const shapes: readonly ((sentence: string) => string)[] = [
      (sentence) => doc(sentence),
      (sentence) => doc(`Before it stands one.\n${sentence}\nBehind it stands one.`),
      (sentence) => doc(`Before it stands one. ${sentence} Behind it stands one.`),
      (sentence) => doc(`- Store: ${sentence}\n- Other: nothing.`),
      (sentence) => doc(`| Topic | Says |\n| --- | --- |\n| Store | ${sentence} |`),
      (sentence) => doc(`> ${sentence}`),
      (sentence) => doc(`- Outer thing.\n  - Inner: ${sentence}`),
    ];
    for (const shape of shapes) {
      const file = merged({ base: shape(base), mine: shape(mine), generated: shape(generated) });
      expect(file.state).toBe('conflict');
      for (const sentence of [base, mine, generated]) expect(file.after).toContain(sentence);
      const kept = merged({
        base: shape(base),
        mine: shape(mine),
        generated: shape(generated),
        conflict: 'keep',
      });
      expect(kept.after).toBe(shape(mine));
    }
  });
});

describe('prose as editors and templates leave it', () => {
  const first = 'The service sends each invoice once.';
  const second = 'It keeps them for ten years.';
  const third = 'Nobody prints them any more.';
  const edits = {
    mine: third.replace('Nobody', 'Hardly anybody'),
    generated: first.replace('once', 'at least once'),
  };

  it('merges the first and third sentence of a paragraph on one line (G1)', () => {
    const file = merged({
      base: doc(`${first} ${second} ${third}`),
      mine: doc(`${first} ${second} ${edits.mine}`),
      generated: doc(`${edits.generated} ${second} ${third}`),
    });
    expect(file.after).toBe(lines(edits.generated, second, edits.mine));
  });

  it('merges two sentences with an untouched one between them (G2)', () => {
    const file = merged({
      base: lines(first, second, third),
      mine: lines(first, second, edits.mine),
      generated: lines(edits.generated, second, third),
    });
    expect(file.after).toBe(lines(edits.generated, second, edits.mine));
    expect(keysIn(file, 'merged')).toEqual(['b/paragraph-1']);
  });

  it('makes a conflict of neighbouring sentences (G3)', () => {
    const versions = {
      base: lines(first, third),
      mine: lines(first, edits.mine),
      generated: lines(edits.generated, third),
    };
    expect(merged(versions).state).toBe('conflict');
    const added = {
      base: lines(first, third),
      mine: lines(first, second, third),
      generated: lines(edits.generated, third),
    };
    expect(merged(added).state).toBe('conflict');
  });

  it('does not mind a paragraph wrapped at 80 columns (G4)', () => {
    const wrapped = doc(`${first} It keeps\nthem for ten years. Nobody prints\nthem any more.`);
    expect(
      merged({
        base: lines(first, second, third),
        mine: wrapped,
        generated: lines(edits.generated, second, third),
      }).after,
    ).toBe(lines(edits.generated, second, third));
    const edited = wrapped.replace('Nobody', 'Hardly anybody');
    const file = merged({
      base: lines(first, second, third),
      mine: edited,
      generated: lines(edits.generated, second, third),
    });
    expect(file.state).toBe('merged');
    expect(file.after).toContain('Hardly anybody prints\nthem any more.');
  });

  it('merges two rows of a padded table, neighbours or not (G5)', () => {
    const table = (...rows: readonly string[]): string =>
      doc(['| Name | Value |', '| --- | --- |', ...rows].join('\n'));
    const padded = doc('| Name  | Value |\n| ----- | ----- |\n| a     | 1     |\n| b     | 20    |');
    const file = merged({
      base: table('| a | 1 |', '| b | 2 |'),
      mine: padded,
      generated: table('| a | 10 |', '| b | 2 |'),
    });
    expect(file.state).toBe('merged');
    expect(file.after).toContain('| a | 10 |');
    expect(file.after).toContain('| b     | 20    |');
  });

  it('merges a numbered list when an item is put on top (G6)', () => {
    const file = merged({
      base: doc('1. Stop it.\n2. Restore it.\n3. Start it.'),
      mine: doc('1. Stop it.\n2. Restore it.\n3. Start it slowly.'),
      generated: doc('1. Call somebody.\n2. Stop it.\n3. Restore it.\n4. Start it.'),
    });
    expect(file.state).toBe('merged');
    expect(file.after).toMatch(
      /1\. Call somebody\.\n\d\. Stop it\.\n\d\. Restore it\.\n\d\. Start it slowly\./,
    );
  });

  it('follows sections that the template reorders, with the edit inside one (G7)', () => {
    const sections = ['## One\n\nFirst.\n', '## Two\n\nSecond.\n', '## Three\n\nThird.\n'];
    const spec = (...order: readonly string[]): string => `# A\n\n${order.join('\n')}`;
    const [one, two, three] = sections as [string, string, string];
    const edited = two.replace('Second.', 'Second, by hand.');
    const file = merged({
      base: spec(one, two, three),
      mine: spec(one, edited, three),
      generated: spec(three, two, one),
    });
    expect(file.after).toBe(spec(three, edited, one));
  });

  it('keeps the line endings of the file (G8)', () => {
    const file = merged({
      base: lines(first, second, third),
      mine: lines(first, second, edits.mine).replaceAll('\n', '\r\n'),
      generated: lines(edits.generated, second, third),
    });
    expect(file.after).toBe(lines(edits.generated, second, edits.mine).replaceAll('\n', '\r\n'));
  });

  it('never merges words within a sentence (G9)', () => {
    const file = merged({
      base: doc('We will use Postgres.'),
      mine: doc('We will not use Postgres.'),
      generated: doc('We will use Aurora.'),
    });
    expect(file.after).not.toContain('We will not use Aurora.');
    expect(keysIn(file, 'conflict')).toEqual(['b/paragraph-1']);
  });
});
