import {
  isRows,
  isTable,
  labelOf,
  type JoinedBank,
  type Question,
  type SentencePattern,
} from '../bank/index.js';
import { answerOf, situationOf, type Session } from '../interview/index.js';
import { unusedReason } from './build-open.js';
import type { Gone } from './change-parts.js';
import type { SpecDocument } from './document.js';
import { isSaid, type Ground } from './ground.js';

const TAKE_OUT = 'take out what only this requirement needed, and the tests and drills that cite it';
const KEEP = 'keep what is built as it is until this is answered; nothing may rely on it meanwhile';

/** Makes a finder of the reason why a requirement is not in the spec any more, from the answers as they are now. */
export function goneFrom(
  session: Session,
  { requirements }: Pick<SpecDocument, 'requirements'>,
): (id: string, added: ReadonlySet<string>) => Gone {
  const ground: Ground = { session, situation: situationOf(session), bank: session.bank };
  const now = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  return (id, added) => {
    const place = placeOf(ground.bank, id);
    if (place === undefined)
      return gone({ question: '', reason: 'no question asks for it any more', migration: TAKE_OUT });
    const question = place.question.id;
    if (now.has(id)) return gone({ question, reason: LOOSE, migration: KEEP });
    const same = requirements.filter(({ answers, row }) => answers[0] === question && row === place.row);
    const instead = same.filter((one) => added.has(one.id)).map((one) => one.id);
    return goneFor(ground, place, instead);
  };
}

const LOOSE = 'its answer does not fit into one sentence, so it is not settled what the system must do';

const OTHERWISE = 'this answer now asks for something else';
const SILENT = 'this answer does not ask for it any more';

const gone = (parts: Omit<Gone, 'instead'> & Partial<Gone>): Gone => ({ instead: [], ...parts });

type Place = { readonly question: Question; readonly row: string };

/** The question behind an id, by the code of its section and the number of its sentence. */
function placeOf(bank: JoinedBank, id: string): Place | undefined {
  const [, code = '', number = '', row = ''] = ID.exec(id) ?? [];
  const question = bank.questions.find(
    (one) =>
      bank.section(one.section)?.code === code &&
      patternsOf(one).some((pattern) => pattern.number === Number(number)),
  );
  return question === undefined ? undefined : { question, row };
}

const ID = /^REQ-([A-Z][A-Z0-9]*)-(\d+)(?:\.(.+))?$/;

function patternsOf(question: Question): readonly SentencePattern[] {
  const options = 'options' in question ? (question.options ?? []) : [];
  return [...question.says, ...options.flatMap(({ says }) => says ?? [])];
}

function goneFor(ground: Ground, { question, row }: Place, instead: readonly string[]): Gone {
  const item = ground.situation.item(question.id);
  const about = { question: question.id };
  if (item === undefined || !isSaid(item)) return { ...unsaid(ground, question), ...about, instead: [] };
  const rows = isTable(question) && isRows(item.value) ? item.value : undefined;
  if (rows?.every(({ id }) => id !== row) === true)
    return gone({ ...about, reason: `the row ${row} is not in this answer any more`, migration: TAKE_OUT });
  return gone({ ...about, reason: instead.length > 0 ? OTHERWISE : SILENT, instead, migration: TAKE_OUT });
}

/** What is so of a question that says nothing now: it is not used, put off, or waits for an answer. */
function unsaid(ground: Ground, question: Question): Pick<Gone, 'reason' | 'migration'> {
  const { id } = question;
  const isUnknown = ground.situation.item(id)?.state === 'unknown';
  const unused = isUnknown ? undefined : unusedReason(ground, id);
  if (unused !== undefined)
    return { reason: unused, migration: ground.session.unfit.has(id) ? KEEP : TAKE_OUT };
  const meanwhile = answerOf(ground.session, id)?.meanwhile ?? '';
  const reason = `it is not answered any more (${labelOf(question)})`;
  return { reason, migration: meanwhile === '' ? KEEP : `meanwhile: ${meanwhile}` };
}
