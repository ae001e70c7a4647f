import { describe, expect, it } from 'vitest';
import { SAMPLE } from '../../src/render/sample-document.js';
import type { SpecDocument } from '../../src/spec/index.js';
import { root } from '../house/program.js';
import { HOSTILE } from './hostile.js';
import { documentOf, readShipped, renderAll } from './shipped.js';

const shipped = readShipped(root);
const kiro = shipped.formats.filter(({ id }) => id === 'kiro');

const textOf = (document: SpecDocument, file: string): string =>
  renderAll(document, kiro, 'x').find(({ path }) => path === `/.kiro/specs/x/${file}.md`)?.text ?? '';

const headings = (text: string): readonly string[] => text.match(/^#{1,2} .+$/gm) ?? [];

/** The headings of a file, in the order in which some of them may stand. */
const CONTRACT: Readonly<Record<string, readonly RegExp[]>> = {
  requirements: [
    /^# Requirements Document$/,
    /^## Introduction$/,
    /^## Glossary$/,
    /^## Requirements$/,
    /^## Not decided enough to build$/,
    /^## Open questions$/,
  ],
  design: [
    /^# Design Document: .+$/,
    /^## Overview$/,
    /^## Architecture$/,
    /^## Components and Interfaces$/,
    /^## Data Models$/,
    /^## Correctness Properties$/,
    /^## Error Handling$/,
    /^## Testing Strategy$/,
  ],
  tasks: [
    /^# Implementation Plan: .+$/,
    /^## Overview$/,
    /^## Tasks$/,
    /^## Before the work it touches$/,
    /^## Notes$/,
  ],
};

/** Condition clauses first, each after its keyword, then who, SHALL and what; an id ends the line. */
const EARS =
  /^(?:WHERE .+?, )?(?:WHILE .+?, )?(?:WHEN .+?, )?(?:IF .+?, THEN )?THE System SHALL (?:NOT )?\S.*[.!?…]["”)]? \(`REQ-[A-Z0-9]+-\d{3}(?:\.[a-z0-9-]+)?`\)$/u;

type Criteria = ReadonlyMap<string, string>;

/** Reads the criteria by the number others cite them by. */
const criteriaOf = (text: string): Criteria => {
  const found = new Map<string, string>();
  let chapter = '0';
  for (const line of text.split('\n## Not decided')[0]?.split('\n## Open questions')[0]?.split('\n') ?? []) {
    chapter = /^### Requirement (\d+): \S/.exec(line)?.[1] ?? chapter;
    const [, place, says] = /^(\d+)\. (.+)$/.exec(line) ?? [];
    if (place !== undefined && says !== undefined) found.set(`${chapter}.${place}`, says);
  }
  return found;
};

const idsOf = (criteria: Criteria): readonly string[] =>
  [...criteria.values()].map((says) => /`(REQ-[^`]+)`\)$/.exec(says)?.[1] ?? says);

const citedIn = (text: string): readonly string[] =>
  [...text.matchAll(/Requirements:? ([\d., ]+)/g)].flatMap((match) => (match[1] ?? '').trim().split(', '));

describe.each(shipped.cases)('the Kiro files of $caseInfo.id', ({ raw }) => {
  const document = documentOf(shipped.bank, raw);
  const criteria = criteriaOf(textOf(document, 'requirements'));

  it('have the headings that Kiro looks for, in its order', () => {
    for (const [file, contract] of Object.entries(CONTRACT)) {
      const places = headings(textOf(document, file)).map((line) =>
        contract.findIndex((one) => one.test(line)),
      );

      expect(places).not.toContain(-1);
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      expect(places.slice(0, 2)).toEqual([0, 1]);
    }
  });

  it('have no heading without content', () => {
    for (const file of Object.keys(CONTRACT)) {
      const lines = textOf(document, file)
        .split('\n')
        .filter((line) => line !== '');
      const depths = lines.map((line) => /^(#+) /.exec(line)?.[1]?.length ?? 0);
      const bare = lines.filter((_, at) => {
        const [own = 0, next = own] = depths.slice(at, at + 2);
        return own > 0 && next > 0 && next <= own;
      });

      expect(bare).toEqual([]);
    }
  });

  it('state every settled requirement once, as EARS, numbered without a gap', () => {
    const settled = document.requirements.filter(({ normative }) => normative).map(({ id }) => id);
    const numbers = [...criteria.keys()].map((number) => number.split('.').map(Number));

    expect([...criteria.values()].filter((says) => !EARS.test(says))).toEqual([]);
    expect([...idsOf(criteria)].sort()).toEqual([...settled].sort());
    for (const [index, [chapter = 0, place = 0]] of numbers.entries()) {
      const [before = 0, last = 0] = numbers[index - 1] ?? [];
      expect([chapter, place]).toEqual(chapter === before ? [before, last + 1] : [before + 1, 1]);
    }
  });

  it('cite only criteria that exist, and build each of them', () => {
    const tasks = textOf(document, 'tasks');
    const built = tasks.split('\n').flatMap((line, index, all) => {
      return line.includes('Build it') ? citedIn(all[index + 2] ?? '') : [];
    });

    for (const number of [...citedIn(tasks), ...citedIn(textOf(document, 'design'))])
      expect(criteria.has(number)).toBe(true);
    expect(built).toEqual([...criteria.keys()]);
  });

  it('nest and number the work, each with its criteria', () => {
    const tasks = textOf(document, 'tasks').split('\n## Tasks\n')[1]?.split('\n## ')[0] ?? '';
    const lines = tasks.split('\n').filter((line) => line !== '');
    const known =
      /^(?:- \[ \] \d+\. \S.*| {2}- \[ \] \d+\.\d+ \S.*| {4}- For `REQ-.*`| {4}- _Requirements: [\d., ]+_)$/;
    const steps = lines.filter((line) => /^ {2}- \[ \]/.test(line));
    const cites = lines.filter((line) => line.includes('_Requirements: '));

    expect(lines.filter((line) => !known.test(line))).toEqual([]);
    expect(cites).toHaveLength(steps.length);
    expect(criteria.size === 0 || steps.length > 0).toBe(true);
  });
});

describe('hostile answers in Kiro files', () => {
  it.each(HOSTILE)('keep %j in its criterion', (text) => {
    const [chapter] = SAMPLE.numbered.chapters;
    const [criterion] = chapter?.criteria ?? [];
    if (chapter === undefined || criterion === undefined) throw new Error('The sample has no criterion.');
    const says = `THE System SHALL ${text}.`;
    const chapters = [{ ...chapter, title: text, criteria: [{ ...criterion, text: says }] }];
    const numbered = { ...SAMPLE.numbered, chapters, properties: [] };
    const document = { ...SAMPLE, name: text, numbered };
    const plain = (file: string): number => textOf(SAMPLE, file).split('\n').length;

    expect([...criteriaOf(textOf(document, 'requirements')).keys()]).toEqual(['1.1']);
    expect([...criteriaOf(textOf(document, 'requirements')).values()].every((line) => EARS.test(line))).toBe(
      true,
    );
    expect(textOf(document, 'requirements').split('\n')).toHaveLength(plain('requirements'));
    expect(textOf(document, 'tasks').split('\n')).toHaveLength(plain('tasks'));
  });

  it('say that nothing is asked yet without an answer', () => {
    const empty = { chapters: [], properties: [], failures: [], proofs: [] };
    const document = { ...SAMPLE, requirements: [], numbered: empty };

    expect(textOf(document, 'requirements')).toContain('Partial: no answer asks anything of the system yet.');
    expect(textOf(document, 'tasks')).toContain('Partial: no answer asks anything of the system yet.');
  });
});
