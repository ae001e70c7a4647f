import { describe, expect, it } from 'vitest';
import { SAMPLE } from '../../src/render/sample-document.js';
import { renderSpec } from '../../src/render/index.js';
import { SAMPLE_CHANGE } from '../../src/render/sample-change.js';
import type { Change, SpecDocument } from '../../src/spec/index.js';
import { root } from '../house/program.js';
import { HOSTILE } from './hostile.js';
import { documentOf, readShipped, renderAll, sound } from './shipped.js';

const shipped = readShipped(root);
const openspec = shipped.formats.filter(({ id }) => id === 'openspec');

const textOf = (document: SpecDocument, file: string): string =>
  renderAll(document, openspec, 'x').find(({ path }) => path === `/openspec/changes/x/${file}.md`)?.text ??
  '';

const deltaOf = (document: SpecDocument): string => textOf(document, 'specs/x/spec');

type Block = { readonly name: string; readonly body: string; readonly scenarios: readonly string[] };

/** Cuts a delta into requirements as OpenSpec does: from each heading to the next. */
const blocksOf = (delta: string): readonly Block[] =>
  delta
    .split(/^### Requirement: /m)
    .slice(1)
    .map((block) => {
      const [head = '', ...scenarios] = block.split(/^#### Scenario: /m);
      const [name = '', ...body] = head.split('\n');
      return { name, body: body.join('\n').trim(), scenarios };
    });

const numbersIn = (tasks: string): readonly string[] =>
  [...tasks.matchAll(/^- \[ \] (\d+\.\d+) \S/gm)].map(([, number = '']) => number);

describe.each(shipped.cases)('the OpenSpec change of $caseInfo.id', ({ raw }) => {
  const document = documentOf(shipped.bank, raw);
  const blocks = blocksOf(deltaOf(document));
  const settled = document.requirements.filter(({ normative }) => normative);

  it('adds every settled requirement once, under its id', () => {
    expect(blocks.map(({ name }) => name)).toEqual(settled.map(({ id }) => id));
    expect(deltaOf(document).match(/^## .+$/gm)).toEqual(['## Purpose', '## ADDED Requirements']);
  });

  it('says in each block what is asked, and which answers it comes from', () => {
    for (const [index, { body }] of blocks.entries()) {
      const [sentence = '', source = '', ...more] = body.split('\n');

      expect(sentence).toMatch(/\bSHALL\b/);
      for (const id of settled[index]?.answers ?? []) expect(source).toContain(`\`${id}\``);
      expect(more).toEqual([]);
    }
  });

  it('shows each requirement by one scenario whose name no answer changes', () => {
    for (const { name, scenarios } of blocks) {
      expect(scenarios).toHaveLength(1);
      expect(scenarios[0]).toMatch(
        /^\S+ holds\n\n(?:- \*\*GIVEN\*\* .+\n)?- \*\*WHEN\*\* .+\n- \*\*THEN\*\* .+\n/,
      );
      expect(scenarios[0]?.startsWith(`${name} holds`)).toBe(true);
    }
  });

  it('says in every scenario what is observed, and points nowhere else', () => {
    const outcomes = deltaOf(document).match(/^- \*\*THEN\*\* .+$/gm) ?? [];

    expect(outcomes).toHaveLength(settled.length);
    expect(outcomes.filter((line) => /what is specified|as specified$/.test(line))).toEqual([]);
  });

  it('has a purpose that is long enough for the strict rules', () => {
    const purpose = /## Purpose\n\n([\s\S]*?)\n\n## /.exec(deltaOf(document))?.[1] ?? '';

    expect(purpose.length).toBeGreaterThanOrEqual(50);
  });

  it('numbers its tasks within their groups, and builds every requirement', () => {
    const tasks = textOf(document, 'tasks');
    const groups = [...tasks.matchAll(/^## (\d+)\. \S/gm)].map(([, number]) => number);
    const numbers = numbersIn(tasks);
    const built = tasks.split('\n').filter((line) => line.includes('Build it'));

    expect(new Set(numbers).size).toBe(numbers.length);
    expect([...new Set(numbers.map((number) => number.split('.')[0]))]).toEqual(groups);
    for (const { id } of settled) expect(built.filter((line) => line.includes(`\`${id}\``))).toHaveLength(1);
  });

  it('has the headings that OpenSpec asks of a proposal and a design', () => {
    const proposal = textOf(document, 'proposal').match(/^#{2,3} .+$/gm);
    const design = textOf(document, 'design').match(/^## .+$/gm);

    expect(proposal).toEqual([
      '## Why',
      '## What Changes',
      '## Capabilities',
      '### New Capabilities',
      '## Impact',
    ]);
    expect(design?.slice(0, 4)).toEqual([
      '## Context',
      '## Goals / Non-Goals',
      '## Decisions',
      '## Risks / Trade-offs',
    ]);
  });
});

describe('a later OpenSpec change', () => {
  const later = (change: Change) =>
    new Map(
      openspec
        .flatMap((format) => sound(renderSpec(SAMPLE, format, { slug: 'x', change })))
        .map(({ path, text }) => [path.replace('/openspec/changes/x/', ''), text]),
    );
  const files = later(SAMPLE_CHANGE);
  const delta = files.get('specs/x/spec.md') ?? '';

  it('says what is added, modified and removed, and has no purpose of its own', () => {
    expect(delta.match(/^## .+$/gm)).toEqual([
      '## ADDED Requirements',
      '## MODIFIED Requirements',
      '## REMOVED Requirements',
    ]);
    expect(delta).not.toContain('Purpose');
  });

  it('keeps every scenario name that was archived', () => {
    const modified = blocksOf(delta.split('## MODIFIED Requirements')[1]?.split('## REMOVED')[0] ?? '');

    expect(modified.map(({ scenarios }) => scenarios.length)).toEqual([2]);
    expect(modified[0]?.scenarios[1]).toMatch(/^orders survive a crash\n\n- \*\*/);
  });

  it('gives a reason and a way for each requirement that goes', () => {
    const [removed] = blocksOf(delta.split('## REMOVED Requirements')[1] ?? '');

    expect(removed).toMatchObject({ name: 'REQ-REC-031', scenarios: [] });
    expect(removed?.body.split('\n')).toEqual([
      '**Reason**: `data.skew`: not applicable: one # customer only.',
      '**Migration**: Follow `REQ-TRF-001` instead, then take out what only this requirement needed.',
    ]);
  });

  it('names what it changes in its proposal, and the work for it in its tasks', () => {
    expect(files.get('proposal.md')?.match(/^### .+$/gm)).toEqual(['### Modified Capabilities']);
    expect(files.get('proposal.md')).toContain('- Removed: `REQ-REC-031`');
    expect(files.get('tasks.md')).toMatch(/^- \[ \] \d+\.1 `REQ-REC-031`: follow `REQ-TRF-001` instead/m);
  });

  it('has no files while nothing differs', () => {
    const nothing = { ...SAMPLE_CHANGE, proposes: false, added: [], modified: [], removed: [] };

    expect([...later(nothing).keys()]).toEqual([]);
  });

  it('is read by no other format', () => {
    const others = shipped.formats.filter(({ id }) => id !== 'openspec');
    const rendered = (change: Partial<{ change: Change }>) =>
      others.flatMap((format) => sound(renderSpec(SAMPLE, format, { slug: 'x', ...change })));

    expect(rendered({ change: SAMPLE_CHANGE })).toEqual(rendered({}));
  });
});

describe('hostile answers in OpenSpec changes', () => {
  const [first] = SAMPLE.requirements;
  if (first === undefined) throw new Error('The sample has no requirement.');
  const asking = (text: string): SpecDocument => {
    const parts = { ...first.parts, shall: text };
    const scenario = { given: text, when: text, then: text };
    const requirement = { ...first, normative: true, text: `The system SHALL ${text}.`, parts, scenario };
    return { ...SAMPLE, name: text, requirements: [requirement] };
  };

  it.each(HOSTILE)('keep %j in its requirement', (text) => {
    const delta = deltaOf(asking(text));
    const [block, ...more] = blocksOf(delta);

    expect(more).toEqual([]);
    expect(block?.name).toBe(first.id);
    expect(block?.scenarios).toHaveLength(1);
    expect(delta.split('\n')).toHaveLength(deltaOf(asking('hold')).split('\n').length);
    for (const file of ['proposal', 'design', 'tasks'])
      expect(textOf(asking(text), file).match(/^#+ /gm)).toEqual(textOf(SAMPLE, file).match(/^#+ /gm));
  });

  it.each(HOSTILE)('keep %j in the reason of a requirement that goes', (text) => {
    const goes = (reason: string) => {
      const gone = { question: 'data.skew', reason, instead: [], migration: `meanwhile: ${reason}` };
      const removed = [{ id: 'REQ-REC-031', name: 'REQ-REC-031', ...gone }];
      const removal = [{ group: '1', items: [{ ...gone, id: 'REQ-REC-031', number: '1.1' }] }];
      const change = { ...SAMPLE_CHANGE, added: [], modified: [], removed, removal, chapters: [] };
      return openspec.flatMap((format) => sound(renderSpec(SAMPLE, format, { slug: 'x', change })));
    };
    const shapeOf = (reason: string) =>
      goes(reason).map(({ text: written }) => [written.split('\n').length, written.match(/^#+ .*$/gm)]);

    expect(shapeOf(text)).toEqual(shapeOf('it is lost'));
  });

  it('say that nothing is asked yet without an answer', () => {
    const empty = { chapters: [], properties: [], failures: [], proofs: [] };
    const document = { ...SAMPLE, requirements: [], numbered: empty };

    expect(deltaOf(document)).toContain('Partial: no answer asks anything of the system yet.');
    expect(deltaOf(document)).not.toContain('ADDED');
    expect(textOf(document, 'proposal')).not.toContain('New Capabilities');
    expect(textOf(document, 'tasks')).not.toContain('- [ ]');
  });
});
