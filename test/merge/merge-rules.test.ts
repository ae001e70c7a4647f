import { describe, expect, it } from 'vitest';
import { adopt, hasConflictMarkers, mergeFiles, normalForm } from '../../src/merge/index.js';
import { keysIn, merged, SPEC } from './merged.js';

const stricter = SPEC.replace('99.9 %', '99.99 %');

describe('R3: merging block by block', () => {
  it('keeps mine where the generated text did not change', () => {
    const mine = SPEC.replace('Nobody prints them any more.', 'Almost nobody prints them.');
    const file = merged({ base: SPEC, mine, generated: SPEC });
    expect(file.text).toBeUndefined();
    expect(file.state).toBe('edited');
    expect(keysIn(file, 'kept-mine')).toEqual(['purpose-and-goals/paragraph-1']);
  });

  it('takes the generated text where mine did not change, and leaves every other byte', () => {
    const file = merged({ base: SPEC, mine: SPEC, generated: stricter });
    expect(file.text).toBe(stricter);
    expect(file.state).toBe('updated');
    expect(file.newBase).toBe(stricter);
    expect(file.blocks.filter(({ changes }) => changes)).toEqual([
      expect.objectContaining({ key: 'failure-and-recovery/REQ-REC-001', requirement: 'REQ-REC-001' }),
    ]);
  });

  it('keeps an edit in one block and takes the change of another', () => {
    const mine = SPEC.replace('count in memory', 'count in memory, at most 5 min');
    const file = merged({ base: SPEC, mine, generated: stricter });
    expect(file.state).toBe('merged');
    expect(file.text).toBe(mine.replace('99.9 %', '99.99 %'));
  });

  it('merges two sentences of one block when a sentence nobody touched stands between them', () => {
    const mine = SPEC.replace('a late invoice costs trust', 'a late invoice costs us customers');
    const file = merged({ base: SPEC, mine, generated: stricter });
    expect(keysIn(file, 'merged')).toEqual(['failure-and-recovery/REQ-REC-001']);
    expect(file.text).toBe(mine.replace('99.9 %', '99.99 %'));
  });

  it('makes a conflict of edits to neighbouring sentences', () => {
    const mine = SPEC.replace('Verified by monitor;', 'Verified by monitor and by drill;');
    const file = merged({ base: SPEC, mine, generated: stricter });
    expect(file.state).toBe('conflict');
    expect(keysIn(file, 'conflict')).toEqual(['failure-and-recovery/REQ-REC-001']);
  });

  it('makes a conflict of two edits to one table row, however far apart the cells are', () => {
    const row = '| POST /pay | request | amount | integer |';
    const file = merged({
      base: SPEC,
      mine: SPEC.replace(row, '| POST /pay (v2) | request | amount | integer |'),
      generated: SPEC.replace(row, '| POST /pay | request | amount | decimal |'),
    });
    expect(keysIn(file, 'conflict')).toHaveLength(1);
    expect(file.after).toContain('| POST /pay | response | id | string |');
  });

  it('makes a conflict of two edits to one diagram', () => {
    const file = merged({
      base: SPEC,
      mine: SPEC.replace('  api --> redis', '  api --> redis\n  api --> mail'),
      generated: SPEC.replace('flowchart LR', 'flowchart TB'),
    });
    expect(keysIn(file, 'conflict')).toEqual(['failure-and-recovery/code-1']);
  });

  it('merges the same edit on both sides into one', () => {
    const file = merged({ base: SPEC, mine: stricter, generated: stricter });
    expect(file.state).toBe('unchanged');
    expect(file.text).toBeUndefined();
  });
});

describe('R3: files that are not Markdown', () => {
  const lines = ['a: 1', 'b: 2', 'c: 3', 'd: 4', 'e: 5', ''].join('\n');
  const plan = (mine: string, generated: string, parses = true) =>
    mergeFiles({
      files: [{ path: 'openapi.yaml', type: 'yaml', policy: 'generated', base: lines, mine, generated }],
      conflict: 'markers',
      stillParses: () => parses,
    });
  const both = (): ReturnType<typeof plan> => plan(lines.replace('1', '10'), lines.replace('5', '50'));

  it('merges them by line', () => {
    expect(both().files[0]!.text).toBe(lines.replace('1', '10').replace('5', '50'));
  });

  it('keeps mine, with a note and the old base, when the same or neighbouring lines changed', () => {
    const file = plan(lines.replace('2', '20'), lines.replace('3', '30')).files[0]!;
    expect(file).toMatchObject({ state: 'conflict', newBase: lines });
    expect(file.text).toBeUndefined();
    expect(file.blocks[0]!.note).toContain('yours stay');
  });

  it('makes a conflict of a merge that no longer parses', () => {
    const { files, conflicts } = plan(lines.replace('1', '10'), lines.replace('5', '50'), false);
    expect(files[0]!.text).toBeUndefined();
    expect(conflicts).toEqual([{ path: 'openapi.yaml', key: 'file' }]);
  });

  it('never writes over a file that still has conflict markers', () => {
    const torn = `<<<<<<< HEAD\n${lines}=======\n>>>>>>> theirs\n`;
    expect(plan(torn, lines.replace('5', '50')).files[0]).toMatchObject({
      state: 'conflict',
      newBase: lines,
    });
  });

  it('takes the new text of an unedited file and counts blanks and line endings as no edit', () => {
    const windows = lines.replaceAll('\n', ' \r\n');
    const next = lines.replace('5', '50');
    expect(plan(windows, next).files[0]).toMatchObject({
      state: 'updated',
      text: next.replaceAll('\n', '\r\n'),
    });
    expect(plan(windows, lines).files[0]!.text).toBeUndefined();
  });
});

describe('R4: conflicts', () => {
  const mine = SPEC.replace('at least 99.9 % of all valid', 'at least 99.5 % of all valid');
  const both = merged({ base: SPEC, mine, generated: stricter });

  it('puts the three texts between markers, around that block alone', () => {
    const item = /- `REQ-REC-001`[^]*?costs trust\.\n/.exec(SPEC)![0];
    const clash = [
      '<<<<<<< yours\n',
      item.replace('99.9', '99.5'),
      '||||||| last generated\n',
      item,
      '=======\n',
      item.replace('99.9', '99.99'),
      '>>>>>>> new from answers\n',
    ].join('');
    expect(both.text).toBe(SPEC.replace(item, () => clash));
    expect(hasConflictMarkers(both.after)).toBe(true);
  });

  it('keeps mine in the style `keep`, tells the new text, and does not forget the conflict', () => {
    const first = merged({ base: SPEC, mine, generated: stricter, conflict: 'keep' });
    expect(first.text).toBeUndefined();
    expect(first.blocks.find(({ state }) => state === 'conflict')!.generated).toContain('99.99 %');
    const second = merged({ base: first.newBase!, mine, generated: stricter, conflict: 'keep' });
    expect(keysIn(second, 'conflict')).toEqual(keysIn(first, 'conflict'));
  });

  it('leaves a block with markers alone while the other blocks go on', () => {
    const next = stricter.replace('99.99 %', '99.999 %').replace('How much may', 'How many records may');
    const again = merged({ base: both.newBase!, mine: both.after, generated: next });
    expect(again.after).toBe(both.after.replace('How much may', 'How many records may'));
    expect(keysIn(again, 'conflict')).toEqual(['failure-and-recovery/REQ-REC-001']);
    const settled = SPEC.replace('99.9 %', '99.5 %').replace('How much may', 'How many records may');
    expect(merged({ base: again.newBase!, mine: settled, generated: next }).state).toBe('conflict');
  });

  it('ends once a person has chosen a side, whichever it is', () => {
    for (const settled of [mine, stricter, SPEC.replace('99.9 %', '99.95 %')]) {
      const file = merged({ base: both.newBase!, mine: settled, generated: stricter });
      expect(keysIn(file, 'conflict')).toEqual([]);
      expect(file.after).toBe(settled);
    }
  });

  it('marks a renamed heading alone and merges what stands under it', () => {
    const file = merged({
      base: SPEC,
      mine: SPEC.replace('## Failure and recovery', '## Failures and how to recover'),
      generated: stricter.replace('## Failure and recovery', '## Failure, recovery and restore'),
    });
    expect(file.after).toContain('=======\n## Failure, recovery and restore\n>>>>>>> new from answers\n');
    expect(file.after).toContain('- `REQ-REC-001` The system SHALL serve at least 99.99 %');
    const again = merged({
      base: file.newBase!,
      mine: file.after,
      generated: stricter.replace('## Failure and recovery', '## Failure, recovery and restore'),
    });
    expect(again.text).toBeUndefined();
    expect(keysIn(again, 'withheld')).toEqual([]);
  });

  it('marks a heading even when nothing else changes', () => {
    const renamed = (title: string): string => SPEC.replace('## Interfaces', `## ${title}`);
    const file = merged({ base: SPEC, mine: renamed('Our calls'), generated: renamed('Calls') });
    expect(file.after).toContain('<<<<<<< yours\n## Our calls\n||||||| last generated\n## Interfaces\n');
  });

  it('marks a table row inside its table', () => {
    const row = '| POST /pay | request | currency | string |';
    const versions = {
      base: SPEC,
      mine: SPEC.replace(row, '| POST /pay | request | currency | ISO 4217 |'),
      generated: SPEC.replace(row, '| POST /pay | request | currency | code |'),
    };
    const file = merged(versions);
    const again = merged({ base: file.newBase!, mine: file.after, generated: versions.generated });
    expect(again.text).toBeUndefined();
    expect(again.blocks.filter(({ state }) => state !== 'generated')).toHaveLength(1);
  });

  it('blocks what stands between the markers of git, and nothing else', () => {
    const goals = /Customers wait[^]*?any more\.\n/.exec(SPEC)![0];
    const torn = SPEC.replace(
      goals,
      () => `<<<<<<< HEAD\n${goals}=======\nCustomers ran away.\n>>>>>>> other\n`,
    );
    const next = stricter.replace('Customers wait', 'Clients wait');
    const file = merged({ base: SPEC, mine: torn, generated: next });
    expect(file.after).toBe(torn.replace('99.9 %', '99.99 %'));
    expect(file.newBase).toBe(stricter);
  });

  it('marks a block a person edited when the answers no longer lead to it', () => {
    const item = /- `REQ-REC-004\.mail`[^]*?failures`\.\n/.exec(SPEC)![0];
    const file = merged({
      base: SPEC,
      mine: SPEC.replace('queue the mail', 'queue the mail for a day'),
      generated: SPEC.replace(item, ''),
    });
    expect(file.after).toContain('queue the mail for a day');
    expect(keysIn(file, 'conflict')).toEqual(['failure-and-recovery/REQ-REC-004.mail']);
  });
});

describe('R6: blocks that people add, delete and move', () => {
  it('keeps a hand-written block behind the neighbour it was put behind', () => {
    const note = 'Ask Finance about the ten years.';
    const mine = SPEC.replace('any more.\n', `any more.\n\n${note}\n`);
    const generated = SPEC.replace('any more.\n', 'any more.\n\nA new paragraph says more.\n').replace(
      '## Purpose and goals',
      '## Scope\n\nSmall.\n\n## Purpose and goals',
    );
    const file = merged({ base: SPEC, mine, generated });
    expect(file.after).toContain(`any more.\n\n${note}\n\nA new paragraph says more.\n`);
    expect(keysIn(file, 'human')).toEqual(['purpose-and-goals/yours-paragraph-2']);
  });

  it('keeps a hand-written section, row and list item in their places', () => {
    const mine = SPEC.replace('## Interfaces', '## Our own notes\n\nTalk to Ada first.\n\n## Interfaces')
      .replace('| POST /pay | response |', '| GET /pay | request | id | string |\n| POST /pay | response |')
      .replace('- Window of', '- Ours: we restart it by hand.\n- Window of');
    const file = merged({ base: SPEC, mine, generated: stricter });
    expect(file.after).toBe(mine.replace('99.9 %', '99.99 %'));
    expect(keysIn(file, 'human')).toHaveLength(3);
  });

  it('keeps a deleted block deleted and lists it as withheld, even when the answers change it', () => {
    const item = /- `REQ-REC-004\.mail`[^]*?failures`\.\n/.exec(SPEC)![0];
    const mine = SPEC.replace(item, '');
    const generated = SPEC.replace('queue the mail', 'drop the mail');
    const file = merged({ base: SPEC, mine, generated });
    expect(file.text).toBeUndefined();
    expect(keysIn(file, 'withheld')).toEqual(['failure-and-recovery/REQ-REC-004.mail']);
    const again = merged({ base: file.newBase!, mine, generated });
    expect(keysIn(again, 'withheld')).toEqual(['failure-and-recovery/REQ-REC-004.mail']);
  });

  it('brings a withheld block back where it belongs when it is restored', () => {
    const item = /- `REQ-REC-004\.mail`[^]*?failures`\.\n/.exec(SPEC)![0];
    const generated = SPEC.replace('queue the mail', 'drop the mail');
    for (const key of [
      'failure-and-recovery/REQ-REC-004.mail',
      'spec.md#failure-and-recovery/REQ-REC-004.mail',
    ])
      expect(merged({ base: SPEC, mine: SPEC.replace(item, ''), generated, restore: [key] }).text).toBe(
        generated,
      );
  });

  it('withholds a deleted section as one block, with what the answers add to it', () => {
    const mine = SPEC.replace(/## Open questions[^]*$/, '');
    const generated = `${SPEC}- \`dat.rto\` (touches Data): How long?\n`;
    const file = merged({ base: SPEC, mine, generated });
    expect(file.text).toBeUndefined();
    expect(keysIn(file, 'withheld')).toEqual(['open-questions']);
    expect(merged({ base: SPEC, mine, generated, restore: ['open-questions'] }).text).toBe(generated);
  });

  it('keeps a deleted requirement deleted when the template moves it to another section', () => {
    const item = /- `REQ-REC-004\.mail`[^]*?failures`\.\n/.exec(SPEC)![0];
    const generated = `${SPEC.replace(item, '')}\n## Mail\n\n${item}`;
    const file = merged({ base: SPEC, mine: SPEC.replace(item, ''), generated });
    expect(file.after).not.toContain('REQ-REC-004.mail');
    expect(keysIn(file, 'withheld')).toEqual(['mail/REQ-REC-004.mail']);
  });

  it('never moves an edit to another item when items are reordered or come in between', () => {
    const rows = ['redis', 'mail', 'bank', 'clock', 'disk'].map(
      (id) => `- \`REQ-REC-004.${id}\` IF ${id} is down, THEN the system SHALL wait.\n  Verified by drill.\n`,
    );
    const spec = (items: readonly string[]): string => `# A\n\n## Failures\n\n${items.join('')}`;
    const edited = rows.map((row) =>
      row.includes('bank') ? row.replace('SHALL wait', 'SHALL give up') : row,
    );
    const other = '- `REQ-REC-004.auth` IF auth is down, THEN the system SHALL wait.\n  Verified by drill.\n';
    const order = [4, 2, 0, 3, 1];
    const file = merged({
      base: spec(rows),
      mine: spec(edited),
      generated: spec([other, ...order.map((index) => rows[index]!)]),
    });
    expect(file.text).toBe(spec([other, ...order.map((index) => edited[index]!)]));
  });

  it('keeps the order a person chose while the answers do not change theirs', () => {
    const [first, second] = [/- `REQ-REC-001`[^]*?trust\.\n/, /- `REQ-REC-004\.redis`[^]*?failures`\.\n/].map(
      (pattern) => pattern.exec(SPEC)![0],
    ) as [string, string];
    const mine = SPEC.replace(first + second, second + first);
    expect(merged({ base: SPEC, mine, generated: stricter }).after).toBe(mine.replace('99.9 %', '99.99 %'));
  });

  it('takes the new blocks of a section that a person renamed', () => {
    const mine = SPEC.replace('## Failure and recovery', '## When things break');
    const file = merged({ base: SPEC, mine, generated: stricter });
    expect(file.after).toBe(mine.replace('99.9 %', '99.99 %'));
  });
});

describe('R10: a file without a base', () => {
  const handmade = SPEC.replace('# Payments: specification', '# Our payments')
    .replace('99.9 %', '98 %')
    .replace('## Interfaces', '## History\n\nIt began in 2009.\n\n## Interfaces')
    .replace('Nobody prints them any more.', '');

  it('is left as it is and listed as needing adoption', () => {
    const plan = mergeFiles({
      files: [{ path: 'spec.md', type: 'markdown', policy: 'generated', mine: handmade, generated: SPEC }],
      conflict: 'markers',
      stillParses: () => true,
    });
    expect(plan.needsAdopting).toEqual(['spec.md']);
    expect(plan.files[0]).toMatchObject({ state: 'kept', blocks: [] });
    expect(plan.files[0]).not.toHaveProperty('text');
    expect(plan.files[0]).not.toHaveProperty('newBase');
  });

  it('needs no adoption when it reads as generated', () => {
    expect(merged({ mine: SPEC.replaceAll('\n', '\r\n'), generated: SPEC })).toMatchObject({
      state: 'unchanged',
      newBase: SPEC,
    });
  });

  it('is adopted by linking what matches and keeping the rest as human', () => {
    const adoption = adopt(handmade, SPEC);
    expect(adoption.linked).toContain('failure-and-recovery/REQ-REC-004.redis');
    expect(adoption.human).toContain('yours-history');
    expect(adoption.missing).toEqual(['purpose-and-goals/paragraph-1', 'failure-and-recovery/REQ-REC-001']);
    const file = merged({ base: adoption.base, mine: handmade, generated: SPEC });
    expect(file.after).toContain('# Our payments\n');
    expect(file.after).toContain('It began in 2009.');
    expect(file.after).toContain('Nobody prints them any more.');
    expect(keysIn(file, 'conflict')).toEqual(['failure-and-recovery/REQ-REC-001']);
  });

  it('is written when it does not exist, and left to the person when it is written once', () => {
    expect(merged({ generated: SPEC })).toMatchObject({ state: 'new', text: SPEC, newBase: SPEC });
    const once = (versions: { mine?: string; base?: string }) =>
      mergeFiles({
        files: [{ path: 'a.md', type: 'markdown', policy: 'once', generated: SPEC, ...versions }],
        conflict: 'keep',
        stillParses: () => true,
      }).files[0]!;
    expect(once({})).toMatchObject({ state: 'new', text: SPEC });
    expect(once({ mine: 'Mine.\n' })).toMatchObject({ state: 'kept', newBase: SPEC });
    expect(once({ mine: 'Mine.\n', base: 'Old.\n' })).toMatchObject({ state: 'kept', newBase: 'Old.\n' });
    expect(once({ base: 'Old.\n' })).not.toHaveProperty('text');
  });
});

describe('the normal form', () => {
  it('tells different texts apart', () => {
    expect(normalForm(stricter)).not.toBe(normalForm(SPEC));
    expect(normalForm('a_b_c')).not.toBe(normalForm('a*b*c'));
    expect(normalForm('`a  b`')).not.toBe(normalForm('`ab`'));
    expect(normalForm('- [ ] a')).not.toBe(normalForm('- [x] a'));
  });
});
