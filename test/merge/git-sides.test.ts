import { describe, expect, it } from 'vitest';
import { gitSides, hasGitMarkers } from '../../src/merge/git-sides.js';

const text = (...lines: readonly string[]): string => lines.join('\n');

describe('a text that git could not merge', () => {
  it('comes apart into the two sides, each with what stands around the conflict', () => {
    const conflicted = text(
      'above',
      '<<<<<<< HEAD',
      'mine',
      '=======',
      'theirs',
      '>>>>>>> topic',
      'below',
      '',
    );
    expect(gitSides(conflicted)).toEqual({
      ours: text('above', 'mine', 'below', ''),
      theirs: text('above', 'theirs', 'below', ''),
    });
  });

  it('loses the common text that some settings of git show', () => {
    const conflicted = text(
      '<<<<<<< HEAD',
      'mine',
      '||||||| 1a2b3c',
      'old',
      '=======',
      'theirs',
      '>>>>>>> topic',
    );
    expect(gitSides(conflicted)).toEqual({ ours: 'mine', theirs: 'theirs' });
  });

  it('loses the common text under markers without a name, and with the line endings of Windows', () => {
    expect(
      gitSides(text('<<<<<<< HEAD', 'mine', '|||||||', 'old', '=======', 'theirs', '>>>>>>> x')),
    ).toEqual({
      ours: 'mine',
      theirs: 'theirs',
    });
    const windows = '<<<<<<< HEAD\r\nmine\r\n|||||||\r\nold\r\n=======\r\ntheirs\r\n>>>>>>> x\r\nend\r\n';
    expect(gitSides(windows)).toEqual({ ours: 'mine\r\nend\r\n', theirs: 'theirs\r\nend\r\n' });
  });

  it('may have several conflicts, and sides that are empty', () => {
    const conflicted = text(
      ...['<<<<<<< HEAD', '=======', 'added there', '>>>>>>> topic', 'between'],
      ...['<<<<<<< HEAD', 'added here', '=======', '>>>>>>> topic'],
    );
    expect(gitSides(conflicted)).toEqual({
      ours: text('between', 'added here'),
      theirs: text('added there', 'between'),
    });
  });

  it('keeps the lines of a side that only look like the next marker', () => {
    const conflicted = text(
      ...[
        '<<<<<<< HEAD',
        '<<<<<<< inner',
        '========',
        '||||||||',
        '=======',
        '=======',
        '||||||| no base here',
      ],
      ...['<<<<<<< inner', '>>>>>>>', '->>>>>>> x', '>>>>>>> topic'],
    );
    expect(gitSides(conflicted)).toEqual({
      ours: text('<<<<<<< inner', '========', '||||||||'),
      theirs: text('=======', '||||||| no base here', '<<<<<<< inner', '>>>>>>>', '->>>>>>> x'),
    });
  });

  it('shows nothing of the common text, whatever that looks like', () => {
    const conflicted = text(
      '<<<<<<< a',
      'mine',
      '||||||| b',
      '||||||| c',
      'old',
      '=======',
      'theirs',
      '>>>>>>> d',
    );
    expect(gitSides(conflicted)).toEqual({ ours: 'mine', theirs: 'theirs' });
  });

  it('gives both sides in full when the conflict is never closed', () => {
    expect(gitSides(text('above', '<<<<<<< HEAD', 'mine', '=======', 'theirs'))).toEqual({
      ours: text('above', 'mine'),
      theirs: text('above', 'theirs'),
    });
  });
});

describe('a text with other marks', () => {
  const own = text(
    '<<<<<<< yours',
    'mine',
    '||||||| last generated',
    '=======',
    'new',
    '>>>>>>> new from answers',
  );

  it('keeps the markers that a person of this project has to look at', () => {
    expect(gitSides(own)).toEqual({ ours: own, theirs: own });
    expect(gitSides(own.replaceAll('\n', '\r\n')).ours).toBe(own.replaceAll('\n', '\r\n'));
    expect(hasGitMarkers(own)).toBe(false);
    expect(hasGitMarkers(own.replaceAll('\n', '\r\n'))).toBe(false);
  });

  it('comes apart again when git put its own markers around them', () => {
    const both = text('<<<<<<< yours truly', own, '=======', 'other', '>>>>>>> topic');
    expect(hasGitMarkers(both)).toBe(true);
    expect(hasGitMarkers(text(own, '<<<<<<< HEAD', 'x', '=======', 'y', '>>>>>>> z'))).toBe(true);
  });

  it('is as it was when it holds underlines, quotes and code but no conflict', () => {
    const plain = text(
      'Title',
      '=======',
      '> quote',
      '>>>>>>> deep',
      '||||||| x',
      ' <<<<<<< HEAD',
      '<<<<<<<',
      '',
    );
    expect(gitSides(plain)).toEqual({ ours: plain, theirs: plain });
    expect(hasGitMarkers(plain)).toBe(false);
    expect(hasGitMarkers('a <<<<<<< HEAD')).toBe(false);
    expect(hasGitMarkers('<<<<<<<< HEAD')).toBe(false);
    expect(hasGitMarkers('')).toBe(false);
    expect(gitSides('')).toEqual({ ours: '', theirs: '' });
  });

  it('holds markers of git wherever they begin', () => {
    expect(hasGitMarkers('<<<<<<< HEAD')).toBe(true);
    expect(hasGitMarkers('one\ntwo\n<<<<<<< HEAD\nthree')).toBe(true);
    expect(hasGitMarkers('=======\n>>>>>>> topic')).toBe(false);
  });
});
