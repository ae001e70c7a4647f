import type {
  Chapter,
  ComputedItem,
  Exclusion,
  OpenQuestion,
  PrintedFinding,
  Requirement,
  SaidItem,
  SpecDocument,
  Topic,
} from '../spec/index.js';
import { DRAWN } from './sample-drawn.js';
import { samplePacket } from './sample-packet.js';

// A document in which every list has an item and every text is filled: the fields that templates may name are
// read from the first item of each list, and templates are tried on it.

const requirement: Requirement = {
  id: 'REQ-REC-028.orders-db',
  section: 'rec',
  row: 'orders-db',
  ears: 'unwanted',
  text: 'IF the primary store is lost, THEN the system SHALL lose no acknowledged write older than 5 min.',
  parts: {
    where: 'a second zone exists',
    while: 'orders arrive',
    event: '',
    if: 'the primary store is lost',
    shall: 'lose no acknowledged write older than 5 min',
  },
  normative: false,
  detail: 'First stop the writers.\nThen count # what is gone.',
  detailLines: ['First stop the writers.', 'Then count # what is gone.'],
  answers: ['rec.rpo', 'data.stores'],
  rationale: 'a lost order costs a call | and trust',
  because: 'a lost order costs a call | and trust',
  origin: 'measured, see logs/may_2026.txt',
  rejected: [{ option: 'a nightly backup', because: 'it loses a day' }],
  verify: 'drill',
  proof: 'stop the primary, and observe that at most 5 min of orders are gone',
  scenario: { given: 'orders arrive', when: 'the store is lost', then: 'at most 5 min of orders are gone' },
  drill: { break: 'stop the primary', observe: 'at most 5 min of orders are gone' },
  promise: { kind: 'availability', value: '5 min' },
  assumed: true,
};

const plain: Requirement = {
  ...requirement,
  id: 'REQ-TRF-001',
  row: '',
  text: 'The system SHALL carry 900 req/s at peak.',
  normative: true,
  detail: '',
  detailLines: [],
  verify: 'load-test',
  proof: '',
  drill: { break: '', observe: '' },
};

const said: SaidItem = {
  id: 'traffic.peak_event',
  label: 'Peak event',
  text: 'a_b *sale* begins at 09:00',
  lines: ['A sale begins. It lasts an hour.', '# not a heading'],
  why: 'the mail goes out then',
  origin: 'estimated',
  rejected: [{ option: 'none', because: 'it never stops.' }],
  assumed: true,
  opening: false,
};

const finding: PrintedFinding = {
  id: 'timeouts-upside-down.processor',
  severity: 'block',
  title: 'The inner timeout is longer than the outer one',
  why: 'The caller is gone. The work goes on.',
  probe: 'Which of the two should give way?',
  quotes: [{ id: 'dep.caller_deadline', label: 'Caller deadline', text: '3 s' }],
  section: 'dep',
};

const grid: Topic = {
  id: 'ifc.endpoints',
  title: 'Endpoints',
  alone: false,
  why: 'the web shop needs no more',
  origin: 'read from code',
  assumed: true,
  rejected: [{ option: 'GraphQL', because: 'no team knows it' }],
  requirements: [plain, requirement],
  table: {
    columns: ['Call', 'Success'],
    rows: [
      { id: 'a', name: 'GET /a|b', cells: ['GET /a|b', ''], filled: [{ label: 'Success', text: '200' }] },
      { id: 'b', name: 'POST /b', cells: ['POST /b', '201'], filled: [{ label: 'Success', text: '201' }] },
    ],
    asList: false,
  },
};

const wide: Topic = {
  ...grid,
  id: 'rec.failures',
  title: 'Failures',
  table: { ...grid.table, asList: true },
};

const computed: ComputedItem = {
  id: 'f.error_budget',
  title: 'Error budget',
  subject: 'Place order',
  text: '43 min per 30 d',
  formula: '(1 - 99.9 %) * 30 d',
  inputs: [
    { id: 'rec.slo', text: '99.9 %', source: 'contract' },
    { id: 'rec.slo_window', text: '30 d', source: '' },
  ],
};

const exclusion: Exclusion = {
  id: 'gift-cards',
  item: 'gift cards',
  reason: 'finance has no account for them',
  instead: 'point to the voucher service',
};

const open: OpenQuestion = {
  id: 'rec.rto',
  section: 'rec',
  prompt: 'How long may it be down?',
  owner: '@dba',
  due: '2026-12-15',
  state: 'unknown',
  meanwhile: 'one day is taken',
  why: 'the contract is being drawn up',
  touches: ['Failure and recovery', 'Operations'],
  required: true,
};

const chapter: Chapter = {
  id: 'dependencies',
  title: 'Dependencies and overload',
  findings: [finding, { ...finding, severity: 'high' }, { ...finding, severity: 'med' }],
  prose: [said, { ...said, opening: true }],
  exclusions: [exclusion, { ...exclusion, reason: '', instead: '' }],
  said: [said, { ...said, why: '', origin: '', assumed: false, rejected: [] }],
  requirements: [requirement, plain],
  rows: wide.table.rows,
  topics: [grid, wide, { ...grid, title: 'Fields', requirements: [] }],
  computed: [computed, { ...computed, subject: '', inputs: [] }],
  probes: [{ id: 'rule.timeouts', asks: 'Which one gives way?', text: 'the outer one' }],
};

/** A document with something in every field. */
export const SAMPLE: SpecDocument = {
  name: 'Orders #1',
  ready: false,
  state: 'draft: 1 contradiction and 1 open question',
  tier: 'T1',
  stage: 'new',
  archetypes: ['HTTP API', 'Queue worker'],
  depth: 'deep',
  nature: [said],
  summary: {
    purpose: ['Shoppers wait too long. Some leave.'],
    people: [{ who: 'a shopper', does: ['place an order', 'cancel an order'] }],
    numbers: [{ id: 'traffic.peak_rate', label: 'Peak rate', text: '900 req/s' }],
    risks: [{ id: 'shard', text: 'one customer fills a shard', against: 'a prototype of moving one' }],
    gravest: [finding, { ...finding, severity: 'high' }],
    open: [open],
    reviewFirst: ['access checks'],
  },
  chapters: [chapter, { ...chapter, title: 'Failure', topics: [{ ...grid, alone: true }], computed: [] }],
  requirements: [requirement, plain],
  indexed: true,
  index: [
    { verify: 'load-test', ids: ['REQ-TRF-001'] },
    { verify: 'drill', ids: ['REQ-REC-028.orders-db'] },
  ],
  computed: [computed],
  findings: [finding, { ...finding, severity: 'high' }],
  openQuestions: [open, { ...open, state: 'open', owner: '', due: '', meanwhile: '', why: '', touches: [] }],
  assumptions: [{ id: 'con.order', label: 'Order', text: 'per key', because: 'nobody has confirmed it' }],
  decisions: [
    {
      id: 'state',
      nnnn: '0001',
      title: 'where the state lives',
      chosen: 'one PostgreSQL primary',
      because: 'stock and order change together',
      until: 'writes pass 3000 per second',
      revisit: 'writes stay above 1500 per second',
      reversible: 'At a cost',
      status: 'accepted',
      by: '@dba',
      rejected: [{ option: 'a document store', because: 'it cannot do that', speaksFor: 'no migrations' }],
    },
  ],
  exclusions: [exclusion],
  waivers: [
    {
      finding: 'timeouts-upside-down.processor',
      title: 'The inner timeout is longer',
      reason: 'it is replaced in May',
      owner: 'payments',
      until: '2027-03-01',
    },
  ],
  guesses: [{ id: 'rec.rto', section: 'rec', unspecified: 'Recovery time', touches: ['Operations'] }],
  unused: [{ id: 'data.skew', reason: 'not applicable: one customer only' }],
  glossary: [{ term: 'rpo', means: 'How much data may be lost.' }],
  scenarios: [
    {
      id: 'failure',
      title: 'Failure and recovery',
      scenarios: [
        {
          id: 'REQ-REC-028.orders-db',
          text: 'The system SHALL lose no order.',
          verify: 'drill',
          assumed: true,
          normative: false,
          steps: [
            { keyword: 'When', text: 'the store is lost' },
            { keyword: 'Then', text: 'at most 5 min of orders are gone' },
          ],
        },
      ],
    },
  ],
  assistant: [
    { id: 'tests', title: 'Tests first', said: [said], requirements: [requirement], topics: [grid, wide] },
  ],
  checklist: [
    {
      id: 'failure',
      title: 'Failure modes',
      requirements: [requirement, plain],
      open: [open],
      unasked: false,
    },
    { id: 'cors', title: 'Other origins', requirements: [], open: [], unasked: true },
  ],
  faultDrills: [
    { id: 'REQ-REC-028.orders-db', break: 'stop the primary', observe: 'at most 5 min of orders are gone' },
  ],
  shownOtherwise: [{ id: 'REQ-TRF-001', verify: 'load-test' }],
  ...samplePacket(plain, requirement, { finding, open }),
  ...DRAWN,
};
