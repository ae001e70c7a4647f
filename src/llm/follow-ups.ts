import * as z from 'zod';
import type { Finding } from '../analysis/index.js';
import type { Fact, Facts } from '../facts/index.js';
import type { Raised, Session } from '../interview/index.js';
import { counted, type Result } from '../kernel/index.js';
import { isLiteral, toldAnswer, toldAnswers, type Told } from './answer-texts.js';
import type { Fault } from './fault.js';
import type { Model } from './model.js';
import { digest } from './prompt.js';
import { FOLLOW_UP } from './prompts/follow-up.js';

/** One committed answer with what is known at that moment, and where what comes back goes. */
export type Moment = {
  readonly question: string;
  readonly session: Session;
  readonly facts: Facts;
  readonly findings: readonly Finding[];
  readonly raise: (raised: readonly Raised[]) => void;
  readonly whisper: (line: string) => void;
};

/** Asks a model about committed answers, one after the other, in the background. */
export type FollowUps = {
  readonly hear: (moment: Moment) => void;
  /** Cancels what is in flight and forgets what waits. */
  readonly stop: () => void;
  /** Settles when nothing is in flight and nothing waits. */
  readonly settled: () => Promise<void>;
};

const MOST = { perAnswer: 2, perSitting: 12, waiting: 8, related: 12 };

const replySchema = z.strictObject({
  questions: z.array(
    z.strictObject({
      asks: z.string().min(8).max(320),
      failure: z.string().min(4).max(240),
      quotes: z.array(z.strictObject({ answer: z.string(), text: z.string() })).min(1),
    }),
  ),
});

type Reply = z.output<typeof replySchema>;
type Probed = { readonly moment: Moment; readonly told: Told; readonly mark: string };

/** Opens the background queue of one sitting. It never throws, and a fault is one line, said once. */
export function createFollowUps(model: Model): FollowUps {
  const cancelling = new AbortController();
  const { signal } = cancelling;
  const heard = new Map<string, string>();
  const said = new Set<string>();
  let waiting: readonly Probed[] = [];
  let running: Promise<void> | undefined;
  let left = MOST.perSitting;

  const complain = ({ moment }: Probed, { problem, lasting }: Fault) => {
    if (lasting === true) stop();
    if (said.has(problem.code)) return;
    said.add(problem.code);
    moment.whisper(`${problem.message} ${problem.hint ?? ''}`.trim());
  };
  const probe = async (probed: Probed) => {
    const reply = await askAbout(model, probed, signal);
    if (signal.aborted || heard.get(probed.told.id) !== probed.mark) return;
    if (!reply.ok) complain(probed, reply.error);
    const raised = raisedOf(model, probed, reply).slice(0, Math.min(MOST.perAnswer, left));
    if (raised.length === 0) return;
    left -= raised.length;
    probed.moment.raise(raised);
    probed.moment.whisper(
      `${model.name} asks ${counted(raised.length, 'follow-up question')}, later in this section.`,
    );
  };
  const run = async () => {
    for (let next = waiting[0]; next !== undefined && left > 0; next = waiting[0]) {
      waiting = waiting.slice(1);
      await probe(next);
    }
    running = undefined;
  };
  const hear = (moment: Moment) => {
    const told = toldAnswer(moment.session, moment.question);
    if (told === undefined || signal.aborted || left === 0) return;
    const mark = markOf(told);
    if (heard.get(told.id) === mark || wasProbed(moment.session, mark)) return;
    heard.set(told.id, mark);
    const others = waiting.filter((probed) => probed.told.id !== told.id);
    waiting = [...others, { moment, told, mark }].slice(-MOST.waiting);
    running ??= run();
  };
  const stop = () => {
    waiting = [];
    cancelling.abort();
  };
  return { hear, stop, settled: async () => running };
}

function askAbout(model: Model, probed: Probed, signal: AbortSignal): ReturnType<typeof model.ask<Reply>> {
  const content = contentOf(probed);
  return model.ask({ prompt: FOLLOW_UP, content, schema: replySchema, maxTokens: 1_200 }, signal);
}

/** The version of an answer: what was asked about it is asked again only when it changes. */
const markOf = ({ id, answer }: Told): string => digest(`${id}\0${answer}`);

function wasProbed({ saved }: Session, mark: string): boolean {
  return saved.probes.some(({ by }) => by?.endsWith(`, answer ${mark}`) === true);
}

function raisedOf(
  model: Model,
  { moment, told, mark }: Probed,
  reply: Result<Reply, Fault>,
): readonly Raised[] {
  if (!reply.ok) return [];
  const answers = toldAnswers(moment.session);
  const { saved, raised } = moment.session;
  const asked = new Set([...saved.probes, ...raised].map((probe) => wordsOf(probe.asks)));
  return reply.value.questions
    .filter(
      ({ asks, quotes }) => !asked.has(wordsOf(asks)) && quotes.every((quote) => isLiteral(quote, answers)),
    )
    .map(({ asks, failure, quotes }) => ({
      id: `model.${digest([model.name, FOLLOW_UP.hash, asks, told.answer].join('\0'))}`,
      asks,
      why: failure,
      about: [...new Set([told.id, ...quotes.map(({ answer }) => answer)])],
      by: `${model.name}, prompt ${FOLLOW_UP.hash}, answer ${mark}`,
      of: told.id,
    }));
}

const wordsOf = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

function contentOf({ moment, told }: Probed) {
  const { session, facts, findings } = moment;
  const question = session.bank.question(told.id);
  const quoting = findings.filter(({ quotes }) => quotes.some(({ id }) => id.startsWith(told.id)));
  return {
    answer: told,
    ...(question?.why === undefined ? {} : { why_it_is_asked: question.why }),
    related: relatedTo(moment, told, quoting),
    figures: [...facts.values()].flat().filter(restsOn(told.id)).map(figureOf),
    findings: quoting.map(({ title, why }) => ({ title, why })),
    asked_already: [...session.saved.probes, ...session.raised].map(({ asks }) => asks),
  };
}

/** The answers quoted together with this one come first, then those of its section, newest questions last. */
function relatedTo({ session }: Moment, told: Told, findings: readonly Finding[]): readonly Told[] {
  const quoted = findings.flatMap(({ quotes }) =>
    quotes.map(({ id }) => id.split('.').slice(0, 2).join('.')),
  );
  const section = told.id.split('.')[0] ?? '';
  const near = session.bank.questions.filter((question) => question.section === section).map(({ id }) => id);
  const basics = ['arc.archetypes', 'arc.tier', 'ctx.purpose', 'traffic.peak_rate', 'dep.dependencies'];
  const ids = [...new Set([...quoted, ...basics, ...near])].filter((id) => id !== told.id);
  return ids.flatMap((id) => toldAnswer(session, id) ?? []).slice(0, MOST.related);
}

const restsOn =
  (id: string) =>
  (fact: Fact): boolean =>
    fact.inputs.some((input) => input.id === id || input.id.startsWith(`${id}.`));

const figureOf = ({ title, subject, text, formula }: Fact) => ({
  figure: subject === undefined ? title : `${title} of ${subject}`,
  value: text,
  formula,
});
