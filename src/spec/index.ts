// spec: what the document will say. It knows sentences, requirement ids and chapters; it must never know templates, file types or disks.
export { buildSpec } from './build-spec.js';
export { questionRequirements, type Ground } from './build-requirements.js';
export type * from './document.js';
export { REQUIREMENT_ID, requirementId } from './requirement-ids.js';
