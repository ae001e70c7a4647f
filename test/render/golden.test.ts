import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../house/program.js';
import { marked } from './changed.js';
import { documentOf, lazyCases, readShipped, renderCases, specText } from './shipped.js';

// UPDATE_GOLDEN=1 rewrites the files; read the difference before you commit it.
const update = process.env['UPDATE_GOLDEN'] === '1';
const golden = path.join(root, 'test', 'golden');
const shipped = readShipped(root);
const outputs = lazyCases(shipped);

const linesOf = (text: string): number => text.split('\n').length - 1;
const textOf = (name: string, file: string): string =>
  outputs().find((output) => output.name === name && output.file.path === file)?.file.text ?? '';

describe('the rendered cases', () => {
  it.each(shipped.cases)('are as committed: $caseInfo.id', (one) => {
    const written = outputs(one).map(({ name, file }) => ({ path: path.join(name, file.path), file }));
    for (const { path: place, file } of update ? written : []) {
      mkdirSync(path.dirname(path.join(golden, place)), { recursive: true });
      writeFileSync(path.join(golden, place), file.text);
    }

    expect(written.length).toBeGreaterThan(20);
    for (const { path: place, file } of written) {
      const target = path.join(golden, place);
      expect(existsSync(target) ? readFileSync(target, 'utf8') : '', place).toBe(file.text);
    }
  });

  it('are the same bytes when rendered again', () => {
    expect(renderCases(shipped)).toEqual(outputs());
  });

  it('are as long as their content: the to-do API under 150 lines, payments 500 and more', () => {
    expect(linesOf(textOf('todo-api', 'spec.md'))).toBeLessThan(150);
    expect(linesOf(textOf('payments', 'spec.md'))).toBeGreaterThanOrEqual(500);
  });

  it('print how many lines an answer makes', () => {
    const rows = shipped.cases.map(({ raw, caseInfo }) => {
      const answers = [...raw.answers.values()].filter((answer) => answer.raw !== undefined).length;
      const lines = linesOf(textOf(caseInfo.id, 'spec.md'));
      const words = textOf(caseInfo.id, 'brief.md').split(/\s+/).filter(Boolean).length;
      return { case: caseInfo.id, depth: raw.depth, answers, lines, each: lines / answers, words };
    });
    const print = ({ case: id, depth, answers, lines, each, words }: (typeof rows)[number]): string =>
      `${id.padEnd(14)}${depth.padEnd(10)}${String(answers).padStart(4)} answers ${String(lines).padStart(5)} lines, ${each.toFixed(1).padStart(4)} each; brief ${String(words)} words`;
    process.stdout.write(`${rows.map(print).join('\n')}\n`);

    expect(rows.find((row) => row.case === 'payments')?.answers).toBeGreaterThanOrEqual(90);
    for (const { each } of rows) expect(each).toBeLessThan(14);
  });

  it('keep every brief within 400 words, and that of the to-do API near 200', () => {
    const words = (name: string): number => textOf(name, 'brief.md').split(/\s+/).filter(Boolean).length;

    for (const { caseInfo } of shipped.cases) expect(words(caseInfo.id)).toBeLessThanOrEqual(400);
    expect(words('todo-api')).toBeGreaterThan(130);
    expect(words('todo-api')).toBeLessThan(260);
  });

  it('need no warning about their length', () => {
    expect(outputs().flatMap(({ file }) => file.notes)).toEqual([]);
  });

  it('say every requirement once', () => {
    for (const { raw, caseInfo } of shipped.cases) {
      const { requirements } = documentOf(shipped.bank, raw);
      const spec = textOf(caseInfo.id, 'spec.md');
      const ids = requirements.map(({ id }) => id);

      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(spec.split(`- \`${id}\` `)).toHaveLength(2);
    }
  });

  it.each(shipped.cases)('print every word of $caseInfo.id, or list its answer as unused', ({ raw }) => {
    const { saved, marks } = marked(shipped.bank, raw);
    const document = documentOf(shipped.bank, saved);
    const unused = new Set(document.unused.map(({ id }) => id));
    const text = specText(shipped, document);
    const lost = marks.filter(({ word, question }) => !unused.has(question) && !text.includes(word));

    expect(marks.length).toBeGreaterThan(10);
    expect(lost.map(({ at }) => at)).toEqual([]);
  });
});
