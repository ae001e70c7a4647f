import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/bank/index.js';
import {
  createDraft,
  draftJson,
  draftText,
  fieldView,
  isDirty,
  readDraft,
  restoreDraft,
  type Draft,
  type DraftShape,
} from '../../src/form/draft.js';
import { keyNamed, pasted, type Key } from '../../src/form/keys.js';
import type { FieldView } from '../../src/form/view.js';
import { textWidth } from '../../src/kernel/index.js';
import { aContext, play, refs } from './press.js';

const context = aContext({
  rows: () => refs('Redis', 'Mail provider', '支払い'),
  references: (row) => (row.length % 2 === 0 ? 1 : 0),
});

const options = ['gold', 'silver', 'bronze'].map((id) => ({ id, label: `The ${id} 一` }));
const long = Array.from({ length: 30 }, (_, n) => ({ id: `o${String(n)}`, label: `Option ${String(n)}` }));

const shapes: readonly (readonly [DraftShape, Value | undefined])[] = [
  [{ kind: 'text' }, 'start'],
  [{ kind: 'text', form: 'date' }, undefined],
  [{ kind: 'prose', max_length: 40 }, undefined],
  [{ kind: 'choice', options }, 'silver'],
  [{ kind: 'choice', options: long }, undefined],
  [{ kind: 'choice', of: 'dep.dependencies' }, 'gone'],
  [{ kind: 'many', options, min_items: 1 }, ['gold']],
  [{ kind: 'many', of: 'dep.dependencies' }, undefined],
  [{ kind: 'confirm' }, true],
  [{ kind: 'quantity', dimension: 'duration' }, '5 s'],
  [{ kind: 'quantity', dimension: 'rate' }, undefined],
  [{ kind: 'list', min_items: 1 }, ['one', 'two']],
  [
    {
      kind: 'table',
      key: 'name',
      min_rows: 1,
      columns: [
        { id: 'name', label: 'Name', kind: 'text', required: true, ask: 'row' },
        { id: 'needed', label: '必要', kind: 'choice', options, required: true, ask: 'row' },
        {
          id: 'timeout',
          label: 'Time',
          kind: 'quantity',
          dimension: 'duration',
          required: false,
          ask: 'row',
        },
        { id: 'flows', label: 'Flows', kind: 'many', of: 'ctx.flows', required: false, ask: 'row' },
        { id: 'sure', label: 'Sure', kind: 'confirm', required: false, ask: 'row' },
      ],
    },
    [{ id: 'redis', cells: { name: 'Redis', needed: 'gold' } }],
  ],
];

const names = ['enter', 'newline', 'escape', 'tab', 'shift-tab', 'up', 'down', 'left', 'right', 'home', 'end']
  .concat(['page-up', 'page-down', 'backspace', 'delete', 'alt-up', 'alt-down', 'ctrl-z', 'ctrl-y', 'alt-z'])
  .concat(['ctrl-a', 'ctrl-u', 'ctrl-k', 'ctrl-w', 'ctrl-s', 'ctrl-d', 'f1']) as never[];
const texts = [
  'a',
  'e',
  'd',
  'x',
  'y',
  'n',
  'J',
  'K',
  '|',
  ' ',
  '+',
  '?',
  '0',
  '1',
  '2',
  '5',
  's',
  '日本',
  '👩‍👩‍👧‍👦',
];
const pastes = [
  'a | gold | 2s',
  '- one\n- two',
  'Name,Time\nx,5s\ny,soon',
  'l\n'.repeat(30),
  '"',
  '\u001b[31m|',
  '\t',
];

const key = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names).map((name): Key => keyNamed(name)) },
  { weight: 4, arbitrary: fc.constantFrom(...texts).map((text): Key => ({ type: 'text', text })) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }).map((text): Key => ({ type: 'text', text })),
  },
  { weight: 1, arbitrary: fc.constantFrom(...pastes).map(pasted) },
);
const keys = fc.array(key, { maxLength: 40 });
// The table has the most to go wrong: it is tried as often as all others together.
const shape = fc.oneof(fc.constantFrom(...shapes), fc.constantFrom(...shapes.slice(-1)));
const room = fc.record({ width: fc.integer({ min: 1, max: 90 }), rows: fc.integer({ min: 1, max: 20 }) });

const played = ([made, value]: readonly [DraftShape, Value | undefined], pressed: readonly Key[]): Draft =>
  play(createDraft(made, { value, context }), pressed, context).draft;

/** How many rows of the screen a field takes at least. */
function heightOf(view: FieldView): number {
  switch (view.type) {
    case 'editor':
      return view.lines.length + (view.picks?.length ?? 0);
    case 'pick':
      return view.lines.length;
    case 'list':
      return view.items.filter(({ focused }) => !focused).length + view.editor.lines.length;
    case 'table':
      if (view.mode === 'row') return view.fields.reduce((sum, { picks }) => sum + 1 + picks.length, 0);
      return view.rows.length + (view.line?.lines.length ?? 0);
  }
}

const widestOf = (view: FieldView): number =>
  Math.max(
    0,
    ...(view.type === 'editor' ? view.lines : view.type === 'list' ? view.editor.lines : []).map(textWidth),
  );

describe('any keys on any field', () => {
  it('never throw, and the field stays readable', () => {
    fc.assert(
      fc.property(shape, keys, (made, pressed) => {
        const draft = played(made, pressed);
        expect(draft.kind).toBe(made[0].kind);
        expect(['empty', 'value', 'refused', 'ambiguous']).toContain(readDraft(draft, context).type);
        isDirty(draft);
        draftText(draft);
      }),
      { numRuns: 400 },
    );
  });

  it('keep the view inside its room, with one focus', () => {
    fc.assert(
      fc.property(shape, keys, room, (made, pressed, within) => {
        const view = fieldView(played(made, pressed), within, context);
        const least =
          view.type === 'table' && view.mode === 'line' ? 2 : view.type === 'editor' && view.picks ? 2 : 1;
        expect(heightOf(view)).toBeLessThanOrEqual(Math.max(least, within.rows));
        expect(widestOf(view)).toBeLessThanOrEqual(Math.max(1, within.width));
        // Letters that fit no option leave no line.
        if (view.type === 'pick')
          expect(view.lines.filter(({ focused }) => focused)).toHaveLength(Math.min(1, view.lines.length));
        if (view.type === 'table') expect(view.rows.filter(({ focused }) => focused)).toHaveLength(1);
        if (view.type === 'table' && view.mode === 'row')
          expect(view.fields.filter(({ focused }) => focused)).toHaveLength(1);
      }),
      { numRuns: 400 },
    );
  });

  it('show the same after being written to a file and read again', () => {
    fc.assert(
      fc.property(shape, keys, (made, pressed) => {
        const draft = played(made, pressed);
        const json: unknown = JSON.parse(JSON.stringify(draftJson(draft)));
        const again = restoreDraft(made[0], json, { value: made[1], context });
        const size = { width: context.width, rows: context.height };
        expect(fieldView(again, size, context)).toEqual(fieldView(draft, size, context));
        expect(readDraft(again, context)).toEqual(readDraft(draft, context));
        expect(isDirty(again)).toBe(isDirty(draft));
      }),
      { numRuns: 500 },
    );
  });

  it('submit only what reads back as the same value', () => {
    fc.assert(
      fc.property(shape, keys, (made, pressed) => {
        const { outcomes } = play(createDraft(made[0], { value: made[1], context }), pressed, context);
        for (const outcome of outcomes) {
          if (outcome.type !== 'submit') continue;
          const stored = createDraft(made[0], { value: outcome.value, context });
          const read = readDraft(stored, context);
          if (read.type !== 'empty') expect(read).toMatchObject({ type: 'value', value: outcome.value });
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('a draft file', () => {
  it('that holds garbage is as if nothing had been typed, or as much as fits', () => {
    fc.assert(
      fc.property(shape, fc.jsonValue(), fc.jsonValue(), (made, json, part) => {
        const kind = made[0].kind;
        const halves = [{ row: '+add', fields: part, focus: part, errors: part }];
        const likely = {
          kind,
          editor: part,
          picked: part,
          focus: part,
          items: part,
          at: part,
          rows: part,
          halves,
          mode: part,
        };
        for (const given of [
          json,
          likely,
          { kind, editor: { text: 'x\u001b[2J', caret: 99, folds: part, top: part } },
        ]) {
          const draft = restoreDraft(made[0], given, { value: made[1], context });
          const view = fieldView(draft, { width: 40, rows: 8 }, context);
          // eslint-disable-next-line no-control-regex -- that none is left is what is checked
          expect(JSON.stringify(view)).not.toMatch(/\\u001b|[\u0000-\u001f]/);
          readDraft(draft, context);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('brings the place back to which a long text was scrolled', () => {
    const lines = Array.from({ length: 40 }, (_, n) => `line ${String(n)}`).join('\n');
    const start = createDraft({ kind: 'prose' }, { value: lines, context });
    const up = Array.from({ length: 15 }, () => keyNamed('up'));
    const scrolled = play(start, [...up, keyNamed('down'), keyNamed('down')], context).draft;
    const size = { width: context.width, rows: context.height };
    const json: unknown = JSON.parse(JSON.stringify(draftJson(scrolled)));
    const again = restoreDraft({ kind: 'prose' }, json, { value: lines, context });
    expect(fieldView(again, size, context)).toEqual(fieldView(scrolled, size, context));
    expect(fieldView(again, size, context)).toMatchObject({ caret: { row: 2 }, above: 1, below: 1 });
  });

  it('brings the readings back that were being picked from', () => {
    const shape: DraftShape = { kind: 'quantity', dimension: 'duration' };
    const keys: Key[] = [
      { type: 'text', text: '250' },
      keyNamed('enter'),
      keyNamed('down'),
      keyNamed('down'),
    ];
    const asking = play(createDraft(shape, { context }), keys, context).draft;
    const again = restoreDraft(shape, JSON.parse(JSON.stringify(draftJson(asking))), { context });
    const view = fieldView(again, { width: 60, rows: 12 }, context);
    expect(view).toEqual(fieldView(asking, { width: 60, rows: 12 }, context));
    expect(view.type === 'editor' && view.picks?.map(({ picked }) => picked).slice(0, 2)).toEqual([
      false,
      true,
    ]);
  });

  it('brings text, caret and a folded paste back exactly', () => {
    const lines = 'line\n'.repeat(40);
    const typed = play(createDraft({ kind: 'prose' }, { context }), [
      { type: 'text', text: 'before ' },
      pasted(lines),
      { type: 'text', text: ' after 👩‍👩‍👧‍👦' },
      keyNamed('left'),
      keyNamed('left'),
    ]).draft;
    const again = restoreDraft({ kind: 'prose' }, JSON.parse(JSON.stringify(draftJson(typed))), { context });
    const room12 = { width: 60, rows: 12 };
    expect(draftText(again)).toBe(`before ${lines} after 👩‍👩‍👧‍👦`);
    expect(fieldView(again, room12, context)).toEqual(fieldView(typed, room12, context));
    expect(fieldView(again, room12, context)).toMatchObject({
      lines: [expect.stringContaining('[pasted 40 lines]')],
    });
  });
});
