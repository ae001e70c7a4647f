// ui: the full-screen face. It knows how a FormView looks and which bytes are keys; it must never know answers, rules, files, or what a key means.
export { mount, type Face, type MountParts, type ResizableForm } from './mount.js';
export type { FormStore } from './app.js';
export type { ThemeName } from './theme.js';
