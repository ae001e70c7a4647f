import type { Analysis } from '../analysis/index.js';
import type { Session } from '../interview/index.js';
import { err, ok, type Problem, type Result } from '../kernel/index.js';
import { absentPaths, renderSpec, type Format, type RenderedFile } from '../render/index.js';
import {
  buildChange,
  buildSpec,
  goneFrom,
  type ArchivedRequirement,
  type Change,
  type SpecDocument,
} from '../spec/index.js';
import { hashOf } from '../store/index.js';

/** A spec with everything that follows from it, in memory only. */
export type Rendered = {
  readonly document: SpecDocument;
  readonly files: readonly RenderedFile[];
  /** What it proposes since the last archive; nothing while none of it is archived. */
  readonly change: Change | undefined;
  /** Files that are not rendered, because there is nothing to propose. */
  readonly absent: readonly string[];
};

/** What a spec is rendered in, and how its folders are called. */
type RenderJob = {
  readonly formats: readonly Format[];
  readonly slug: string;
  readonly number: string | undefined;
  /** What OpenSpec has archived of it. */
  readonly archived: readonly ArchivedRequirement[] | undefined;
};

/** Renders a session in every given format. */
export function renderFiles(
  session: Session,
  analysis: Analysis,
  { formats, slug, number, archived }: RenderJob,
): Result<Rendered> {
  const document = buildSpec(session, analysis);
  const problems: Problem[] = [];
  const files: RenderedFile[] = [];
  const change =
    archived === undefined
      ? undefined
      : buildChange(document, { requirements: archived, hash: hashOf }, goneFrom(session, document));
  const naming = {
    slug,
    ...(number === undefined ? {} : { number }),
    ...(change === undefined ? {} : { change }),
  };
  for (const format of formats) {
    const rendered = renderSpec(document, format, naming);
    if (rendered.ok) files.push(...rendered.value);
    else problems.push(...rendered.error);
  }
  const absent = formats.flatMap((format) => absentPaths(format, naming));
  return problems.length > 0 ? err(problems) : ok({ document, files, change, absent });
}
