import { describe, expect, it } from 'vitest';
import type { FormView, OutlineLine, ReviewLine } from '../../src/form/view.js';
import { drawn } from './draw.js';
import { aDialog, aField, anEditor, aPick, aView } from './fixtures.js';

const outlineLine = (text: string, over: Partial<OutlineLine> = {}): OutlineLine => ({
  ...{ step: text, section: 'rec', heading: false, text, state: 'open', note: '', focused: false },
  ...over,
});
const reviewLine = (text: string, over: Partial<ReviewLine> = {}): ReviewLine => ({
  ...{ type: 'open', id: text, severity: undefined, text, detail: [], step: text, focused: false },
  ...over,
});
const help = (from: number): FormView['overlay'] => ({
  type: 'help',
  from,
  groups: [
    { title: 'Answer', keys: [{ keys: 'Enter', does: 'record the answer and go on' }] },
    {
      title: 'Move',
      keys: [
        { keys: 'Shift+Tab', does: 'go to the question before; the draft stays' },
        { keys: 'Ctrl+O', does: 'outline of all questions: type to filter, Enter goes there' },
      ],
    },
    { title: 'Leave', keys: [{ keys: 'Ctrl+C', does: 'clear the field; when it is empty, twice leaves' }] },
  ],
});

describe('the outline', () => {
  const lines = [
    outlineLine('Recovery', { heading: true, state: 'heading' }),
    outlineLine('Recovery point', { state: 'answered', note: '15 min' }),
    outlineLine('Regions', { focused: true, note: '4 checks wait for it' }),
    outlineLine('Failover drill', { state: 'not-asked', note: 'asked from depth deep on' }),
  ];
  const overlay = (over = {}): FormView['overlay'] => ({
    type: 'outline',
    filter: 'reg',
    above: 2,
    below: 33,
    lines,
    ...over,
  });

  it('shows section, question, state and why a question is not asked', () => {
    expect(drawn(aView({ rows: 16, overlay: overlay() }))).toMatchInlineSnapshot(`
      " payments-api › Outline          12 of 58 · 3 required left · about 23 min left
      ━━━━━━━━━━━━━━━─────────────────────────────────────────────────────────────────
        Find: reg
          ↑ 2 more
        Recovery
          ✓ Recovery point                answered        15 min
        › ○ Regions                       open            4 checks wait for it
          · Failover drill                not asked       asked from depth deep on
          ↓ 33 more





      ────────────────────────────────────────────────────────────────────────────────
       Enter next · Shift+Tab back · Ctrl+T other answers · Ctrl+O outline · ? help"
    `);
  });

  it('leaves words out on a narrow screen, never the question', () => {
    expect(drawn(aView({ columns: 40, rows: 10, overlay: overlay() }))).toMatchInlineSnapshot(`
      " payments-api › Outline  12/58 · 23 min
      ━━━━━━━─────────────────────────────────
        Find: reg
          ↑ 3 more
          ✓ Recovery point
        › ○ Regions
          ↓ 34 more

      ────────────────────────────────────────
       Enter next · Shift+Tab back · ? help"
    `);
  });

  it('says what to do when nothing matches', () => {
    const text = drawn(aView({ overlay: overlay({ lines: [], above: 0, below: 0 }) }));
    expect(text).toContain('No question matches. Backspace widens the search.');
  });
});

describe('the review', () => {
  const lines = [
    reviewLine('Backups are rarer than the loss that is allowed', {
      type: 'finding',
      severity: 'block',
      focused: true,
      detail: ['Recovery point: 15 min', 'Backups: every 24 h'],
    }),
    reviewLine('Retries multiply the load of an outage', {
      type: 'finding',
      severity: 'high',
      detail: ['hidden'],
    }),
    reviewLine('Regions: not answered'),
    reviewLine('Purpose: “fast” is not measurable', { type: 'thin' }),
    reviewLine('No second region', { type: 'waived' }),
    reviewLine('2 checks cannot be decided yet', { type: 'unchecked' }),
    reviewLine('Finish and write the spec', { type: 'finish' }),
  ];

  it('names each kind by sign and word, and quotes the answers of the focused finding only', () => {
    const screen = {
      type: 'review',
      lines,
      above: 0,
      below: 4,
      summary: '2 findings, 3 open questions',
    } as const;
    expect(drawn(aView({ screen }))).toMatchInlineSnapshot(`
      " payments-api › Review      11 of 58 done · 3 required left · about 23 min left
      ━━━━━━━━━━━━━━━─────────────────────────────────────────────────────────────────

        2 findings, 3 open questions

        › ✗ block     Backups are rarer than the loss that is allowed
                      Recovery point: 15 min
                      Backups: every 24 h
          ▲ high      Retries multiply the load of an outage
          ○ open      Regions: not answered
          ~ thin      Purpose: “fast” is not measurable
          – waived    No second region
          ? unchecked 2 checks cannot be decided yet
          ✓ finish    Finish and write the spec
          ↓ 4 more







      ────────────────────────────────────────────────────────────────────────────────
       Enter next · Shift+Tab back · Ctrl+T other answers · Ctrl+O outline · ? help"
    `);
  });
});

describe('help', () => {
  it('lists keys by group', () => {
    expect(drawn(aView({ rows: 16, overlay: help(0) }))).toMatchInlineSnapshot(`
      " payments-api › Keys             12 of 58 · 3 required left · about 23 min left
      ━━━━━━━━━━━━━━━─────────────────────────────────────────────────────────────────

        Answer
          Enter      record the answer and go on

        Move
          Shift+Tab  go to the question before; the draft stays
          Ctrl+O     outline of all questions: type to filter, Enter goes there

        Leave
          Ctrl+C     clear the field; when it is empty, twice leaves


      ────────────────────────────────────────────────────────────────────────────────
       Enter next · Shift+Tab back · Ctrl+T other answers · Ctrl+O outline · ? help"
    `);
  });

  it('takes two columns where there is room', () => {
    expect(drawn(aView({ columns: 140, rows: 12, overlay: help(0) }))).toMatchInlineSnapshot(`
      " payments-api › Keys                                                                         12 of 58 · 3 required left · about 23 min left
      ━━━━━━━━━━━━━━━━━━━━━━━━━━──────────────────────────────────────────────────────────────────────────────────────────────────────────────────

        Answer                                                               Leave
          Enter      record the answer and go on                               Ctrl+C     clear the field; when it is empty, twice leaves

        Move
          Shift+Tab  go to the question before; the draft stays
          ↓ 2 more lines

      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
       Enter next · Shift+Tab back · Ctrl+T other answers · Ctrl+O outline · ? help"
    `);
  });

  it('scrolls, and never past its end', () => {
    const far = drawn(aView({ columns: 40, rows: 12, overlay: help(1000) }));
    expect(far).toMatch(/twice\s+leaves/);
    expect(far).toMatch(/↑ \d+ more lines/);
    expect(far).not.toContain('↓');
    expect(drawn(aView({ columns: 40, rows: 12, overlay: help(0) }))).toMatch(/↓ \d+ more lines/);
  });
});

describe('other screens', () => {
  it('explains why a question is asked', () => {
    const parts = [
      { title: 'Why it matters', lines: ['A backup nobody restores is a hope.'] },
      {
        title: 'What happened to others',
        lines: ['GitLab, 2017: five ways to restore, none worked.', 'https://example.org'],
      },
    ];
    expect(drawn(aView({ rows: 14, overlay: { type: 'why', from: 0, parts } }))).toMatchInlineSnapshot(`
      " payments-api › Why this is asked                    12 of 58 · 3 required left
      ━━━━━━━━━━━━━━━─────────────────────────────────────────────────────────────────

        Why it matters
          A backup nobody restores is a hope.

        What happened to others
          GitLab, 2017: five ways to restore, none worked.
          https://example.org



      ────────────────────────────────────────────────────────────────────────────────
       Enter next · Shift+Tab back · Ctrl+T other answers · Ctrl+O outline · ? help"
    `);
  });

  it('shows the pane full screen at any width', () => {
    const pane = {
      ...aView().pane,
      findings: [
        { severity: 'high' as const, title: 'Retries multiply load', quotes: ['Retries: 5, no backoff'] },
      ],
      facts: [{ title: 'Error budget', text: '43.2 min per month', formula: '30 d × (1 − 99.9 %)' }],
    };
    expect(drawn(aView({ columns: 40, rows: 14, pane, overlay: { type: 'pane', from: 0 } })))
      .toMatchInlineSnapshot(`
      " payments-api › Finding… 12/58 · 23 min
      ━━━━━━━─────────────────────────────────
        Findings (1)
        ▲ high: Retries multiply load
          Retries: 5, no backoff

        Worked out
        Error budget: 43.2 min per month
          30 d × (1 − 99.9 %)



      ────────────────────────────────────────
       Enter next · Shift+Tab back · ? help"
    `);
    expect(drawn(aView({ overlay: { type: 'pane', from: 0 } }))).toContain('appear here as you answer');
  });

  it('begins with a name', () => {
    const dialog = aDialog({
      title: 'What are we going to specify?',
      body: ['A short name, as a folder is named.'],
      fields: [
        aField('Name', {
          focused: true,
          required: true,
          editor: anEditor('', { placeholder: 'payments-api' }),
        }),
      ],
      keys: [{ keys: 'Enter', does: 'begin' }],
    });
    expect(drawn(aView({ rows: 14, screen: { type: 'welcome', dialog } }))).toMatchInlineSnapshot(`
      " payments-api                    12 of 58 · 3 required left · about 23 min left
      ━━━━━━━━━━━━━━━─────────────────────────────────────────────────────────────────

        What are we going to specify?
        A short name, as a folder is named.

        › Name *  payments-api





      ────────────────────────────────────────────────────────────────────────────────
       Enter begin"
    `);
  });

  it('offers three depths with what each costs', () => {
    const pick = aPick([
      'Quick | 24 questions, about 12 min',
      '>Standard | 58 questions, about 30 min',
      'Deep | 104 questions, about 60 min',
    ]);
    const text = drawn(aView({ rows: 14, screen: { type: 'depth', prompt: 'How long shall it be?', pick } }));
    expect(text).toMatchInlineSnapshot(`
      " payments-api › Depth            12 of 58 · 3 required left · about 23 min left
      ━━━━━━━━━━━━━━━─────────────────────────────────────────────────────────────────

        How long shall it be?

          1 ○ Quick      24 questions, about 12 min
        › 2 ○ Standard   58 questions, about 30 min
          3 ○ Deep       104 questions, about 60 min




      ────────────────────────────────────────────────────────────────────────────────
       Enter next · Shift+Tab back · Ctrl+T other answers · Ctrl+O outline · ? help"
    `);
  });

  it('ends with what is written and what is open', () => {
    const lines = [
      'All that is required is answered.',
      'Enter writes specs/payments-api/spec.md and brief.md.',
      '',
      '3 questions are open.',
    ];
    expect(drawn(aView({ rows: 14, screen: { type: 'finished', lines } }))).toMatchInlineSnapshot(`
      " payments-api › Done             12 of 58 · 3 required left · about 23 min left
      ━━━━━━━━━━━━━━━─────────────────────────────────────────────────────────────────

        All that is required is answered.

        Enter writes specs/payments-api/spec.md and brief.md.

        3 questions are open.




      ────────────────────────────────────────────────────────────────────────────────
       Enter next · Shift+Tab back · Ctrl+T other answers · Ctrl+O outline · ? help"
    `);
  });

  it('says so below 40 by 10', () => {
    expect(drawn(aView({ columns: 30, rows: 8 }))).toMatchInlineSnapshot(`
      "

      The window is too small.
      Now 30 x 8, needed 40 x 10.
      Nothing is lost.


      "
    `);
  });
});
