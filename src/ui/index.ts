// ui: the full-screen face. It knows how a FormView looks and which bytes are keys; it must never know answers, rules, files, or what a key means.
export { mount, type Face, type MountParts } from './mount.js';
export type { ThemeName } from './theme.js';
