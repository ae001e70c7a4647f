import { safeText } from '../kernel/index.js';
import { markdownText } from './escape.js';

const lineOf = (text: string): string => safeText(text).replaceAll(/\s+/g, ' ').trim();

/** Makes untrusted text one YAML string, in the quotes that prettier would choose. */
export function yamlText(text: string): string {
  const line = lineOf(text);
  return /["\\]/.test(line) ? `'${line.replaceAll("'", "''")}'` : `"${line}"`;
}

/** The same for what Prometheus expands: two braces in a row would begin a template of its own. */
export function alertText(text: string): string {
  return yamlText(lineOf(text).replaceAll(/\{(?=\{)/g, '{ '));
}

/** Makes untrusted text one YAML string that is read as Markdown, and inert in it. */
export function yamlNote(text: string): string {
  return yamlText(markdownText(text));
}
