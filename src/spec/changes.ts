import { counted } from '../kernel/index.js';
import type { RequirementDelta } from './delta.js';

const TITLE = '# Changes';

const INTRO =
  'What each regeneration changed for an implementer, newest first.\nIds that were removed are retired and never used again.';

/** Adds one entry to the list of changes, newest first; a delta that changes nothing leaves the text alone. */
export function withChange(before: string | undefined, delta: RequirementDelta): string | undefined {
  if (!changesAnything(delta)) return before;
  const older = (before ?? '').split(/^(?=## )/m).filter((part) => part.startsWith('## '));
  // A write that stopped between this list and the record of the rendering comes here again with the same delta.
  if (older[0]?.trimEnd() === entry(delta, older.length).trimEnd()) return before;
  const number = older.length + 1;
  return [`${TITLE}\n\n${INTRO}\n`, entry(delta, number), ...older.map((part) => `${part.trimEnd()}\n`)].join(
    '\n',
  );
}

/** Says whether a delta has anything to add, change or remove. */
function changesAnything({ added, modified, removed }: RequirementDelta): boolean {
  return added.length + modified.length + removed.length > 0;
}

/** Counts a delta in words. */
export function deltaText({
  added,
  modified,
  removed,
}: Readonly<Record<keyof RequirementDelta, readonly unknown[]>>): string {
  return [
    `${String(added.length)} added`,
    `${String(modified.length)} modified`,
    `${String(removed.length)} removed`,
  ].join(', ');
}

function entry(delta: RequirementDelta, number: number): string {
  const { added, modified, removed } = delta;
  const parts = [
    `## Change ${String(number)}: ${deltaText(delta)}\n`,
    list(
      'Add',
      added.map(({ id, text }) => [`\`${id}\``, text]),
    ),
    list(
      'Change',
      modified.map(({ id, before, after }) => [`\`${id}\``, `Before: ${before}`, `Now: ${after}`]),
    ),
    list(
      'Remove',
      removed.map(({ id, text }) => [
        `\`${id}\``,
        `No longer required, take out what only it needed: ${text}`,
      ]),
    ),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function list(title: string, items: readonly (readonly string[])[]): string {
  if (items.length === 0) return '';
  const lines = items.map(([id = '', ...rest]) => `- ${id}\n${rest.map((line) => `  ${line}`).join('\n')}`);
  return `### ${title} ${counted(items.length, 'requirement')}\n\n${lines.join('\n')}\n`;
}
