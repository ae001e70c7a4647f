import { askLine } from './ask-line.js';
import { coachLines } from '../analysis/index.js';
import type { Question, Value } from '../bank/index.js';
import { answerOf, isInherited, type Remarks } from '../interview/index.js';
import { err, ok, padText, problemText, wrapText, type Problem, type Result } from '../kernel/index.js';
import type { Told } from '../llm/index.js';
import { decideFor } from './deciding.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { mayAskModel } from './model-consent.js';
import type { OneSpec } from './one-spec.js';
import { openModel } from './open-model.js';
import { printLines, printProblems } from './print-problems.js';
import { saveSession } from './save-session.js';

type Chosen = {
  readonly one: OneSpec;
  readonly question: Question;
  readonly value: Value;
  readonly told: Told;
};

/** Finds the answer a person wants to look at together with a model. */
export async function chosenAnswer(one: OneSpec, id: string): Promise<Result<Chosen>> {
  const { toldAnswer } = await import('../llm/index.js');
  const { session } = one.spec;
  const question = session.bank.question(id);
  const value = answerOf(session, id)?.value;
  const told = toldAnswer(session, id);
  if (question === undefined || value === undefined || told === undefined)
    return err([
      {
        code: 'no-such-answer',
        message: `There is no answer to ${id} here.`,
        hint: 'spec-interview status shows what is answered.',
      },
    ]);
  return ok({ one, question, value, told });
}

/** Rates an answer: the deterministic signals first, then what a model adds where it may be asked. */
export async function coachAnswer({ one, question, value, told }: Chosen): Promise<ExitCode> {
  const { world } = one.workspace;
  printLines(world.stdout, [
    told.question,
    ...coachLines(question, value, one.spec.session.bank).map(({ text }) => `  ${text}`),
  ]);
  if (!(await mayAskModel(one.workspace))) return EXIT.fine;
  const { rateAnswer } = await import('../llm/index.js');
  const model = await openModel(one.workspace);
  const reply = await rateAnswer(model, { question, told }, new AbortController().signal);
  if (!reply.ok) {
    printLines(world.stderr, [problemText(reply.error.problem)]);
    return EXIT.fine;
  }
  const { rating, good, quote, next } = reply.value;
  printLines(world.stdout, [
    `${model.name} rates it ${rating}. ${good}${quote === undefined ? '' : ` ("${quote}")`}`,
    `  ${next}`,
  ]);
  return EXIT.fine;
}

/** Shows an answer beside a tighter one that says the same, and replaces it when the person agrees; everything beside the value stays. */
export async function polishAnswer(chosen: Chosen): Promise<ExitCode> {
  const { one, told } = chosen;
  const { world } = one.workspace;
  const obstacle = notPolishable(chosen);
  if (obstacle !== undefined) {
    printProblems(world, [obstacle]);
    return EXIT.usage;
  }
  if (!(await mayAskModel(one.workspace))) return EXIT.usage;
  const { polish } = await import('../llm/index.js');
  const reply = await polish(await openModel(one.workspace), told, new AbortController().signal);
  if (!reply.ok) {
    printLines(world.stderr, [problemText(reply.error.problem), 'The answer stays as it is.']);
    return EXIT.fine;
  }
  if (reply.value.type === 'as-it-is') printLines(world.stderr, ['The answer is as tight as it gets.']);
  if (reply.value.type === 'unfaithful')
    printLines(world.stderr, [
      'The answer stays as it is: the tighter text does not say the same.',
      ...reply.value.changes.map((change) => `  ${change}`),
    ]);
  if (reply.value.type !== 'tighter') return EXIT.fine;
  printLines(world.stdout, besideEachOther(told.answer, reply.value.text));
  return (await wants(one)) ? replace(chosen, reply.value.text) : EXIT.fine;
}

function notPolishable({ one, question }: Chosen): Problem | undefined {
  const { session } = one.spec;
  const isText = question.kind === 'text' || question.kind === 'prose';
  const isOwn = !isInherited(session, question.id) && answerOf(session, question.id)?.status === 'answered';
  if (isText && isOwn) return undefined;
  return {
    code: 'not-polishable',
    message: `${question.id} has no words of this spec to polish.`,
    hint: 'Only an answered text or prose question of the spec itself can be polished.',
  };
}

async function wants({ workspace }: OneSpec): Promise<boolean> {
  const { stdin, stderr } = workspace.world;
  if (!stdin.isTTY) {
    printLines(stderr, ['Nothing is changed: a person has to agree, in a terminal.']);
    return false;
  }
  const said = await askLine({ stdin, stderr }, 'Take the text on the right? [y/N] ');
  return /^\s*y(es)?\s*$/i.test(said);
}

/** Replaces the words of an answer; reason, source, evidence and everything else said beside it stay. */
function replace({ one, question }: Pick<Chosen, 'one' | 'question'>, text: string): ExitCode {
  const { session, paths } = one.spec;
  const beside = Object.entries(answerOf(session, question.id) ?? {});
  const remarks: Remarks = Object.fromEntries(beside.filter(([key]) => key !== 'value' && key !== 'status'));
  const intent = { type: 'answer', at: question.id, value: text, remarks, here: true } as const;
  const decided = decideFor(session, question.id, intent);
  const saved = decided.ok ? saveSession(one, decided.value) : decided;
  if (!saved.ok) {
    printProblems(one.workspace.world, saved.error);
    return EXIT.usage;
  }
  printLines(one.workspace.world.stderr, [`Saved. Render it with: spec-interview regenerate ${paths.slug}`]);
  return EXIT.fine;
}

const COLUMN = 38;

function besideEachOther(before: string, after: string): readonly string[] {
  const left = wrapText(before, COLUMN);
  const right = wrapText(after, COLUMN);
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, row) => row);
  return rows.map((row) => `${padText(left[row] ?? '', COLUMN)} | ${right[row] ?? ''}`.trimEnd());
}
