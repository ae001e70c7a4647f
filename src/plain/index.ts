// plain: the same interview line by line, for pipes, serial consoles, screen readers and slow terminals.
// It knows lines and prompts; it must never know files, full screens, or what an answer means.
export { runPlain, type PlainParts } from './run-plain.js';
export type { Ending } from './held.js';
export { runDrill, type Answered } from './drill.js';
export { sayLines } from './say-lines.js';
