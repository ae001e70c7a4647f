import type { Requirement } from './document.js';

const SUCCESS = 'ctx.success';

/** Says whether a requirement is held by measuring: a promised number, a load, or a number that must move. */
export const isMeasured = ({ promise, verify, answers }: Requirement): boolean =>
  promise.kind !== '' || verify === 'load-test' || answers[0] === SUCCESS;
