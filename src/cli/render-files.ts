import type { Analysis } from '../analysis/index.js';
import type { Session } from '../interview/index.js';
import { err, ok, type Problem, type Result } from '../kernel/index.js';
import { renderSpec, type Format, type RenderedFile } from '../render/index.js';
import { buildSpec, type SpecDocument } from '../spec/index.js';

/** A spec with everything that follows from it, in memory only. */
export type Rendered = { readonly document: SpecDocument; readonly files: readonly RenderedFile[] };

/** What a spec is rendered in, and how its folders are called. */
type RenderJob = {
  readonly formats: readonly Format[];
  readonly slug: string;
  readonly number: string | undefined;
};

/** Renders a session in every given format. */
export function renderFiles(
  session: Session,
  analysis: Analysis,
  { formats, slug, number }: RenderJob,
): Result<Rendered> {
  const document = buildSpec(session, analysis);
  const problems: Problem[] = [];
  const files: RenderedFile[] = [];
  const naming = { slug, ...(number === undefined ? {} : { number }) };
  for (const format of formats) {
    const rendered = renderSpec(document, format, naming);
    if (rendered.ok) files.push(...rendered.value);
    else problems.push(...rendered.error);
  }
  return problems.length > 0 ? err(problems) : ok({ document, files });
}
