import { createHash } from 'node:crypto';

/** Standing instructions for a model, with the hash that says which version asked. */
export type Prompt = { readonly name: string; readonly text: string; readonly hash: string };

/** Makes the first `length` hexadecimal digits of the SHA-256 of a text. */
export function digest(text: string, length = 8): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

/** Names instructions and their version. */
export function definePrompt(name: string, text: string): Prompt {
  return { name, text, hash: digest(text, 4) };
}
