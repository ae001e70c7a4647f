import { createHash } from 'node:crypto';

/** The SHA-256 of a text, in hexadecimal. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The hashes of some texts, by their ids. */
export function hashesOf(
  texts: readonly { readonly id: string; readonly text: string }[],
): Record<string, string> {
  return Object.fromEntries(texts.map(({ id, text }) => [id, hashOf(text)]));
}

/** The hash of what OpenSpec has archived, as a check compares it; empty when nothing was. */
export function archivedHash(archived: unknown): string {
  return archived === undefined ? '' : hashOf(JSON.stringify(archived));
}
