import type { Command } from './command.js';

/** The option that names the project. */
export const dir = { flags: '--dir <dir>', does: 'work in this project instead of the current one' } as const;
/** The option that asks for JSON. */
export const json = { flags: '--json', does: 'print one JSON document on stdout' } as const;

/** The commands that keep documents and answers together, in the order help lists them. */
export const DOCUMENT_COMMANDS: readonly Command[] = [
  {
    name: 'regenerate',
    summary: 'render specs again from their answers',
    words: ['[names...]'],
    options: [
      { flags: '--all', does: 'every spec of the project' },
      { flags: '--dry-run', does: 'show what would change and write nothing' },
      { flags: '--yes', does: 'for scripts: ask nothing, which is how it always runs' },
      { flags: '--format <ids>', does: 'formats to render, separated by commas', many: true },
      { flags: '--conflict <style>', does: 'markers in the file, or keep yours and note the new text' },
      {
        flags: '--recover',
        does: 'rebuild the record of the last rendering after git merged two branches, and merge again',
      },
      { flags: '--restore <block>', does: 'bring back a block you deleted; may be repeated', many: true },
      { flags: '--allow-invalid', does: 'render although values do not fit their questions' },
      dir,
      json,
    ],
    examples: ['spec-interview regenerate rate-limiter', 'spec-interview regenerate --all --dry-run'],
    load: () => import('./commands/regenerate.js'),
  },
  {
    name: 'check',
    summary: 'say whether rendered files are stale, edited or in conflict; never writes',
    words: ['[names...]'],
    options: [
      { flags: '--all', does: 'every spec of the project' },
      { flags: '--strict', does: 'exit 4 when a document was edited by hand' },
      { flags: '--fail-on <severity>', does: 'exit 7 on findings at or above block, high or med' },
      { flags: '--output <form>', does: 'text, json, sarif or github' },
      dir,
    ],
    examples: ['spec-interview check --all', 'spec-interview check payments --fail-on high --output github'],
    load: () => import('./commands/check.js'),
  },
  {
    name: 'diff',
    summary: 'show the requirements that changed since the last rendering, or since a revision of git',
    words: ['<name>'],
    options: [
      { flags: '--from <revision>', does: 'compare with what was rendered at this revision of git' },
      dir,
      json,
    ],
    examples: ['spec-interview diff payments', 'spec-interview diff payments --from main'],
    load: () => import('./commands/diff.js'),
  },
  {
    name: 'why',
    summary: 'show the answers and the question behind a requirement, or the requirements of a question',
    words: ['<name>', '<id>'],
    options: [dir, json],
    examples: [
      'spec-interview why rate-limiter REQ-DEP-001.redis',
      'spec-interview why rate-limiter specs/rate-limiter/spec.md:40',
    ],
    load: () => import('./commands/why.js'),
  },
  {
    name: 'accept',
    summary: 'take documents as they lie on disk; hand edits in them are no longer reported',
    words: ['<name>', '[file]'],
    options: [
      {
        flags: '--archived',
        does: 'record that OpenSpec archived its change; the next one is written against it',
      },
      dir,
    ],
    examples: [
      'spec-interview accept payments specs/payments/spec.md',
      'spec-interview accept payments --archived',
    ],
    load: () => import('./commands/accept.js'),
  },
  {
    name: 'adopt',
    summary: 'link a document that was made by hand with what is generated',
    words: ['<name>', '[file]'],
    options: [dir],
    examples: ['spec-interview adopt payments', 'spec-interview adopt payments specs/payments/spec.md'],
    load: () => import('./commands/adopt.js'),
  },
  {
    name: 'trace',
    summary: 'show which tests and code cite each requirement, and citations of none',
    words: ['[names...]'],
    options: [
      { flags: '--fail-on <what>', does: 'exit 7 on untested or retired requirements' },
      {
        flags: '--accept',
        does: 'keep how requirements read now; later changes are listed where they are cited',
      },
      dir,
      json,
    ],
    examples: ['spec-interview trace', 'spec-interview trace payments --fail-on untested'],
    load: () => import('./commands/trace.js'),
  },
  {
    name: 'upgrade',
    summary: 'bring answers to newer question banks; nothing is lost',
    words: ['[names...]'],
    options: [
      { flags: '--all', does: 'every spec of the project' },
      { flags: '--dry-run', does: 'list what would be kept, renamed, asked again and retired' },
      dir,
    ],
    examples: ['spec-interview upgrade --all --dry-run', 'spec-interview upgrade payments'],
    load: () => import('./commands/upgrade.js'),
  },
];
