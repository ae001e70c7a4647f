import { Command as Program, Option } from 'commander';
import type { Command, Given } from './command.js';
import { COMMANDS } from './commands.js';
import { exampleLines, usageText } from './help-lines.js';
import type { World } from './world.js';

/** Does something with the command that was given. */
export type Dispatch = (command: Command, given: Given) => Promise<void>;

/** Builds the command line from the table of commands, or of the one that is named first; nothing of a command's own code is loaded. */
export function buildProgram(world: World, dispatch: Dispatch): Program {
  const program = new Program('spec-interview');
  program
    .description('Interviews you like a principal engineer and writes the spec.')
    .version(world.version, '-V, --version', 'print the version')
    .option('--no-color', 'print without colour')
    .helpCommand(false)
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void world.stdout.write(text),
      writeErr: (text) => void world.stderr.write(text),
      outputError: (text, write) => {
        write(inOneVoice(text));
      },
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
    })
    .showSuggestionAfterError(true);
  const named = COMMANDS.filter(({ name }) => name === world.args[0]);
  for (const command of named.length > 0 ? named : COMMANDS) addCommand(program, command, dispatch);
  program.addHelpText('after', FIRST_STEPS);
  return program;
}

function addCommand(program: Program, command: Command, dispatch: Dispatch): void {
  const sub = program.command([command.name, ...command.words].join(' '));
  sub.summary(command.summary).description(command.summary).exitOverride().allowExcessArguments(false);
  for (const option of command.options) sub.addOption(optionOf(option));
  sub.usage(usageText(command));
  sub.addHelpText('after', ['', 'Examples:', ...command.examples.flatMap(exampleLines)].join('\n'));
  sub.action(async (...all: unknown[]) => {
    const words = all
      .slice(0, command.words.length)
      .flat()
      .filter((word): word is string => typeof word === 'string');
    await dispatch(command, { words, options: sub.opts() });
  });
}

/** What is wrong with a command line, in the voice of all other messages. */
function inOneVoice(text: string): string {
  const [first = '', ...more] = text
    .trim()
    .replace(/^error: /, '')
    .split('\n');
  const sentence = `${first.charAt(0).toUpperCase()}${first.slice(1).replace(/\.?$/, '.')}`;
  return `${[sentence, ...more.map((line) => line.replace(/^\((.*)\)$/, '$1'))].join(' ')}\n`;
}

function optionOf(option: Command['options'][number]): Option {
  const made = new Option(option.flags, option.does);
  if (option.many !== true) return made;
  return made.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
}

const FIRST_STEPS = `
Start here:
  $ spec-interview new                 be interviewed, read specs/<name>/spec.md
  $ spec-interview resume              continue where you stopped
  $ spec-interview explain idempotent  look up a term, question or rule
  $ spec-interview help check          what a command takes, with examples`;
