import { mergeFiles, type MergedFile, type MergeRequest } from '../../src/merge/index.js';

/** Three versions of one Markdown file, and how to merge them. */
export type Case = { readonly base?: string; readonly mine?: string; readonly generated: string } & Partial<
  Pick<MergeRequest, 'conflict' | 'restore'>
>;

/** Merges one Markdown file and gives what became of it, with the text that is on disk afterwards. */
export function merged({
  conflict = 'markers',
  restore = [],
  ...versions
}: Case): MergedFile & { readonly after: string } {
  const plan = mergeFiles({
    files: [{ path: 'spec.md', type: 'markdown', policy: 'generated', ...versions }],
    conflict,
    restore,
    stillParses: () => true,
  });
  const file = plan.files[0]!;
  return { ...file, after: file.text ?? versions.mine ?? '' };
}

/** The keys of the blocks in one state. */
export function keysIn(file: MergedFile, state: MergedFile['blocks'][number]['state']): readonly string[] {
  return file.blocks.filter((block) => block.state === state).map(({ key }) => key);
}

/** A small spec with everything a spec has: prose, requirements, a table, a diagram. */
export const SPEC = `# Payments: specification

Status: **draft: 1 open question**.
Tier: T1.

## Purpose and goals

Customers wait for invoices today.
The service sends each invoice once.
It keeps them for ten years.
Nobody prints them any more.

## Failure and recovery

- \`REQ-REC-001\` The system SHALL serve at least 99.9 % of all valid requests.
  Verified by monitor; from \`rec.slo\`.
  Because: a late invoice costs trust.
- \`REQ-REC-004.redis\` IF Redis is down, THEN the system SHALL count in memory.
  Verified by drill; from \`rec.failures\`.
- \`REQ-REC-004.mail\` IF the mail provider is down, THEN the system SHALL queue the mail.
  Verified by drill; from \`rec.failures\`.
- Window of the target: 30 d (\`rec.slo_window\`, assumed).

\`\`\`mermaid
flowchart LR
  api --> redis
\`\`\`

## Interfaces

### Fields

| Call | Part | Field | Type |
| --- | --- | --- | --- |
| POST /pay | request | amount | integer |
| POST /pay | request | currency | string |
| POST /pay | response | id | string |

## Open questions

Ask these before building.

- \`dat.rpo\` (touches Data): How much may be lost?
`;
