import { counted, err, ok, padText, type Result } from '../../kernel/index.js';
import { listSpecs } from '../../store/index.js';
import { isOn, textOption, type Run } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { noSuchSpec } from '../one-spec.js';
import { printJson, printLines, printProblems } from '../print-problems.js';
import { statusOf, type SpecStatus } from '../spec-status.js';
import { openSpec, openWorkspace, type OpenSpec, type Workspace } from '../workspace.js';

/** Shows how complete one spec, or every spec of the project, is. */
export const run: Run = (world, given) => {
  const workspace = openWorkspace(world, textOption(given, 'dir'));
  const specs = workspace.ok ? openAll(workspace.value, given.words[0]) : workspace;
  if (!workspace.ok || !specs.ok) {
    printProblems(world, workspace.ok ? (specs.ok ? [] : specs.error) : workspace.error);
    return Promise.resolve(EXIT.usage);
  }
  // One spec that cannot be read keeps nobody from seeing the others.
  const all = specs.value.flatMap((spec) => (spec.ok ? [statusOf(workspace.value, spec.value)] : []));
  const unread = specs.value.flatMap((spec) => (spec.ok ? [] : spec.error));
  printProblems(world, unread);
  if (isOn(given, 'json')) printJson(world, { specs: all });
  else
    printLines(
      world.stdout,
      specs.value.length === 0 ? ['There is no spec yet. Start one with: spec-interview new'] : table(all),
    );
  return Promise.resolve(unread.length === 0 ? EXIT.fine : EXIT.usage);
};

function openAll(workspace: Workspace, slug: string | undefined): Result<readonly Result<OpenSpec>[]> {
  const specs = listSpecs(workspace.disk, workspace.project);
  if (!specs.ok) return specs;
  const wanted = specs.value.filter((spec) => slug === undefined || spec.slug === slug);
  if (slug !== undefined && wanted.length === 0) return err([noSuchSpec(workspace, slug)]);
  return ok(wanted.map((spec) => openSpec(workspace, spec.slug)));
}

function table(all: readonly SpecStatus[]): readonly string[] {
  const width = Math.max(...all.map((status) => status.spec.length));
  return all.flatMap((status) => [line(status, width), ...notes(status)]);
}

function line(status: SpecStatus, width: number): string {
  const { block, high } = status.findings;
  const findings = [
    block > 0 ? counted(block, 'contradiction') : '',
    high > 0 ? counted(high, 'high risk') : '',
  ].filter((part) => part !== '');
  const figures = `${String(status.answered)} of ${String(status.asked)} answered (${status.depth})`;
  const stale = status.stale.length > 0 ? [staleText(status.stale)] : [];
  return [padText(status.spec, width), figures, stateOf(status), ...stale, ...findings].join('  ');
}

function stateOf({ required_left, open }: SpecStatus): string {
  if (required_left.length > 0) return `${counted(required_left.length, 'required answer')} missing`;
  return open > 0 ? `${counted(open, 'question')} open` : 'complete';
}

const staleText = (reasons: SpecStatus['stale']): string =>
  reasons.includes('never rendered') ? 'never rendered' : `stale (${reasons.join(', ')})`;

function notes(status: SpecStatus): readonly string[] {
  const overdue = status.overdue.map((id) => `  overdue: ${id}`);
  return status.problems > 0
    ? [...overdue, `  ${counted(status.problems, 'value')} to look at: spec-interview review ${status.spec}`]
    : overdue;
}
