import type { Command } from './command.js';

/** The option that lets a model take part. */
export const AI_OPTION = {
  flags: '--ai',
  does: 'let a model ask follow-up questions (needs your consent and a key)',
} as const;

/** The option that lets a model criticise a spec. */
export const CRITIC_OPTION = {
  flags: '--ai',
  does: 'let a model look for what nobody has said, too',
} as const;

/** The command about what a model is told. */
export const AI_COMMAND: Command = {
  name: 'ai',
  summary: 'look at answers with a model, and see what it was sent',
  words: ['<log|consent|forget|coach|polish>', '[name]', '[question]'],
  options: [
    { flags: '--yes', does: 'agree without being asked (with consent)' },
    { flags: '--dir <dir>', does: 'work in this project instead of the current one' },
    { flags: '--json', does: 'print one JSON document on stdout' },
  ],
  examples: ['spec-interview ai consent', 'spec-interview ai polish todo ctx.purpose'],
  load: () => import('./commands/ai.js'),
};
