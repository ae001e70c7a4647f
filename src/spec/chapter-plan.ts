import type { Section } from '../bank/index.js';
import { questionIdOf } from './ground.js';

/** Where a chapter takes its answers from: whole sections, or single questions, which win over sections. */
export type ChapterPlan = { readonly id: string; readonly title: string; readonly takes: readonly string[] };

/** The order in which a reader needs the answers; the interview asks them in another. */
const PLAN: readonly ChapterPlan[] = [
  {
    id: 'purpose',
    title: 'Purpose and goals',
    takes: ['ctx.purpose', 'ctx.success', 'ctx.deadline', 'ctx.deadline_date', 'ctx.cut_first'],
  },
  { id: 'non-goals', title: 'Non-goals', takes: ['ctx.non_goals'] },
  { id: 'context', title: 'Context and constraints', takes: ['arc', 'leg', 'ctx.glossary'] },
  { id: 'flows', title: 'Users and flows', takes: ['ctx'] },
  { id: 'edge-cases', title: 'Edge cases and odd input', takes: ['ifc.edge_cases', 'ifc.unknowns'] },
  { id: 'interfaces', title: 'Interfaces', takes: ['ifc'] },
  { id: 'data', title: 'Data', takes: ['data'] },
  { id: 'rules', title: 'Boundaries and implementation rules', takes: ['aia'] },
  { id: 'traffic', title: 'Traffic and capacity', takes: ['traffic'] },
  { id: 'consistency', title: 'Consistency and concurrency', takes: ['con'] },
  { id: 'dependencies', title: 'Dependencies and overload', takes: ['dep'] },
  { id: 'failure', title: 'Failure and recovery', takes: ['rec'] },
  { id: 'security', title: 'Security and abuse', takes: ['sec'] },
  { id: 'compliance', title: 'Compliance and privacy', takes: ['cmp'] },
  { id: 'environments', title: 'Environments and deployment', takes: ['leg.environments', 'ops.runs_on'] },
  { id: 'observability', title: 'Observability', takes: ['obs'] },
  { id: 'rollout', title: 'Rollout and change', takes: ['rol'] },
  { id: 'operations', title: 'Operations', takes: ['ops'] },
  { id: 'tests', title: 'Tests and acceptance', takes: ['tst'] },
  { id: 'decisions', title: 'Decisions and alternatives', takes: ['rsk.decisions', 'rsk.options'] },
  { id: 'risks', title: 'Risks and open points', takes: ['rsk'] },
];

/** The questions that the plan names; the banks must ask them all. */
export const PLANNED_QUESTIONS: readonly string[] = PLAN.flatMap((chapter) => chapter.takes).filter((id) =>
  id.includes('.'),
);

/** Plans the chapters for the sections of a bank: a section without a place follows the one it was asked after. */
export function planChapters(sections: readonly Section[]): readonly ChapterPlan[] {
  const placed = new Set(PLAN.flatMap((chapter) => chapter.takes));
  let chapters = PLAN;
  let before = -1;
  for (const { id, title } of sections) {
    const own = chapters.findIndex((chapter) => chapter.takes.includes(id));
    const at = before === -1 ? chapters.length : before + 1;
    if (!placed.has(id))
      chapters = [...chapters.slice(0, at), { id, title, takes: [id] }, ...chapters.slice(at)];
    before = placed.has(id) ? own : at;
  }
  return distinct(chapters);
}

/** Two chapters of one name would be one heading twice. */
function distinct(chapters: readonly ChapterPlan[]): readonly ChapterPlan[] {
  const seen = new Set<string>();
  return chapters.map((chapter) => {
    const title = seen.has(chapter.title) ? `${chapter.title} (${chapter.id})` : chapter.title;
    seen.add(title);
    return { ...chapter, title };
  });
}

/** Finds the chapter an answer, cell or question belongs to. */
export type ChapterFinder = (id: string) => ChapterPlan | undefined;

/** Makes the finder of these chapters; where two take the same, the first has it. */
export function chapterFinder(chapters: readonly ChapterPlan[]): ChapterFinder {
  const takers = new Map<string, ChapterPlan>();
  for (const chapter of chapters.toReversed()) for (const taken of chapter.takes) takers.set(taken, chapter);
  return (id) => takers.get(questionIdOf(id)) ?? takers.get(id.slice(0, Math.max(0, id.indexOf('.'))));
}
