import type { SpecDocument } from './document.js';
import type { Step } from './format-parts.js';
import type { Packet } from './packet-parts.js';
import type { Requirement } from './said-parts.js';

/** What a packet is made of. */
export type PacketGround = Pick<SpecDocument, 'requirements' | 'scenarios' | 'exclusions' | 'findings'>;

/** Numbers every normative sentence with its acceptance criteria, and everything that must not be done. */
export function buildPacket({ requirements, scenarios, exclusions, findings }: PacketGround): Packet {
  const steps = new Map(
    scenarios.flatMap((rule) => rule.scenarios.map((one) => [one.id, one.steps] as const)),
  );
  const settled = requirements.filter(({ normative }) => normative);
  const blocks = findings.filter(({ severity }) => severity === 'block');
  return {
    requirements: settled.map((requirement, index) => ({
      id: numberOf('FR', index),
      statement: requirement.text,
      source: requirement.id,
      criteria: [
        { id: numberOf('AC', index), statement: criterionOf(requirement, steps.get(requirement.id) ?? []) },
      ],
    })),
    constraints: [
      ...exclusions.map(({ id, item, reason }) => ({
        statement: closed(
          `Do not build this, and prepare nothing for it: ${item}${reason === '' ? '' : `, because ${reason}`}`,
        ),
        source: id,
      })),
      ...blocks.map(({ id, title }) => ({
        statement: closed(`Do not implement what this touches until it is resolved: ${title}`),
        source: id,
      })),
    ].map((constraint, index) => ({ id: numberOf('C', index), ...constraint })),
    undecided: requirements.filter(({ normative }) => !normative),
  };
}

const numberOf = (kind: string, index: number): string => `${kind}-${String(index + 1).padStart(3, '0')}`;

/** Says in one sentence what shows that a requirement holds. */
function criterionOf({ verify, proof }: Requirement, steps: readonly Step[]): string {
  const [first, ...rest] = steps;
  if (first === undefined) {
    const how = `It is shown by ${verify.replaceAll('-', ' ')}`;
    return closed(proof === '' ? how : `${how}: ${proof}`);
  }
  return closed([`${first.keyword} ${first.text}`, ...rest.map(said)].join(''));
}

const said = ({ keyword, text }: Step): string =>
  keyword === 'And' ? ` and ${text}` : `, ${keyword.toLowerCase()} ${text}`;

const closed = (text: string): string => (/[.!?…]["”)]?$/u.test(text) ? text : `${text}.`);
