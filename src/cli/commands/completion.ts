import { COMMANDS } from '../commands.js';
import type { Run } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { printProblems } from '../print-problems.js';

/** Prints the completion script of bash, zsh or fish. */
export const run: Run = (world, given) => {
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
  world.stdout.write(script());
  return Promise.resolve(EXIT.fine);
};

const names = () => COMMANDS.map((command) => command.name).join(' ');

const longFlags = (command: (typeof COMMANDS)[number]) =>
  command.options.flatMap((option) => option.flags.match(/--[a-z-]+/)?.[0] ?? []).join(' ');

const SCRIPTS: Readonly<Record<string, () => string>> = { bash, zsh, fish };

function bash(): string {
  const cases = COMMANDS.map((command) => `    ${command.name}) words="${longFlags(command)}" ;;`).join('\n');
  return `# completion of spec-interview for bash
_spec_interview() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${names()} --help --version"
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

function zsh(): string {
  const commands = COMMANDS.map(
    (command) => `    '${command.name}:${command.summary.replaceAll("'", '')}'`,
  ).join('\n');
  const cases = COMMANDS.map((command) => `      ${command.name}) compadd -- ${longFlags(command)} ;;`).join(
    '\n',
  );
  return `#compdef spec-interview
# completion of spec-interview for zsh
_spec_interview() {
  local -a commands
  commands=(
${commands}
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

function fish(): string {
  const lines = COMMANDS.flatMap((command) => [
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
