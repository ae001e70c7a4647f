import { createAnalyst } from '../../analysis/index.js';
import { situationOf } from '../../interview/index.js';
import { err, ok, type Result } from '../../kernel/index.js';
import { listSpecs } from '../../store/index.js';
import { isOn, textOption, type Given, type Run } from '../command.js';
import { EXIT, worstExit, type ExitCode } from '../exit-codes.js';
import { finish } from '../finish.js';
import { listOption } from '../given-interview.js';
import { lockSpec } from '../lock-spec.js';
import { noSuchSpec } from '../one-spec.js';
import { printProblems } from '../print-problems.js';
import { openFormats, openSpec, openWorkspace, type Workspace } from '../workspace.js';

/** Renders specs again from their answers; one unreadable spec does not stop the others. */
export const run: Run = (world, given) => {
  const workspace = openWorkspace(world, textOption(given, 'dir'));
  const slugs = workspace.ok ? slugsOf(workspace.value, given) : workspace;
  if (!workspace.ok || !slugs.ok) {
    printProblems(world, slugs.ok ? [] : slugs.error);
    return Promise.resolve(EXIT.usage);
  }
  return Promise.resolve(worstExit(slugs.value.map((slug) => regenerateOne(workspace.value, slug, given))));
};

function slugsOf(workspace: Workspace, given: Given): Result<readonly string[]> {
  const specs = listSpecs(workspace.disk, workspace.project);
  if (!specs.ok) return specs;
  const all = specs.value.map((spec) => spec.slug);
  if (isOn(given, 'all') || (given.words.length === 0 && all.length === 1)) return ok(all);
  const unknown = given.words.filter((word) => !all.includes(word));
  if (unknown.length > 0) return err(unknown.map(noSuchSpec));
  if (given.words.length > 0) return ok(given.words);
  return err([
    {
      code: 'which-spec',
      message: 'No spec is named.',
      hint: `Name one or more, or use --all: ${all.join(', ')}.`,
    },
  ]);
}

function regenerateOne(workspace: Workspace, slug: string, given: Given): ExitCode {
  const spec = openSpec(workspace, slug);
  const formats = openFormats(workspace, listOption(given, 'format'));
  if (!spec.ok || !formats.ok) {
    printProblems(workspace.world, spec.ok ? (formats.ok ? [] : formats.error) : spec.error);
    return EXIT.usage;
  }
  const { session, problems, paths } = spec.value;
  if (session.unfit.size > 0 && !isOn(given, 'allow-invalid')) {
    printProblems(workspace.world, [
      ...problems,
      {
        code: 'values-do-not-fit',
        message: `${slug} is not rendered.`,
        hint: 'Correct the values, or use --allow-invalid to render without them.',
      },
    ]);
    return EXIT.usage;
  }
  const lock = lockSpec(workspace, paths);
  if (!lock.ok) {
    printProblems(workspace.world, lock.error);
    return EXIT.usage;
  }
  const analysis = createAnalyst(workspace.bank)(session, situationOf(session));
  const code = finish({ workspace, paths, session, analysis, formats: formats.value });
  lock.value.release();
  return code;
}
