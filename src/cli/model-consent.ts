import { askLine } from './ask-line.js';
import { joined, type Problem } from '../kernel/index.js';
import { readConsent, userDataDir, writeConsent } from '../store/index.js';
import { baseUrlOf, modelName } from './open-model.js';
import { printLines, printProblems } from './print-problems.js';
import type { Workspace } from './workspace.js';
import { today } from './today.js';

/** Says whether a model may be asked here; where nobody has agreed yet, the person is asked, once per repository. */
export async function mayAskModel(workspace: Workspace): Promise<boolean> {
  const obstacle = obstacleOf(workspace);
  if (obstacle !== undefined) {
    printProblems(workspace.world, [obstacle]);
    return false;
  }
  if (hasAgreed(workspace)) return true;
  if (workspace.world.stdin.isTTY && workspace.world.stderr.isTTY) return askConsent(workspace);
  printProblems(workspace.world, [NOT_AGREED]);
  return false;
}

const NOT_AGREED: Problem = {
  code: 'model-consent',
  message: 'No model is asked: you have not agreed to that in this repository.',
  hint: 'Read what would be sent, and agree, with: spec-interview ai consent',
};

/** What keeps a model out: the project forbids it, or there is no key. */
function obstacleOf({ world, project }: Workspace): Problem | undefined {
  if (project.config.ai === 'off')
    return {
      code: 'model-off',
      message: 'No model is asked: the project does not allow it.',
      hint: 'It says ai: off in .spec-interview/config.yaml.',
    };
  if ((world.env['ANTHROPIC_API_KEY'] ?? '').trim() !== '') return undefined;
  return {
    code: 'model-no-key',
    message: 'No model is asked: there is no key.',
    hint: 'Set ANTHROPIC_API_KEY in the environment.',
  };
}

/** Says whether this person agreed in this repository. */
export function hasAgreed({ world, disk, project }: Workspace): boolean {
  return readConsent(disk, userDataDir(world), project.root) !== undefined;
}

/** Shows what would be sent and asks for a yes; anything else is a no. */
export async function askConsent(workspace: Workspace): Promise<boolean> {
  const { stdin, stderr } = workspace.world;
  printLines(stderr, await disclosure(workspace));
  const said = await askLine({ stdin, stderr }, 'Do you agree, for this repository? [y/N] ');
  if (/^\s*y(es)?\s*$/i.test(said)) return agree(workspace);
  printLines(stderr, ['No model is asked.']);
  return false;
}

/** Keeps the agreement in the person's own data folder, never in the repository. */
export function agree({ world, disk, project }: Workspace): boolean {
  const kept = writeConsent(disk, userDataDir(world), { root: project.root, since: today(world) });
  if (!kept.ok) printProblems(world, kept.error);
  return kept.ok;
}

/** Says what leaves the machine, where it goes, what is masked, and what masking misses. */
export async function disclosure(workspace: Workspace): Promise<readonly string[]> {
  const { KNOWN_MISSES, SECRET_FORMS } = await import('../llm/index.js');
  const place = baseUrlOf(workspace) ?? 'https://api.anthropic.com';
  const forms = [...new Set(SECRET_FORMS.map(({ what }) => what))];
  return [
    `With --ai the model ${await modelName(workspace)} at ${place} reads questions, your answers, figures and findings of a spec.`,
    'It never changes an answer: it asks, and you decide. spec-interview ai log shows exactly what was sent and received.',
    `Masked before sending: ${joined(forms)}.`,
    'Not recognised:',
    ...KNOWN_MISSES.map((miss) => `  ${miss}`),
    `At most ${String(workspace.project.config.ai_tokens)} tokens are used in one sitting (ai_tokens in config.yaml).`,
    workspace.project.config.ai_price === undefined
      ? 'What that costs is shown where config.yaml knows the prices per million tokens (ai_price: input, output, cached).'
      : `Costs are counted by ai_price in config.yaml${costLimit(workspace)}.`,
  ];
}

const costLimit = ({ project }: Workspace): string =>
  project.config.ai_cost === undefined ? '' : `, at most ${String(project.config.ai_cost)} in one sitting`;
