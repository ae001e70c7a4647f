import type * as z from 'zod';
import { err, ok, safeText, type Result } from '../kernel/index.js';
import { FAULTS, type Fault } from './fault.js';

/** Reads a reply against the form that was asked for; every text in it is one clean line, so that no escape sequence reaches a screen or a document. */
export function parseReply<T>(text: string, schema: z.ZodType<T>): Result<T, Fault> {
  const data = parseJson(text);
  if (!data.ok) return data;
  const parsed = schema.safeParse(cleaned(data.value));
  return parsed.success ? ok(parsed.data) : err(FAULTS.notFitting);
}

function parseJson(text: string): Result<unknown, Fault> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    return err(FAULTS.notJson);
  }
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return oneLine(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleaned(item)]));
}

/** A text on one line, without control characters and without what opens a template or a comment. */
function oneLine(text: string): string {
  const line = safeText(text.replaceAll(/\s+/g, ' ')).trim();
  return line
    .replaceAll(/\{\{+/g, '{')
    .replaceAll(/\}\}+/g, '}')
    .replaceAll('<!--', '')
    .replaceAll('-->', '');
}
