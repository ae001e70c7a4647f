// The product's own face over a bank of so many generated questions, at a text field; with an address, a model is being asked all the while.
import './node-20.js';
import { createAnalyst } from '../../src/analysis/index.js';
import { openSession } from '../../src/interview/index.js';
import { createForm } from '../../src/form/index.js';
import { createRunner } from '../../src/runner/index.js';
import { mount } from '../../src/ui/index.js';
import { aBank } from '../helpers/a-bank.js';

const text = (index: number) => ({
  id: `many.q${String(index)}`,
  kind: 'text',
  depth: 'quick',
  prompt: `What is answer ${String(index)}?`,
  why: 'It is needed.',
  weak: 'x',
  strong: 'a good answer',
});

const [, , count = '1000', baseUrl] = process.argv;
const questions = Array.from({ length: Number(count) }, (_, index) => text(index));
const bank = aBank()
  .question(...questions)
  .joined();
const saved = {
  name: 'Many',
  depth: 'quick' as const,
  answers: new Map(),
  stale: new Map(),
  probes: [],
  waivers: [],
};
const { session } = openSession({ bank, mode: 'spec', saved, context: new Map() });
const runner = createRunner({
  session,
  save: () => ({ ok: true, value: undefined }),
  analyse: createAnalyst(bank),
});
const { stdin, stdout, stderr } = process;
const form = createForm({
  runner,
  options: {
    ...{ columns: stdout.columns || 80, rows: stdout.rows || 24, depthChosen: true },
    now: () => Date.now(),
    saveDraft: () => ({ ok: true, value: undefined }),
    onLeave: () => undefined,
  },
});
mount({ form, stdin, stdout, stderr });

if (baseUrl !== undefined) {
  const { createBudget, createModel, definePrompt } = await import('../../src/llm/index.js');
  const { z } = await import('zod');
  const model = createModel({
    ...{ apiKey: 'sk-ant-none', baseUrl, name: 'slow', record: () => undefined },
    clock: { now: () => Date.now(), wait: () => new Promise(() => undefined) },
    budget: createBudget({ tokens: 1_000_000 }),
  });
  const prompt = definePrompt('a benchmark', 'Take your time.');
  void model.ask(
    { prompt, content: 'take your time', schema: z.strictObject({ word: z.string() }), maxTokens: 500 },
    new AbortController().signal,
  );
}
