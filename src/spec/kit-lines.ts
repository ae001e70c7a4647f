import { requirementsOf } from './build-acceptance.js';
import type { Chapter, OpenQuestion, PrintedFinding, Requirement } from './document.js';
import type { KitEdge, KitGroup, KitLine } from './kit-parts.js';
import { isMeasured } from './kit-measured.js';

/** What has to be said under numbers. */
type KitGround = {
  readonly chapters: readonly Chapter[];
  readonly openQuestions: readonly OpenQuestion[];
  readonly findings: readonly PrintedFinding[];
};

/** Everything that is numbered. */
type KitLines = {
  readonly groups: readonly KitGroup[];
  readonly gaps: readonly KitLine[];
  readonly criteria: readonly KitLine[];
  readonly edges: readonly KitEdge[];
};

/** Numbers what must be built, what must be measured and what must be clarified first; every sentence stands once. */
export function buildLines({ chapters, openQuestions, findings }: KitGround): KitLines {
  const all = chapters.flatMap(requirementsOf);
  const settled = all.filter(({ normative }) => normative);
  const built = settled.filter((requirement) => !isMeasured(requirement));
  const numbers = new Map(built.map(({ id }, index) => [id, numberOf('FR', index)] as const));
  const measured = settled.filter(isMeasured);
  for (const [index, { id }] of measured.entries()) numbers.set(id, numberOf('SC', index));
  const line = (text: string, id: string): KitLine => ({ number: numbers.get(id) ?? '', text, id });
  return {
    groups: chapters
      .map((chapter) => ({
        title: chapter.title,
        lines: requirementsOf(chapter)
          .filter(({ id }) => numbers.get(id)?.startsWith('FR') === true)
          .map((requirement) => line(mustSentence(requirement), requirement.id)),
      }))
      .filter(({ lines }) => lines.length > 0),
    gaps: gapsOf({ loose: all.filter(({ normative }) => !normative), openQuestions, findings }).map(
      (gap, index) => ({ ...gap, number: numberOf('FR', built.length + index) }),
    ),
    criteria: measured.map(({ text, id }) => line(text, id)),
    edges: edgesOf(settled, (id) => numbers.get(id) ?? ''),
  };
}

/** A case of which several sentences speak stands once. */
function edgesOf(settled: readonly Requirement[], numberFor: (id: string) => string): readonly KitEdge[] {
  const cases = new Map<string, KitEdge['lines']>();
  for (const { parts, id } of settled) {
    if (parts.if === '') continue;
    cases.set(parts.if, [...(cases.get(parts.if) ?? []), { number: numberFor(id), id }]);
  }
  return [...cases].map(([situation, lines]) => ({ situation, lines }));
}

const numberOf = (kind: string, index: number): string => `${kind}-${String(index + 1).padStart(3, '0')}`;

type Loose = Omit<KitGround, 'chapters'> & { readonly loose: readonly Requirement[] };

/** Findings of lesser weight are notes and keep nobody from building. */
function gapsOf({ loose, openQuestions, findings }: Loose): readonly Omit<KitLine, 'number'>[] {
  const heavy = findings.filter(({ severity }) => severity === 'block' || severity === 'high');
  return [
    ...loose.map(({ detailLines, id }) => ({
      text: `not said in one sentence: ${detailLines.join(' ')}`,
      id,
    })),
    ...heavy.map(({ severity, title, probe, id }) => ({
      text: `${WEIGHT[severity]}: ${withStop(title)} ${probe}`,
      id,
    })),
    ...openQuestions.map((question) => ({ text: openText(question), id: question.id })),
  ];
}

const WEIGHT = { block: 'do not implement until resolved', high: 'high risk', med: 'note', info: 'note' };

function openText({ prompt, owner, due, meanwhile }: OpenQuestion): string {
  const until = due === '' ? '' : `, until ${due}`;
  const who = owner === '' ? '' : ` ${owner} is asked${until}.`;
  return `${withStop(prompt)}${who}${meanwhile === '' ? '' : ` Meanwhile: ${withStop(meanwhile)}`}`;
}

const withStop = (text: string): string => (/[.!?…]["”)]?$/u.test(text) ? text : `${text}.`);

/** The sentence with what the system must do first and its conditions last. */
function mustSentence({ parts }: Requirement): string {
  const not = parts.shall.startsWith('not ');
  const conditions = [
    ['where', parts.where],
    ['while', parts.while],
    ['when', parts.event],
    ['if', parts.if],
  ].flatMap(([word, text]) => (text === '' || text === undefined ? [] : [`, ${word ?? ''} ${text}`]));
  return `System MUST ${not ? `NOT ${parts.shall.slice(4)}` : parts.shall}${conditions.join('')}`;
}
