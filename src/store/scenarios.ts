import type { Manifest } from './base.js';
import { hashOf } from './hash.js';

/** The ids of scenarios that came, read otherwise, or went since the last rendering. */
export type ScenarioChanges = Readonly<Record<'added' | 'modified' | 'removed', readonly string[]>>;

/** Compares scenarios with those of the last rendering; a manifest that does not know them says nothing. */
export function changedScenarios(
  manifest: Manifest,
  now: readonly { readonly id: string; readonly text: string }[],
): ScenarioChanges {
  const { scenarios } = manifest;
  if (scenarios === undefined) return { added: [], modified: [], removed: [] };
  const ids = new Set(now.map(({ id }) => id));
  const known = (id: string) => scenarios[id];
  return {
    added: now.filter(({ id }) => known(id) === undefined).map(({ id }) => id),
    modified: now
      .filter(({ id, text }) => known(id) !== undefined && known(id) !== hashOf(text))
      .map(({ id }) => id),
    removed: Object.keys(scenarios).filter((id) => !ids.has(id)),
  };
}
