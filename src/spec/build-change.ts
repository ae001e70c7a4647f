import { byCodeUnit } from '../kernel/index.js';
import { POINTER } from './build-acceptance.js';
import { buildNumbered } from './build-numbered.js';
import type {
  Archive,
  ArchivedRequirement,
  Change,
  ChangeBlock,
  Gone,
  NamedScenario,
  RemovedBlock,
} from './change-parts.js';
import type { Chapter, Requirement, SpecDocument } from './document.js';
import type { Step } from './format-parts.js';

/** The parts of a document that a change is made of. */
export type ChangeSource = Pick<SpecDocument, 'requirements' | 'chapters' | 'numbered'>;

/** Says what a spec proposes while nothing of it is archived: all that it asks for. */
export function firstChange({ requirements, numbered: { chapters } }: ChangeSource): Change {
  const added = settledBlocks(requirements);
  return { first: true, proposes: true, added, modified: [], removed: [], chapters, removal: [] };
}

/** Says what a spec adds, modifies and removes, compared with what was archived of it; `gone` tells why a requirement is not asked for any more. */
export function buildChange(
  { requirements, chapters }: ChangeSource,
  { requirements: archived, hash }: Archive,
  gone: (id: string, added: ReadonlySet<string>) => Gone,
): Change {
  const blocks = settledBlocks(requirements);
  const before = new Map(archived.map((one) => [one.id, one]));
  const added = blocks.filter(({ id }) => !before.has(id));
  const modified = blocks.flatMap((block) => modifiedBlock(block, { before: before.get(block.id), hash }));
  const [ids, fresh] = [idsOf(blocks), idsOf(added)];
  const removed = archived
    .filter(({ id }) => !ids.has(id))
    .map(({ id, name }) => ({ id, name, ...gone(id, fresh) }))
    .toSorted((a, b) => byCodeUnit(a.id, b.id));
  const work = buildNumbered(onlyOf(chapters, idsOf([...added, ...modified])));
  return {
    ...{ first: false, proposes: added.length + modified.length + removed.length > 0 },
    ...{ added, modified, removed, chapters: work.chapters },
    removal: removalOf(removed, work.chapters.length + 1),
  };
}

/** What is recorded of a spec once the change that proposed it is archived: all that it asks for now, under the names that the archive knows. */
export function archiveOf(
  source: Pick<ChangeSource, 'requirements'>,
  archive: Archive,
): readonly ArchivedRequirement[] {
  const before = new Map(archive.requirements.map((one) => [one.id, one]));
  return settledBlocks(source.requirements).map((block) => {
    const known = before.get(block.id);
    const now = known === undefined ? block : withEarlierScenarios(block, known);
    return {
      id: block.id,
      name: known?.name ?? block.name,
      text_sha256: archive.hash(blockText(block)),
      scenarios: now.scenarios.map(({ name }) => name),
    };
  });
}

const settledBlocks = (requirements: readonly Requirement[]): readonly ChangeBlock[] =>
  requirements.filter(({ normative }) => normative).map(blockOf);

const idsOf = (all: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(all.map(({ id }) => id));

function blockOf(requirement: Requirement): ChangeBlock {
  const { id, text, answers, verify, assumed } = requirement;
  const scenarios = [{ name: `${id} holds`, steps: stepsOf(requirement) }];
  return { id, name: id, text, answers, verify, assumed, scenarios };
}

/** Everything that a reader of the block sees; what is compared is this and not the words of a template. */
function blockText({ text, answers, verify, assumed, scenarios }: ChangeBlock): string {
  return JSON.stringify([text, answers, verify, assumed, scenarios]);
}

type Compared = { readonly before: ArchivedRequirement | undefined; readonly hash: Archive['hash'] };

function modifiedBlock(block: ChangeBlock, { before, hash }: Compared): readonly ChangeBlock[] {
  if (before === undefined || before.text_sha256 === hash(blockText(block))) return [];
  return [{ ...withEarlierScenarios(block, before), name: before.name }];
}

/** A scenario that was archived once keeps its name for good; one that nothing makes any more shows what holds now. */
function withEarlierScenarios(block: ChangeBlock, { scenarios }: ArchivedRequirement): ChangeBlock {
  const own = new Set(block.scenarios.map(({ name }) => name));
  const steps = block.scenarios[0]?.steps ?? [];
  const earlier = scenarios.filter((name) => !own.has(name)).map((name): NamedScenario => ({ name, steps }));
  return { ...block, scenarios: [...block.scenarios, ...earlier] };
}

/** The example that was given, else the drill, else the sentence itself under its own condition. */
function stepsOf({ scenario, drill, parts, verify }: Requirement): readonly Step[] {
  const condition = conditionOf(parts, verify);
  const given = scenario.then === '' ? '' : scenario.given;
  const broken = drill.break === '' ? condition : `the drill is run: ${drill.break}`;
  const [when, then] =
    scenario.then === ''
      ? [drill.observe === '' ? condition : broken, drill.observe]
      : [scenario.when === '' ? condition : scenario.when, scenario.then];
  const steps = [
    { keyword: 'GIVEN', text: given },
    { keyword: 'WHEN', text: when },
    { keyword: 'THEN', text: observable(then, parts) },
  ];
  return steps.filter(({ text }) => text !== '');
}

/** What must be seen, with its value: an outcome that only points to the sentence says what the sentence asks. */
function observable(then: string, parts: Requirement['parts']): string {
  const must = `must ${parts.shall}`;
  if (then === '' || then === POINTER) return `the system ${must}`;
  if (then.startsWith(`${POINTER} and `))
    return `the system ${must}, and it ${then.slice(POINTER.length + 5)}`;
  return then.endsWith(' as specified') ? `${then}: it ${must}` : then;
}

function conditionOf(parts: Requirement['parts'], verify: Requirement['verify']): string {
  if (parts.event !== '') return parts.event;
  if (parts.if !== '') return parts.if;
  const state = parts.while === '' ? parts.where : parts.while;
  return state === '' ? `it is shown by ${verify.replaceAll('-', ' ')}` : `this holds: ${state}`;
}

/** The same chapters with some of their sentences only. */
function onlyOf(chapters: readonly Chapter[], ids: ReadonlySet<string>): readonly Chapter[] {
  const kept = (all: readonly Requirement[]) => all.filter(({ id }) => ids.has(id));
  return chapters.map((chapter) => ({
    ...chapter,
    requirements: kept(chapter.requirements),
    topics: chapter.topics.map((topic) => ({ ...topic, requirements: kept(topic.requirements) })),
  }));
}

function removalOf(removed: readonly RemovedBlock[], group: number): Change['removal'] {
  if (removed.length === 0) return [];
  const items = removed.map((block, index) => ({
    ...block,
    number: `${String(group)}.${String(index + 1)}`,
  }));
  return [{ group: String(group), items }];
}
