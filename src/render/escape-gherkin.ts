import { safeText } from '../kernel/index.js';

/** Makes untrusted text fit behind a keyword of Gherkin: one line, in which nothing is markup. */
export function gherkinText(text: string): string {
  return safeText(text).replaceAll(/\s+/g, ' ').trim();
}
