import type { Analysis } from '../analysis/index.js';
import { requiredOpen, situationOf, type Session } from '../interview/index.js';
import { counted, type Result } from '../kernel/index.js';
import type { Format } from '../render/index.js';
import type { SpecPaths } from '../store/index.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { printLines, printProblems } from './print-problems.js';
import { renderFiles, writeRendered, type Written } from './render-files.js';
import type { Workspace } from './workspace.js';

/** A saved session whose documents are to be written. */
export type Finishing = {
  readonly workspace: Workspace;
  readonly paths: SpecPaths;
  readonly session: Session;
  readonly analysis: Analysis;
  readonly formats: readonly Format[];
};

/** Renders and writes a saved session, and says in a few plain lines what there is now, what is missing and what comes next. */
export function finish(finishing: Finishing): ExitCode {
  const { workspace, paths, session } = finishing;
  const done = renderAndWrite(finishing);
  if (!done.ok) {
    printProblems(workspace.world, done.error);
    return EXIT.usage;
  }
  printLines(workspace.world.stderr, summaryLines(finishing, done.value));
  const missing = requiredOpen(situationOf(session));
  if (missing.length === 0) return EXIT.fine;
  const flags = missing.map((item) => `  ${item.question.prompt} --set ${item.id}=…`);
  printLines(workspace.world.stderr, [
    `Unfinished: ${counted(missing.length, 'required answer')} missing.`,
    ...flags,
    `Continue with: spec-interview resume ${paths.slug}`,
  ]);
  return EXIT.unfinished;
}

function renderAndWrite({
  workspace,
  paths,
  session,
  analysis,
  formats,
}: Finishing): Result<Written & { readonly state: string }> {
  const rendered = renderFiles(session, analysis, { formats, slug: paths.slug });
  if (!rendered.ok) return rendered;
  printProblems(
    workspace.world,
    rendered.value.files.flatMap((file) => file.notes),
  );
  const written = writeRendered({ workspace, paths, session, analysis, formats, rendered: rendered.value });
  return written.ok
    ? { ok: true, value: { ...written.value, state: rendered.value.document.state } }
    : written;
}

function summaryLines(
  { session, paths }: Finishing,
  done: Written & { readonly state: string },
): readonly string[] {
  return [
    `${session.saved.name}: ${done.state}.`,
    ...done.written.map((path) => `  written  ${path}`),
    ...done.kept.map((path) => `  kept     ${path} (edited by hand; its new text lies under .base)`),
    `Next: spec-interview review ${paths.slug}`,
  ];
}
