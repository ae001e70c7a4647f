import type { Finding } from './finding.js';
import { fillText } from './fill.js';
import { isAnswer, quotesOf, restsOnGuesses, type Fired } from './quotes.js';
import { settleSeverity } from './severity.js';

/** Writes the finding of a rule that fired; waivers come later, because they are not answers. */
export function buildFinding(fired: Fired): Finding {
  const { planned, row, situation } = fired;
  const { rule } = planned;
  const quotes = quotesOf(fired);
  const tier = situation.view.value('arc.tier');
  const ground = {
    tier: typeof tier === 'string' ? tier : undefined,
    guessed: restsOnGuesses(fired, quotes),
  };
  const fill = (pattern: string) => fillText(pattern, fired, quotes);
  return {
    id: row === undefined ? rule.id : `${rule.id}.${row.id}`,
    rule: rule.id,
    ...(row === undefined ? {} : { row: row.id }),
    section: rule.section,
    ...settleSeverity(rule, ground),
    class: rule.class,
    title: fill(rule.title),
    why: fill(rule.why),
    probe: fill(rule.probe),
    incidents: rule.incidents,
    quotes,
  };
}

/** The ids of the answers a finding quotes. */
export function aboutOf(finding: Finding): readonly string[] {
  return finding.quotes.filter(isAnswer).map(({ id }) => id);
}
