import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/bank/yaml-source.js';

const problemsOf = (text: string) => {
  const file = parseYaml({ path: 'a.yaml', text });
  return file.ok ? [] : file.error;
};
const codes = (text: string) => problemsOf(text).map(({ code }) => code);

describe('the size of a file', () => {
  const tooLarge = {
    code: 'file-too-large',
    message: 'The file has 5.0 MB; at most 5 MB are read.',
    hint: 'Split it into several files.',
    place: { file: 'a.yaml' },
  };

  it('is at most five million bytes', () => {
    expect(codes(`# ${'x'.repeat(4_999_998)}`)).toEqual(['yaml-empty']);
    expect(problemsOf(`# ${'x'.repeat(4_999_999)}`)).toEqual([tooLarge]);
  });

  it('is counted in bytes and not in letters', () => {
    expect(codes(`# ${'€'.repeat(1_666_666)}`)).toEqual(['yaml-empty']);
    expect(problemsOf(`# ${'€'.repeat(1_666_667)}`)).toEqual([tooLarge]);
  });

  it('is looked at before what the file holds', () => {
    expect(codes(`\0${'x'.repeat(5_000_000)}`)).toEqual(['file-too-large']);
  });
});
