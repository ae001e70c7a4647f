import * as z from 'zod';
import { err, ok, type Result } from '../kernel/index.js';
import type { Told } from './answer-texts.js';
import type { Fault } from './fault.js';
import type { Model } from './model.js';
import { POLISH } from './prompts/polish.js';
import { lostIn } from './survives.js';

/** A tighter text, or what it would have lost, added or moved: then it may not be used. */
export type Polished =
  | { readonly type: 'tighter'; readonly text: string }
  | { readonly type: 'as-it-is' }
  | { readonly type: 'unfaithful'; readonly text: string; readonly changes: readonly string[] };

const replySchema = z.strictObject({ text: z.string().min(1).max(8_000) });

/** Lets a model say one answer in fewer words; whether it says the same is decided here, not by the model. */
export async function polish(
  model: Model,
  told: Told,
  cancel: AbortSignal,
): Promise<Result<Polished, Fault>> {
  const content = { question: told.question, answer: told.answer };
  const reply = await model.ask({ prompt: POLISH, content, schema: replySchema, maxTokens: 4_000 }, cancel);
  if (!reply.ok) return err(reply.error);
  const { text } = reply.value;
  const changes = lostIn(told.answer, text);
  if (changes.length > 0) return ok({ type: 'unfaithful', text, changes });
  return ok(text.length < told.answer.length ? { type: 'tighter', text } : { type: 'as-it-is' });
}
