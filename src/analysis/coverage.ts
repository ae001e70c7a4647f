import type { JoinedBank } from '../bank/index.js';
import type { PlanItem, Situation } from '../interview/index.js';

/** How much of a section was asked and answered; `asked` is the sum of the other three. */
export type SectionCoverage = {
  readonly section: string;
  readonly title: string;
  readonly asked: number;
  readonly answered: number;
  readonly unknown: number;
  readonly open: number;
};

/** Counts the steps of every section that asks something: settled, known to be unknown, and still open. */
export function coverageOf(bank: JoinedBank, situation: Situation): readonly SectionCoverage[] {
  return bank.sections.flatMap(({ id, title }) => {
    const items = situation.plan.filter((item) => item.question.section === id);
    const counts = {
      answered: count(items, 'answered'),
      unknown: count(items, 'unknown'),
      open: count(items, 'open'),
    };
    const asked = counts.answered + counts.unknown + counts.open;
    return asked === 0 ? [] : [{ section: id, title, asked, ...counts }];
  });
}

type Share = 'answered' | 'unknown' | 'open' | 'not-asked';

function count(items: readonly PlanItem[], share: Share): number {
  return items.filter((item) => shareOf(item) === share).length;
}

function shareOf({ state }: PlanItem): Share {
  switch (state) {
    case 'not-asked':
    case 'unknown':
      return state;
    case 'open':
    case 'stale':
    case 'unfit':
    case 'default':
      return 'open';
    default:
      return 'answered';
  }
}
