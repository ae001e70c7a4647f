import { requirementsOf } from './build-acceptance.js';
import type { SpecDocument } from './document.js';
import type { Ground } from './ground.js';
import { buildChecks } from './kit-checks.js';
import { buildContext, buildEntities, buildRecords, saidRows } from './kit-context.js';
import { buildLines } from './kit-lines.js';
import type { Kit } from './kit-parts.js';
import { buildStories } from './kit-stories.js';
import { buildPhases } from './kit-tasks.js';

/** What a kit is made of. */
type KitSource = Pick<
  SpecDocument,
  | 'state'
  | 'chapters'
  | 'requirements'
  | 'openQuestions'
  | 'findings'
  | 'exclusions'
  | 'matrix'
  | 'archetypes'
  | 'summary'
>;

/** Gives the spec as stories with priorities, numbered lines, phases of work and checklists. */
export function buildKit(ground: Ground, source: KitSource): Kit {
  const { state, chapters, requirements, exclusions, matrix } = source;
  const told = buildStories(
    ground,
    chapters.flatMap(requirementsOf).filter(({ normative }) => normative),
  );
  const lines = buildLines(source);
  const stories = told.map(({ story }) => story);
  return {
    status: state.charAt(0).toUpperCase() + state.slice(1),
    stories,
    ...lines,
    records: buildRecords(ground),
    entities: buildEntities(ground),
    stores: saidRows(ground, 'data.stores'),
    context: buildContext(ground, source),
    layout: saidRows(ground, 'aia.layout'),
    modules: saidRows(ground, 'aia.boundaries'),
    commands: saidRows(ground, 'aia.commands'),
    phases: buildPhases(chapters, told),
    checks: buildChecks({ ...lines, stories, requirements, exclusions, matrix }),
  };
}
