import type { Command, Run } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { printProblems } from '../print-problems.js';

/** Makes the command that prints the completion script of bash, zsh or fish for a table of commands. */
export const completionOf =
  (commands: readonly Command[]): Run =>
  (world, given) => {
    const shell = given.words[0] ?? '';
    const script = SCRIPTS[shell];
    if (script === undefined) {
      printProblems(world, [
        {
          code: 'unknown-shell',
          message: `There is no completion for ${shell}.`,
          hint: 'Use bash, zsh or fish.',
        },
      ]);
      return Promise.resolve(EXIT.usage);
    }
    world.stdout.write(script(commands));
    return Promise.resolve(EXIT.fine);
  };

const names = (commands: readonly Command[]) => commands.map((command) => command.name).join(' ');

const longFlags = (command: Command) =>
  command.options.flatMap((option) => option.flags.match(/--[a-z-]+/)?.[0] ?? []).join(' ');

const SCRIPTS: Readonly<Record<string, (commands: readonly Command[]) => string>> = { bash, zsh, fish };

function bash(commands: readonly Command[]): string {
  const cases = commands.map((command) => `    ${command.name}) words="${longFlags(command)}" ;;`).join('\n');
  return `# completion of spec-interview for bash
_spec_interview() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${names(commands)} --help --version"
  else
    case "\${COMP_WORDS[1]}" in
${cases}
    *) words="" ;;
    esac
    case "$current" in
    -*) ;;
    *) words="$words $(spec-interview list 2>/dev/null)" ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _spec_interview spec-interview
`;
}

function zsh(commands: readonly Command[]): string {
  const described = commands
    .map((command) => `    '${command.name}:${command.summary.replaceAll("'", '')}'`)
    .join('\n');
  const cases = commands
    .map((command) => `      ${command.name}) compadd -- ${longFlags(command)} ;;`)
    .join('\n');
  return `#compdef spec-interview
# completion of spec-interview for zsh
_spec_interview() {
  local -a commands
  commands=(
${described}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
  else
    case "$words[2]" in
${cases}
    esac
    compadd -- \${(f)"$(spec-interview list 2>/dev/null)"}
  fi
}
compdef _spec_interview spec-interview
`;
}

function fish(commands: readonly Command[]): string {
  const lines = commands.flatMap((command) => [
    `complete -c spec-interview -n __fish_use_subcommand -a ${command.name} -d '${command.summary.replaceAll("'", '')}'`,
    ...command.options.flatMap((option) => {
      const long = /--([a-z-]+)/.exec(option.flags)?.[1];
      const value = option.flags.includes('<') ? ' -r' : '';
      return long === undefined
        ? []
        : [
            `complete -c spec-interview -n '__fish_seen_subcommand_from ${command.name}' -l ${long}${value} -d '${option.does.replaceAll("'", '')}'`,
          ];
    }),
  ]);
  return `# completion of spec-interview for fish
complete -c spec-interview -f
${lines.join('\n')}
complete -c spec-interview -n 'not __fish_use_subcommand' -a '(spec-interview list 2>/dev/null)'
`;
}
