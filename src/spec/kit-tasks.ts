import type { Verification } from '../bank/index.js';
import { requirementsOf } from './build-acceptance.js';
import type { Chapter, Requirement } from './document.js';
import type { KitPhase, KitTask } from './kit-parts.js';
import type { ToldStory } from './kit-stories.js';

/** Chapters that every story stands on. */
const FOUNDATION: readonly string[] = [
  'interfaces',
  'data',
  'rules',
  'consistency',
  'security',
  'environments',
];

/** What is set up before anything is written. */
const SET_UP: readonly Verification[] = ['static-check', 'scan'];

/** What needs a whole and running system; a drill disturbs whatever is measured beside it. */
const SHOWN_LAST: readonly Verification[] = ['load-test', 'monitor', 'inspection', 'drill'];

type Draft = Omit<KitTask, 'number' | 'parallel'> & { readonly parallel?: boolean };
type DraftPhase = Omit<KitPhase, 'number' | 'tasks'> & { readonly tasks: readonly Draft[] };

/** Plans the work in phases: what is set up, what all stories need, each story, and what concerns the whole. */
export function buildPhases(chapters: readonly Chapter[], told: readonly ToldStory[]): readonly KitPhase[] {
  const inStory = new Set(told.flatMap(({ own }) => own.map(({ id }) => id)));
  const settled = chapters.flatMap(requirementsOf).filter(({ normative }) => normative);
  const chapterWork = (wanted: (id: string) => boolean): readonly Draft[] =>
    chapters
      .filter(({ id }) => wanted(id))
      .flatMap((chapter) => {
        const own = requirementsOf(chapter).filter(({ id, normative }) => normative && !inStory.has(id));
        return buildWork(own, { title: chapter.title, story: '' });
      });
  const drafts: readonly DraftPhase[] = [
    { ...SETUP, tasks: proofWork(settled, SET_UP) },
    { ...FOUNDATIONAL, tasks: chapterWork((id) => FOUNDATION.includes(id)) },
    ...told.map(storyPhase),
    {
      ...POLISH,
      tasks: [...chapterWork((id) => !FOUNDATION.includes(id)), ...proofWork(settled, SHOWN_LAST)],
    },
  ];
  return numbered(drafts);
}

const SETUP = {
  title: 'Setup (Shared Infrastructure)',
  purpose: 'What checks the work from its first line',
  checkpoint: '',
};

const FOUNDATIONAL = {
  title: 'Foundational (Blocking Prerequisites)',
  purpose: 'What every story stands on; no story begins before it is done',
  checkpoint: 'The foundation holds, and the stories can begin',
};

const POLISH = {
  title: 'Polish & Cross-Cutting Concerns',
  purpose: 'What concerns the whole, and what only a running system can show',
  checkpoint: '',
};

function storyPhase({ story, own }: ToldStory, index: number): DraftPhase {
  const { number, title, priority } = story;
  return {
    title: `User Story ${number} - ${title.charAt(0).toUpperCase()}${title.slice(1)} (Priority: ${priority})${index === 0 ? ' 🎯 MVP' : ''}`,
    purpose: `${title}, and nothing else`,
    checkpoint: `Story ${number} works and is shown by itself`,
    tasks: buildWork(own, { title, story: `US${number}` }),
  };
}

type Place = Pick<KitTask, 'title' | 'story'>;

/** Tests first, then what they test. */
function buildWork(own: readonly Requirement[], place: Place): readonly Draft[] {
  const tests = own.filter(({ verify }) => verify === 'test');
  const steps = [
    { ...place, kind: 'test' as const, ids: idsOf(tests) },
    { ...place, kind: 'build' as const, ids: idsOf(own) },
  ];
  return steps.filter(({ ids }) => ids.length > 0);
}

/** Different kinds of proof are different things to set up. */
function proofWork(settled: readonly Requirement[], kinds: readonly Verification[]): readonly Draft[] {
  return kinds.flatMap((kind) => {
    const ids = idsOf(settled.filter(({ verify }) => verify === kind));
    return ids.length === 0 ? [] : [{ title: '', story: '', kind, ids, parallel: kind !== 'drill' }];
  });
}

const idsOf = (own: readonly Requirement[]): readonly string[] => own.map(({ id }) => id);

function numbered(drafts: readonly DraftPhase[]): readonly KitPhase[] {
  let count = 0;
  return drafts.map(({ tasks, ...phase }, index) => ({
    ...phase,
    number: String(index + 1),
    tasks: tasks.map((task) => {
      count += 1;
      return { parallel: false, ...task, number: `T${String(count).padStart(3, '0')}` };
    }),
  }));
}
