// form: what is on the screen but not yet recorded (drafts, focus, what lies on top) and what every key means there.
// It knows keys and the runner; it must never know how anything is drawn, where files lie, or what time it is without being told.
export { createForm, type Form, type FormParts } from './create-form.js';
export type { DraftFile, EditorRequest, FormOptions, LeaveReason, Proposed } from './state.js';
export { type Binding, type Where } from './bindings.js';
export { pasted, toKeys, type InkKey, type Key, type KeyName } from './keys.js';
export { layoutOf, type Layout } from './layout.js';
export { parseDay, parseOwnerDue, type OwnerDue } from './owner-due.js';
export type * from './view.js';
