import { describe, expect, it } from 'vitest';
import { keyNamed, parseKeyNames, pasted, toKeys, type InkKey } from '../../src/form/keys.js';

const shown = (input: string, key: InkKey = {}): readonly string[] =>
  toKeys(input, key).map((event) => (event.type === 'key' ? `<${event.name}>` : event.text));

describe('toKeys', () => {
  it.each([
    ['hello', ['hello']],
    ['hello\r', ['hello', '<enter>']],
    ['\r12\r', ['<enter>', '12', '<enter>']],
    ['a\nb', ['a', '<newline>', 'b']],
    ['a\r\nb', ['a', '<enter>', '<newline>', 'b']],
    ['ab\u007f\u0008', ['ab', '<backspace>', '<backspace>']],
    ['a\tb', ['a', '<tab>', 'b']],
    ['x\u0001\u0015\u001f', ['x', '<ctrl-a>', '<ctrl-u>', '<ctrl-_>']],
    ['\u0000', ['<ctrl-space>']],
    ['\u001b', ['<escape>']],
    ['👨‍👩‍👧 é', ['👨‍👩‍👧 é']],
    ['[x] [1]', ['[x] [1]']],
  ])('splits the chunk %j', (input, expected) => {
    expect(shown(input)).toEqual(expected);
  });

  it.each<[string, string, InkKey, readonly string[]]>([
    ['Enter', '\r', { return: true }, ['<enter>']],
    ['Shift+Enter (kitty)', '\r', { return: true, shift: true }, ['<newline>']],
    ['Alt+Enter', '\r', { return: true, meta: true }, ['<newline>']],
    ['Ctrl+J (kitty)', 'j', { ctrl: true }, ['<newline>']],
    ['Ctrl+M (kitty)', 'm', { ctrl: true }, ['<enter>']],
    ['Ctrl+A', 'a', { ctrl: true }, ['<ctrl-a>']],
    ['Ctrl+Shift+Z (kitty)', 'z', { ctrl: true, shift: true }, ['<ctrl-shift-z>']],
    ['Ctrl+Alt+B', 'b', { ctrl: true, meta: true }, ['<ctrl-alt-b>']],
    ['Ctrl+Space', ' ', { ctrl: true }, ['<ctrl-space>']],
    ['Alt+B', 'b', { meta: true }, ['<alt-b>']],
    ['Alt+Shift+B', 'B', { meta: true, shift: true }, ['<alt-b>']],
    ['Alt+?', '?', { meta: true }, ['<alt-?>']],
    ['Alt+Backspace', '', { backspace: true, meta: true }, ['<alt-backspace>']],
    ['Backspace', '', { backspace: true }, ['<backspace>']],
    ['Delete', '', { delete: true, eventType: 'press' }, ['<delete>']],
    ['Ctrl+Left', '', { leftArrow: true, ctrl: true, eventType: 'press' }, ['<ctrl-left>']],
    ['Alt+Up', '', { upArrow: true, meta: true }, ['<alt-up>']],
    ['Shift+Down', '', { downArrow: true, shift: true }, ['<down>']],
    ['Page Up', '', { pageUp: true }, ['<page-up>']],
    ['Home', '', { home: true }, ['<home>']],
    ['Tab', '', { tab: true }, ['<tab>']],
    ['Shift+Tab', '', { tab: true, shift: true }, ['<shift-tab>']],
    ['Esc', '', { escape: true }, ['<escape>']],
    ['Esc twice in one read', '\u001b', { escape: true, meta: true }, ['<escape>', '<escape>']],
    ['F1', '', {}, ['<f1>']],
    ['a keypad key without a name', '', { eventType: 'press' }, []],
    ['a release', 'a', { eventType: 'release' }, []],
    ['a repeat', 'a', { eventType: 'repeat' }, ['a']],
    ['Cmd+V', 'v', { super: true }, []],
    ['A', 'A', { shift: true }, ['A']],
  ])('reads %s', (_name, input, key, expected) => {
    expect(shown(input, key)).toEqual(expected);
  });
});

describe('parseKeyNames', () => {
  it('reads names as keys and other words as text', () => {
    expect(parseKeyNames(' down ctrl-a hello space enter ')).toEqual([
      keyNamed('down'),
      keyNamed('ctrl-a'),
      { type: 'text', text: 'hello' },
      { type: 'text', text: ' ' },
      keyNamed('enter'),
    ]);
    expect(parseKeyNames('')).toEqual([]);
  });

  it('stands beside pastes', () => {
    expect(pasted('a\r\nb')).toEqual({ type: 'paste', text: 'a\r\nb' });
  });
});
