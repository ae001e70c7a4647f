// spec: what the document will say. It knows sentences, requirement ids and chapters; it must never know templates, file types or disks.
export { buildSpec } from './build-spec.js';
export { questionRequirements } from './build-requirements.js';
export { PLANNED_QUESTIONS } from './chapter-plan.js';
export { KEY_FIGURES } from './build-summary.js';
export type * from './document.js';
export type * from './format-parts.js';
export type * from './drawn-parts.js';
export type * from './http-parts.js';
export type * from './measured-parts.js';
export type * from './numbered-parts.js';
export type * from './packet-parts.js';
export type { Ground } from './ground.js';
export { buildReadiness, type Readiness } from './readiness.js';
export { REQUIREMENT_ID } from './requirement-ids.js';
export { deltaText, withChange } from './changes.js';
export { buildTrace, findMentions, type Citation, type Trace, type TracedSpec } from './trace.js';
export { requirementDelta, type RequirementDelta } from './delta.js';
