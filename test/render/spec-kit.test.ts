import { describe, expect, it } from 'vitest';
import { lintFormat } from '../../src/render/index.js';
import { SAMPLE } from '../../src/render/sample-document.js';
import type { SpecDocument } from '../../src/spec/index.js';
import { root } from '../house/program.js';
import { HOSTILE } from './hostile.js';
import { documentOf, readShipped, renderAll } from './shipped.js';

const shipped = readShipped(root);
const specKit = shipped.formats.filter(({ id }) => id === 'spec-kit');

const FILES = ['spec', 'plan', 'research', 'data-model', 'quickstart', 'tasks', 'checklists/requirements'];

const textOf = (document: SpecDocument, file: string): string =>
  renderAll(document, specKit, 'x').find(({ path }) => path === `/specs/001-x/${file}.md`)?.text ?? '';

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');
const headings = (text: string): readonly string[] => text.match(/^#{1,3} .+$/gm) ?? [];

/** The headings of a file: each in this order; one that ends in `*` may stand any number of times, one in `?` may be absent. */
type Contract = readonly (readonly [RegExp, '1' | '*' | '?'])[];

const CONTRACT: Readonly<Record<string, Contract>> = {
  spec: [
    [/^# Feature Specification: \S/, '1'],
    [/^## User Scenarios & Testing \*\(mandatory\)\*$/, '1'],
    [/^### User Story \d+ - \S.* \(Priority: P[123]\)$/, '*'],
    [/^### Edge Cases$/, '1'],
    [/^## Requirements \*\(mandatory\)\*$/, '1'],
    [/^### Functional Requirements$/, '1'],
    [/^### Key Entities \*\(include if feature involves data\)\*$/, '?'],
    [/^## Success Criteria \*\(mandatory\)\*$/, '1'],
    [/^### Measurable Outcomes$/, '1'],
    [/^## Assumptions$/, '1'],
  ],
  plan: [
    [/^# Implementation Plan: \S/, '1'],
    [/^## Summary$/, '1'],
    [/^## Technical Context$/, '1'],
    [/^## Constitution Check$/, '1'],
    [/^## Project Structure$/, '1'],
    [/^### Documentation \(this feature\)$/, '1'],
    [/^### Source Code \(repository root\)$/, '1'],
    [/^## Complexity Tracking$/, '1'],
  ],
  research: [
    [/^# Research: \S/, '1'],
    [/^## (?!Still unknown$)\S/, '*'],
    [/^## Still unknown$/, '?'],
  ],
  'data-model': [
    [/^# Data Model: \S/, '1'],
    [/^(?:## (?!Stores$)|### (?:Fields|States) of )\S/, '*'],
    [/^## Stores$/, '?'],
  ],
  quickstart: [
    [/^# Quickstart: \S/, '1'],
    [/^## Prerequisites$/, '1'],
    [/^## Try story \d+: \S/, '*'],
  ],
  tasks: [
    [/^# Tasks: \S/, '1'],
    [/^## Format: `\[ID\] \[P\?\] \[Story\] Description`$/, '1'],
    [/^## Phase 1: Setup \(Shared Infrastructure\)$/, '1'],
    [/^## Phase 2: Foundational \(Blocking Prerequisites\)$/, '1'],
    [/^## Phase \d+: User Story \d+ - \S.* \(Priority: P[123]\)(?: 🎯 MVP)?$/, '*'],
    [/^## Phase \d+: Polish & Cross-Cutting Concerns$/, '1'],
    [/^## Dependencies & Execution Order$/, '1'],
  ],
  'checklists/requirements': [
    [/^# Specification Quality Checklist: \S/, '1'],
    [/^## Content Quality$/, '1'],
    [/^## Requirement Completeness$/, '1'],
    [/^## Feature Readiness$/, '1'],
    [/^## Notes$/, '1'],
  ],
};

/** Says what is wrong with the headings of a file. */
function breaches(text: string, contract: Contract): readonly string[] {
  const found = headings(text).map((line) => ({
    line,
    place: contract.findIndex(([one]) => one.test(line)),
  }));
  const strange = found.filter(({ place }) => place < 0).map(({ line }) => `unknown: ${line}`);
  const late = found.filter(({ place }, at) => place < (found[at - 1]?.place ?? 0));
  const counts = contract.flatMap(([one, times], place) => {
    const count = found.filter((heading) => heading.place === place).length;
    const fits = times === '*' || count === 1 || (times === '?' && count === 0);
    return fits ? [] : [`${String(count)} times: ${one.source}`];
  });
  return [...strange, ...late.map(({ line }) => `out of order: ${line}`), ...counts];
}

const ID = /\(`[^`]+`\)$/;
const numbersIn = (text: string, kind: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^- \\*\\*(${kind}-\\d{3,})\\*\\*: `, 'gm'))].map((match) => match[1] ?? '');
const counted = (kind: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${kind}${String(index + 1).padStart(3, '0')}`);

const TASK = /^- \[ \] (T\d{3,})( \[P\])?( \[US\d+\])? \S.* \((?:`REQ-[^`]+`(?:, )?)+\)$/;

it('is a sound format', () => {
  expect(specKit.flatMap(lintFormat)).toEqual([]);
});

describe.each(shipped.cases)('the Spec Kit files of $caseInfo.id', ({ raw }) => {
  const document = documentOf(shipped.bank, raw);
  const { kit } = document;

  it('are those that Spec Kit reads, in the folder with the number', () => {
    const paths = renderAll(document, specKit, 'x').map(({ path }) => path);

    expect(paths).toEqual(FILES.map((file) => `/specs/001-x/${file}.md`));
  });

  it.each(Object.entries(CONTRACT))('have the headings that Spec Kit writes: %s.md', (file, contract) => {
    expect(breaches(textOf(document, file), contract)).toEqual([]);
  });

  it('have every marker of a story', () => {
    const stories = textOf(document, 'spec')
      .split(/^### User Story /m)
      .slice(1);
    const markers = ['**Why this priority**:', '**Independent Test**:', '**Acceptance Scenarios**:'];

    expect(stories).toHaveLength(kit.stories.length);
    expect(stories.length).toBeGreaterThan(0);
    for (const story of stories) {
      const scenarios = linesOf(story).filter((line) => line.includes('**Given**'));

      for (const marker of markers) expect(story.split(marker)).toHaveLength(2);
      expect(scenarios.length).toBeGreaterThan(0);
      for (const [index, line] of scenarios.entries())
        expect(line).toMatch(
          new RegExp(
            `^${String(index + 1)}\\. \\*\\*Given\\*\\* \\S.*, \\*\\*When\\*\\* \\S.*, \\*\\*Then\\*\\* \\S.*${ID.source}`,
          ),
        );
    }
  });

  it('say every requirement once, under a number without a gap, with its id at the end', () => {
    const spec = textOf(document, 'spec');
    const functional = numbersIn(spec, 'FR');
    const criteria = numbersIn(spec, 'SC');
    const numbered = linesOf(spec).filter((line) => /^- \*\*(?:FR|SC)-/.test(line));
    const told = numbered.flatMap((line) => /\(`(REQ-[^`]+)`\)$/.exec(line)?.[1] ?? []);

    expect(functional).toEqual(counted('FR-', functional.length));
    expect(criteria).toEqual(counted('SC-', criteria.length));
    expect([...told].sort()).toEqual(document.requirements.map(({ id }) => id).sort());
    expect(numbered.filter((line) => !ID.test(line))).toEqual([]);
    expect(numbered.filter((line) => line.startsWith('- **FR') && !line.includes(': System MUST '))).toEqual(
      [],
    );
  });

  it('mark whatever is open, and nothing else, as in need of clarification', () => {
    const marked = linesOf(textOf(document, 'spec')).filter((line) =>
      line.includes('[NEEDS CLARIFICATION: '),
    );
    const ids = marked.flatMap((line) => /\(`([^`]+)`\)$/.exec(line)?.[1] ?? []);

    for (const { id } of document.openQuestions) expect(ids).toContain(id);
    for (const { id, normative } of document.requirements) expect(ids.includes(id)).toBe(!normative);
    for (const line of marked) expect(line).toMatch(/\[NEEDS CLARIFICATION: [^\]].*\]/);
  });

  it('have a technical context that is known or says that it is not', () => {
    const plan = textOf(document, 'plan');
    const labels = ['Language/Version', 'Primary Dependencies', 'Storage', 'Testing', 'Target Platform'];
    const others = ['Project Type', 'Performance Goals', 'Constraints', 'Scale/Scope'];

    for (const label of [...labels, ...others])
      expect(plan).toMatch(new RegExp(`^\\*\\*${label}\\*\\*: \\S`, 'm'));
    expect(plan).toMatch(/^\*\*Branch\*\*: `001-x` \| \*\*Spec\*\*: \[spec\.md\]\(spec\.md\)$/m);
    expect(plan).toMatch(/^\*\*Structure Decision\*\*: \S/m);
  });

  it('number the tasks without a gap, tests before what they test, and build every settled requirement once', () => {
    const tasks = linesOf(textOf(document, 'tasks')).filter((line) => line.startsWith('- [ ]'));
    const idsIn = (line: string): readonly string[] =>
      [...line.matchAll(/`(REQ-[^`]+)`/g)].map((match) => match[1] ?? '');
    const built = tasks.filter((line) => line.includes(', code: write it')).flatMap(idsIn);
    const settled = document.requirements.filter(({ normative }) => normative);

    expect(tasks.filter((line) => !TASK.test(line))).toEqual([]);
    expect(tasks.map((line) => TASK.exec(line)?.[1])).toEqual(counted('T', tasks.length));
    expect([...built].sort()).toEqual(settled.map(({ id }) => id).sort());
    for (const { id, verify } of settled) {
      const [first = ''] = tasks.filter((line) => line.includes(`\`${id}\``));
      if (verify === 'test') expect(first).toContain(', tests: write them');
    }
  });

  it('name only stories that the specification tells', () => {
    const cited = [...textOf(document, 'tasks').matchAll(/\[US(\d+)\]/g)].map((match) => match[1]);

    expect([...new Set(cited)]).toEqual(kit.stories.map(({ number }) => number));
  });

  it('tick a box only where the answers show it', () => {
    const list = textOf(document, 'checklists/requirements');
    const box = (text: string): boolean => list.includes(`- [x] ${text}`);

    expect(box('No NEEDS CLARIFICATION markers remain')).toBe(
      !textOf(document, 'spec').includes('[NEEDS CLARIFICATION'),
    );
    expect(box('Scope is clearly bounded')).toBe(document.exclusions.length > 0);
    expect(box('Focused on user value and business needs')).toBe(false);
  });
});

describe('hostile answers in Spec Kit files', () => {
  it.each(HOSTILE)('keep %j in its line', (text) => {
    const [story] = SAMPLE.kit.stories;
    const [group] = SAMPLE.kit.groups;
    const [gap] = SAMPLE.kit.gaps;
    const [entity] = SAMPLE.kit.entities;
    if (story === undefined || group === undefined || gap === undefined || entity === undefined)
      throw new Error('The sample is empty.');
    const scenarios = story.scenarios.map((one) => ({ ...one, given: text, when: text, then: text }));
    const facts = [{ label: text, text }];
    const rows = [{ id: 'a', name: text, cells: [text], filled: facts }];
    const kit = {
      ...SAMPLE.kit,
      stories: [
        { ...story, title: text, actor: text, trigger: text, outcome: text, because: [text], scenarios },
      ],
      groups: [{ title: text, lines: group.lines.map((line) => ({ ...line, text: `System MUST ${text}` })) }],
      gaps: [{ ...gap, text }],
      edges: [{ situation: text, lines: [{ number: 'FR-001', id: 'a' }] }],
      records: [{ id: 'a', name: text, attributes: [text], traits: facts }],
      entities: [{ ...entity, name: text, facts, fields: rows, states: rows }],
      ...{ stores: rows, layout: rows, modules: rows, commands: rows, context: facts },
    };
    const document = { ...SAMPLE, name: text, kit };
    const plain = { ...SAMPLE, kit: { ...kit, gaps: [{ ...gap, text: 'plain' }] } };

    for (const file of FILES) {
      const depths = (of: SpecDocument) => headings(textOf(of, file)).map((line) => line.indexOf(' '));

      expect(depths(document)).toEqual(depths(plain));
      expect(linesOf(textOf(document, file))).toHaveLength(linesOf(textOf(plain, file)).length);
    }
    expect(breaches(textOf(document, 'spec'), CONTRACT['spec'] ?? [])).toEqual([]);
    expect(numbersIn(textOf(document, 'spec'), 'FR')).toEqual(['FR-001', 'FR-002']);
  });
});
