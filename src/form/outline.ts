import { labelOf, rowName, valueText, type JoinedBank, type Value } from '../bank/index.js';
import {
  answerOf,
  isAsked,
  isOpen,
  stepsOf,
  type Hidden,
  type PlanItem,
  type StepId,
} from '../interview/index.js';
import { counted } from '../kernel/index.js';
import type { Scene } from '../runner/index.js';
import type { OutlineLine } from './view.js';

/** One line of the outline before it is filtered; `search` is what the filter reads. */
export type OutlineEntry = Omit<OutlineLine, 'focused'> & { readonly search: string };

const entries = new WeakMap<
  Scene['situation'],
  { analysis: Scene['analysis']; lines: readonly OutlineEntry[] }
>();

/** Every question of the interview under its section, with its state and why it is not asked; computed once per scene. */
export function outlineOf(scene: Scene): readonly OutlineEntry[] {
  const known = entries.get(scene.situation);
  if (known?.analysis === scene.analysis) return known.lines;
  const lines = linesOf(scene);
  entries.set(scene.situation, { analysis: scene.analysis, lines });
  return lines;
}

function linesOf(scene: Scene): readonly OutlineEntry[] {
  const { plan } = scene.situation;
  const probes = probesBySection(scene);
  const sections = [...new Set(plan.map(({ question }) => question.section))];
  return sections.flatMap((section) => [
    heading(scene.session.bank, section),
    ...plan.filter(({ question }) => question.section === section).map((item) => entryOf(scene, item)),
    ...(probes.get(section) ?? []),
  ]);
}

function heading(bank: JoinedBank, section: string): OutlineEntry {
  const text = bank.section(section)?.title ?? section;
  return { step: '', section, heading: true, text, state: 'heading', note: '', search: '' };
}

function probesBySection(scene: Scene): ReadonlyMap<string, readonly OutlineEntry[]> {
  const found = new Map<string, OutlineEntry[]>();
  let section = '';
  for (const step of stepsOf(scene.situation, scene.analysis.probes)) {
    if (step.type === 'ask') section = step.item.question.section;
    else found.set(section, [...(found.get(section) ?? []), probeEntry(section, step)]);
  }
  return found;
}

function probeEntry(section: string, step: { id: StepId; probe: { asks: string } }): OutlineEntry {
  const text = step.probe.asks;
  return {
    step: step.id,
    section,
    heading: false,
    text,
    state: 'open',
    note: 'follow-up',
    search: text.toLowerCase(),
  };
}

function entryOf(scene: Scene, item: PlanItem): OutlineEntry {
  const text = stepLabel(item);
  const note = noteOf(scene, item);
  const search = `${text} ${item.id} ${item.question.prompt}`.toLowerCase();
  return {
    step: item.id,
    section: item.question.section,
    heading: false,
    text,
    state: item.state,
    note,
    search,
  };
}

/** The short name of a step: of its question, or of the row and column it asks for. */
export function stepLabel({ question, cell }: PlanItem): string {
  if (cell === undefined || question.kind !== 'table') return labelOf(question);
  return `${rowName(question, cell.row)}: ${cell.column.label}`;
}

function noteOf(scene: Scene, item: PlanItem): string {
  if (item.hidden !== undefined) return hiddenText(scene, item.hidden);
  return isOpen(item) ? openNote(scene, item) : settledNote(scene, item);
}

function settledNote(scene: Scene, item: PlanItem): string {
  const answer = answerOf(scene.session, item.question.id);
  if (item.state === 'unknown') return ['unknown', answer?.owner, answer?.due].filter(Boolean).join(', ');
  return item.value === undefined ? (answer?.reason ?? answer?.meanwhile ?? '') : shortText(item, item.value);
}

function openNote(scene: Scene, item: PlanItem): string {
  const checks = scene.analysis.decides.get(item.id) ?? 0;
  const cause = scene.session.saved.stale.get(item.id);
  const changed = cause === undefined ? undefined : scene.session.bank.question(cause);
  const parts = [
    item.question.required && item.cell === undefined ? 'required' : undefined,
    changed === undefined ? undefined : `${labelOf(changed)} changed`,
    scene.session.skipped.has(item.id) ? 'skipped' : undefined,
    checks > 0 ? `decides ${counted(checks, 'check')}` : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

function shortText({ question, cell }: PlanItem, value: Value): string {
  const text = valueText(cell?.column ?? question, value).replaceAll(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Says why a step is not asked. */
function hiddenText(scene: Scene, hidden: Hidden): string {
  switch (hidden.type) {
    case 'archetype':
      return `only for ${hidden.archetype}`;
    case 'depth':
      return `only in a ${hidden.depth} interview`;
    case 'other-scope':
      return 'belongs to a single spec';
    case 'condition':
      return conditionText(scene, hidden.when);
  }
}

/** Names the answers that a condition reads and what they are now: that is why it does not hold. */
function conditionText(scene: Scene, when: string): string {
  const ids = [...new Set([...when.matchAll(/\ba\.([a-z]\w*\.[a-z]\w*)/g)].map((match) => match[1] ?? ''))];
  const read = ids.map((id) => readText(scene, id)).filter((text) => text !== undefined);
  return read.length > 0 ? `not needed: ${read.join(', ')}` : 'not needed with these answers';
}

function readText({ session, situation }: Scene, id: string): string | undefined {
  const question = session.bank.question(id);
  if (question === undefined) return undefined;
  const value = situation.view.value(id);
  return `${labelOf(question)} is ${value === undefined ? situation.view.status(id) : valueText(question, value)}`;
}

const filtered = new WeakMap<readonly OutlineEntry[], { filter: string; found: readonly OutlineEntry[] }>();

/** Keeps the lines in which every word of the filter begins a word, or else occurs, each under its heading. */
export function filterOutline(lines: readonly OutlineEntry[], filter: string): readonly OutlineEntry[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return lines;
  const known = filtered.get(lines);
  if (known?.filter === filter) return known.found;
  const hits = hitsOf(lines, words);
  const sections = new Set(hits.map(({ section }) => section));
  const kept = new Set(hits);
  const found = lines.filter((line) => kept.has(line) || (line.heading && sections.has(line.section)));
  filtered.set(lines, { filter, found });
  return found;
}

function hitsOf(lines: readonly OutlineEntry[], words: readonly string[]): readonly OutlineEntry[] {
  const found = lines.filter((line) => !line.heading && words.every((word) => line.search.includes(word)));
  const begun = found.filter(({ search }) => words.every((word) => beginsWord(search, word)));
  return begun.length > 0 ? begun : found;
}

function beginsWord(text: string, word: string): boolean {
  let at = text.indexOf(word);
  while (at > 0 && /[\p{L}\p{N}]/u.test(text.charAt(at - 1))) at = text.indexOf(word, at + 1);
  return at !== -1;
}

/** Says whether an entry can be gone to. */
export const isReachable = (scene: Scene, step: StepId): boolean => {
  const item = scene.situation.item(step);
  return item === undefined ? step !== '' : isAsked(item);
};
