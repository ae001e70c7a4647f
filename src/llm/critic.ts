import * as z from 'zod';
import type { Finding } from '../analysis/index.js';
import type { Facts } from '../facts/index.js';
import type { Session, StoredProbe } from '../interview/index.js';
import { err, ok, type Result } from '../kernel/index.js';
import { isLiteral, toldAnswers } from './answer-texts.js';
import type { Fault } from './fault.js';
import type { Model } from './model.js';
import { digest } from './prompt.js';
import { CRITIC } from './prompts/critic.js';

/** One thing a model objects to; every quote stands letter by letter in an answer, and `probe` asks what would settle it. */
export type Objection = {
  readonly severity: 'block' | 'high' | 'med';
  readonly title: string;
  readonly why: string;
  readonly quotes: readonly { readonly answer: string; readonly text: string }[];
  readonly probe: StoredProbe;
};

/** What a model objects to, worst first, and how many objections were dropped because they quote what nobody said. */
export type Critique = { readonly objections: readonly Objection[]; readonly dropped: number };

const replySchema = z.strictObject({
  findings: z.array(
    z.strictObject({
      severity: z.enum(['block', 'high', 'med']),
      title: z.string().min(4).max(200),
      why: z.string().min(4).max(600),
      asks: z.string().min(8).max(320),
      quotes: z.array(z.strictObject({ answer: z.string(), text: z.string() })).min(1),
    }),
  ),
});

type Said = z.output<typeof replySchema>['findings'][number];

/** What a critic reads: all answers, and what follows from them already. */
export type Reading = {
  readonly session: Session;
  readonly facts: Facts;
  readonly findings: readonly Finding[];
};

const MOST = 6;
const ORDER = ['block', 'high', 'med'];

/** Lets a model review all answers at once; nothing of what it says is recorded here. */
export async function criticise(
  model: Model,
  { session, facts, findings }: Reading,
  cancel: AbortSignal,
): Promise<Result<Critique, Fault>> {
  const answers = toldAnswers(session);
  const figures = [...facts.values()].flat().map(({ title, text, formula }) => ({ title, text, formula }));
  const known = findings.map(({ severity, title, why }) => ({ severity, title, why }));
  const content = { answers, figures, findings: known };
  const reply = await model.ask({ prompt: CRITIC, content, schema: replySchema, maxTokens: 4_000 }, cancel);
  if (!reply.ok) return err(reply.error);
  const literal = reply.value.findings.filter(({ quotes }) =>
    quotes.every((quote) => isLiteral(quote, answers)),
  );
  const fresh = literal
    .map((said) => objectionOf(model, said))
    .filter(({ probe }) => !session.saved.probes.some(({ id }) => id === probe.id))
    .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return ok({ objections: fresh.slice(0, MOST), dropped: reply.value.findings.length - literal.length });
}

function objectionOf(model: Model, { asks, severity, title, why, quotes }: Said): Objection {
  const about = [...new Set(quotes.map(({ answer }) => answer))];
  const mark = digest(quotes.map(({ answer, text }) => `${answer}\0${text}`).join('\0'));
  const by = `${model.name}, prompt ${CRITIC.hash}, answer ${mark}`;
  const id = `model.${digest([model.name, CRITIC.hash, asks, mark].join('\0'))}`;
  return { severity, title, why, quotes, probe: { id, asks, about, by } };
}
