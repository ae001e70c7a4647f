import { render } from 'ink-testing-library';
import { Text, useInput, usePaste } from 'ink';
import { createElement, type ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { pasted, toKeys, type Key } from '../../src/form/keys.js';

let seen: Key[] = [];
let unmount: () => void = () => undefined;

function Listener(): ReactNode {
  useInput((input, key) => {
    seen.push(...toKeys(input, key));
  });
  usePaste((text) => {
    seen.push(pasted(text));
  });
  return createElement(Text, null, 'listening');
}

const esc = '\u001b';
const shown = (key: Key): string => {
  if (key.type === 'key') return `<${key.name}>`;
  return key.type === 'paste' ? `paste(${key.text})` : key.text;
};

describe('keys as Ink reads them', () => {
  afterEach(() => {
    unmount();
  });

  it.each([
    ['hello and Enter in one read', 'hello\r', 'hello<enter>'],
    ['Down Down Enter in one read', `${esc}[B${esc}[B\r`, '<down><down><enter>'],
    ['Ctrl+J', '\n', '<newline>'],
    ['Alt+Enter', `${esc}\r`, '<newline>'],
    ['Shift+Enter (kitty)', `${esc}[13;2u`, '<newline>'],
    ['a sequence that names no key', `${esc}[99;5~`, ''],
    ['Ctrl+A and Ctrl+_', '\u0001\u001f', '<ctrl-a><ctrl-_>'],
    ['Ctrl+Z (kitty, with Shift)', `${esc}[122;6u`, '<ctrl-shift-z>'],
    ['Alt+B and Alt+?', `${esc}b${esc}?`, '<alt-b><alt-?>'],
    ['backspaces', 'ab\u007f\u0008', 'ab<backspace><backspace>'],
    ['Alt+Backspace', `${esc}\u007f`, '<alt-backspace>'],
    ['Delete', `${esc}[3~`, '<delete>'],
    ['Home and End', `${esc}[H${esc}[4~`, '<home><end>'],
    ['Ctrl+Left and Alt+Right', `${esc}[1;5D${esc}[1;3C`, '<ctrl-left><alt-right>'],
    ['Tab and Shift+Tab', `\t${esc}[Z`, '<tab><shift-tab>'],
    ['page keys', `${esc}[5~${esc}[6~`, '<page-up><page-down>'],
    ['F1', `${esc}OP`, '<f1>'],
    ['Escape (kitty)', `${esc}[27u`, '<escape>'],
    ['a key going up (kitty)', `${esc}[97;1:3u`, ''],
    ['an emoji', '👨‍👩‍👧', '👨‍👩‍👧'],
    ['a paste', `${esc}[200~a\r\nb${esc}[201~x`, 'paste(a\r\nb)x'],
  ])('are read right: %s', async (_name, bytes, expected) => {
    seen = [];
    const app = render(createElement(Listener));
    ({ unmount } = app);
    await Promise.resolve();
    app.stdin.write(bytes);
    await Promise.resolve();
    expect(seen.map(shown).join('')).toBe(expected);
  });
});
