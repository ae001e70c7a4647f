import {
  checkValue,
  isDay,
  isRows,
  isTable,
  rawValue,
  type Answer,
  type Cell,
  type Row,
} from '../bank/index.js';
import { err, never, ok, type Problem, type Result } from '../kernel/index.js';
import { previousStep, stepsOf, type Step } from './current-step.js';
import { decideProbe, missingRemark, refuse } from './decide-probe.js';
import type { Event, Intent } from './intent.js';
import type { PlanItem } from './plan.js';
import { withRowNumbers } from './row-numbers.js';
import { answerOf, type Probe, type Session } from './session.js';
import { situationOf } from './situation.js';

/** What a decision rests on beside the session: the step that is being asked, and the probes that wait. */
export type Ground = { readonly current: Step; readonly probes: readonly Probe[] };

type Decision = Result<Event, Problem>;
type Settled = Extract<Intent, { type: 'answer' | 'set-status' }>;

/** Turns what a person wants into what happened, or refuses with a reason; the only place that may refuse. */
export function decide(session: Session, intent: Intent, ground: Ground): Decision {
  switch (intent.type) {
    case 'answer':
    case 'set-status':
    case 'confirm':
    case 'clear':
    case 'inherit':
    case 'skip':
    case 'dismiss':
      return decideAt(session, intent, ground);
    case 'go-to':
    case 'go-back':
      return decideMove(session, intent, ground);
    case 'undo':
      return session.past.length > 0
        ? ok({ type: 'undone' })
        : refuse('nothing-to-undo', 'There is nothing to undo.');
    case 'redo':
      return session.future.length > 0
        ? ok({ type: 'redone' })
        : refuse('nothing-to-redo', 'There is nothing to redo.');
    case 'review':
      return ok({ type: 'review-opened' });
    case 'finish':
      return ok({ type: 'finished' });
    case 'waive':
      return decideWaiver(intent.waiver);
    case 'choose-depth':
      return ok({ type: 'depth-chosen', depth: intent.depth });
    case 'rename':
      return decideName(intent.name);
    default:
      return never(intent);
  }
}

type IntentAt = Extract<Intent, { at: string }>;

function decideAt(session: Session, intent: IntentAt, ground: Ground): Decision {
  const { current } = ground;
  if (current.type === 'review' || current.type === 'finished' || current.id !== intent.at) {
    return refuse(
      'stale-answer',
      `This was meant for ${intent.at}, which is no longer being asked.`,
      'Go to that question and answer it there.',
    );
  }
  if (current.type === 'probe') return decideProbe(current.probe, intent);
  return withNumbers(session, decideItem(session, intent, current.item));
}

/** What refers to a row by its number must find the same row tomorrow: a number is given when the row is committed. */
function withNumbers(session: Session, decision: Decision): Decision {
  if (!decision.ok || decision.value.type !== 'answered') return decision;
  const { question, answer } = decision.value;
  const numbered = withRowNumbers(question, answer, answerOf(session, question));
  return ok({ ...decision.value, answer: numbered });
}

function decideItem(session: Session, intent: IntentAt, item: PlanItem): Decision {
  switch (intent.type) {
    case 'answer':
      return item.cell === undefined ? decideAnswer(item, intent) : decideCell(session, item, intent);
    case 'set-status':
      return item.cell === undefined
        ? decideStanding(item, intent)
        : refuse(
            'no-status',
            'One cell of a table is either filled or open.',
            'Skip it: the gap is printed as an open question.',
          );
    case 'confirm':
      return decideConfirm(session, item);
    case 'clear':
    case 'inherit':
      return ok({
        type: 'cleared',
        step: item.id,
        question: item.question.id,
        where: placeOf(session, item, intent.type === 'inherit'),
      });
    case 'skip':
      return ok({ type: 'skipped', step: item.id });
    case 'dismiss':
      return refuse(
        'not-a-probe',
        'Only a follow-up question can be dismissed.',
        'Skip this question, or give it a status.',
      );
    default:
      return never(intent);
  }
}

function placeOf(session: Session, item: PlanItem, here: boolean | undefined): 'own' | 'context' {
  if (session.mode === 'context') return 'own';
  if (here === true || item.question.scope === 'spec') return 'own';
  return session.saved.answers.has(item.question.id) ? 'own' : 'context';
}

function decideAnswer(item: PlanItem, intent: Extract<Intent, { type: 'answer' }>): Decision {
  const checked = checkValue(item.question, rawValue(intent.value));
  if (!checked.ok) return refused(checked.error);
  return answeredEvent(item, intent, { status: 'answered', value: checked.value });
}

function refused(problems: readonly Problem[]): Decision {
  return err(problems[0] ?? { code: 'not-valid', message: 'This value does not fit the question.' });
}

function answeredEvent(item: PlanItem, intent: Settled, answer: Answer): Decision {
  const where = item.question.scope === 'repository' && intent.here !== true ? 'context' : 'own';
  const full = { ...intent.remarks, ...answer };
  return ok({ type: 'answered', step: item.id, question: item.question.id, answer: full, where });
}

function decideCell(session: Session, item: PlanItem, intent: Extract<Intent, { type: 'answer' }>): Decision {
  const { question, cell } = item;
  const before = answerOf(session, question.id);
  if (cell === undefined || !isTable(question) || before === undefined || !isRows(before.value)) {
    return refuse('no-row', 'The row this belongs to is gone.', 'Open the table again.');
  }
  const checked = checkValue(cell.column, rawValue(intent.value));
  if (!checked.ok) return refused(checked.error);
  const rows = before.value.map((row) =>
    row.id === cell.row.id ? withCell(row, cell.column.id, checked.value as Cell) : row,
  );
  return answeredEvent(
    item,
    { ...intent, here: session.saved.answers.has(question.id) },
    { ...before, value: rows },
  );
}

function withCell(row: Row, column: string, value: Cell): Row {
  return { ...row, cells: { ...row.cells, [column]: value } };
}

function decideStanding(item: PlanItem, intent: Extract<Intent, { type: 'set-status' }>): Decision {
  const { standing } = intent;
  const missing = missingRemark(standing);
  if (missing !== undefined) return err(missing);
  if (!('value' in standing)) return answeredEvent(item, intent, standing);
  const checked = checkValue(item.question, rawValue(standing.value));
  return checked.ok
    ? answeredEvent(item, intent, { ...standing, value: checked.value })
    : refused(checked.error);
}

function decideConfirm(session: Session, item: PlanItem): Decision {
  const { question } = item;
  const answer = answerOf(session, question.id);
  if (answer !== undefined && item.state === 'stale') {
    return ok({ type: 'confirmed', step: item.id, question: question.id });
  }
  const value = answer?.value ?? question.default;
  if (value === undefined)
    return refuse(
      'nothing-to-confirm',
      'There is no answer to confirm yet.',
      'Type one, or choose a status.',
    );
  const where = placeOf(session, item, false);
  return ok({
    type: 'answered',
    step: item.id,
    question: question.id,
    answer: { ...answer, status: 'answered', value },
    where,
  });
}

function decideMove(
  session: Session,
  intent: Extract<Intent, { type: 'go-to' | 'go-back' }>,
  ground: Ground,
): Decision {
  const steps = stepsOf(situationOf(session), ground.probes);
  if (intent.type === 'go-back') {
    const previous = previousStep(steps, intent.from);
    return previous === undefined
      ? refuse('nowhere', 'Nothing is asked yet.')
      : ok({ type: 'moved', to: previous.id });
  }
  if (steps.some((step) => step.id === intent.to)) return ok({ type: 'moved', to: intent.to });
  return refuse('not-asked', `${intent.to} is not asked in this interview.`, 'The outline says why.');
}

function decideWaiver(waiver: Extract<Intent, { type: 'waive' }>['waiver']): Decision {
  if (waiver.reason.trim() === '' || waiver.owner.trim() === '') {
    return refuse(
      'waiver-incomplete',
      'A waiver needs a reason and an owner.',
      'Say why the finding is acceptable, and who answers for it.',
    );
  }
  if (!isDay(waiver.until)) {
    return refuse('waiver-date', 'A waiver ends on a date.', 'Write it as YYYY-MM-DD.');
  }
  return ok({ type: 'waived', waiver });
}

function decideName(name: string): Decision {
  const clean = name.trim();
  return clean === ''
    ? refuse('name-empty', 'The spec needs a name.', 'Two or three words, for example: Rate limiter.')
    : ok({ type: 'renamed', name: clean });
}
