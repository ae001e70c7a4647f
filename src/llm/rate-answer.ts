import * as z from 'zod';
import type { Question } from '../bank/index.js';
import { err, ok, type Result } from '../kernel/index.js';
import { isLiteral, type Told } from './answer-texts.js';
import type { Fault } from './fault.js';
import type { Model } from './model.js';
import { COACH } from './prompts/coach.js';

/** How a model rates one answer; a quote that does not stand in the answer is left out. */
export type Rating = {
  readonly rating: 'weak' | 'fair' | 'strong';
  readonly good: string;
  readonly quote: string | undefined;
  readonly next: string;
};

const line = z.string().min(4).max(320);
const replySchema = z.strictObject({
  rating: z.enum(['weak', 'fair', 'strong']),
  good: line,
  quote: z.string(),
  next: line,
});

/** Lets a model rate an answer against the question's own examples. */
export async function rateAnswer(
  model: Model,
  { question, told }: { readonly question: Question; readonly told: Told },
  cancel: AbortSignal,
): Promise<Result<Rating, Fault>> {
  const { why, weak, strong } = question;
  const content = { question: told.question, why, weak, strong, answer: told.answer };
  const reply = await model.ask({ prompt: COACH, content, schema: replySchema, maxTokens: 600 }, cancel);
  if (!reply.ok) return err(reply.error);
  const { quote } = reply.value;
  return ok({
    ...reply.value,
    quote: isLiteral({ answer: told.id, text: quote }, [told]) ? quote : undefined,
  });
}
