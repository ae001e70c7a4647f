import { createAnalyst } from '../../analysis/index.js';
import { situationOf } from '../../interview/index.js';
import { err, ok, type Result } from '../../kernel/index.js';
import { blockReason } from '../block-reason.js';
import { citingPlaces } from '../citations.js';
import { isOn, textOption, textsOption, wrongChoice, type Given, type Run } from '../command.js';
import { EXIT, worstExit, type ExitCode } from '../exit-codes.js';
import { planRadius } from '../blast-radius.js';
import { radiusLines } from '../radius-lines.js';
import { conflictExit, fileLines, finish } from '../finish.js';
import { planFiles, type FilesPlan, type PlanJob } from '../plan-files.js';
import { listOption } from '../given-interview.js';
import { lockSpec } from '../lock-spec.js';
import { progressOver } from '../show-progress.js';
import { slugsOf } from '../slugs.js';
import { printJson, printLines, printProblems } from '../print-problems.js';
import { deltaText } from '../../spec/index.js';
import { readShipped, readStanding, specDir } from '../../store/index.js';
import { openFormats } from '../open-formats.js';
import { followShared, previewShared } from '../shared-files.js';
import { keepNumbers } from '../spec-number.js';
import { openSpec, openWorkspace, type Workspace } from '../workspace.js';

/** Renders specs again from their answers; one unreadable spec does not stop the others. */
export const run: Run = (world, given) => {
  const wrong = wrongChoice(given, 'conflict', ['markers', 'keep']);
  const workspace = wrong === undefined ? openWorkspace(world, textOption(given, 'dir')) : err([wrong]);
  const slugs = workspace.ok ? slugsOf(workspace.value, given) : workspace;
  if (!workspace.ok || !slugs.ok) {
    printProblems(world, slugs.ok ? [] : slugs.error);
    return Promise.resolve(EXIT.usage);
  }
  if (!isOn(given, 'dry-run')) numberAll(workspace.value, slugs.value, given);
  const progress = progressOver(world, slugs.value.length);
  const codes = slugs.value.map((slug, done) => {
    progress(done, slug);
    return regenerateOne(workspace.value, { slug, counted: slugs.value }, given);
  });
  return Promise.resolve(worstExit([...codes, followed(workspace.value, given)]));
};

/** The settings get all numbers at once, before the first spec rests on them; what hinders that is said of each spec. */
function numberAll(workspace: Workspace, slugs: readonly string[], given: Given): void {
  const formats = openFormats(workspace, listOption(given, 'format'));
  if (formats.ok) keepNumbers(workspace, slugs, formats.value);
}

/** What is shared by all specs follows them once, after the last. */
function followed(workspace: Workspace, given: Given): ExitCode {
  const wanted = listOption(given, 'format');
  if (!isOn(given, 'dry-run')) return followShared(workspace, wanted);
  printLines(workspace.world.stderr, previewShared(workspace, wanted));
  return EXIT.fine;
}

/** One of the specs of a run, and all of them. */
type One = { readonly slug: string; readonly counted: readonly string[] };

function regenerateOne(workspace: Workspace, one: One, given: Given): ExitCode {
  const { slug } = one;
  const unchanged = Object.keys(given.options).some((name) => name !== 'all' && name !== 'dir')
    ? undefined
    : unchangedSpec(workspace, slug);
  if (unchanged === undefined) return renderOne(workspace, one, given);
  printLines(workspace.world.stderr, [`${slug}: fresh; nothing changed since it was rendered.`]);
  return unchanged.unfinished ? EXIT.unfinished : EXIT.fine;
}

/** What the manifest says of a spec of which nothing changed; rendering it would give the same bytes. */
function unchangedSpec({ disk, project, world }: Workspace, slug: string) {
  const shipped = readShipped(disk, world.packageDir);
  const paths = specDir(disk, project, slug);
  if (shipped?.version !== world.version || !paths.ok) return undefined;
  return readStanding(disk, { root: project.root, dir: paths.value.dir, shipped });
}

function renderOne(workspace: Workspace, one: One, given: Given): ExitCode {
  const job = openJob(workspace, one, given);
  if (!job.ok) {
    printProblems(workspace.world, job.error);
    return EXIT.usage;
  }
  if (isOn(given, 'dry-run')) return preview(job.value, given);
  const lock = lockSpec(workspace, job.value.paths);
  if (!lock.ok) {
    printProblems(workspace.world, lock.error);
    return EXIT.usage;
  }
  const code = finish(job.value);
  lock.value.release();
  return code;
}

function openJob(workspace: Workspace, { slug, counted }: One, given: Given): Result<PlanJob> {
  const spec = openSpec(workspace, slug);
  if (!spec.ok) return spec;
  const formats = openFormats(workspace, listOption(given, 'format'));
  if (!formats.ok) return formats;
  const { session, problems, paths } = spec.value;
  if (session.unfit.size > 0 && !isOn(given, 'allow-invalid')) return err([...problems, notRendered(slug)]);
  const analysis = createAnalyst(workspace.bank)(session, situationOf(session));
  const conflict = textOption(given, 'conflict') === 'keep' ? 'keep' : 'markers';
  const restore = textsOption(given, 'restore');
  const recover = isOn(given, 'recover');
  const read = spec.value.file?.text;
  return ok({
    ...{ workspace, paths, session, analysis, read },
    ...{ formats: formats.value, conflict, restore, recover, counted },
  });
}

function notRendered(slug: string) {
  return {
    code: 'values-do-not-fit',
    message: `${slug} is not rendered.`,
    hint: 'Correct the values, or use --allow-invalid to render without them.',
  };
}

/** Shows what regenerating would do; nothing is written. */
function preview(job: PlanJob, given: Given): ExitCode {
  const { world } = job.workspace;
  const plan = planFiles(job);
  if (!plan.ok) {
    printProblems(world, plan.error);
    return EXIT.usage;
  }
  const { merge, delta, withdrawn, notes } = plan.value;
  printProblems(world, notes);
  const cited = citingPlaces(job.workspace, job.paths.slug, delta);
  const radius = planRadius(plan.value);
  if (isOn(given, 'json'))
    printJson(world, {
      spec: job.paths.slug,
      files: merge.files,
      requirements: delta,
      radius,
      withheld: merge.withheld,
      withdrawn,
      conflicts: merge.conflicts,
      cited,
    });
  else
    printLines(world.stdout, [
      `${job.paths.slug}: ${deltaText(delta)}; nothing is written.`,
      ...fileLines(plan.value),
      ...blockLines(plan.value),
      ...radiusLines(radius),
      ...cited.map((place) => `CITED    ${place}`),
    ]);
  return conflictExit(plan.value);
}

function blockLines(plan: FilesPlan): readonly string[] {
  const reasonOf = blockReason(plan);
  return plan.merge.files.flatMap((file) => {
    const changed = file.blocks.filter((block) => block.changes);
    return changed.map((block) => {
      const reason = reasonOf(block);
      return `  ${file.path} ${block.state.padEnd(9)} ${block.key}${reason === '' ? '' : `: ${reason}`}`;
    });
  });
}
