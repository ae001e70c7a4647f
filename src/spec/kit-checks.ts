import type { Requirement, SpecDocument } from './document.js';
import type { Kit, KitCheck } from './kit-parts.js';

/** What the boxes are ticked from. */
type CheckGround = Pick<Kit, 'stories' | 'groups' | 'gaps' | 'criteria' | 'edges'> &
  Pick<SpecDocument, 'requirements' | 'exclusions' | 'matrix'>;

/** Fills the checklist of a specification: a box is ticked where the answers show it, and nowhere else. */
export function buildChecks(ground: CheckGround): Kit['checks'] {
  const { stories, groups, gaps, criteria, edges, requirements, exclusions, matrix } = ground;
  const untold = stories.filter(({ scenarios }) => scenarios.length === 0).map(({ title }) => title);
  const bare = requirements.filter((one) => !isShown(one)).map(({ id }) => id);
  const loose = requirements.filter(({ normative }) => !normative).map(({ id }) => id);
  const isTold = stories.length > 0;
  const isWhole = isTold && groups.length > 0 && criteria.length > 0;
  return [
    {
      title: 'Content Quality',
      boxes: [
        person('No implementation details (languages, frameworks, APIs)'),
        person('Focused on user value and business needs'),
        person('Written for non-technical stakeholders'),
        box('All mandatory sections completed', isWhole, 'a story, a requirement or a measurable outcome'),
      ],
    },
    {
      title: 'Requirement Completeness',
      boxes: [
        box('No NEEDS CLARIFICATION markers remain', gaps.length === 0, listed(gaps.map(({ id }) => id))),
        box(
          'Requirements are testable and unambiguous',
          loose.length === 0 && requirements.length > 0,
          listed(loose),
        ),
        box('Success criteria are measurable', criteria.length > 0, 'a number that is promised'),
        person('Success criteria are technology-agnostic (no implementation details)'),
        box('All acceptance scenarios are defined', isTold && untold.length === 0, listed(untold)),
        box('Edge cases are identified', edges.length > 0, 'a case that goes wrong'),
        box('Scope is clearly bounded', exclusions.length > 0, 'what is left out'),
        box('Dependencies and assumptions identified', matrix.length > 0, 'a dependency'),
      ],
    },
    {
      title: 'Feature Readiness',
      boxes: [
        box(
          'All functional requirements have clear acceptance criteria',
          bare.length === 0 && groups.length > 0,
          listed(bare),
        ),
        box('User scenarios cover primary flows', isTold && untold.length === 0, listed(untold)),
        person('Feature meets measurable outcomes defined in Success Criteria'),
        person('No implementation details leak into specification'),
      ],
    },
  ];
}

/** Only a person can tell. */
const person = (text: string): KitCheck => ({ text, ticked: false, missing: '' });

const box = (text: string, ticked: boolean, missing: string): KitCheck => ({
  text,
  ticked,
  missing: ticked ? '' : missing,
});

const FEW = 5;

function listed(all: readonly string[]): string {
  const rest = all.length - FEW;
  return `${all.slice(0, FEW).join(', ')}${rest > 0 ? ` and ${String(rest)} more` : ''}`;
}

/** A sentence is shown by an example, by a drill, under the condition it names, or by something other than a test. */
function isShown({ verify, scenario, drill, parts, normative }: Requirement): boolean {
  if (!normative) return false;
  const condition = `${parts.event}${parts.if}${parts.while}${parts.where}`;
  return verify !== 'test' || scenario.then !== '' || drill.break !== '' || condition !== '';
}
