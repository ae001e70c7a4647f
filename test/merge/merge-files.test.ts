import { describe, expect, it } from 'vitest';
import { mergeFiles } from '../../src/merge/merge-files.js';
import type { MergedFile, MergeInput } from '../../src/merge/plan.js';

const plan = (...inputs: readonly Partial<MergeInput>[]) =>
  mergeFiles({
    files: inputs.map((input) => ({
      ...{ path: 'a.yaml', type: 'yaml', policy: 'generated', generated: 'new\n' },
      ...input,
    })),
    conflict: 'markers',
    stillParses: (_path, text) => !text.includes('broken'),
  });

const fileOf = (input: Partial<MergeInput>): MergedFile | undefined => plan(input).files[0];

describe('a file that is not there', () => {
  it('is written as generated', () => {
    const written = { path: 'a.yaml', state: 'new', note: '', text: 'new\n', newBase: 'new\n', blocks: [] };
    expect(fileOf({})).toEqual(written);
    expect(fileOf({ base: 'old\n' })).toEqual(written);
    expect(fileOf({ policy: 'once' })).toEqual(written);
  });

  it('stays away when it was to be written once', () => {
    expect(fileOf({ policy: 'once', base: 'old\n' })).toEqual({
      path: 'a.yaml',
      state: 'kept',
      note: 'written once and deleted since',
      newBase: 'old\n',
      blocks: [],
    });
  });
});

describe('a file that was written once', () => {
  it('belongs to the person', () => {
    const kept = { path: 'a.yaml', state: 'kept', note: 'written once; it is yours', blocks: [] };
    expect(fileOf({ policy: 'once', base: 'old\n', mine: 'mine\n' })).toEqual({ ...kept, newBase: 'old\n' });
    expect(fileOf({ policy: 'once', base: 'old\n', mine: 'old\n' })).toEqual({ ...kept, newBase: 'old\n' });
    expect(fileOf({ policy: 'once', mine: 'mine\n' })).toEqual({ ...kept, newBase: 'new\n' });
  });
});

describe('a file that nobody edited', () => {
  it('is unchanged when it reads as generated', () => {
    const unchanged = { path: 'a.yaml', state: 'unchanged', note: '', newBase: 'new\n', blocks: [] };
    expect(fileOf({ base: 'new\n', mine: 'new\n' })).toEqual(unchanged);
    expect(fileOf({ mine: 'new  \r\n' })).toEqual(unchanged);
    expect(fileOf({ base: 'old\n', mine: 'new\n' })).toEqual(unchanged);
  });

  it('becomes what was generated', () => {
    expect(fileOf({ base: 'old\n', mine: 'old\n' })).toEqual({
      path: 'a.yaml',
      state: 'updated',
      note: '',
      text: 'new\n',
      newBase: 'new\n',
      blocks: [{ key: 'file', state: 'generated', note: 'taken from the answers', changes: true }],
    });
  });
});

describe('a file that a person edited', () => {
  const base = 'a\nb\nc\nd\ne\n';

  it('is kept while nothing new was generated', () => {
    expect(fileOf({ base, mine: 'A\nb\nc\nd\ne\n', generated: base })).toEqual({
      path: 'a.yaml',
      state: 'edited',
      note: '',
      newBase: base,
      blocks: [
        { key: 'file', state: 'kept-mine', note: 'you changed this, the answers did not', changes: false },
      ],
    });
  });

  it('holds both edits when they are apart', () => {
    expect(fileOf({ base, mine: 'A\nb\nc\nd\ne\n', generated: 'a\nb\nc\nd\nE\n' })).toEqual({
      path: 'a.yaml',
      state: 'merged',
      note: '',
      text: 'A\nb\nc\nd\nE\n',
      newBase: 'a\nb\nc\nd\nE\n',
      blocks: [
        { key: 'file', state: 'merged', note: 'your lines and the new ones are both in', changes: true },
      ],
    });
  });

  it('holds both edits once where they are the same', () => {
    expect(fileOf({ base, mine: 'A\nb\nc\nD\ne\n', generated: 'A\nb\nc\nd\ne\nf\n' })?.text).toBe(
      'A\nb\nc\nD\ne\nf\n',
    );
    expect(fileOf({ base, mine: 'A\nb\nC\nd\ne\n', generated: 'A\nb\nc\nd\nE\n' })?.text).toBe(
      'A\nb\nC\nd\nE\n',
    );
  });

  it.each([
    ['a\nB\nc\nd\ne\n', 'a\nb\nC\nd\ne\n', 'you changed lines that the answers changed too; yours stay'],
    ['broken\nb\nc\nd\ne\n', 'a\nb\nc\nd\nE\n', 'both edits together do not parse; yours stays'],
    [
      '<<<<<<< a\na\n=======\nb\n>>>>>>> c\nb\nc\nd\ne\n',
      'a\nb\nc\nd\nE\n',
      'conflict markers are still in this file',
    ],
  ])('stays as it is, with its base, when it cannot hold both: %j and %j', (mine, generated, note) => {
    expect(fileOf({ base, mine, generated })).toEqual({
      path: 'a.yaml',
      state: 'conflict',
      note: '',
      newBase: base,
      blocks: [{ key: 'file', state: 'conflict', note, changes: false, yours: mine, generated }],
    });
  });
});

describe('the whole plan', () => {
  it('names the files that are edited, in conflict, with something withheld, or to be adopted', () => {
    const base = '# A\n\nOne.\n\nTwo.\n';
    const text = { type: 'markdown', base, generated: base } as const;
    const whole = plan(
      { ...text, path: 'same.md', mine: base },
      { ...text, path: 'formatted.md', mine: '# A\n\n\nOne.\n\nTwo.\n' },
      { ...text, path: 'edited.md', mine: '# A\n\nOne!\n\nTwo.\n' },
      { ...text, path: 'deleted.md', mine: '# A\n\nOne.\n' },
      { ...text, path: 'torn.md', mine: '# A\n\nOne!\n\nTwo.\n', generated: '# A\n\nOne?\n\nTwo.\n' },
      { path: 'found.yaml', mine: 'mine\n' },
      { path: 'new.yaml' },
    );
    expect(whole.files.map(({ path, state }) => `${path}: ${state}`)).toEqual([
      'same.md: unchanged',
      'formatted.md: unchanged',
      'edited.md: edited',
      'deleted.md: edited',
      'torn.md: conflict',
      'found.yaml: kept',
      'new.yaml: new',
    ]);
    expect({ ...whole, files: [] }).toEqual({
      files: [],
      conflicts: [{ path: 'torn.md', key: 'paragraph-1' }],
      withheld: [{ path: 'deleted.md', key: 'paragraph-2' }],
      edited: ['edited.md', 'deleted.md', 'torn.md'],
      needsAdopting: ['found.yaml'],
    });
    expect(whole.files[5]).toEqual({
      path: 'found.yaml',
      state: 'kept',
      note: 'this file was not written by the tool; adopt it to have it kept up to date',
      blocks: [],
    });
  });
});
