import { isOn, textOption, type Run } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { printJson, printLines } from '../print-problems.js';
import { problemText } from '../../kernel/index.js';
import { openWorkspace } from '../workspace.js';
import { isUnicode, type World } from '../world.js';
import process from 'node:process';

type Check = { readonly name: string; readonly fine: boolean; readonly says: string };

/** Checks machine, terminal and project, and says what to do about what is not right. */
export const run: Run = (world, given) => {
  const checks = [...machine(world), ...project(world, textOption(given, 'dir'))];
  const fine = checks.every((check) => check.fine);
  if (isOn(given, 'json')) printJson(world, { fine, checks });
  else
    printLines(
      world.stdout,
      checks.map((check) => `${check.fine ? 'ok ' : 'look'}  ${check.name}: ${check.says}`),
    );
  return Promise.resolve(fine ? EXIT.fine : EXIT.usage);
};

function machine(world: World): readonly Check[] {
  const { env } = world;
  const editor = env['VISUAL'] ?? env['EDITOR'];
  return [
    { name: 'node', fine: true, says: `${process.version}, spec-interview ${world.version}` },
    { name: 'terminal', fine: true, says: terminalText(world) },
    { name: 'colour', fine: true, says: env['NO_COLOR'] ? 'off (NO_COLOR)' : 'on where the terminal has it' },
    { name: 'locale', fine: true, says: isUnicode(env) ? 'UTF-8' : 'not UTF-8; plain ASCII signs are drawn' },
    { name: 'editor', fine: true, says: editor ?? 'none; set VISUAL to edit long answers with Ctrl+G' },
  ];
}

function terminalText({ stdin, stdout, env }: World): string {
  if (!stdin.isTTY || !stdout.isTTY) return 'none; use --plain, --answers or --set';
  return `${String(stdout.columns)} x ${String(stdout.rows)}, ${env['TERM'] ?? 'unknown type'}`;
}

function project(world: World, dir: string | undefined): readonly Check[] {
  const workspace = openWorkspace(world, dir);
  if (!workspace.ok)
    return workspace.error.map((problem) => ({ name: 'project', fine: false, says: problemText(problem) }));
  const { bank, project: found } = workspace.value;
  const banks = bank.banks.map((one) => `${one.id} ${String(one.version)}`).join(', ');
  return [
    { name: 'project', fine: true, says: found.root },
    {
      name: 'banks',
      fine: true,
      says: `${String(bank.questions.length)} questions, ${String(bank.rules.length)} rules (${banks})`,
    },
  ];
}
