import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { SAMPLE } from '../../src/render/sample-document.js';
import { renderSpec } from '../../src/render/index.js';
import { root } from '../house/program.js';
import { HOSTILE } from './hostile.js';
import { documentOf, readShipped, sound } from './shipped.js';

const shipped = readShipped(root);
const formatOf = (id: string) => shipped.formats.filter((format) => format.id === id);

const textOf = (document: typeof SAMPLE, id: string, slug: string): string =>
  formatOf(id).flatMap((format) => sound(renderSpec(document, format, { slug })))[0]?.text ?? '';

const rulesOf = (text: string): readonly string[] =>
  text.split('\n').filter((line) => /^- `REQ-/.test(line) || line.startsWith('- Do not build this'));

/** What makes a folder a skill: a name that is that of its folder, and when to load it. */
const front = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(64),
  description: z.string().min(1).max(1024),
});

describe.each(shipped.cases)('the skill of $caseInfo.id', ({ raw, caseInfo }) => {
  const document = documentOf(shipped.bank, raw);
  const text = textOf(document, 'skill', caseInfo.id);

  it('has the name of its folder, and says when to load it', () => {
    const [, head = ''] = text.split('---\n');

    expect(front.parse(parse(head)).name).toBe(caseInfo.id);
  });

  it('has every rule and non-goal of assistant.md, and fits into what is loaded at once', () => {
    expect(rulesOf(text)).toEqual(rulesOf(textOf(document, 'agents', caseInfo.id)));
    expect(text.split('\n').length).toBeLessThan(500);
  });
});

describe('a skill of hostile answers', () => {
  it.each(HOSTILE)('keeps %j out of what stands before the text', (text) => {
    const hostile = textOf({ ...SAMPLE, name: text, state: text }, 'skill', 'orders');

    expect(hostile.split('\n# ')[0]).toBe(textOf(SAMPLE, 'skill', 'orders').split('\n# ')[0]);
    expect(hostile.split('\n')).toHaveLength(textOf(SAMPLE, 'skill', 'orders').split('\n').length);
  });
});
