import { asSaid } from './build-acceptance.js';
import type { OpenQuestion, Requirement } from './document.js';
import type { FaultDrill, ReviewContext } from './format-parts.js';
import { questionIdOf } from './ground.js';

type Context = { readonly id: string; readonly title: string; readonly takes: readonly string[] };

/** What a reviewer looks at together; a question that is named wins over its section. */
const CONTEXTS: readonly Context[] = [
  { id: 'boundaries', title: 'Security boundaries', takes: ['sec', 'cmp'] },
  { id: 'failure', title: 'Failure modes', takes: ['rec', 'dep'] },
  {
    id: 'access',
    title: 'Edges of authentication and access',
    takes: ['sec.access', 'sec.default_access', 'sec.object_check', 'sec.endpoint_access', 'sec.sessions'],
  },
  { id: 'cors', title: 'Callers from other origins (CORS)', takes: [] },
  {
    id: 'input',
    title: 'Input validation',
    takes: ['ifc.fields', 'ifc.limits', 'data.fields', 'sec.parsers'],
  },
  { id: 'monitoring', title: 'Monitoring', takes: ['obs'] },
];

/** Says what no question of the banks asks, although the answers make it matter. */
const UNASKED = { context: 'cors', because: 'ifc.endpoints' };

/** Gives what has to be looked at in a review, and what nobody has answered about it, context by context. */
export function buildChecklist(
  requirements: readonly Requirement[],
  open: readonly OpenQuestion[],
): readonly ReviewContext[] {
  const called = requirements.some(({ answers }) => answers.includes(UNASKED.because));
  return CONTEXTS.map(({ id, title }) => ({
    id,
    title,
    requirements: requirements.filter(({ answers }) => contextOf(answers[0] ?? '') === id),
    open: open.filter((question) => contextOf(question.id) === id),
    unasked: called && id === UNASKED.context,
  })).filter((context) => context.unasked || context.requirements.length + context.open.length > 0);
}

function contextOf(answer: string): string | undefined {
  const question = questionIdOf(answer);
  const section = question.split('.')[0] ?? '';
  const named = CONTEXTS.find(({ takes }) => takes.includes(question));
  return (named ?? CONTEXTS.find(({ takes }) => takes.includes(section)))?.id;
}

/** Gives what to break on purpose, and what must be seen then. */
export function buildFaultDrills(requirements: readonly Requirement[]): readonly FaultDrill[] {
  return requirements.flatMap(({ id, verify, drill, scenario, parts }) => {
    if (verify !== 'drill' && drill.break === '') return [];
    const fault = [scenario.given, parts.if, parts.event].find((text) => text !== '');
    const act = drill.break !== '' || fault === undefined ? drill.break : `bring it about that ${fault}`;
    const seen = drill.break === '' ? scenario.then : drill.observe;
    return act === '' ? [] : [{ id, break: act, observe: asSaid(seen, parts) }];
  });
}
