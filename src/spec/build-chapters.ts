import { isTable, type Cell } from '../bank/index.js';
import type { PlanItem } from '../interview/index.js';
import type { Spoken } from './build-requirements.js';
import { saidItem, topicOf } from './build-said.js';
import { chapterFinder, planChapters, type ChapterFinder, type ChapterPlan } from './chapter-plan.js';
import type { Chapter, ComputedItem, Exclusion, FollowUp, PrintedFinding, Topic } from './document.js';
import { plainText } from './fill.js';
import { isSaid, questionIdOf, rowsOf, type Ground } from './ground.js';

/** What is spread over the chapters. */
export type Parts = {
  readonly spoken: readonly Spoken[];
  readonly computed: readonly ComputedItem[];
  readonly findings: readonly PrintedFinding[];
  readonly exclusions: readonly Exclusion[];
};

/** The section whose answers stand in the head of the document. */
export const NATURE = 'arc';

/** The table whose rows are printed as explicit exclusions. */
const NON_GOALS = 'ctx.non_goals';

/** Gives the chapters that have something to say, in the order a reader needs them. */
export function buildChapters(ground: Ground, given: Parts): readonly Chapter[] {
  const plans = planChapters(ground.bank.sections);
  const said = ground.situation.plan.filter((item) => isSaid(item) && item.id !== NON_GOALS);
  const find = chapterFinder(plans);
  const last = plans.at(-1)?.id ?? '';
  const spread: Spread = {
    find,
    items: groupBy(said, (item) => find(item.id)?.id),
    spoken: groupBy(given.spoken, ({ requirement }) => requirement.answers[0]),
    findings: groupBy(given.findings, (finding) => homeOfFinding(find, finding) ?? last),
    computed: groupBy(given.computed, homeOfFact(plans, find)),
    exclusions: given.exclusions,
  };
  return plans.map((plan) => buildChapter(ground, plan, spread)).filter(hasContent);
}

type Spread = {
  readonly find: ChapterFinder;
  readonly items: ReadonlyMap<string, readonly PlanItem[]>;
  readonly spoken: ReadonlyMap<string, readonly Spoken[]>;
  readonly findings: ReadonlyMap<string, readonly PrintedFinding[]>;
  readonly computed: ReadonlyMap<string, readonly ComputedItem[]>;
  readonly exclusions: readonly Exclusion[];
};

function groupBy<T>(
  all: readonly T[],
  keyOf: (one: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one) ?? '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

function buildChapter(ground: Ground, plan: ChapterPlan, spread: Spread): Chapter {
  const { find, items, spoken, findings, computed, exclusions } = spread;
  const here = (id: string): boolean => find(id)?.id === plan.id;
  const own = items.get(plan.id) ?? [];
  const spokenOf = (item: PlanItem): readonly Spoken[] => spoken.get(item.id) ?? [];
  const flat = own.filter((item) => !isTable(item.question));
  const said = flat
    .filter((item) => item.question.section !== NATURE)
    .flatMap((item) => saidItem(ground, item, spokenOf(item)));
  const isProse = (id: string): boolean => ground.bank.question(id)?.kind === 'prose';
  const topics = own
    .flatMap((item) => topicOf(ground, item, spokenOf(item)))
    .filter(({ requirements, table }) => requirements.length + table.rows.length > 0);
  return gathered({
    id: plan.id,
    title: plan.title,
    findings: findings.get(plan.id) ?? [],
    prose: said.filter(({ id }) => isProse(id)),
    exclusions: here(NON_GOALS) ? exclusions : [],
    said: said.filter(({ id }) => !isProse(id)),
    requirements: flat.flatMap((item) => spokenOf(item).map(({ requirement }) => requirement)),
    rows: [],
    topics: distinct(topics),
    computed: computed.get(plan.id) ?? [],
    probes: followUps(ground, here),
  });
}

function listsOf(chapter: Chapter): readonly (readonly unknown[])[] {
  const { prose, exclusions, said, requirements, rows, computed, probes } = chapter;
  return [prose, exclusions, said, requirements, rows, computed, probes];
}

function hasContent(chapter: Chapter): boolean {
  return [...listsOf(chapter), chapter.topics, chapter.findings].some((list) => list.length > 0);
}

/** Topics of a few lines join the chapter's own list; one that remains alone needs no heading of its own. */
function gathered(chapter: Chapter): Chapter {
  const small = chapter.topics.filter(isSmall);
  const joined: Chapter = {
    ...chapter,
    requirements: [...chapter.requirements, ...small.flatMap((topic) => topic.requirements)],
    rows: small.flatMap((topic) => topic.table.rows),
    topics: chapter.topics.filter((topic) => !isSmall(topic)),
  };
  const only = joined.topics.length === 1 && listsOf(joined).every((list) => list.length === 0);
  return only ? { ...joined, topics: joined.topics.map((topic) => ({ ...topic, alone: true })) } : joined;
}

const FEW = 4;

function isSmall({ requirements, table, why, origin, rejected, assumed }: Topic): boolean {
  const bare = why === '' && origin === '' && rejected.length === 0 && !assumed;
  const listed = table.asList || table.rows.length === 0;
  return bare && listed && requirements.length + table.rows.length < FEW;
}

function distinct(topics: readonly Topic[]): readonly Topic[] {
  const titles = topics.map(({ title }) => title);
  return topics.map((topic, index) =>
    titles.indexOf(topic.title) === index ? topic : { ...topic, title: `${topic.title} (${topic.id})` },
  );
}

function homeOfFinding(find: ChapterFinder, finding: PrintedFinding): string | undefined {
  const quoted = finding.quotes.map(({ id }) => find(id)?.id).find((id) => id !== undefined);
  return quoted ?? find(`${finding.section}.`)?.id;
}

/** A figure stands in the last chapter that one of its inputs comes from: there all of them are known. */
function homeOfFact(plans: readonly ChapterPlan[], find: ChapterFinder) {
  const places = new Map(plans.map(({ id }, place) => [id, place]));
  return (fact: ComputedItem): string => {
    const homes = fact.inputs.map((input) => places.get(find(input.id)?.id ?? '') ?? -1);
    return plans.at(Math.max(-1, ...homes))?.id ?? '';
  };
}

function followUps(ground: Ground, here: (id: string) => boolean): readonly FollowUp[] {
  return ground.session.saved.probes.flatMap((probe) => {
    const home = questionIdOf(probe.about[0] ?? '');
    const text = probe.answer?.value;
    return here(home) && typeof text === 'string' ? [{ id: probe.id, asks: probe.asks, text }] : [];
  });
}

/** Gives what is deliberately not built, each with its reason and what happens when somebody asks for it. */
export function buildExclusions(ground: Ground): readonly Exclusion[] {
  const { question, rows } = rowsOf(ground, NON_GOALS);
  return rows.map((row) => {
    const text = (id: string): string => {
      const column = question?.columns.find((candidate) => candidate.id === id);
      const cell: Cell | undefined = row.cells[id];
      return column === undefined || cell === undefined ? '' : plainText(column, cell, ground);
    };
    const reasons = [text('reason'), row.why ?? ''].filter((reason) => reason !== '');
    return { id: row.id, item: text('item'), reason: reasons.join('; '), instead: text('if_asked') };
  });
}
