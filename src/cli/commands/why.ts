import { resolve } from 'node:path';
import { createAnalyst } from '../../analysis/index.js';
import { labelOf, type Question } from '../../bank/index.js';
import { situationOf } from '../../interview/index.js';
import { counted, err, nearest, ok, type Result } from '../../kernel/index.js';
import { buildSpec, REQUIREMENT_ID, type Requirement, type SpecDocument } from '../../spec/index.js';
import { isOn, textOption, type Run } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { openOne, type OneSpec } from '../one-spec.js';
import { textAt } from '../text-at.js';
import { printJson, printLines, printProblems } from '../print-problems.js';

/** Goes from a requirement or a line of a document back to its answers, or from a question forward to its requirements. */
export const run: Run = (world, given) => {
  const one = openOne(world, textOption(given, 'dir'), given.words[0]);
  const found = one.ok ? storyOf(one.value, given.words[1] ?? '') : one;
  if (!found.ok) {
    printProblems(world, found.error);
    return Promise.resolve(EXIT.usage);
  }
  if (isOn(given, 'json')) printJson(world, found.value);
  else printLines(world.stdout, found.value.flatMap(lines));
  return Promise.resolve(EXIT.fine);
};

type Story = {
  readonly requirement: string;
  readonly text: string;
  readonly answers: readonly { readonly id: string; readonly label: string; readonly prompt: string }[];
  readonly because: string;
  readonly verify: string;
};

function storyOf(one: OneSpec, word: string): Result<readonly Story[]> {
  const { session } = one.spec;
  const document = buildSpec(session, createAnalyst(one.workspace.bank)(session, situationOf(session)));
  const ids = wantedIds(one, document, word);
  if (!ids.ok) return ids;
  return ok(
    document.requirements
      .filter(({ id }) => ids.value.includes(id))
      .map((requirement) => story(one, requirement)),
  );
}

function story({ workspace }: OneSpec, requirement: Requirement): Story {
  const questions = requirement.answers
    .map((id) => workspace.bank.question(id))
    .filter((question): question is Question => question !== undefined);
  return {
    requirement: requirement.id,
    text: requirement.text,
    answers: questions.map((question) => ({
      id: question.id,
      label: labelOf(question),
      prompt: question.prompt,
    })),
    because: requirement.because,
    verify: requirement.verify,
  };
}

function lines({ requirement, text, answers, because, verify }: Story): readonly string[] {
  return [
    `${requirement}: ${text}`,
    `  verified by ${verify}`,
    ...(because === '' ? [] : [`  because ${because}`]),
    ...answers.map(({ id, label, prompt }) => `  from ${id} (${label}): ${prompt}`),
  ];
}

function wantedIds(one: OneSpec, document: SpecDocument, word: string): Result<readonly string[]> {
  const all = document.requirements.map(({ id }) => id);
  if (all.includes(word)) return ok([word]);
  const line = idsOnLine(one, word);
  if (line !== undefined) return line;
  const fed = document.requirements.filter(({ answers }) => answers.includes(word)).map(({ id }) => id);
  if (fed.length > 0) return ok(fed);
  const near = nearest(word, [...all, ...document.requirements.flatMap(({ answers }) => answers)], 1)[0];
  const hint = near === undefined ? 'Name a requirement, a question, or file:line.' : `Did you mean ${near}?`;
  return err([{ code: 'nothing-behind', message: `Nothing in this spec is called ${word}.`, hint }]);
}

function idsOnLine({ workspace }: OneSpec, word: string): Result<readonly string[]> | undefined {
  const place = /^(.+):(\d+)$/.exec(word);
  if (place === null) return undefined;
  const [, file = '', number = '0'] = place;
  const text = textAt(workspace, resolve(workspace.world.cwd, file));
  if (text === undefined)
    return err([
      {
        code: 'no-such-file',
        message: `${file} cannot be read.`,
        hint: 'Name a rendered file, for example specs/todo/spec.md:40.',
      },
    ]);
  const all = text.replace(/\n$/, '').split('\n');
  if (Number(number) > all.length)
    return err([
      { code: 'no-such-line', message: `${file} has ${counted(all.length, 'line')}, so none is ${number}.` },
    ]);
  const above = all.slice(0, Number(number)).toReversed();
  const ids = above.map((line) => line.match(REQUIREMENT_ID)).find((match) => match !== null);
  return ids === undefined
    ? err([{ code: 'no-requirement-here', message: `No requirement stands on or above ${word}.` }])
    : ok([...ids]);
}
