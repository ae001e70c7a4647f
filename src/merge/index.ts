// merge: how a new rendering meets the file on disk. It knows blocks, sentences and conflicts; it must never know where files lie, what an answer is or how a template reads.
export { adopt, type Adoption } from './adopt.js';
export { hasConflictMarkers } from './conflict.js';
export { gitSides, hasGitMarkers } from './git-sides.js';
export { mergeFiles } from './merge-files.js';
export { normalForm, sameForm } from './normal-form.js';
export type * from './plan.js';
