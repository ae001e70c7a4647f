import { join } from 'node:path';
import { canonicalText, isInherited, situationOf, type Session } from '../interview/index.js';
import type { Format } from '../render/index.js';
import type { BaseRecord, SpecPaths } from '../store/index.js';
import { textAt } from './text-at.js';
import type { Workspace } from './workspace.js';

/** The texts that a rendering rests on beside the session: tool, banks, formats, answers, settings. */
export function sourceTexts(
  { project, bankRecords, world, disk }: Workspace,
  paths: SpecPaths,
  formats: readonly Format[],
): Pick<BaseRecord, 'tool' | 'banks' | 'formats' | 'answers' | 'config'> {
  return {
    tool: world.version,
    banks: bankRecords,
    formats: formats.map((format) => ({
      id: format.id,
      text: JSON.stringify([format.outputs, format.templates]),
    })),
    answers: textAt({ disk }, paths.answers) ?? '',
    config: textAt({ disk }, join(project.root, '.spec-interview', 'config.yaml')) ?? '',
  };
}

/** The inherited answers a spec uses, as comparable texts. */
export function inheritedTexts(session: Session): Readonly<Record<string, string>> {
  const used = situationOf(session).plan.filter(
    (item) => item.cell === undefined && isInherited(session, item.id),
  );
  return Object.fromEntries(used.map((item) => [item.id, canonicalText(item.value)]));
}
