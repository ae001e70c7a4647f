import { describe, expect, it } from 'vitest';
import type { SpecDocument } from '../../src/spec/index.js';
import { root } from '../house/program.js';
import { documentOf, readShipped, renderAll } from '../render/shipped.js';
import { keysIn, merged } from './merged.js';

const list = (...items: readonly string[]): string =>
  `# Tasks\n\n${items.map((item) => `- ${item}\n`).join('')}`;

const BUILD = 'Data: build it (`REQ-DAT-001`)';

describe('an item whose number shifts', () => {
  it.each([
    ['a task', `[ ] T001 ${BUILD}`, `[x] T001 ${BUILD}`, `[ ] T002 ${BUILD}`, `[x] T002 ${BUILD}`],
    [
      'a step',
      '[ ] 1.2 Build it: `REQ-A-001`',
      '[X] 1.2 Build it: `REQ-A-001`',
      '[ ] 1.3 Build it: `REQ-A-001`',
      '[X] 1.3 Build it: `REQ-A-001`',
    ],
    [
      'a group',
      '[ ] 2. Data and more',
      '[x] 2. Data and more',
      '[ ] 3. Data and more',
      '[x] 3. Data and more',
    ],
    [
      'an edited text',
      `[ ] T001 ${BUILD}`,
      `[ ] T001 ${BUILD}, by Ada`,
      `[ ] T009 ${BUILD}`,
      `[ ] T009 ${BUILD}, by Ada`,
    ],
    [
      'a sentence',
      '**FR-001**: System MUST stop. (`REQ-A-001`)',
      '**FR-001**: System MUST stop at once. (`REQ-A-001`)',
      '**FR-007**: System MUST stop. (`REQ-A-001`)',
      '**FR-007**: System MUST stop at once. (`REQ-A-001`)',
    ],
    [
      'a box and a text',
      `[ ] T001 ${BUILD}`,
      `[x] T001 ${BUILD}, by Ada`,
      `[ ] T002 ${BUILD}`,
      `[x] T002 ${BUILD}, by Ada`,
    ],
  ])('keeps what a person did to it: %s', (_, base, mine, generated, after) => {
    const file = merged({ base: list(base), mine: list(mine), generated: list(generated) });

    expect(file.after).toBe(list(after));
    expect(keysIn(file, 'merged')).toHaveLength(1);
    expect(keysIn(file, 'conflict')).toEqual([]);
    expect(file.newBase).toBe(list(generated));
  });

  it.each([
    [
      'it was ticked for another text',
      `[ ] T001 ${BUILD}`,
      `[x] T001 ${BUILD}`,
      `[ ] T002 ${BUILD}, \`REQ-DAT-002\``,
    ],
    [
      'both changed the text',
      `[ ] T001 ${BUILD}`,
      `[ ] T001 ${BUILD}, by Ada`,
      `[ ] T002 ${BUILD}, \`REQ-DAT-002\``,
    ],
    ['both changed the number', `[ ] T001 ${BUILD}`, `[x] T005 ${BUILD}`, `[ ] T002 ${BUILD}`],
    [
      'it leads with a quantity',
      '[ ] 1.5 s is the limit',
      '[x] 1.5 s is the limit',
      '[ ] 2.5 s is the limit',
    ],
    [
      'it leads with a quantity and no box',
      '1.5 Seconds are allowed',
      '1.5 Seconds are allowed at most',
      '2.5 Seconds are allowed',
    ],
  ])('is a conflict when %s', (_, base, mine, generated) => {
    const file = merged({ base: list(base), mine: list(mine), generated: list(generated) });

    expect(keysIn(file, 'conflict')).toHaveLength(1);
    expect(file.after).toContain(mine);
    expect(file.after).toContain(generated);
  });
});

describe('the tasks of the to-do API', () => {
  const shipped = readShipped(root);
  const formats = shipped.formats.filter(({ id }) => id === 'spec-kit');
  const [document] = shipped.cases
    .filter(({ caseInfo }) => caseInfo.id === 'todo-api')
    .map(({ raw }) => documentOf(shipped.bank, raw));
  const tasksOf = (of: SpecDocument): string =>
    renderAll(of, formats, 'x').find(({ path }) => path.endsWith('/tasks.md'))?.text ?? '';
  const isTask = (line: string): boolean => /^- \[[ x]\] T\d/.test(line);
  const saysOf = (line: string): string => line.replace(/^- \[[ x]\] T\d+ /, '');

  it('keep each tick at its task when a task comes before it', () => {
    if (document === undefined) throw new Error('The to-do API is missing.');
    const { kit } = document;
    const [setup, ...others] = kit.phases;
    if (setup === undefined) throw new Error('There is no phase.');
    const scan = {
      number: 'T001',
      kind: 'scan',
      title: '',
      story: '',
      parallel: true,
      ids: ['REQ-SEC-038'],
    } as const;
    const later = others.map((phase) => ({
      ...phase,
      tasks: phase.tasks.map((task) => ({
        ...task,
        number: `T${String(Number(task.number.slice(1)) + 1).padStart(3, '0')}`,
      })),
    }));
    const base = tasksOf(document);
    const generated = tasksOf({
      ...document,
      kit: { ...kit, phases: [{ ...setup, tasks: [scan] }, ...later] },
    });
    const lines = base.split('\n').filter(isTask);

    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) {
      const file = merged({ base, mine: base.replace(line, line.replace('[ ]', '[x]')), generated });
      const after = file.after.split('\n').filter(isTask);
      const ticked = after.filter((one) => one.startsWith('- [x]'));

      expect(keysIn(file, 'conflict')).toEqual([]);
      expect(ticked.map(saysOf)).toEqual([saysOf(line)]);
      expect(file.after.replace('[x]', '[ ]')).toBe(generated);
    }
  });
});
