// analysis: what follows from the answers (findings, thin answers, probes). It knows rules; it must never know screens, files or models.
export { analyse, createAnalyst } from './analyse.js';
export { coachAnswer, exampleText } from './coach-answer.js';
export { coachLines, type CoachLine } from './coach.js';
export { coverageOf, type SectionCoverage } from './coverage.js';
export type { Analysis, Finding, Merged, Quote, Thin, Unchecked } from './finding.js';
export { learningReport, reportParts, type Report, type ReportPart } from './report.js';
export { runRuleExamples } from './rule-examples.js';
export { isThin, thinnessOf, typedThinness, type Thinness } from './thinness.js';
export { givenAbout, givenFor } from './waivers.js';
