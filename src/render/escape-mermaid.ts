import { safeText } from '../kernel/index.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '"': '#quot;',
  '<': '#lt;',
  '>': '#gt;',
  '&': '#amp;',
};

/** Makes untrusted text fit between the quotes of a mermaid label: one line, no markup, no directive, no fence. */
export function mermaidText(text: string): string {
  const line = safeText(text).replaceAll(/\s+/g, ' ').trim();
  const inert = line.replaceAll(/["<>&#%`\\*_~|{}[\]]/g, (sign) => ENTITIES[sign] ?? code(sign));
  return inert.replace(/^(?:[+-](?= )|(?<=^\d{1,9})[.)](?= ))/, code).replace(/^(\d{1,9})([.)]) /, numbered);
}

const code = (sign: string): string => `#${String(sign.charCodeAt(0))};`;

const numbered = (_: string, digits: string, sign: string): string => `${digits}${code(sign)} `;
