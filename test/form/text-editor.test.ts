import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clearEditor, redoEditor, replaceText, undoEditor } from '../../src/form/editor/change.js';
import {
  createEditor,
  editorCaret,
  editorText,
  isEmptyEditor,
  type Editor,
} from '../../src/form/editor/editor.js';
import { pressEditor } from '../../src/form/editor/press.js';
import { editorHeight, viewEditor } from '../../src/form/editor/view.js';
import { parseKeyNames, pasted, toKeys, type Key } from '../../src/form/keys.js';
import { graphemes, textWidth } from '../../src/kernel/graphemes.js';

const size = { width: 12, rows: 4 };

/** Reads `one |two`: the bar is the caret. */
function at(marked: string, multiline = true): Editor {
  const caret = marked.indexOf('|');
  return createEditor({ multiline, text: marked.replace('|', ''), caret });
}

function marked(editor: Editor): string {
  const caret = editorCaret(editor);
  const text = editorText(editor);
  return `${text.slice(0, caret)}|${text.slice(caret)}`;
}

const pressAll = (editor: Editor, keys: readonly Key[]): Editor =>
  keys.reduce((now, key) => pressEditor(now, key, size).editor, editor);
const press = (editor: Editor, names: string): Editor => pressAll(editor, parseKeyNames(names));
const type = (editor: Editor, text: string): Editor => pressAll(editor, [{ type: 'text', text }]);

describe('a text field', () => {
  it.each([
    ['left', 'ab|c', 'a|bc'],
    ['left', 'a👨‍👩‍👧|', 'a|👨‍👩‍👧'],
    ['left', 'a\n|b', 'a|\nb'],
    ['left', '|a', '|a'],
    ['ctrl-b', 'ab|', 'a|b'],
    ['right', 'a|🇩🇪b', 'a🇩🇪|b'],
    ['right', 'a|\nb', 'a\n|b'],
    ['ctrl-f', '|ab', 'a|b'],
    ['alt-b', 'one two|', 'one |two'],
    ['alt-b', 'one\n  |', '|one\n  '],
    ['ctrl-left', 'one t|wo', 'one |two'],
    ['alt-f', '|one two', 'one| two'],
    ['alt-f', 'one|\ntwo', 'one\ntwo|'],
    ['ctrl-right', 'one| two', 'one two|'],
    ['home', 'a\nb|c', 'a\n|bc'],
    ['ctrl-a', 'abc|', '|abc'],
    ['end', 'a|b\nc', 'ab|\nc'],
    ['ctrl-e', '|ab', 'ab|'],
    ['ctrl-home', 'a\nb|', '|a\nb'],
    ['ctrl-end', '|a\nb', 'a\nb|'],
    ['backspace', 'a😀|b', 'a|b'],
    ['backspace', 'a\n|b', 'a|b'],
    ['ctrl-h', 'ab|', 'a|'],
    ['delete', 'a|😀b', 'a|b'],
    ['delete', 'a|\nb', 'a|b'],
    ['ctrl-d', '|ab', '|b'],
    ['ctrl-w', 'see foo.bar|', 'see |'],
    ['ctrl-w', 'a\n|', '|'],
    ['alt-backspace', 'see foo.bar|', 'see foo.|'],
    ['ctrl-backspace', 'one two|', 'one |'],
    ['alt-d', '|one two', '| two'],
    ['ctrl-delete', '|one two', '| two'],
    ['ctrl-u', 'one two| x', '| x'],
    ['ctrl-u', 'a\n|b', 'a|b'],
    ['ctrl-k', 'one| two', 'one|'],
    ['ctrl-k', 'a|\nb', 'a|b'],
    ['ctrl-k ctrl-y', 'one| two', 'one two|'],
    ['ctrl-k ctrl-k ctrl-y', 'a| b\nc', 'a b\n|c'],
    ['ctrl-w ctrl-w ctrl-y', 'a one two|', 'a one two|'],
    ['ctrl-k left ctrl-k ctrl-y', 'ab|c', 'ab|'],
    ['newline', 'a|b', 'a\n|b'],
    ['enter', 'a\\|b', 'a\n|b'],
    ['up', 'abc\nde|f', 'ab|c\ndef'],
    ['up', 'a|bc', '|abc'],
    ['down', 'ab|c\ndef', 'abc\nde|f'],
    ['down', 'a|bc', 'abc|'],
    ['down down', 'abcd|\nx\nefgh', 'abcd\nx\nefgh|'],
    ['down up', 'abcd|\nx', 'abcd|\nx'],
    ['down', '漢|字\nabcd', '漢字\nab|cd'],
    ['down', 'one| two three four', 'one two thr|ee four'],
    ['down', '|aaaaaaaaaaabbb', 'aaaaaaaaaaa|bbb'],
    ['page-down', '|a\nb\nc\nd\ne', 'a\nb\nc\n|d\ne'],
    ['page-up', 'a\nb\nc\nd\ne|', 'a\nb|\nc\nd\ne'],
  ])('with %s turns %j into %j', (names, before, after) => {
    expect(marked(press(at(before), names))).toBe(after);
  });

  it.each([
    ['enter', 'a|', true, 'submitted'],
    ['enter', 'a\\|', false, 'submitted'],
    ['enter', 'a\\|', true, 'handled'],
    ['newline', 'a|', false, 'ignored'],
    ['up', 'a|', false, 'ignored'],
    ['up', '|a', true, 'ignored'],
    ['down', 'a|', true, 'ignored'],
    ['ctrl-d', '|', true, 'ignored'],
    ['ctrl-z', 'a|', true, 'ignored'],
    ['alt-z', 'a|', true, 'ignored'],
    ['tab', 'a|', true, 'ignored'],
    ['escape', 'a|', true, 'ignored'],
    ['ctrl-c', 'a|', true, 'ignored'],
    ['left', '|a', true, 'handled'],
  ])('answers %s on %j (multiline %s) with %s', (names, before, multiline, outcome) => {
    const [key] = parseKeyNames(names);
    expect(key && pressEditor(at(before, multiline), key).outcome).toBe(outcome);
  });

  it('opens with the caret at the end, or where it is told, never inside a character', () => {
    expect(marked(createEditor({ multiline: true, text: 'a\nb' }))).toBe('a\nb|');
    expect(marked(createEditor({ multiline: true, text: 'a😀', caret: 2 }))).toBe('a|😀');
    expect(marked(createEditor({ multiline: true, text: 'a\nbc', caret: 3 }))).toBe('a\nb|c');
    expect(marked(createEditor({ multiline: true, text: 'a', caret: 99 }))).toBe('a|');
    expect(marked(createEditor({ multiline: true, text: 'a', caret: Number.NaN }))).toBe('|a');
    expect(isEmptyEditor(createEditor({ multiline: false }))).toBe(true);
  });

  it('submits what was typed before the Enter of the same read', () => {
    const [text, enter] = toKeys('hello\r', {});
    const typed = pressAll(createEditor({ multiline: false }), text === undefined ? [] : [text]);
    const result = enter && pressEditor(typed, enter);
    expect(result).toMatchObject({ outcome: 'submitted' });
    expect(editorText(typed)).toBe('hello');
  });
});

describe('undo', () => {
  it('takes typing back word by word, however it was read', () => {
    const burst = type(createEditor({ multiline: true }), 'one two  three');
    const single = graphemes('one two  three').reduce(type, createEditor({ multiline: true }));
    expect(single).toEqual(burst);
    expect(editorText(press(burst, 'ctrl-z'))).toBe('one two  ');
    expect(editorText(press(burst, 'ctrl-z ctrl-z'))).toBe('one ');
    expect(editorText(press(burst, 'ctrl-z ctrl-z ctrl-z'))).toBe('');
    expect(editorText(press(burst, 'ctrl-z ctrl-z alt-z ctrl-shift-z'))).toBe('one two  three');
  });

  it('takes a run of erasing back at once and puts the caret where it was', () => {
    expect(marked(press(at('abc|d'), 'backspace backspace ctrl-_'))).toBe('abc|d');
    expect(marked(press(at('a|bcd'), 'delete delete ctrl-z'))).toBe('a|bcd');
    expect(marked(press(at('abc|d'), 'backspace delete ctrl-z'))).toBe('abc|d');
    expect(marked(press(at('abc|'), 'backspace left backspace ctrl-z'))).toBe('a|b');
  });

  it('starts a new step after the caret moved', () => {
    expect(editorText(press(createEditor({ multiline: true }), 'ab left c ctrl-z'))).toBe('ab');
  });

  it('forgets what could be redone once something else is typed', () => {
    const editor = press(createEditor({ multiline: true }), 'ab ctrl-z c');
    expect(redoEditor(editor)).toBe(editor);
  });

  it('brings a cleared or replaced text back', () => {
    expect(marked(undoEditor(clearEditor(at('one\ntw|o'))))).toBe('one\ntw|o');
    const empty = createEditor({ multiline: true });
    expect(clearEditor(empty)).toBe(empty);
    expect(undoEditor(empty)).toBe(empty);
    const replaced = replaceText(at('old|'), 'new\r\ntext\u001b[0m');
    expect(marked(replaced)).toBe('new\ntext|');
    expect(marked(undoEditor(replaced))).toBe('old|');
  });
});

describe('a paste', () => {
  it('is verbatim with LF and without control characters, and one undo step', () => {
    const editor = pressAll(at('a|b'), [pasted('one two\r\n\tthree\rfour\u001b[31m\u0007')]);
    expect(marked(editor)).toBe('aone two\n\tthree\nfour|b');
    expect(marked(press(editor, 'ctrl-z'))).toBe('a|b');
  });

  it('becomes one line in a field of one line', () => {
    expect(marked(pressAll(at('|', false), [pasted('a\nb\tc')]))).toBe('a b c|');
  });

  it('of more than 20 lines is shown folded, kept verbatim and passed by the caret in one step', () => {
    const long = 'line\n'.repeat(84);
    const editor = pressAll(at('a|b'), [pasted(long)]);
    expect(editorText(editor)).toBe(`a${long}b`);
    expect(viewEditor(editor, { width: 40, rows: 5 })).toEqual({
      lines: ['a[pasted 84 lines]b'],
      caret: { row: 0, column: 18 },
      above: false,
      below: false,
    });
    expect(marked(press(editor, 'left'))).toBe(`a|${long}b`);
    expect(marked(press(editor, 'left right'))).toBe(`a${long}|b`);
    expect(marked(press(editor, 'backspace'))).toBe('a|b');
    expect(marked(press(editor, 'backspace ctrl-z'))).toBe(`a${long}|b`);
    expect(marked(press(editor, 'ctrl-u ctrl-y ctrl-y'))).toBe(`a${long}a${long}|b`);
    expect(viewEditor(editor, { width: 8, rows: 5 }).lines).toEqual(['a', '[paste…', 'b']);
  });

  it('of exactly 20 lines is shown as it is', () => {
    const editor = pressAll(at('|'), [pasted('x\n'.repeat(20))]);
    expect(viewEditor(editor, { width: 40, rows: 30 }).lines).toHaveLength(21);
  });

  it('of one endless line is folded too', () => {
    const editor = pressAll(at('|', false), [pasted('x'.repeat(20_000))]);
    expect(viewEditor(editor, { width: 40, rows: 1 }).lines).toEqual(['[pasted 20000 characters]']);
  });

  it('is no longer folded once a field holds 32 folds', () => {
    const long = 'y\n'.repeat(30);
    const editor = pressAll(
      at('|'),
      Array.from({ length: 33 }, () => pasted(long)),
    );
    expect(editor.folds).toHaveLength(32);
    expect(editorText(editor)).toBe(long.repeat(33));
  });
});

describe('a text of a megabyte', () => {
  const words = 'lorem ipsum dolor sit amet\n'.repeat(40_000);

  it('is one stand-in after a paste, so that later keys touch one short line', () => {
    const editor = pressAll(at('|'), [pasted(words)]);
    expect(editor.lines).toHaveLength(1);
    expect(editor.lines[0]).toHaveLength(1);
    expect(editorText(editor)).toBe(words);
  });

  it('shares its untouched lines and keeps only what changed for undo', () => {
    const before = createEditor({ multiline: true, text: words, caret: 500_000 });
    const after = press(before, 'x');
    expect(after.lines.filter((line, index) => line !== before.lines[index])).toHaveLength(1);
    expect(after.done).toHaveLength(1);
    expect(after.done[0]).toMatchObject({ removed: '', inserted: 'x' });
  });

  it('is wrapped around the caret only', () => {
    const editor = createEditor({ multiline: true, text: words, caret: 500_000 });
    const touched = new Set<number>();
    const lines = new Proxy(editor.lines, {
      get(target, property, receiver) {
        if (typeof property === 'string' && /^\d+$/.test(property)) touched.add(Number(property));
        return Reflect.get(target, property, receiver) as unknown;
      },
    });
    const view = viewEditor({ ...editor, lines }, { width: 80, rows: 10 });
    expect(view).toMatchObject({ above: true, below: true });
    expect(touched.size).toBeLessThan(50);
  });

  it('on one line is laid out from the block around the caret', () => {
    const editor = createEditor({ multiline: true, text: '漢字 and words '.repeat(70_000), caret: 600_000 });
    const view = viewEditor(press(editor, 'up down x'), { width: 40, rows: 6 });
    expect(view.lines).toHaveLength(6);
    expect(view.lines.join('')).toContain('x');
  });
});

describe('the view', () => {
  it('wraps at spaces and keeps the caret inside', () => {
    expect(viewEditor(at('one two three |four'), size)).toEqual({
      lines: ['one two', 'three four'],
      caret: { row: 1, column: 6 },
      above: false,
      below: false,
    });
    expect(viewEditor(at('aaaaaaaaaaa|'), size).caret).toEqual({ row: 0, column: 11 });
    expect(viewEditor(at('漢字|'), size).caret).toEqual({ row: 0, column: 4 });
    expect(viewEditor(at('\ta|'), size)).toMatchObject({ lines: ['  a'], caret: { row: 0, column: 3 } });
  });

  it('scrolls as little as keeps the caret in sight', () => {
    const editor = at('1\n2\n3\n4\n5\n6|');
    const shown = (names: string): readonly string[] => viewEditor(press(editor, names), size).lines;
    expect(viewEditor(editor, size)).toMatchObject({
      lines: ['3', '4', '5', '6'],
      above: true,
      below: false,
    });
    expect(shown('left up up up')).toEqual(['3', '4', '5', '6']);
    expect(shown('left up up up up')).toEqual(['2', '3', '4', '5']);
    expect(shown('left up up up up down down down')).toEqual(['2', '3', '4', '5']);
    expect(shown('ctrl-home')).toEqual(['1', '2', '3', '4']);
    expect(viewEditor(press(editor, 'ctrl-home'), size)).toMatchObject({ above: false, below: true });
  });

  it('fills the field again when text at the end goes away', () => {
    expect(viewEditor(press(at('1\n2\n3\n4\n5\n6|'), 'ctrl-w ctrl-w ctrl-w'), size).lines).toEqual([
      '1',
      '2',
      '3',
      '',
    ]);
  });

  it('says how many rows it needs, up to a limit', () => {
    expect(editorHeight(at('1\n2\n3|'), 20, 5)).toBe(3);
    expect(editorHeight(at('1\n2\n3|'), 20, 2)).toBe(2);
    expect(editorHeight(at('|'), 20, 2)).toBe(1);
  });

  it.each([
    [0, 0],
    [1, 1],
    [2, 1],
  ])('survives a field of %i by %i', (width, rows) => {
    const view = viewEditor(at('漢字 one\n\ntwo|'), { width, rows });
    expect(view.lines).toHaveLength(1);
    expect(textWidth(view.lines[0] ?? '')).toBeLessThanOrEqual(width);
  });
});

const names = [
  ...[
    'enter',
    'newline',
    'escape',
    'tab',
    'up',
    'down',
    'left',
    'right',
    'home',
    'end',
    'page-up',
    'page-down',
  ],
  ...[
    'backspace',
    'delete',
    'ctrl-a',
    'ctrl-e',
    'ctrl-u',
    'ctrl-w',
    'ctrl-k',
    'ctrl-y',
    'ctrl-d',
    'ctrl-z',
    'alt-z',
  ],
  ...['alt-b', 'alt-f', 'alt-d', 'alt-backspace', 'ctrl-left', 'ctrl-home', 'ctrl-end'],
];
const textPart = fc.constantFrom(
  'a',
  'word ',
  ' ',
  '\\',
  '漢',
  '👩',
  '\u200d',
  '🏽',
  '🇩',
  '\u0301',
  'e\u0301',
  '한',
  '\ud83d',
);
const anyKey: fc.Arbitrary<Key> = fc.oneof(
  fc.constantFrom(...names).map((name) => parseKeyNames(name)[0] ?? pasted('')),
  textPart.map((text): Key => ({ type: 'text', text })),
  fc.string({ unit: 'binary' }).map((text): Key => ({ type: 'text', text })),
  fc.array(fc.oneof(textPart, fc.constant('\r\n'), fc.constant('\t'))).map((parts) => pasted(parts.join(''))),
  fc.constant(pasted('x\n'.repeat(25))),
);
const anySize = fc.record({ width: fc.integer({ min: 0, max: 15 }), rows: fc.integer({ min: 0, max: 5 }) });

describe('any keys', () => {
  it('leave whole characters, a caret inside the text and a view that fits', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(anyKey, { maxLength: 40 }), anySize, (multiline, keys, space) => {
        let editor = createEditor({ multiline });
        for (const key of keys) editor = pressEditor(editor, key, space).editor;
        const text = editorText(editor);
        const caret = editorCaret(editor);
        expect(text).not.toMatch(/\p{Surrogate}|\r/u);
        expect(text.slice(0, caret)).not.toMatch(/\p{Surrogate}/u);
        expect(caret >= 0 && caret <= text.length).toBe(true);
        if (!multiline) expect(editor.lines).toHaveLength(1);
        const view = viewEditor(editor, space);
        expect(view.lines.length).toBeLessThanOrEqual(Math.max(1, space.rows));
        expect(view.caret.row).toBeLessThan(view.lines.length);
        expect(view.caret.column).toBeLessThanOrEqual(Math.max(0, space.width - 1));
        for (const line of view.lines) expect(textWidth(line)).toBeLessThanOrEqual(space.width);
      }),
      { numRuns: 300 },
    );
  });

  it('can all be undone to the start and redone to the end', () => {
    fc.assert(
      fc.property(fc.array(anyKey, { maxLength: 60 }), (keys) => {
        const start = at('start |text');
        const end = pressAll(start, keys);
        let back = end;
        while (back.done.length > 0) back = undoEditor(back);
        expect(editorText(back)).toBe(editorText(start));
        let again = back;
        while (again.undone.length > end.undone.length) again = redoEditor(again);
        if (end.undone.length === 0) expect(editorText(again)).toBe(editorText(end));
      }),
      { numRuns: 200 },
    );
  });

  it('give the same field in one read as one by one', () => {
    const chunk = fc.array(
      fc.constantFrom('a', 'b', ' ', '\n', '\u007f', '\u0001', '\u0017', '\u0019', '漢', 'é', '\u0301', '\\'),
    );
    fc.assert(
      fc.property(chunk, (parts) => {
        const burst = pressAll(at('x|\u0301y'), toKeys(parts.join(''), {}));
        const single = pressAll(
          at('x|\u0301y'),
          parts.flatMap((part) => toKeys(part, {})),
        );
        expect(burst).toEqual(single);
      }),
    );
  });

  it('move over whole characters and back', () => {
    fc.assert(
      fc.property(fc.array(textPart), (parts) => {
        const text = parts.join('').replace(/\p{Surrogate}/gu, '');
        const count = graphemes(text).length;
        const start = press(createEditor({ multiline: false, text }), 'home');
        const rights = pressAll(start, Array.from({ length: count }, () => parseKeyNames('right')).flat());
        expect(editorCaret(rights)).toBe(text.length);
        const lefts = pressAll(rights, Array.from({ length: count }, () => parseKeyNames('left')).flat());
        expect(editorCaret(lefts)).toBe(0);
      }),
    );
  });
});
