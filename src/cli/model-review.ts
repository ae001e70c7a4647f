import { createInterface } from 'node:readline/promises';
import { givenAbout, type Analysis } from '../analysis/index.js';
import { parseDay } from '../form/index.js';
import { decide, evolve, situationOf, type Session, type StoredProbe } from '../interview/index.js';
import { counted, problemText } from '../kernel/index.js';
import type { Critique, Objection } from '../llm/index.js';
import { mayAskModel } from './model-consent.js';
import type { OneSpec } from './one-spec.js';
import { openModel, usedText } from './open-model.js';
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
  printLines(workspace.world.stderr, [usedText(model)]);
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

/** Asks the person which objections become questions of the interview or are accepted as they are, and records only those; says whether what was chosen is saved. */
export async function acceptObjections(one: OneSpec, { objections }: Review): Promise<boolean> {
  const { world } = one.workspace;
  if (objections.length === 0 || !world.stdin.isTTY || !world.stderr.isTTY) return true;
  const asking = createInterface({ input: world.stdin, output: world.stderr });
  const said = await asking.question(
    'Which shall be asked (1,3)? -2: never again. =2: accept as it is. Enter for none: ',
  );
  const settled = settledSession(one.spec.session, objections, said);
  const session = await waivedSession(settled, waivedIn(objections, said), {
    ask: (text) => asking.question(text),
    say: (line) => {
      printLines(world.stderr, [line]);
    },
    now: world.now(),
  });
  asking.close();
  if (session === one.spec.session) return true;
  const saved = saveSession(one, session);
  if (!saved.ok) printProblems(world, saved.error);
  else
    printLines(world.stderr, [
      `Saved. What is asked comes with: spec-interview resume ${one.spec.paths.slug}`,
    ]);
  return saved.ok;
}

/** The session after a choice such as `1,-3`; what is not chosen leaves no trace. */
export function settledSession(session: Session, objections: readonly Objection[], said: string): Session {
  const chosen = (said.replace(/=\s*\d+/g, '').match(/-?\d+/g) ?? []).map(Number);
  return chosen.reduce((now, number) => {
    const probe = objections[Math.abs(number) - 1]?.probe;
    if (probe === undefined) return now;
    return settle(now, number < 0 ? { ...probe, dismissed: true } : probe);
  }, session);
}

/** The objections a choice such as `=2` accepts as they are. */
function waivedIn(objections: readonly Objection[], said: string): readonly Objection[] {
  const chosen = (said.match(/=\s*\d+/g) ?? []).map((text) => Number(text.replace(/\D/g, '')));
  return [...new Set(chosen)].flatMap((number) => objections[number - 1] ?? []);
}

type Talk = {
  readonly ask: (text: string) => Promise<string>;
  readonly say: (line: string) => void;
  readonly now: number;
};

/** Accepts objections for a while, each with a reason, an owner and a day; one that lacks any of them is left out. */
export async function waivedSession(
  session: Session,
  objections: readonly Objection[],
  talk: Talk,
): Promise<Session> {
  let now = session;
  for (const objection of objections) now = await waive(now, objection, talk);
  return now;
}

async function waive(
  session: Session,
  { title, probe }: Objection,
  { ask, say, now }: Talk,
): Promise<Session> {
  say(`Accept for a while: ${title}`);
  const reason = (await ask('  Why is that fine? ')).trim();
  const owner = (await ask('  Who answers for it? ')).trim().replace(/^@/, '');
  const day = (await ask('  Until which day (2027-03-01)? ')).trim();
  const waiver = {
    ...{ finding: probe.id, reason, owner, until: parseDay(day, now) ?? day },
    given: givenAbout(probe.about, session),
  };
  const decided = decide(session, { type: 'waive', waiver }, { current: { type: 'review' }, probes: [] });
  if (decided.ok) return evolve(settle(session, { ...probe, dismissed: true }), decided.value);
  say(problemText(decided.error));
  return session;
}

const settle = (session: Session, probe: StoredProbe): Session =>
  evolve(session, { type: 'probe-settled', step: `probe:${probe.id}`, probe });
