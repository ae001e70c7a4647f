import type { Kit, OpenQuestion, PrintedFinding, Requirement, SaidRow } from '../spec/index.js';
import { SAMPLE_KINDS } from './sample-kinds.js';

/** What the kit of the sample document is made of. */
type KitSample = {
  readonly settled: Requirement;
  readonly loose: Requirement;
  readonly finding: PrintedFinding;
  readonly open: OpenQuestion;
};

const row: SaidRow = {
  id: 'status',
  name: 'status_of | order',
  cells: ['paid # or not'],
  filled: [{ label: 'Allowed values', text: 'paid # or not' }],
};

/** The part of the sample document that is told in stories, numbered lines and phases. */
export function sampleKit({ settled, loose, finding, open }: KitSample): Kit {
  const entity = { id: 'order', name: 'order', facts: row.filled, fields: [row], states: [row] };
  const line = { number: 'FR-001', text: 'System MUST carry 900 req/s at peak', id: settled.id };
  return {
    status: 'Draft: 1 open question',
    stories: [storyOf(settled.id)],
    groups: [{ title: 'Traffic and capacity', lines: [line] }],
    gaps: [
      { number: 'FR-002', text: `not said in one sentence: ${loose.detail}`, id: loose.id },
      { number: 'FR-003', text: finding.title, id: finding.id },
      { number: 'FR-004', text: open.prompt, id: open.id },
    ],
    criteria: [{ number: 'SC-001', text: settled.text, id: settled.id }],
    edges: [{ situation: 'the primary store is lost', lines: [{ number: 'FR-001', id: settled.id }] }],
    records: [{ id: 'order', name: 'order', attributes: ['status_of'], traits: row.filled }],
    entities: [entity, { ...entity, id: 'customer', name: 'customer', facts: [], fields: [], states: [] }],
    stores: [row],
    context: [
      { label: 'Storage', text: 'PostgreSQL 17 (orders_db)' },
      { label: 'Testing', text: '' },
    ],
    layout: [row],
    modules: [row],
    commands: [row],
    phases: phasesOf(settled.id),
    checks: [
      {
        title: 'Content Quality',
        boxes: [
          { text: 'Scope is clearly bounded', ticked: true, missing: '' },
          { text: 'Edge cases are identified', ticked: false, missing: 'a case that goes wrong' },
        ],
      },
    ],
  };
}

function storyOf(id: string): Kit['stories'][number] {
  return {
    number: '1',
    id: 'place-order',
    title: 'Place order',
    priority: 'P1',
    actor: 'shopper',
    trigger: 'a shopper confirms the basket',
    outcome: 'charge the order once',
    because: ['an hour without it costs 38000 EUR'],
    proofs: [{ verify: 'load-test', ids: [id] }],
    scenarios: [
      {
        number: '1',
        id,
        given: 'the system works normally',
        when: 'a shopper confirms',
        then: 'it is charged',
      },
    ],
  };
}

function phasesOf(id: string): Kit['phases'] {
  const tasks = SAMPLE_KINDS.map((kind, index) => ({
    number: `T00${String(index + 1)}`,
    kind,
    title: 'Place order',
    story: 'US1',
    parallel: true,
    ids: [id],
  }));
  const phase = { purpose: 'What every story stands on', checkpoint: 'The stories can begin' };
  return [
    { ...phase, number: '1', title: 'Setup (Shared Infrastructure)', tasks },
    {
      ...phase,
      number: '2',
      title: 'User Story 1 - Place order (Priority: P1) 🎯 MVP',
      checkpoint: '',
      tasks: [],
    },
  ];
}
