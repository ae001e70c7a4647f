import { counted } from '../../kernel/index.js';
import { readLog, removeLog, userDataDir, writeConsent } from '../../store/index.js';
import { isOn, textOption, type Given, type Run } from '../command.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { agree, askConsent, disclosure, hasAgreed } from '../model-consent.js';
import { openOne } from '../one-spec.js';
import { printJson, printLines, printProblems } from '../print-problems.js';
import { openWorkspace, type Workspace } from '../workspace.js';
import type { World } from '../world.js';

/** Shows what a model was sent, and lets a person agree to it or take that back. */
export const run: Run = async (world, given) => {
  const workspace = openWorkspace(world, textOption(given, 'dir'));
  if (!workspace.ok) {
    printProblems(world, workspace.error);
    return EXIT.usage;
  }
  switch (given.words[0]) {
    case 'log':
      return printLog(workspace.value, given);
    case 'consent':
      return consent(workspace.value, given);
    case 'forget':
      return forget(workspace.value);
    case 'coach':
    case 'polish':
      return withAnswer(world, given);
    default:
      return unknownWord(world, given);
  }
};

function printLog({ world, disk }: Workspace, given: Given): ExitCode {
  const entries = readLog(disk, userDataDir(world));
  if (isOn(given, 'json')) printJson(world, { entries });
  else if (entries.length === 0) printLines(world.stderr, ['Nothing was ever sent.']);
  else printLines(world.stdout, entries.flatMap(entryLines));
  return EXIT.fine;
}

function entryLines(entry: unknown): readonly string[] {
  const known = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : {};
  const text = (key: string): string => {
    const value = known[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const received = text('received');
  return [
    `${text('at')} ${text('purpose')}, ${text('model')}: ${text('outcome')}, ${text('tokens')} tokens, ${counted(Number(text('masked')), 'secret')} masked`,
    ...['sent:', ...text('sent').split('\n')].map((line) => `  ${line}`),
    ...(received === '' ? [] : ['received:', ...received.split('\n')].map((line) => `  ${line}`)),
    '',
  ];
}

async function consent(workspace: Workspace, given: Given): Promise<ExitCode> {
  const { world } = workspace;
  if (hasAgreed(workspace)) {
    printLines(world.stderr, ['You have agreed already. spec-interview ai forget takes it back.']);
    return EXIT.fine;
  }
  if (isOn(given, 'yes')) {
    printLines(world.stderr, await disclosure(workspace));
    return agree(workspace) ? EXIT.fine : EXIT.usage;
  }
  if (world.stdin.isTTY) return (await askConsent(workspace)) ? EXIT.fine : EXIT.usage;
  printLines(world.stderr, [...(await disclosure(workspace)), 'Agree with: spec-interview ai consent --yes']);
  return EXIT.usage;
}

function forget({ world, disk, project }: Workspace): ExitCode {
  const dir = userDataDir(world);
  const done = [writeConsent(disk, dir, { root: project.root, since: undefined }), removeLog(disk, dir)];
  const problems = done.flatMap((result) => (result.ok ? [] : result.error));
  printProblems(world, problems);
  if (problems.length > 0) return EXIT.usage;
  printLines(world.stderr, [
    'You no longer agree in this repository, and the log of all repositories is removed.',
  ]);
  return EXIT.fine;
}

async function withAnswer(world: World, given: Given): Promise<ExitCode> {
  const [word, name, question = ''] = given.words;
  const one = openOne(world, textOption(given, 'dir'), name);
  const { chosenAnswer, coachAnswer, polishAnswer } = await import('../model-answer.js');
  const chosen = one.ok ? await chosenAnswer(one.value, question) : one;
  if (!chosen.ok) {
    printProblems(world, chosen.error);
    return EXIT.usage;
  }
  return word === 'coach' ? coachAnswer(chosen.value) : polishAnswer(chosen.value);
}

function unknownWord(world: World, given: Given): ExitCode {
  printLines(world.stderr, [
    `There is no ai ${given.words[0] ?? ''}.`,
    'Use ai log, ai consent, ai forget, ai coach or ai polish.',
  ]);
  return EXIT.usage;
}
