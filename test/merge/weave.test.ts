import { describe, expect, it } from 'vitest';
import { weave } from '../../src/merge/weave.js';

/** Weaves two orders of letters; capitals cling to the letter before them. */
const woven = (primary: string, secondary: string): string =>
  weave({
    primary: Array.from(primary),
    secondary: Array.from(secondary),
    clings: (letter) => /[A-Z]/.test(letter),
  }).join('');

describe('two orders woven into one', () => {
  it.each([
    ['abc', 'abc', 'abc'],
    ['abc', 'cab', 'abc'],
    ['abc', '', 'abc'],
    ['', 'abc', 'abc'],
    ['', '', ''],
    ['abc', 'xabc', 'xabc'],
    ['abc', 'axbc', 'axbc'],
    ['abc', 'abcx', 'abcx'],
    ['abc', 'xyaxbzc', 'xyaxbzc'],
    ['abc', 'xcyaz', 'xazbcy'],
    ['abc', 'cxy', 'abcxy'],
    ['abc', 'x', 'xabc'],
  ])('%j and %j are %j', (primary, secondary, both) => {
    expect(woven(primary, secondary)).toBe(both);
  });

  it('keep what clings behind the entry before it, whatever else comes there', () => {
    expect(woven('aBCd', 'axd')).toBe('aBCxd');
    expect(woven('aBcD', 'axcy')).toBe('aBxcDy');
    expect(woven('ABc', 'xc')).toBe('ABxc');
    expect(woven('aBC', 'ax')).toBe('aBCx');
    expect(woven('aBcD', 'x')).toBe('xaBcD');
  });

  it('put what clings in the second order before what clings in the first', () => {
    expect(woven('aBc', 'aXc')).toBe('aXBc');
    expect(woven('aBc', 'aXyc')).toBe('aXByc');
    expect(woven('abc', 'XabYc')).toBe('XabYc');
  });
});
