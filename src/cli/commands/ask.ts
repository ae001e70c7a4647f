import type { Question } from '../../bank/index.js';
import { textOption, type Run } from '../command.js';
import { rowIds } from '../deciding.js';
import { EXIT } from '../exit-codes.js';
import { openOne } from '../one-spec.js';
import { printProblems } from '../print-problems.js';
import { safeText, type Problem } from '../../kernel/index.js';
import { sheetText, type SheetQuestion } from '../question-sheet.js';
import type { OpenSpec } from '../workspace.js';

/** Prints the open questions of one person as a small Markdown file. */
export const run: Run = (world, given) => {
  const owner = (textOption(given, 'for') ?? '').trim();
  const one = openOne(world, textOption(given, 'dir'), given.words[0]);
  const questions = one.ok ? questionsOf(one.value.spec, owner) : [];
  if (!one.ok || questions.length === 0) {
    printProblems(world, one.ok ? [nothingFor(one.value.spec, owner)] : one.error);
    return Promise.resolve(EXIT.usage);
  }
  const { session, paths } = one.value.spec;
  const rowsOf = (table: string): readonly string[] => rowIds(session, table);
  const head = { spec: paths.slug, name: session.saved.name, owner, rowsOf };
  world.stdout.write(safeText(sheetText(head, questions)));
  return Promise.resolve(EXIT.fine);
};

function questionsOf({ session }: OpenSpec, owner: string): readonly SheetQuestion[] {
  return [...session.saved.answers].flatMap(([id, answer]) => {
    const question: Question | undefined = session.bank.question(id);
    const isTheirs = answer.status === 'unknown' && sameName(answer.owner ?? '', owner);
    return question !== undefined && isTheirs ? [{ question, due: answer.due ?? '' }] : [];
  });
}

const sameName = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (name: string): string => name.trim().replace(/^@/, '').toLowerCase();

function nothingFor({ session, paths }: OpenSpec, owner: string): Problem {
  const owners = [...session.saved.answers.values()].flatMap((answer) =>
    answer.status === 'unknown' && answer.owner !== undefined ? [answer.owner] : [],
  );
  return {
    code: 'nothing-to-ask',
    message: owner === '' ? 'Nobody is named.' : `Nothing in ${paths.slug} waits for ${owner}.`,
    hint:
      owners.length === 0
        ? `Give a question to somebody with: spec-interview answer ${paths.slug} <question> --status unknown --owner "…"`
        : `Questions wait for: ${[...new Set(owners)].join(', ')}. Name one with --for.`,
  };
}
