// analysis: what follows from the answers (findings, thin answers, probes). It knows rules; it must never know screens, files or models.
export type { Analysis, Finding, Quote, Thin, Unchecked } from './finding.js';
