import { SEVERITIES, type Rule, type Severity } from '../bank/index.js';

/** A severity that counts, and one sentence on why it is milder than the rule's own. */
export type Settled = { readonly severity: Severity; readonly lowered?: string };

/** What stands behind a rule: the tier of the system, and whether every figure it read is a guess. */
export type Ground = { readonly tier: string | undefined; readonly guessed: boolean };

/** Settles a severity: first by tier, then a numeric block that rests on nothing firm drops one level. */
export function settleSeverity(rule: Rule, { tier, guessed }: Ground): Settled {
  const severity = severityAtTier(rule, tier);
  const reasons = severity === rule.severity ? [] : [`the tier is ${tier ?? ''}`];
  if (rule.class !== 'numeric' || severity !== 'block' || !guessed) return settled(rule, severity, reasons);
  return settled(rule, 'high', [
    ...reasons,
    'every figure behind it is an estimate, a guess or an assumption',
  ]);
}

/** The severity of a rule at a tier: T2 takes block and high down one level, T3 leaves only exempt rules above info. */
export function severityAtTier(rule: Rule, tier: string | undefined): Severity {
  if (rule.tier_exempt) return rule.severity;
  if (tier === 'T3') return 'info';
  if (tier !== 'T2') return rule.severity;
  if (rule.severity === 'block') return 'high';
  return rule.severity === 'high' ? 'med' : rule.severity;
}

function settled(rule: Rule, severity: Severity, reasons: readonly string[]): Settled {
  if (reasons.length === 0) return { severity };
  return {
    severity,
    lowered: `Lowered from ${rule.severity} to ${severity}, because ${reasons.join(' and ')}.`,
  };
}

/** Compares severities, worst first. */
export function bySeverity(a: Severity, b: Severity): number {
  return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}
