import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormView } from '../../src/form/view.js';
import { textWidth } from '../../src/kernel/index.js';
import { frameOf } from '../../src/ui/frame.js';
import { asciiGlyphs, unicodeGlyphs } from '../../src/ui/glyphs.js';
import { lineWidth } from '../../src/ui/lines.js';
import { aDialog, aField, aList, anAsk, anEditor, aPick, aTable, aView } from './fixtures.js';

const words = fc.array(
  fc.oneof(
    fc.constantFrom(
      'a',
      'redis ',
      '日本語',
      '👩‍👩‍👧',
      'مرحبا ',
      'e\u0301',
      '\u001b[31m',
      '\u0007',
      '\n',
      '\t',
      'averyveryverylongword',
    ),
    fc.string({ maxLength: 8 }),
  ),
  { maxLength: 30 },
);
const text = words.map((parts) => parts.join(''));
// eslint-disable-next-line no-control-regex -- the form hands over no control characters in rows of text
const flat = text.map((given) => given.replace(/[\n\u0000-\u001f]/g, ' '));
const size = fc.record({ columns: fc.integer({ min: 0, max: 160 }), rows: fc.integer({ min: 0, max: 50 }) });

const editor = fc
  .record({ given: flat, row: fc.nat(3), placeholder: flat })
  .map(({ given, placeholder }) => anEditor(given, { placeholder }));
const pick = fc
  .array(flat, { maxLength: 12 })
  .map((lines) => aPick(lines.map((line, at) => (at === 1 ? `>${line}` : line))));
const fields = fc
  .array(
    fc.record({
      label: flat,
      text: flat,
      error: text,
      editor: fc.option(editor, { nil: undefined }),
      focused: fc.boolean(),
      picks: pick,
    }),
    { maxLength: 5 },
  )
  .map((given) => given.map(({ label, picks, ...over }) => aField(label, { ...over, picks: picks.lines })));
const table = fc
  .record({
    columns: fc.array(flat, { maxLength: 5 }),
    rows: fc.array(fc.array(flat, { minLength: 1, maxLength: 5 }), { maxLength: 20 }),
    mode: fc.constantFrom('rows' as const, 'row' as const, 'line' as const),
    fields,
    title: flat,
    line: fc.option(editor, { nil: undefined }),
    question: text,
  })
  .map(({ columns, rows, ...over }) => aTable(columns, rows, over));
const list = fc
  .record({ items: fc.array(flat, { maxLength: 12 }), editor })
  .map((given) => aList(given.items, given.editor));
const dialog = fc
  .record({ title: text, body: fc.array(text, { maxLength: 4 }), fields, error: text })
  .map(aDialog);

const ask = fc
  .record({
    prompt: text,
    detail: text,
    label: text,
    example: text,
    echo: text,
    sentence: text,
    error: text,
    field: fc.oneof(editor, pick, list, table),
  })
  .map((over) => ({ type: 'ask' as const, ask: anAsk(over) }));
const screen: fc.Arbitrary<FormView['screen']> = fc.oneof(
  { weight: 4, arbitrary: ask },
  fc.record({ type: fc.constant('welcome' as const), dialog }),
  fc.record({ type: fc.constant('depth' as const), prompt: text, pick }),
  fc.record({ type: fc.constant('finished' as const), lines: fc.array(text, { maxLength: 30 }) }),
);
const overlay: fc.Arbitrary<FormView['overlay']> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ type: 'none' as const }) },
  fc.constant({ type: 'leave' as const }),
  fc.record({ type: fc.constant('dialog' as const), dialog }),
  fc.record({ type: fc.constant('pane' as const), from: fc.nat(100) }),
  fc.record({
    type: fc.constant('why' as const),
    from: fc.nat(100),
    parts: fc.array(fc.record({ title: text, lines: fc.array(text) }), { maxLength: 3 }),
  }),
);
const pane = fc.record({
  findings: fc.array(
    fc.record({
      severity: fc.constantFrom('block' as const, 'info' as const),
      title: text,
      quotes: fc.array(text),
    }),
    { maxLength: 3 },
  ),
  facts: fc.array(fc.record({ title: text, text, formula: text }), { maxLength: 3 }),
  sentences: fc.array(fc.record({ id: text, text }), { maxLength: 3 }),
  coach: fc.array(text, { maxLength: 2 }),
  unchecked: text,
});
const view = fc
  .record({ size, title: text, notice: text, saved: text, screen, overlay, pane })
  .map(({ size: { columns, rows }, ...over }) => aView({ columns, rows, ...over }));

describe('the frame', () => {
  it('has exactly the rows of the terminal, none wider than it, and no control character, whatever it shows', () => {
    fc.assert(
      fc.property(view, fc.boolean(), (given, unicode) => {
        const { lines, caret } = frameOf(given, unicode ? unicodeGlyphs : asciiGlyphs);
        expect(lines).toHaveLength(given.rows);
        for (const line of lines) {
          expect(lineWidth(line)).toBeLessThanOrEqual(given.columns);
          const shown = line.map((piece) => piece.text).join('');
          expect(textWidth(shown)).toBeLessThanOrEqual(given.columns);
          // eslint-disable-next-line no-control-regex -- control characters are what is looked for
          expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
        }
        if (caret !== undefined) {
          expect(caret.row).toBeLessThan(given.rows);
          expect(caret.column).toBeLessThan(Math.max(1, given.columns));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('shows question, field, error and footer at every size from 40 by 10 on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: 160 }),
        fc.integer({ min: 10, max: 50 }),
        fc.constantFrom(editorOf(1), editorOf(40), pickOf(3), pickOf(40)),
        (columns, rows, field) => {
          const asked = anAsk({
            prompt: 'How much may be lost?',
            field,
            error: 'A unit is missing.',
            sentence: 'x '.repeat(200),
            example: 'y '.repeat(200),
          });
          const { lines } = frameOf(
            aView({ columns, rows, notice: 'n'.repeat(200), screen: { type: 'ask', ask: asked } }),
            unicodeGlyphs,
          );
          const shown = lines.map((line) => line.map((piece) => piece.text).join('')).join('\n');
          expect(shown).toContain('How much may be lost?');
          expect(shown).toContain('here');
          expect(shown).toContain('A unit is missing.');
          expect(shown).toContain('? help');
        },
      ),
    );
  });

  it.each([60, 80])(
    'I7: cuts a long name at %i columns, and keeps how many required answers are left',
    (columns) => {
      const title = 'A limiter of every call that anybody makes to the public interface';
      const { lines } = frameOf(aView({ columns, rows: 24, title }), unicodeGlyphs);
      const header = lines[0]?.map((piece) => piece.text).join('') ?? '';
      expect(header).toMatch(/^ A limiter.*… › \S.* +\S* ?\S* ?\S* · 3 required left$/);
      expect(textWidth(header)).toBeLessThan(columns);
    },
  );

  it('moves a row that is longer than its room so that the caret stays in sight', () => {
    const long = `${'日本'.repeat(60)}end`;
    const { lines, caret } = frameOf(
      aView({ columns: 40, rows: 10, screen: { type: 'ask', ask: anAsk({ field: anEditor(long) }) } }),
      unicodeGlyphs,
    );
    const row = lines[caret?.row ?? 0]?.map((piece) => piece.text).join('') ?? '';
    expect(row.endsWith('end')).toBe(true);
    expect(caret?.column).toBe(textWidth(row));
  });

  it('lays no more findings out beside a question than could be seen', () => {
    let read = 0;
    const findings = Array.from({ length: 1000 }, () => ({
      severity: 'high' as const,
      quotes: [],
      get title() {
        read += 1;
        return 'Retries multiply load';
      },
    }));
    const { lines } = frameOf(aView({ columns: 120, pane: { ...aView().pane, findings } }), unicodeGlyphs);
    expect(read).toBeLessThanOrEqual(24);
    expect(lines.map((line) => line.map((piece) => piece.text).join('')).join('\n')).toContain(
      'Findings (1000)',
    );
  });
});

function editorOf(rows: number) {
  return anEditor([...Array.from({ length: rows - 1 }, () => 'text'), 'here'].join('\n'));
}

function pickOf(count: number) {
  const lines = Array.from({ length: count }, (_, at) =>
    at === Math.floor(count / 2) ? '>here | detail of it' : 'other',
  );
  return aPick(lines);
}
