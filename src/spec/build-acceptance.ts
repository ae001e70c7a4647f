import type { Chapter, Requirement, RequirementParts } from './document.js';
import type { AcceptanceRule, AcceptanceScenario, ShownOtherwise, Step } from './format-parts.js';

/** What can be played: the rest is shown by looking, measuring or scanning. */
const PLAYED: readonly string[] = ['test', 'drill', 'load-test'];

/** Gives one rule per chapter and one scenario per requirement that can be played. */
export function buildScenarios(chapters: readonly Chapter[]): readonly AcceptanceRule[] {
  return chapters.flatMap((chapter) => {
    const scenarios = requirementsOf(chapter).flatMap(scenarioOf);
    return scenarios.length === 0 ? [] : [{ id: chapter.id, title: chapter.title, scenarios }];
  });
}

/** Gives the requirements that no scenario can show, with how each is shown. */
export function buildShownOtherwise(chapters: readonly Chapter[]): readonly ShownOtherwise[] {
  return chapters
    .flatMap(requirementsOf)
    .filter((requirement) => stepsOf(requirement).length === 0)
    .map(({ id, verify }) => ({ id, verify }));
}

/** The sentences of a chapter, in its order. */
export function requirementsOf({ requirements, topics }: Chapter): readonly Requirement[] {
  return [...requirements, ...topics.flatMap((topic) => topic.requirements)];
}

function scenarioOf(requirement: Requirement): readonly AcceptanceScenario[] {
  const steps = stepsOf(requirement);
  if (steps.length === 0) return [];
  const { id, text, verify, assumed, normative } = requirement;
  return [{ id, text, verify, assumed, normative, steps }];
}

/** The example that was given, else the drill, else the sentence itself when it says under which condition it holds. */
function stepsOf({ scenario, drill, parts, verify }: Requirement): readonly Step[] {
  const exactly = (text: string): string => asSaid(text, parts);
  if (scenario.then !== '') return steps([scenario.given], [scenario.when], exactly(scenario.then));
  if (drill.break !== '' && drill.observe !== '')
    return steps([], [asDrill(drill.break)], exactly(drill.observe));
  const { where, event } = parts;
  const when = drill.break === '' ? [event, parts.if] : [asDrill(drill.break)];
  const given = drill.break === '' ? [where, parts.while] : [];
  if (!PLAYED.includes(verify) || [...given, ...when].every((text) => text === '')) return [];
  return steps(given, when, outcome(parts));
}

/** An outcome as whoever observes it needs it: complete, and without pointing to the sentence it stands for. */
export function asSaid(text: string, parts: RequirementParts): string {
  if (text === '' || text === POINTER) return outcome(parts);
  const more = text.startsWith(`${POINTER} and `) ? text.slice(POINTER.length) : undefined;
  return more === undefined ? text : `${POINTER} (${parts.shall})${more}`;
}

/** How banks point to the sentence itself, which whoever reads a scenario does not have before them. */
export const POINTER = 'the system does what is specified';

/** What to break is told as an order to whoever runs the drill. */
const asDrill = (order: string): string => `the drill is run: ${order}`;

const outcome = ({ shall }: RequirementParts): string => `the system must ${shall}`;

function steps(given: readonly string[], when: readonly string[], then: string): readonly Step[] {
  return [...clauses('Given', given), ...clauses('When', when), ...clauses('Then', [then])];
}

function clauses(keyword: string, texts: readonly string[]): readonly Step[] {
  return texts
    .filter((text) => text !== '')
    .map((text, index) => ({ keyword: index === 0 ? keyword : 'And', text }));
}
