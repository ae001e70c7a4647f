import { createAnalyst } from '../../analysis/index.js';
import { SEVERITIES } from '../../bank/index.js';
import { situationOf } from '../../interview/index.js';
import { err, ok, type Problem, type Result } from '../../kernel/index.js';
import { checkAgents } from '../agents-file.js';
import { checkSpec, type SpecCheck } from '../check-spec.js';
import { CHECK_FORMS } from '../check-output.js';
import { isOn, textOption, wrongChoice, type Given, type Run } from '../command.js';
import { EXIT, worstExit, type ExitCode } from '../exit-codes.js';
import { printProblems } from '../print-problems.js';
import { progressOver } from '../show-progress.js';
import { slugsOf } from '../slugs.js';
import { reaches } from '../standing-lines.js';
import { openFormats } from '../open-formats.js';
import { openSpec, openWorkspace, type Workspace } from '../workspace.js';

/** Says whether documents are stale, edited or in conflict, and what is overdue; never writes. */
export const run: Run = (world, given) => {
  const wrong = wrongOption(given);
  const workspace = wrong === undefined ? openWorkspace(world, textOption(given, 'dir')) : err([wrong]);
  const slugs = workspace.ok ? slugsOf(workspace.value, given) : workspace;
  if (!workspace.ok || !slugs.ok) {
    printProblems(world, slugs.ok ? [] : slugs.error);
    return Promise.resolve(EXIT.usage);
  }
  const progress = progressOver(world, slugs.value.length);
  const shared = given.words.length === 0 ? checkAgents(workspace.value) : ok([]);
  const specs = slugs.value.map((slug, done) => {
    progress(done, slug);
    return checkOne(workspace.value, slug);
  });
  const results = [...specs, shared];
  const checks = results.flatMap((result) => (result.ok ? result.value : []));
  const broken = results.flatMap((result) => (result.ok ? [] : result.error));
  printProblems(world, broken);
  CHECK_FORMS[textOption(given, 'output') ?? 'text']?.(world, checks);
  const codes = checks.map((check) => codeOf(check, workspace.value, given));
  return Promise.resolve(worstExit([broken.length > 0 ? EXIT.usage : EXIT.fine, ...codes]));
};

const wrongOption = (given: Given): Problem | undefined =>
  wrongChoice(given, 'output', Object.keys(CHECK_FORMS)) ?? wrongChoice(given, 'fail-on', LIMITS);

const LIMITS = ['none', ...SEVERITIES];

function checkOne(workspace: Workspace, slug: string): Result<readonly SpecCheck[]> {
  const spec = openSpec(workspace, slug);
  if (!spec.ok) return spec;
  const formats = openFormats(workspace, undefined);
  if (!formats.ok) return formats;
  const { session, paths, problems } = spec.value;
  if (session.unfit.size > 0) return err(problems);
  const analysis = createAnalyst(workspace.bank)(session, situationOf(session));
  const checked = checkSpec({ workspace, paths, session, analysis, formats: formats.value });
  return checked.ok ? ok([checked.value]) : checked;
}

function codeOf(check: SpecCheck, { project }: Workspace, given: Given): ExitCode {
  const limit = textOption(given, 'fail-on') ?? project.config.fail_on;
  return worstExit([
    check.conflicts.length > 0 ? EXIT.conflict : EXIT.fine,
    check.stale.length > 0 ? EXIT.stale : EXIT.fine,
    check.findings.some((finding) => reaches(finding.severity, limit)) ? EXIT.findings : EXIT.fine,
    isOn(given, 'strict') && check.edited.length > 0 ? EXIT.edited : EXIT.fine,
  ]);
}
