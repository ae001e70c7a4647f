import { safeText } from '../kernel/index.js';

/** How wide prettier lets a line be. */
const WIDEST = 80;

/** Prints `name: "text",` of an object literal as prettier would: behind the name, or below it where the line is too long. */
export function javascriptProperty(name: string, text: string, indent: number): string {
  const quoted = javascriptText(text);
  const line = `${' '.repeat(indent)}${name}: ${quoted},`;
  return line.length <= WIDEST ? line : `${' '.repeat(indent)}${name}:\n${' '.repeat(indent + 2)}${quoted},`;
}

/** Makes untrusted text one string of JavaScript, in the quotes that prettier would choose. */
function javascriptText(text: string): string {
  const line = safeText(text).replaceAll(/\s+/g, ' ').trim().replaceAll('\\', '\\\\');
  const double = line.split('"').length;
  const single = line.split("'").length;
  return double > single ? `'${line.replaceAll("'", "\\'")}'` : `"${line.replaceAll('"', '\\"')}"`;
}
