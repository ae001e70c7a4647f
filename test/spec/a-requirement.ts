import type { Chapter, Requirement } from '../../src/spec/document.js';

type Over = Partial<Omit<Requirement, 'parts' | 'scenario' | 'drill'>> & {
  readonly parts?: Partial<Requirement['parts']>;
  readonly scenario?: Partial<Requirement['scenario']>;
  readonly drill?: Partial<Requirement['drill']>;
};

/** A settled sentence that a test shows; what is left out has nothing to say. */
export function aRequirement(id: string, { parts, scenario, drill, ...over }: Over = {}): Requirement {
  return {
    ...{ id, section: 'rec', row: '', ears: 'ubiquitous', text: `The system SHALL keep ${id}.` },
    ...{ normative: true, detail: '', detailLines: [], answers: ['rec.rpo'], rationale: '', because: '' },
    ...{ origin: '', rejected: [], verify: 'test', proof: '', promise: { kind: '', value: '' } },
    assumed: false,
    ...over,
    parts: { where: '', while: '', event: '', if: '', shall: `keep ${id}`, ...parts },
    scenario: { given: '', when: '', then: '', ...scenario },
    drill: { break: '', observe: '', ...drill },
  };
}

/** A chapter of these sentences, some of them below a table. */
export function aChapter(
  title: string,
  requirements: readonly Requirement[],
  below: readonly Requirement[] = [],
): Chapter {
  const topic = { id: 'rec.parts', title: 'Parts', alone: false, why: '', origin: '', assumed: false };
  const table = { columns: [], rows: [], asList: false };
  return {
    ...{ id: title, title, findings: [], prose: [], exclusions: [], said: [], requirements, rows: [] },
    ...{ computed: [], probes: [] },
    topics: below.length === 0 ? [] : [{ ...topic, rejected: [], requirements: below, table }],
  };
}
