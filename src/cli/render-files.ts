import type { Analysis } from '../analysis/index.js';
import type { Session } from '../interview/index.js';
import { err, ok, type Problem, type Result } from '../kernel/index.js';
import { renderSpec, type Format, type RenderedFile } from '../render/index.js';
import { buildSpec, type SpecDocument } from '../spec/index.js';

/** A spec with everything that follows from it, in memory only. */
export type Rendered = { readonly document: SpecDocument; readonly files: readonly RenderedFile[] };

/** Renders a session in every given format. */
export function renderFiles(
  session: Session,
  analysis: Analysis,
  job: { formats: readonly Format[]; slug: string },
): Result<Rendered> {
  const document = buildSpec(session, analysis);
  const problems: Problem[] = [];
  const files: RenderedFile[] = [];
  for (const format of job.formats) {
    const rendered = renderSpec(document, format, { slug: job.slug });
    if (rendered.ok) files.push(...rendered.value);
    else problems.push(...rendered.error);
  }
  return problems.length > 0 ? err(problems) : ok({ document, files });
}
