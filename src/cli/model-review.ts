import { createInterface } from 'node:readline/promises';
import type { Analysis } from '../analysis/index.js';
import { evolve, situationOf, type Session } from '../interview/index.js';
import { counted, problemText } from '../kernel/index.js';
import type { Critique, Objection } from '../llm/index.js';
import { mayAskModel } from './model-consent.js';
import type { OneSpec } from './one-spec.js';
import { openModel } from './open-model.js';
import { printLines, printProblems } from './print-problems.js';
import { saveSession } from './save-session.js';

/** What a model had to say about a spec, and who it was. */
export type Review = Critique & { readonly model: string };

/** Lets a model review a spec where the person agreed; otherwise, or when it fails, one line says so. */
export async function reviewByModel(
  { workspace, spec }: OneSpec,
  analysis: Analysis,
): Promise<Review | undefined> {
  if (!(await mayAskModel(workspace))) return undefined;
  const { criticise } = await import('../llm/index.js');
  const model = await openModel(workspace);
  const cancelling = new AbortController();
  const off = workspace.world.onSignal('SIGTERM', () => cancelling.abort());
  const { facts } = situationOf(spec.session);
  const reading = { session: spec.session, facts, findings: analysis.findings };
  const reply = await criticise(model, reading, cancelling.signal);
  off();
  if (reply.ok) return { ...reply.value, model: model.name };
  printLines(workspace.world.stderr, [problemText(reply.error.problem)]);
  return undefined;
}

/** Prints objections with their quotes, and what was dropped. */
export function reviewText({ model, objections, dropped }: Review): readonly string[] {
  const lines = objections.flatMap(({ severity, title, why, quotes, probe }, index) => [
    `  ${String(index + 1)}. ${severity.padEnd(5)} ${title}`,
    `        ${why}`,
    ...quotes.map(({ answer, text }) => `        "${text}" (${answer})`),
    `        Ask: ${probe.asks}`,
  ]);
  return [
    '',
    `What ${model} adds; nothing of it is recorded`,
    ...(lines.length === 0 ? ['  Nothing.'] : lines),
    ...(dropped === 0
      ? []
      : [`  ${counted(dropped, 'finding')} dropped: the words quoted stand in no answer.`]),
  ];
}

/** Asks the person which objections become questions of the interview, and records only those. */
export async function acceptObjections(one: OneSpec, { objections }: Review): Promise<void> {
  const { world } = one.workspace;
  if (objections.length === 0 || !world.stdin.isTTY || !world.stderr.isTTY) return;
  const asking = createInterface({ input: world.stdin, output: world.stderr });
  const said = await asking.question('Which shall be asked (1,3)? -2: never again. Enter for none: ');
  asking.close();
  const session = settledSession(one.spec.session, objections, said);
  if (session === one.spec.session) return;
  const saved = saveSession(one, session);
  if (!saved.ok) printProblems(world, saved.error);
  else
    printLines(world.stderr, [
      `Saved. The questions are asked by: spec-interview resume ${one.spec.paths.slug}`,
    ]);
}

/** The session after a choice such as `1,-3`; what is not chosen leaves no trace. */
export function settledSession(session: Session, objections: readonly Objection[], said: string): Session {
  const chosen = (said.match(/-?\d+/g) ?? []).map(Number);
  return chosen.reduce((now, number) => {
    const probe = objections[Math.abs(number) - 1]?.probe;
    if (probe === undefined) return now;
    const settled = number < 0 ? { ...probe, dismissed: true } : probe;
    return evolve(now, { type: 'probe-settled', step: `probe:${probe.id}`, probe: settled });
  }, session);
}
