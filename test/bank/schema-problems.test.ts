import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { line, strictMap, wordId } from '../../src/bank/schema.js';
import { parseShape } from '../../src/bank/schema-problems.js';
import { parseYaml } from '../../src/bank/yaml-source.js';
import { problemText } from '../../src/kernel/index.js';

const shape = () =>
  strictMap({
    title: line.max(10).optional(),
    count: z.int().min(1).max(5).optional(),
    is_on: z.boolean().optional(),
    format: z.literal(1, 'format 1').optional(),
    depth: z.enum(['quick', 'deep']).optional(),
    labels: z.record(wordId, z.string()).optional(),
    items: z
      .array(strictMap({ id: wordId, text: line, tags: z.array(z.string()).min(1).max(2).optional() }))
      .optional(),
    either: z
      .union([z.string(), z.array(z.string()), strictMap({ a: z.string() })], 'a text or a list')
      .optional(),
    asked: z
      .discriminatedUnion('kind', [
        strictMap({ kind: z.literal('text') }),
        strictMap({ kind: z.literal('quantity'), unit: z.string() }),
      ])
      .optional(),
  });

/** Everything that is wrong with a file, as it is printed. */
const problems = (text: string): readonly string[] => {
  const file = parseYaml({ path: 'a.yaml', text });
  if (!file.ok) return file.error.map(problemText);
  const parsed = parseShape(shape(), file.value);
  return parsed.ok ? [] : parsed.error.map(problemText);
};

describe('a file with the right shape', () => {
  it('has no problem', () => {
    const items = 'items:\n  - { id: one, text: One, tags: [a, b] }\n';
    expect(problems(`title: Ten signs.\ncount: 5\nis_on: true\nformat: 1\ndepth: deep\n${items}`)).toEqual(
      [],
    );
    expect(problems('either: [a]\nasked: { kind: text }\nlabels: { a: b }\n')).toEqual([]);
  });
});

describe('a key that is not known', () => {
  it('is told with the nearest one, and whose it is', () => {
    expect(problems('titel: A\n')).toEqual([
      'a.yaml:1:1: The file has the key `titel`, which is not known. Did you mean `title`?',
    ]);
    expect(problems('items:\n  - id: one\n    text: One\n    texxt: Two\n')).toEqual([
      'a.yaml:4:5: one has the key `texxt`, which is not known. Did you mean `text`?',
    ]);
    expect(problems('items:\n  - text: One\n    texxt: Two\n    id: 5\n')).toEqual([
      'a.yaml:4:9: `id` of items 1 is 5; text is expected. Change `id:`.',
      'a.yaml:3:5: items 1 has the key `texxt`, which is not known. Did you mean `text`?',
    ]);
  });

  it('is told with all known ones when none is near', () => {
    expect(problems('items: [{ id: a, text: b, zzzzzz: c }]')).toEqual([
      'a.yaml:1:27: a has the key `zzzzzz`, which is not known. Known keys: id, text, tags.',
    ]);
  });

  it('may be the end of a text that a comma cut', () => {
    const quotes = 'A text with a comma or a colon needs quotes inside { … }.';
    expect(problems('items: [{ id: a, text: now, not later }]')).toEqual([
      `a.yaml:1:29: a has the key \`not later\`, which is not known. ${quotes}`,
    ]);
    expect(problems('items: [{ id: a, text: now, sometimes }]')).toEqual([
      `a.yaml:1:29: a has the key \`sometimes\`, which is not known. ${quotes}`,
    ]);
  });

  it('is shortened when it is long', () => {
    const [problem] = problems(`${'k'.repeat(61)}: 1\n`);
    expect(problem).toContain(`The file has the key \`${'k'.repeat(60)}…\`, which`);
    expect(problems(`${'k'.repeat(60)}: 1\n`)[0]).toContain(`the key \`${'k'.repeat(60)}\`, which`);
  });
});

describe('a value of the wrong form', () => {
  it.each([
    ['title: 5', '1:8: `title` is 5; text is expected. Change `title:`.'],
    ['title: [a]', '1:8: `title` is a list; text is expected. Change `title:`.'],
    ['title: { a: b }', '1:8: `title` is a map; text is expected. Change `title:`.'],
    ['title: true', '1:8: `title` is true; text is expected. Change `title:`.'],
    ['count: five', '1:8: `count` is "five"; a number is expected. Change `count:`.'],
    ['count: 1.5', '1:8: `count` is 1.5; a whole number is expected. Change `count:`.'],
    ['count: 0', '1:8: `count` is 0; a number of at least 1 is expected. Change `count:`.'],
    ['count: 6', '1:8: `count` is 6; a number of at most 5 is expected. Change `count:`.'],
    ['is_on: yes', '1:8: `is_on` is "yes"; true or false is expected. Change `is_on:`.'],
    ['format: 2', '1:9: `format` is 2; format 1 is expected. Change `format:`.'],
    ['depth: slow', '1:8: `depth` is "slow"; quick or deep is expected. Change `depth:`.'],
    ['items: a', '1:8: `items` is "a"; a list is expected. Change `items:`.'],
    ['items: [a]', '1:9: Item 1 of items is "a"; a map is expected. Change `items:`.'],
    ['labels: a', '1:9: `labels` is "a"; a map is expected. Change `labels:`.'],
    [
      'title: Eleven sign',
      '1:8: `title` is "Eleven sign"; text with a length of at most 10 is expected. Change `title:`.',
    ],
    ['title: " "', '1:8: `title` is " "; text with a length of at least 1 is expected. Change `title:`.'],
    [
      'items: [{ id: a, text: b, tags: [] }]',
      '1:33: `tags` of a is a list; a list with a length of at least 1 is expected. Change `tags:`.',
    ],
    [
      'items: [{ id: a, text: b, tags: [x, y, z] }]',
      '1:33: `tags` of a is a list; a list with a length of at most 2 is expected. Change `tags:`.',
    ],
    [
      'items: [{ id: a, text: b, tags: [x, 5] }]',
      '1:37: Item 2 of a tags is 5; text is expected. Change `tags:`.',
    ],
    [
      'labels: { A: b }',
      '1:11: `A` of labels is "b"; an id of lower-case letters, digits and `_` is expected. Change `A:`.',
    ],
  ])('%s: is told what it is and what is expected', (text, says) => {
    expect(problems(text)).toEqual([`a.yaml:${says}`]);
  });

  it('may be the file itself', () => {
    expect(problems('- a')).toEqual(['a.yaml:1:1: The file is a list; a map is expected. Change it.']);
    expect(problems('a')).toEqual(['a.yaml:1:1: The file is "a"; a map is expected. Change it.']);
  });

  it('is shown on one line, shortened', () => {
    expect(problems(`depth: "${'a\\n'.repeat(2)}${'b'.repeat(60)}"`)[0]).toContain(
      `\`depth\` is "a a ${'b'.repeat(56)}…"; quick or deep`,
    );
  });
});

describe('a key that is missing', () => {
  it('is told with what is expected there, and where it belongs', () => {
    expect(problems('items:\n  - id: one\n')).toEqual([
      'a.yaml:2:5: `text` of one is missing; text is expected. Add `text:`.',
    ]);
    expect(problems('title:\n')).toEqual(['a.yaml:1:7: `title` is missing; text is expected. Add `title:`.']);
  });
});

describe('a value that may have several forms', () => {
  it('is told all of them when it has none', () => {
    expect(problems('either: 5')).toEqual([
      'a.yaml:1:9: `either` is 5; a text or a list is expected. Change `either:`.',
    ]);
  });

  it('is told what is wrong inside the one that it nearly has', () => {
    expect(problems('either: [a, 5]')).toEqual([
      'a.yaml:1:13: Item 2 of either is 5; text is expected. Change `either:`.',
    ]);
    expect(problems('either: { a: 5 }')).toEqual([
      'a.yaml:1:14: `a` of either is 5; text is expected. Change `a:`.',
    ]);
    expect(problems('either: { a: b, cc: d }')).toEqual([
      'a.yaml:1:17: either has the key `cc`, which is not known. Did you mean `a`?',
    ]);
  });

  it('is told the kinds there are, and the nearest', () => {
    const kinds = 'text, prose, choice, many, confirm, quantity, list or table';
    expect(problems('asked: { kind: quantty }')).toEqual([
      `a.yaml:1:16: \`kind\` of asked is "quantty"; ${kinds} is expected. Did you mean \`quantity\`?`,
    ]);
    expect(problems('asked: { kind: wholly-else }')).toEqual([
      `a.yaml:1:16: \`kind\` of asked is "wholly-else"; ${kinds} is expected. Change \`kind:\`.`,
    ]);
    expect(problems('asked: { unit: a }')).toEqual([
      `a.yaml:1:8: \`kind\` of asked is missing; ${kinds} is expected. Add \`kind:\`.`,
    ]);
    expect(problems('asked: { kind: 5 }')).toEqual([
      `a.yaml:1:16: \`kind\` of asked is 5; ${kinds} is expected. Change \`kind:\`.`,
    ]);
  });
});
