import type { Exchange, Limits, Model } from '../llm/index.js';
import { appendLog, userDataDir } from '../store/index.js';
import { modelClock } from './model-clock.js';
import type { Workspace } from './workspace.js';

/** Opens the model of the project for one sitting; the client library itself is loaded by the first call. */
export async function openModel(workspace: Workspace): Promise<Model> {
  const { createBudget, createModel } = await import('../llm/index.js');
  const { world, disk } = workspace;
  const baseUrl = baseUrlOf(workspace);
  const dir = userDataDir(world);
  return createModel({
    apiKey: world.env['ANTHROPIC_API_KEY'],
    ...(baseUrl === undefined ? {} : { baseUrl }),
    name: await modelName(workspace),
    clock: modelClock(world),
    budget: createBudget(limitsOf(workspace)),
    // A log that cannot be written is no reason to stop an interview.
    record: (exchange: Exchange) => void appendLog(disk, dir, exchange),
  });
}

/** What a sitting may use, as config.yaml says. */
const limitsOf = ({ project: { config } }: Workspace): Limits => ({
  tokens: config.ai_tokens,
  price: config.ai_price,
  cost: config.ai_cost,
});

/** Says what a model used in this sitting, in tokens, and in money where config.yaml knows the prices. */
export function usedText({ name, budget }: Model): string {
  const cost = budget.cost();
  const most = budget.limits.cost;
  const money =
    cost === undefined
      ? ''
      : `, at a cost of ${cost.toFixed(4)}${most === undefined ? '' : ` of ${String(most)}`} by ai_price`;
  return `${name} used ${String(budget.used())} of ${String(budget.limits.tokens)} tokens${money}.`;
}

/** The model that is asked: the one of config.yaml, or the current default. */
export async function modelName({ project }: Workspace): Promise<string> {
  const { DEFAULT_MODEL } = await import('../llm/index.js');
  return project.config.ai_model === 'default' ? DEFAULT_MODEL : project.config.ai_model;
}

/** Where the model is reached when it is not the service of its maker: a gateway, or a model on this machine. */
export function baseUrlOf({ world }: Workspace): string | undefined {
  const url = world.env['ANTHROPIC_BASE_URL'];
  return url === undefined || url.trim() === '' ? undefined : url;
}
