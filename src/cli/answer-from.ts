import { resolve } from 'node:path';
import { valueText, type Value } from '../bank/index.js';
import { answerOf, canonicalText, type Session } from '../interview/index.js';
import { counted, err, ok, type Problem, type Result } from '../kernel/index.js';
import { readText } from '../store/index.js';
import { decideFor, inBankOrder, parseFor } from './deciding.js';
import { parseSheet, type Sheet, type SheetAnswer } from './question-sheet.js';
import type { OpenSpec, Workspace } from './workspace.js';

/** A session after a sheet was taken in: how many answers are new, and which were left as they are because the spec says otherwise. */
export type TakenIn = {
  readonly session: Session;
  readonly taken: number;
  readonly conflicts: readonly string[];
};

/** Reads a sheet that came back and decides its answers; one that does not fit its question refuses the whole sheet. */
export function takeSheet(workspace: Workspace, spec: OpenSpec, name: string): Result<TakenIn> {
  const file = resolve(workspace.world.cwd, name);
  const text = readText(workspace.disk, file);
  if (!text.ok) return text;
  if (text.value === undefined) return err([noFile(name)]);
  const sheet = parseSheet(text.value, name);
  return 'code' in sheet ? err([sheet]) : decideAll(spec, sheet, name);
}

function decideAll(spec: OpenSpec, sheet: Sheet, file: string): Result<TakenIn> {
  const problems: Problem[] = [];
  let done: TakenIn = { session: spec.session, taken: 0, conflicts: [] };
  for (const answer of inBankOrder(spec.session, sheet.answers, ({ id }) => id)) {
    const next = decideOne(spec, done, { answer, by: sheet.by });
    if (next.ok) done = next.value;
    else problems.push(...next.error.map((problem) => ({ ...problem, place: { file, line: answer.line } })));
  }
  return problems.length > 0 ? err(problems) : ok(done);
}

function decideOne(
  spec: OpenSpec,
  done: TakenIn,
  { answer, by }: { answer: SheetAnswer; by: string },
): Result<TakenIn> {
  const { id, text } = answer;
  const value = parseFor(done.session, id, text);
  if (!value.ok) return value;
  const before = answerOf(spec.session, id);
  if (before?.value !== undefined && before.status === 'answered') {
    const conflicts = sameValue(before.value, value.value)
      ? []
      : [conflict(spec, id, [before.value, value.value])];
    return ok({ ...done, conflicts: [...done.conflicts, ...conflicts] });
  }
  const after = decideFor(done.session, id, {
    ...{ type: 'answer', at: id, value: value.value, remarks: { by }, here: true },
  });
  return after.ok ? ok({ ...done, session: after.value, taken: done.taken + 1 }) : after;
}

const sameValue = (one: Value, other: Value): boolean => canonicalText(one) === canonicalText(other);

function conflict({ session, paths }: OpenSpec, id: string, [now, sent]: readonly [Value, Value]): string {
  const question = session.bank.question(id);
  const shown = (value: Value): string => (question === undefined ? '' : valueText(question, value));
  return `${id} is answered already: ${shown(now)}. The sheet says: ${shown(sent)}. To take it: spec-interview answer ${paths.slug} ${id} "…"`;
}

/** Says what was taken in, and what was left as it is. */
export function takenLines(
  { taken, conflicts }: TakenIn,
  slug: string,
  how: 'saved' | 'dry-run' = 'saved',
): readonly string[] {
  if (how === 'dry-run') return [`${counted(taken, 'answer')}.`, ...conflicts];
  return [
    `${counted(taken, 'answer')} taken in.`,
    ...conflicts,
    ...(taken === 0 ? [] : [`Render it with: spec-interview regenerate ${slug}`]),
  ];
}

function noFile(name: string): Problem {
  return {
    code: 'no-such-file',
    message: `There is no file ${name}.`,
    hint: 'Name the sheet that came back.',
  };
}
