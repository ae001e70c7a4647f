import { isTable } from '../bank/index.js';
import type { PlanItem } from '../interview/index.js';
import type { Spoken } from './build-requirements.js';
import { saidItem, topicOf } from './build-said.js';
import type { AssistantPart } from './format-parts.js';
import { isSaid, type Ground } from './ground.js';

/** The section that asks how code is written here. */
const RULES = 'aia';

type Part = { readonly id: string; readonly title: string; readonly takes: readonly string[] };

const PARTS: readonly Part[] = [
  { id: 'commands', title: 'Commands', takes: ['commands'] },
  { id: 'reading', title: 'Read first', takes: ['reading'] },
  { id: 'standards', title: 'Coding standards', takes: ['standards', 'file_limit'] },
  { id: 'boundaries', title: 'Architecture boundaries', takes: ['boundaries', 'layout'] },
  { id: 'errors', title: 'Error handling', takes: ['errors', 'never_swallow'] },
  {
    id: 'tests',
    title: 'Tests first',
    takes: ['tests_first', 'show_red', 'test_levels', 'never_mock'],
  },
  {
    id: 'asking',
    title: 'When to stop and ask',
    takes: ['stop_and_ask', 'how_to_ask', 'debug_attempts', 'assumption_log'],
  },
  {
    id: 'limits',
    title: 'What not to touch',
    takes: ['must_not_edit', 'may_edit', 'permissions', 'unrelated'],
  },
  { id: 'done', title: 'Definition of done', takes: ['done', 'slices'] },
  { id: 'changes', title: 'Changes and reviews', takes: [] },
];

/** What no other part takes belongs to the last one. */
const REST = 'changes';

/** Gives the rules for whoever writes the code, part by part; what nobody has answered is left out. */
export function buildAssistant(ground: Ground, spoken: readonly Spoken[]): readonly AssistantPart[] {
  const items = ground.situation.plan.filter((item) => item.question.section === RULES && isSaid(item));
  return PARTS.map((part) => {
    const own = items.filter((item) => partOf(item.id) === part.id);
    return assistantPart(ground, part, { own, spoken });
  }).filter(({ said, requirements, topics }) => said.length + requirements.length + topics.length > 0);
}

type Own = { readonly own: readonly PlanItem[]; readonly spoken: readonly Spoken[] };

function assistantPart(ground: Ground, { id, title }: Part, { own, spoken }: Own): AssistantPart {
  const saysOf = (item: PlanItem): readonly Spoken[] =>
    spoken.filter(({ requirement }) => requirement.answers[0] === item.id);
  const flat = own.filter((item) => !isTable(item.question));
  return {
    id,
    title,
    said: flat.flatMap((item) => saidItem(ground, item, saysOf(item))),
    requirements: flat.flatMap((item) => saysOf(item).map(({ requirement }) => requirement)),
    topics: own
      .flatMap((item) => topicOf(ground, item, saysOf(item)))
      .filter(({ requirements, table }) => requirements.length + table.rows.length > 0),
  };
}

function partOf(id: string): string {
  const name = id.split('.')[1] ?? '';
  return PARTS.find(({ takes }) => takes.includes(name))?.id ?? REST;
}
