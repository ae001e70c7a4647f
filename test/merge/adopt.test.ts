import { describe, expect, it } from 'vitest';
import { adopt, type Adoption } from '../../src/merge/adopt.js';

const adopted = (mine: string, generated: string): Adoption => {
  const { base, linked, human, missing } = adopt(mine, generated);
  return { base, linked, human, missing };
};

const made =
  '# Orders\n\n## Goals\n\nOne.\n\nTwo.\n\n## Calls\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n';

describe('a text that was made by hand', () => {
  it('is linked as a whole when it is what would be generated', () => {
    expect(adopted(made, made)).toEqual({
      base: made,
      linked: [
        ...['title', 'goals', 'goals/paragraph-1', 'goals/paragraph-2', 'calls', 'calls/table-1'],
        ...['calls/table-1/1-2', 'calls/table-1/3-4'],
      ],
      human: [],
      missing: [],
    });
  });

  it('is linked block by block: what differs stays the own, what lacks is still to come', () => {
    const mine =
      '# Our orders\n\n## Goals\n\nTwo.\n\nThree.\n\n### Deep\n\n## Calls\n\n| A | B |\n| --- | --- |\n| 3 | 4 |\n| 5 | 6 |\n\n## Ours\n\nFour.\n';
    expect(adopted(mine, made)).toEqual({
      base: '# Orders\n\n## Goals\n\nTwo.\n\n## Calls\n\n| A | B |\n| --- | --- |\n| 3 | 4 |\n',
      linked: ['title', 'goals', 'goals/paragraph-2', 'calls', 'calls/table-1', 'calls/table-1/3-4'],
      human: [...['goals/yours-paragraph-2', 'goals/yours-deep', 'calls/table-1/yours-5-6', 'yours-ours']],
      missing: ['goals/paragraph-1', 'calls/table-1/1-2'],
    });
  });

  it('has nothing in common with another one but its title', () => {
    expect(adopted('# A\n\nOne.\n', '# B\n\nTwo.\n')).toEqual({
      base: '# B\n',
      linked: ['title'],
      human: ['yours-paragraph-1'],
      missing: ['paragraph-1'],
    });
  });

  it('is linked to nothing when one of them is empty', () => {
    expect(adopted('', '# A\n')).toEqual({ base: '', linked: [], human: [], missing: ['title'] });
    expect(adopted('# A\n', '')).toEqual({ base: '', linked: [], human: ['yours-title'], missing: [] });
  });

  it('is never linked to a heading of another level, another kind of block, or the same block twice', () => {
    expect(adopted('### Goals\n', '## Goals\n')).toEqual({
      base: '',
      linked: [],
      human: ['yours-goals'],
      missing: ['goals'],
    });
    expect(adopted('> One.\n', 'One.\n')).toEqual({
      base: '',
      linked: [],
      human: ['yours-quote-1'],
      missing: ['paragraph-1'],
    });
    expect(adopted('One.\n', 'One.\n\nOne.\n')).toEqual({
      base: 'One.\n',
      linked: ['paragraph-1'],
      human: [],
      missing: ['paragraph-2'],
    });
    expect(adopted('# A\n\n## B\n', '## B\n')).toEqual({
      base: '',
      linked: [],
      human: ['yours-title'],
      missing: ['b'],
    });
  });

  it('is linked to an item only with everything below it', () => {
    expect(adopted('- a\n  - b\n- c\n', '- a\n  - d\n- c\n')).toEqual({
      base: '- c\n',
      linked: ['c'],
      human: ['yours-a'],
      missing: ['a'],
    });
  });

  it('is linked however it is formatted, and its base is written as generated', () => {
    expect(adopted('Goals\n---\n\n* a\n* b', '## Goals\n\n- a\n- b\n')).toEqual({
      base: '## Goals\n\n- a\n- b\n',
      linked: ['goals', 'goals/a', 'goals/b'],
      human: [],
      missing: [],
    });
  });
});
