import { checkValue, type Answer, type Answers, type JoinedBank } from '../bank/index.js';
import { counted, nearest, type Problem } from '../kernel/index.js';
import { isSettled, type Mode, type RawAnswer, type RawSaved, type Session } from './session.js';

/** What an interview starts from: the file of this spec, the shared context, and the banks. */
export type Opening = {
  readonly bank: JoinedBank;
  readonly mode: Mode;
  readonly saved: RawSaved;
  readonly context: ReadonlyMap<string, RawAnswer>;
};

/** A session, and everything in the file that does not fit the banks; none of it is lost. */
export type Opened = { readonly session: Session; readonly problems: readonly Problem[] };

/** Opens an interview; an answer whose question is gone or whose value does not fit is reported, kept in its file and asked again. */
export function openSession(opening: Opening): Opened {
  const own = fitting(opening.bank, opening.saved.answers);
  const shared = fitting(opening.bank, opening.mode === 'spec' ? opening.context : new Map());
  const session: Session = {
    bank: opening.bank,
    mode: opening.mode,
    saved: { ...opening.saved, answers: own.answers },
    context: onlyShared(opening.bank, shared.answers),
    unfit: own.unfit,
    position: { type: 'next' },
    skipped: new Set(),
    raised: accepted(own.answers, opening.saved.probes),
    past: [],
    future: [],
  };
  return {
    session,
    problems: [...own.unknown, ...own.unfit.values(), ...shared.unknown, ...shared.unfit.values()],
  };
}

/** A model's follow-up that somebody accepted and nobody has answered yet is asked like one of this sitting. */
function accepted(answers: Answers, probes: RawSaved['probes']): Session['raised'] {
  return probes
    .filter((probe) => probe.id.startsWith('model.') && !isSettled(probe))
    .map((probe) => ({ ...probe, of: probe.about.find((id) => answers.has(id)) ?? '' }));
}

type Fitting = {
  readonly answers: Answers;
  readonly unfit: ReadonlyMap<string, Problem>;
  readonly unknown: readonly Problem[];
};

function fitting(bank: JoinedBank, raw: ReadonlyMap<string, RawAnswer>): Fitting {
  const answers = new Map<string, Answer>();
  const unfit = new Map<string, Problem>();
  const unknown: Problem[] = [];
  for (const [id, rawAnswer] of raw) {
    const checked = fit(bank, id, rawAnswer);
    if (checked === undefined) unknown.push(unknownQuestion(bank, id));
    else if ('code' in checked) unfit.set(id, checked);
    else answers.set(id, checked);
  }
  return { answers, unfit, unknown };
}

function fit(bank: JoinedBank, id: string, { raw, ...rest }: RawAnswer): Answer | Problem | undefined {
  const question = bank.question(id);
  if (question === undefined) return undefined;
  if (raw === undefined) return missingValue(id, rest) ?? rest;
  const checked = checkValue(question, raw);
  return checked.ok ? { ...rest, value: checked.value } : misfit(id, checked.error);
}

const FALLBACK: Problem = {
  code: 'value-does-not-fit',
  message: 'the value does not fit its question.',
  hint: 'It is kept as written and asked again.',
};

function misfit(id: string, problems: readonly Problem[]): Problem {
  const [first = FALLBACK, ...others] = problems;
  const more = others.length > 0 ? ` (and ${counted(others.length, 'more problem')})` : '';
  return { ...FALLBACK, ...first, code: FALLBACK.code, message: `${id}: ${first.message}${more}` };
}

function missingValue(id: string, answer: Omit<RawAnswer, 'raw'>): Problem | undefined {
  if (answer.status !== 'answered' && answer.status !== 'assumed') return undefined;
  return {
    code: 'value-missing',
    message: `${id} has the status ${answer.status} but no value.`,
    hint: 'Add a value, or a status such as unknown.',
  };
}

function unknownQuestion(bank: JoinedBank, id: string): Problem {
  const near = nearest(
    id,
    bank.questions.map((question) => question.id),
    1,
  )[0];
  const hint =
    near === undefined
      ? 'The answer is kept in the file and not used.'
      : `Did you mean ${near}? The answer is kept in the file and not used.`;
  return { code: 'unknown-question', message: `No bank asks ${id}.`, hint };
}

function onlyShared(bank: JoinedBank, answers: Answers): Answers {
  return new Map([...answers].filter(([id]) => bank.question(id)?.scope === 'repository'));
}
