import * as z from 'zod';
import type { JoinedBank } from '../../bank/index.js';
import { counted, padText } from '../../kernel/index.js';

const came = z.enum(['sound', 'finding', 'open']);

const exercise = z.object({
  case: z.string(),
  seed: z.number(),
  flaw: z.string(),
  caught: z.boolean().optional(),
  answered: z.array(z.object({ question: z.string(), section: z.string(), came })),
});

/** One exercise as it is kept: the case and seed that make it again, the question of its flaw, and what came of each answer. */
export type Exercise = z.output<typeof exercise>;

/** Takes the exercises out of what was kept; what has another form is left out. */
export function parseExercises(kept: readonly unknown[]): readonly Exercise[] {
  return kept.flatMap((one) => {
    const read = exercise.safeParse(one);
    return read.success ? [read.data] : [];
  });
}

/** How a person did in one section. */
export type SectionStats = {
  readonly section: string;
  readonly title: string;
  readonly answers: number;
  readonly sound: number;
  readonly findings: number;
  readonly open: number;
};

/** What a person practised: sections with the weakest first, and the flaws of finished exercises. */
export type Stats = {
  readonly exercises: number;
  readonly caught: number;
  readonly missed: readonly string[];
  readonly sections: readonly SectionStats[];
};

/** Counts exercises by section; a section is weak when few of its answers were sound. */
export function buildStats(exercises: readonly Exercise[], bank: JoinedBank): Stats {
  const all = exercises.flatMap(({ answered }) => answered);
  const ids = [...new Set(all.map(({ section }) => section))];
  const sections = ids.map((section) => {
    const mine = all.filter((one) => one.section === section);
    const count = (what: z.output<typeof came>) => mine.filter((one) => one.came === what).length;
    const title = bank.section(section)?.title ?? section;
    const counts = { sound: count('sound'), findings: count('finding'), open: count('open') };
    return { section, title, answers: mine.length, ...counts };
  });
  return {
    exercises: exercises.length,
    caught: exercises.filter((one) => one.caught === true).length,
    missed: exercises.flatMap((one) => (one.caught === false ? [one.flaw] : [])),
    sections: sections.toSorted((a, b) => share(a) - share(b) || b.answers - a.answers),
  };
}

const share = ({ sound, answers }: SectionStats): number => sound / Math.max(1, answers);

const TITLE = 44;
const FIGURE = 9;

/** Prints what a person practised as a table of 80 columns. */
export function statsLines(stats: Stats): readonly string[] {
  if (stats.exercises === 0) return ['Nothing is practised yet. Start with: spec-interview practice'];
  const row = (name: string, figures: readonly string[]) =>
    `${padText(name, TITLE)}${figures.map((text) => padText(text, FIGURE, 'start')).join('')}`;
  const [weakest] = stats.sections;
  return [
    `${counted(stats.exercises, 'exercise')}; swapped answers: ${String(stats.caught)} caught, ${String(stats.missed.length)} missed.`,
    '',
    row('Section, weakest first', ['answers', 'sound', 'findings', 'open']),
    ...stats.sections.map(({ title, answers, sound, findings, open }) =>
      row(title, [answers, sound, findings, open].map(String)),
    ),
    ...(stats.missed.length === 0 ? [] : ['', `Missed at: ${[...new Set(stats.missed)].join(', ')}`]),
    ...(weakest === undefined || share(weakest) === 1
      ? []
      : ['', `Read next: spec-interview explain ${firstOf(stats, weakest)}`]),
  ];
}

const firstOf = ({ missed }: Stats, { section }: SectionStats): string =>
  missed.find((id) => id.startsWith(`${section}.`)) ?? missed[0] ?? section;
