import { COMMANDS } from './command.js';

/** Every command with what it does, as it is typed in this mode. */
export function helpLines(mode: 'inline' | 'append'): readonly string[] {
  const slash = mode === 'inline' ? '/' : '';
  return [
    'A line is the answer, or a command:',
    ...COMMANDS.map(({ shown, does }) => `  ${slash}${shown}: ${does}`),
    mode === 'inline'
      ? 'A backslash before such a line makes it an answer: \\/skip.'
      : 'A backslash before such a line makes it an answer: \\skip. A slash before a command works too: /skip.',
    'Every answer is saved at once.',
  ];
}
