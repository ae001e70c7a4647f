import { describe, expect, it } from 'vitest';
import { drawn } from './draw.js';
import { aDialog, aField, aList, anAsk, anEditor, aPick, aTable, aView } from './fixtures.js';

const answered = anAsk({
  field: anEditor('15 min'),
  echo: '15 min (900 s)',
  sentence: 'When the primary region fails, the system SHALL lose at most 15 min of writes.',
  example: '15 min, because orders can be replayed from the payment provider',
});
const asking = (ask: typeof answered) => ({ screen: { type: 'ask', ask } as const });
const field = (view: ReturnType<typeof anAsk>['field'], over = {}) =>
  asking(anAsk({ prompt: 'What does it depend on?', detail: '', field: view, ...over }));
/** The rows between header and footer, without those that are empty. */
const body = (view: ReturnType<typeof aView>): string =>
  drawn(view)
    .split('\n')
    .slice(2, -3)
    .filter((line) => line.trim() !== '')
    .join('\n');

describe('the ask screen', () => {
  it('shows everything at 80 by 24', () => {
    const view = aView({
      ...asking(answered),
      notice: '2 questions added, 1 answer to look at again',
      saved: 'saved',
    });
    expect(drawn(view)).toMatchInlineSnapshot(`
      " payments-api › Recovery         12 of 58 · 3 required left · about 23 min left
      ━━━━━━━━━━━━━━━─────────────────────────────────────────────────────────────────

        Recovery point
        How much written data may be lost when the primary region fails?
        The time between the last copied write and the failure. Zero means every
        write waits for a second region.

        › 15 min
          = 15 min (900 s)

          │ “When the primary region fails, the system SHALL lose at most 15 min of
          │ writes.”

          For example: 15 min, because orders can be replayed from the payment
          provider





       i 2 questions added, 1 answer to look at again                           saved
      ────────────────────────────────────────────────────────────────────────────────
       Enter next · Shift+Tab back · Ctrl+T other answers · Ctrl+O outline · ? help"
    `);
  });

  it('drops extras at 60 by 16, never the question, its field or what the field says back', () => {
    expect(drawn(aView({ ...asking(answered), columns: 60, rows: 16 }))).toMatchInlineSnapshot(`
      " payments-api › Recovery         12 of 58 · 3 required left
      ━━━━━━━━━━━─────────────────────────────────────────────────

        How much written data may be lost when the primary
        region fails?
        The time between the last copied write and the failure.
        Zero means every write waits for a second region.

        › 15 min
          = 15 min (900 s)

          │ “When the primary region fails, the system SHALL
          │ lose at most 15 min of writes.”

      ────────────────────────────────────────────────────────────
       Enter next · Shift+Tab back · ? help"
    `);
  });

  it('keeps question, field, error and keys at 40 by 10', () => {
    const refused = { ...answered, error: 'A bare number needs a unit. Write for example: 15 min.' };
    expect(drawn(aView({ ...asking(refused), columns: 40, rows: 10 }))).toMatchInlineSnapshot(`
      " payments-api › Recovery 12/58 · 23 min
      ━━━━━━━─────────────────────────────────
        How much written data may be lost
        when the primary region fails?
        › 15 min
          ✗ A bare number needs a unit.
            Write for example: 15 min.

      ────────────────────────────────────────
       Enter next · Shift+Tab back · ? help"
    `);
  });

  it('shows the pane beside the question from 120 columns on', () => {
    const pane = {
      findings: [
        {
          severity: 'block' as const,
          title: 'Backups are rarer than the loss that is allowed',
          quotes: ['Backups: every 24 h'],
        },
      ],
      facts: [{ title: 'Error budget', text: '43.2 min per month', formula: '30 d × (1 − 99.9 %)' }],
      sentences: [{ id: 'REQ-REC-004', text: 'The system SHALL lose at most 15 min of writes.' }],
      coach: ['Say who notices, and how.'],
      unchecked: '3 checks cannot be decided yet',
    };
    expect(drawn(aView({ ...asking(answered), columns: 120, rows: 24, pane }))).toMatchInlineSnapshot(`
      " payments-api › Recovery                                                 12 of 58 · 3 required left · about 23 min left
      ━━━━━━━━━━━━━━━━━━━━━━──────────────────────────────────────────────────────────────────────────────────────────────────
                                                                            │
        Recovery point                                                      │ Spec so far
        How much written data may be lost when the primary region fails?    │ The system SHALL lose at most 15 min of writes.
        The time between the last copied write and the failure. Zero        │ REQ-REC-004
        means every write waits for a second region.                        │
                                                                            │ To think about
        › 15 min                                                            │ · Say who notices, and how.
          = 15 min (900 s)                                                  │
                                                                            │ Findings (1)
          │ “When the primary region fails, the system SHALL lose at most   │ ✗ block: Backups are rarer than the loss that
          │ 15 min of writes.”                                              │   is allowed
                                                                            │   Backups: every 24 h
          For example: 15 min, because orders can be replayed from the      │
          payment provider                                                  │ Worked out
                                                                            │ Error budget: 43.2 min per month
                                                                            │   30 d × (1 − 99.9 %)
                                                                            │
                                                                            │ 3 checks cannot be decided yet
                                                                            │

      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
       Enter next · Shift+Tab back · Ctrl+T other answers · Ctrl+O outline · ? help"
    `);
    expect(drawn(aView({ ...asking(answered), columns: 119, rows: 24, pane }))).not.toContain('Error budget');
  });

  it('says by word and sign that an answer is stale, shared or a follow-up', () => {
    expect(body(aView(asking(anAsk({ state: 'stale', shared: true }))))).toContain(
      'Recovery point · ! look again · for all specs of this repository',
    );
    expect(body(aView(asking(anAsk({ state: 'probe' }))))).toContain('Recovery point · + follow-up');
  });

  it('gives a long notice a second line, and the room of a word that says all is well', () => {
    const notice =
      'That answer would be stronger with a unit beside the number, and with the name of who is waiting for it.';
    const [first, second] = drawn(aView({ notice, saved: 'saved' }))
      .split('\n')
      .slice(-4);
    expect(first).toBe(' i That answer would be stronger with a unit beside the number, and with the');
    expect(second).toBe('   name of who is waiting for it.');
    const trouble = drawn(aView({ notice, saved: 'not saved: the disk is full' }))
      .split('\n')
      .at(-3);
    expect(trouble).toMatch(/^ i That answer would be stronger with a unit.*… not saved: the disk is full$/);
  });

  it('writes plain ASCII signs where the locale is not UTF-8', () => {
    const view = aView(asking(anAsk({ detail: '', field: aPick(['>*Cache', 'Queue']), error: 'Too many.' })));
    const text = drawn(view, { unicode: false });
    expect(text).toContain('  > 1 (*) Cache\n    2 ( ) Queue');
    expect(text).toContain('x Too many.');
    // eslint-disable-next-line no-control-regex -- everything outside ASCII is what is looked for
    expect(text).not.toMatch(/[^\u0000-\u007f]/);
  });
});

describe('fields', () => {
  it('shows a text with its placeholder, or the text itself', () => {
    expect(body(aView(field(anEditor('', { placeholder: '250 ms' }))))).toContain('› 250 ms');
    expect(body(aView(field(anEditor('5', { placeholder: '250 ms' }))))).not.toContain('250');
  });

  it('draws prose with a bar along its rows, and says where it goes on', () => {
    const editor = anEditor('Orders arrive.\n日本語のテキスト\n👩‍👩‍👧 family', { above: 1, below: 1 });
    expect(body(aView(field(editor)))).toMatchInlineSnapshot(`
      "  Recovery point
        What does it depend on?
          ↑ more
        │ Orders arrive.
        │ 日本語のテキスト
        │ 👩‍👩‍👧 family
          ↓ more"
    `);
  });

  it('offers the readings of an ambiguous text below it', () => {
    const { lines } = aPick(['>5 million', '5 MB']);
    expect(body(aView(field(anEditor('5M', { picks: lines }))))).toMatchInlineSnapshot(`
      "  Recovery point
        What does it depend on?
        › 5M
          › 1 ○ 5 million
            2 ○ 5 MB"
    `);
  });

  it('puts details beside the options where all of them fit', () => {
    const pick = aPick(['Cache | fast, may lose data', '>*Database | durable', 'Queue']);
    expect(body(aView(field(pick)))).toMatchInlineSnapshot(`
      "  Recovery point
        What does it depend on?
          1 ○ Cache      fast, may lose data
        › 2 ● Database   durable
          3 ○ Queue"
    `);
  });

  it('puts the detail of the focused option below the list where one is too long, at a height that stays', () => {
    const long =
      'one region waits; minutes of failover and some lost writes unless replication is synchronous';
    const at = (focus: number) =>
      aPick(
        ['Active-active | short', `Active-passive | ${long}`].map((line, row) =>
          row === focus ? `>${line}` : line,
        ),
      );
    const [first, second] = [0, 1].map((focus) =>
      drawn(aView(field(at(focus), { echo: 'picked' }))).split('\n'),
    );
    expect(first?.findIndex((line) => line.includes('= picked'))).toBe(
      second?.findIndex((line) => line.includes('= picked')),
    );
    expect(second?.join('\n')).toContain('unless\n      replication is synchronous');
  });

  it('marks many picks by boxes, and counts options out of sight', () => {
    const pick = aPick(['*Service', '>Worker'], { many: true, above: 3, below: 5, filter: 'er' });
    expect(body(aView(field(pick)))).toMatchInlineSnapshot(`
      "  Recovery point
        What does it depend on?
          narrowed by er
          ↑ 3 more
          1 [✓] Service
        › 2 [ ] Worker
          ↓ 5 more"
    `);
  });

  it('says when nothing is left of a list, and how more comes back', () => {
    const pick = aPick([], { many: true, filter: 'qq' });
    expect(body(aView(field(pick)))).toContain('    nothing has qq in it; Backspace shows more');
  });

  it('numbers a list and puts the editor in the place of the item being written', () => {
    expect(body(aView(field(aList(['No app', 'No reports'], anEditor('No sign-on'))))))
      .toMatchInlineSnapshot(`
      "  Recovery point
        What does it depend on?
          1. No app
          2. No reports
        › 3. No sign-on"
    `);
    expect(body(aView(field(aList(['No app', '>No reports'], anEditor('No reports at all'))))))
      .toMatchInlineSnapshot(`
      "  Recovery point
        What does it depend on?
          1. No app
        › 2. No reports at all"
    `);
  });

  const columns = ['Dependency', 'Kind', 'Critical', 'Timeout'];
  const rows = [
    ['redis', 'cache', 'yes', '250 ms'],
    ['>支払い', 'third party', 'no', '2 s'],
    ['add a row'],
    ['done'],
  ];

  it('lists the rows of a table, aligned whatever the script', () => {
    expect(body(aView(field(aTable(columns, rows))))).toMatchInlineSnapshot(`
      "  Recovery point
        What does it depend on?
          Dependency  Kind         Critical  Timeout
          redis       cache        yes       250 ms
        › 支払い      third party  no        2 s
          + add a row
          ✓ done"
    `);
  });

  it('lists rows by their key and draws the grid beside them from 120 columns on', () => {
    const text = drawn(aView({ ...field(aTable(columns, rows)), columns: 120 }));
    expect(text).toMatch(/^ {4}redis +│/m);
    expect(text).toMatch(/│ +redis +cache +yes +250 ms/);
  });

  it('asks about a row below the table', () => {
    const table = aTable(columns, rows, { question: 'Delete redis? 2 answers refer to it. y or n' });
    expect(body(aView(field(table)))).toMatch(/done\n {2}Delete redis\?/);
  });

  it('edits one row as a small form', () => {
    const table = aTable(columns, [], {
      mode: 'row',
      title: 'New dependency',
      fields: [
        aField('Dependency', { required: true, text: 'redis' }),
        aField('Kind', { focused: true, required: true, picks: aPick(['Cache', '>Database']).lines }),
        aField('Timeout', { text: '250', error: 'A bare number needs a unit.' }),
      ],
    });
    expect(body(aView(field(table)))).toMatchInlineSnapshot(`
      "  Recovery point
        What does it depend on?
        New dependency
          Dependency *  redis
        › Kind *
            1 ○ Cache
          › 2 ○ Database
          Timeout       250
            ✗ A bare number needs a unit.
          * required"
    `);
  });

  it('takes one row as a line, the columns above it', () => {
    const table = aTable(columns, rows.slice(0, 1), {
      mode: 'line',
      title: columns.join(' | '),
      line: anEditor('redis | ca'),
    });
    expect(body(aView(field(table)))).toMatchInlineSnapshot(`
      "  Recovery point
        What does it depend on?
        Dependency | Kind | Critical | Timeout
        › redis | ca
          Dependency  Kind   Critical  Timeout
          redis       cache  yes       250 ms"
    `);
  });
});

describe('what lies over the question', () => {
  it('keeps the question in sight above a dialog', () => {
    const dialog = aDialog({
      title: 'Unknown',
      body: ['Who can answer this, and until when? Both may stay empty.'],
      fields: [aField('Owner and date', { focused: true, editor: anEditor('@dba by 15 Dez') })],
      error: '“15 Dez” is not a date.',
      keys: [{ keys: 'Enter', does: 'record' }],
    });
    const text = drawn(aView({ columns: 60, rows: 16, overlay: { type: 'dialog', dialog } }));
    expect(text).toMatchInlineSnapshot(`
      " payments-api › Recovery         12 of 58 · 3 required left
      ━━━━━━━━━━━─────────────────────────────────────────────────
        How much written data may be lost when the primary
        region fails?

        ╭──────────────────────────────────────────────────────╮
        │ Unknown                                              │
        │ Who can answer this, and until when? Both may stay   │
        │ empty.                                               │
        │                                                      │
        │ › Owner and date  @dba by 15 Dez                     │
        │ ✗ “15 Dez” is not a date.                            │
        ╰──────────────────────────────────────────────────────╯

      ────────────────────────────────────────────────────────────
       Enter record"
    `);
  });

  it('asks once before leaving', () => {
    expect(body(aView({ overlay: { type: 'leave' } }))).toMatchInlineSnapshot(`
      "  How much written data may be lost when the primary region fails?
        ╭──────────────────────────────────────────────────────────────────────────╮
        │ Leave the interview?                                                     │
        │ Every answer and what is being typed is saved. Ctrl+C again leaves, Esc  │
        │ stays.                                                                   │
        ╰──────────────────────────────────────────────────────────────────────────╯"
    `);
  });
});
