import type { Verification } from '../bank/index.js';
import { requirementsOf } from './build-acceptance.js';
import type { Chapter } from './document.js';
import type { Criterion, NumberedChapter, NumberedSpec, WorkItem } from './numbered-parts.js';
import type { Requirement } from './said-parts.js';

type Counted = { readonly requirement: Requirement; readonly criterion: Criterion };
type CountedChapter = {
  readonly chapter: Chapter;
  readonly number: string;
  readonly counted: readonly Counted[];
};

/** Numbers the settled sentences chapter by chapter, and the work that they ask for. */
export function buildNumbered(chapters: readonly Chapter[]): NumberedSpec {
  const settled = chapters
    .map((chapter) => ({ chapter, own: requirementsOf(chapter).filter(({ normative }) => normative) }))
    .filter(({ own }) => own.length > 0)
    .map(({ chapter, own }, index) => countedChapter(chapter, own, String(index + 1)));
  const all = settled.flatMap(({ counted }) => counted);
  const invariants = all.filter(
    ({ requirement: { ears, verify } }) => ears === 'ubiquitous' && verify === 'test',
  );
  return {
    chapters: settled.map(numberedChapter),
    properties: invariants.map(({ requirement, criterion }, index) => ({
      number: String(index + 1),
      holds: `the system must ${requirement.parts.shall}`,
      criterion,
    })),
    failures: numbersOf(all.filter(({ requirement }) => requirement.ears === 'unwanted')),
    proofs: PROOFS.map((verify) => ({ verify, criteria: numbersOf(shownBy(all, verify)) })).filter(
      ({ criteria }) => criteria.length > 0,
    ),
  };
}

function countedChapter(chapter: Chapter, own: readonly Requirement[], number: string): CountedChapter {
  const counted = own.map((requirement, index) => ({
    requirement,
    criterion: {
      number: `${number}.${String(index + 1)}`,
      place: String(index + 1),
      id: requirement.id,
      text: asCriterion(requirement.text),
    },
  }));
  return { chapter, number, counted };
}

/** The system is a name in the sentences that other tools read. */
function asCriterion(text: string): string {
  return text
    .replace(/^The system SHALL /, 'THE System SHALL ')
    .replace(/(, (?:THEN )?)the system SHALL /, '$1THE System SHALL ');
}

const numbersOf = (all: readonly Counted[]): readonly string[] =>
  all.map(({ criterion }) => criterion.number);

const shownBy = (all: readonly Counted[], verify: Verification): readonly Counted[] =>
  all.filter(({ requirement }) => requirement.verify === verify);

/** Tests come before what they test; everything that needs a running system comes after it. */
const PROOFS = [
  'test',
  'static-check',
  'scan',
  'load-test',
  'drill',
  'monitor',
  'inspection',
] as const satisfies readonly Verification[];

function numberedChapter({ chapter: { id, title }, number, counted }: CountedChapter): NumberedChapter {
  const [tests = [], ...later] = PROOFS.map((verify) => shownBy(counted, verify));
  const steps: readonly (readonly [WorkItem['kind'], readonly Counted[]])[] = [
    ['test', tests],
    ['build', counted],
    ...later.map((own, index) => [PROOFS[index + 1] ?? 'test', own] as const),
  ];
  const work = steps
    .filter(([, own]) => own.length > 0)
    .map(([kind, own], index) => ({
      number: `${number}.${String(index + 1)}`,
      kind,
      criteria: numbersOf(own),
      ids: own.map(({ criterion }) => criterion.id),
    }));
  return { number, id, title, criteria: counted.map(({ criterion }) => criterion), work };
}
