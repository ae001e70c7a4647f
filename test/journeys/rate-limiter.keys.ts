import { opening, questions, type Entry } from './transcript.js';

/** How the journey is started; the longest interview, so that every question can be gone to. */
export const START = ['new', '--depth', 'deep'] as const;

/**
 * The rate limiter interview as keystrokes. Questions are named by their ids and gone to through the outline; those that
 * come by themselves say so. Names in braces are keys, everything else is typed as it stands. Rows of tables are typed
 * by column, in the way that `by` says.
 */
const ENTRIES: readonly Entry[] = [
  { at: 'arc.archetypes', comes: true, keys: ' {enter}' },
  { at: 'arc.tier', comes: true, keys: '2{enter}' },
  { at: 'arc.stage', comes: true, keys: '{down}{enter}' },
  { at: 'arc.state_class', comes: true, keys: '2{enter}' },
  {
    at: 'ctx.purpose',
    keys: 'Abusive callers can hurt downstream APIs today.{newline}They are held back, while legitimate bursts still get through.{enter}',
  },
  {
    at: 'ctx.flows',
    by: 'form, then lines',
    rows: [
      {
        name: 'check a limit',
        actor: 'the service that guards a downstream API',
        trigger: 'a user calls a guarded endpoint',
        outcome: 'say whether the call is allowed, what remains and when the limit resets',
      },
      {
        name: 'override a limit',
        actor: 'an administrator',
        trigger: 'an administrator presents a signed JWT',
        outcome: 'change the limit and write the change to the audit log',
      },
    ],
  },
  {
    at: 'ctx.non_goals',
    by: 'lines',
    rows: [
      { item: 'limiting across regions', reason: 'it is not needed yet' },
      { item: 'a real-time dashboard', reason: 'batch analytics is enough' },
      { item: 'webhooks on a breach', reason: 'nobody asked for them' },
    ],
  },
  {
    at: 'ctx.flow_steps',
    by: 'lines',
    rows: [
      {
        flow: 'check a limit',
        step: 'reading the bucket',
        goes_wrong: 'the connection to Redis is lost',
        user_sees: 'allow the call and count it in the memory of the pod',
      },
    ],
  },
  {
    at: 'ifc.endpoints',
    by: 'lines',
    rows: [
      {
        name: 'POST /api/v1/check-limit',
        caller: 'the service that guards a downstream API',
        purpose: 'decide whether a call of this weight is allowed',
        mutates: 'yes',
      },
    ],
  },
  {
    at: 'ifc.fields',
    by: 'Markdown',
    rows: [
      field('request', 'user_id', 'string'),
      field('request', 'endpoint', 'string'),
      field('request', 'weight', 'integer'),
      field('response', 'allowed', 'boolean'),
      field('response', 'remaining', 'integer'),
      { ...field('response', 'reset_at', 'date and time'), bounds: 'ISO 8601 timestamps' },
    ],
  },
  { at: 'ifc.error_hides', keys: 'limit details{enter}{enter}' },
  { at: 'traffic.average_rate', keys: '4000 rps{ctrl-t}5{enter}' },
  { at: 'traffic.peak_rate', keys: '12k req/s{ctrl-t}5{enter}' },
  { at: 'traffic.peak_event', keys: 'a partner runs its morning sync{enter}' },
  { at: 'traffic.call_size', keys: '1 KiB{enter}' },
  {
    at: 'traffic.latency',
    by: 'lines',
    rows: [{ flow: 'check a limit', p99: '10 ms', measured_at: 'server', load: 'peak load' }],
  },
  { at: 'traffic.instances', keys: '12{ctrl-t}5{enter}' },
  {
    at: 'data.stores',
    by: 'lines',
    rows: [
      {
        name: 'bucket store',
        product: 'Redis',
        holds: 'the token buckets of users and endpoints',
        role: 'a cache',
      },
    ],
  },
  {
    at: 'con.caches',
    by: 'lines',
    rows: [{ name: 'buckets in the memory of a pod', pattern: 'In the memory of each process' }],
  },
  {
    at: 'con.clocks',
    by: 'lines',
    rows: [{ use: 'refilling and resetting of buckets', clock: 'The clock of the store' }],
  },
  {
    at: 'dep.dependencies',
    by: 'tabs',
    rows: [
      {
        name: 'Redis',
        needed: 'soft',
        fail_mode: 'allow',
        fallback: 'allow traffic and count in the memory of each pod',
        kind: 'cache',
        fallback_scope: 'per-instance',
        fallback_alert: 'yes',
      },
    ],
  },
  {
    at: 'dep.fail_modes',
    by: 'tabs',
    rows: [{ check: 'rate limit', kind: 'rate-limit', dependency: 'Redis', mode: 'open' }],
  },
  {
    at: 'dep.pools',
    by: 'lines',
    rows: [{ name: 'Redis connections', dependency: 'Redis', size: '20', server_max: '10,000' }],
  },
  { at: 'rec.slo', keys: '99.95%{ctrl-t}5{enter}' },
  { at: 'rec.slo_window', keys: '{ctrl-u}30 days{enter}' },
  {
    at: 'rec.failures',
    by: 'tabs',
    rows: [
      {
        component: 'connection to Redis',
        mode: 'crash',
        detection: 'lost connections to Redis',
        response: 'count in a local cache on each pod and alert the operators',
      },
      {
        component: 'clock of a pod',
        mode: 'wrong',
        response: 'use the time of Redis and never the clock of a pod',
      },
      { component: 'memory of Redis', mode: 'full', response: 'evict the oldest buckets first (LRU)' },
    ],
  },
  {
    at: 'sec.access',
    by: 'lines',
    rows: [
      {
        actor: 'callers',
        may: 'ask whether a call is allowed',
        may_not: 'learn limit details from an error',
      },
      {
        actor: 'administrators',
        may: 'override a limit with a signed JWT',
        may_not: 'override a limit with an API key',
      },
    ],
  },
  { at: 'sec.privileged', by: 'lines', rows: [{ action: 'override a limit', who: 'administrators' }] },
  { at: 'cmp.audit', by: 'lines', rows: [{ action: 'change of a limit' }] },
  {
    at: 'ops.runs_on',
    by: 'lines',
    rows: [{ unit: 'the rate limiter', platform: '12 pods', limits: '20 Redis connections per pod' }],
  },
  {
    at: 'rsk.decisions',
    by: 'lines',
    rows: [
      decision('the algorithm', 'a token bucket', 'bursts must be tolerated'),
      decision('where the buckets are kept', 'Redis', 'limits are shared by all pods'),
      decision(
        'what a limit applies to',
        'each user and also each endpoint',
        'one endpoint can be hurt by many users',
      ),
      decision(
        'traffic while Redis is unavailable',
        'failing open with an in-memory fallback on each pod',
        'an outage of the limiter must not stop the APIs behind it',
      ),
      decision('how an administrator overrides a limit', 'a signed JWT', 'it names who signed'),
    ],
  },
  {
    at: 'rsk.options',
    by: 'lines',
    rows: [
      { decision: 'the algorithm', option: 'a sliding window', because: 'bursts must be tolerated' },
      {
        decision: 'how an administrator overrides a limit',
        option: 'an API key',
        because: 'it is not accepted for this',
      },
    ],
  },
];

/** The interview, ready to be played on the questions as they are asked today. */
export const RATE_LIMITER = [opening('Name of the spec', 'Rate limiter{enter}'), ...questions(ENTRIES)];

function field(part: string, name: string, type: string) {
  return { endpoint: 'POST /api/v1/check-limit', part, name, type, required: 'yes' };
}

function decision(title: string, chosen: string, because: string) {
  return { title, chosen, because };
}

/** What a reader of the spec must find: every statement of the case, in the words of the engineer or of the bank. */
export const FACTS: readonly (readonly [fact: string, words: string | RegExp])[] = [
  ['it is an HTTP API', 'Archetypes: HTTP API.'],
  ['of tier T1', 'Tier: T1: customers notice at once.'],
  ['and new', 'Stage: Nothing yet, and this goes to production.'],
  ['abusive callers hurt APIs', 'Abusive callers can hurt downstream APIs today.'],
  ['bursts get through', 'legitimate bursts still get through.'],
  ['token bucket', /REQ-RSK-001\.the-algorithm.* a token bucket, because bursts must be tolerated/],
  ['no sliding window', /SHALL NOT use a sliding window, because bursts must be tolerated/],
  ['state in Redis', /where the buckets are kept: Redis, because limits are shared by all pods/],
  ['per user and per endpoint', /what a limit applies to: each user and also each endpoint/],
  ['fail open with a fallback', /failing open with an in-memory fallback on each pod/],
  [
    'fallback without Redis',
    /IF the dependency Redis is unavailable, THEN .* allow traffic and count in the memory of each pod/,
  ],
  ['the check fails open', /IF the check "rate limit" cannot be made, THEN .* let requests through/],
  ['errors hide limits', /reveal none of the following in an error answer: limit details/],
  ['callers cannot enumerate', /never let callers learn limit details from an error/],
  ['override by signed JWT', 'override a limit with a signed JWT'],
  ['only by administrators', /allow only administrators to override a limit/],
  ['no API key', /never let administrators override a limit with an API key/],
  ['API key rejected', /SHALL NOT use an API key, because it is not accepted for this/],
  ['audit log', /WHEN the action "change of a limit" takes place, the system SHALL write an audit record/],
  ['the call', /WHEN a valid `POST \/api\/v1\/check-limit` arrives/],
  ['request user_id', /check-limit \| (?:request \| )?user_id \| string \|/],
  ['request endpoint', /check-limit \| (?:request \| )?endpoint \| string \|/],
  ['request weight', /check-limit \| (?:request \| )?weight \| integer \|/],
  ['response allowed', /with the field `allowed` of type boolean/],
  ['response remaining', /with the field `remaining` of type integer/],
  ['response reset_at', /reset_at \| date and time \| ISO 8601/],
  [
    'Redis lost: local cache, alert',
    /"connection to Redis" is down, THEN .* count in a local cache on each pod and alert the operators/,
  ],
  ['clock skew: time of Redis', /use the time of Redis and never the clock of a pod/],
  ['buckets use the clock of the store', /use the time of the store, never the clock of an instance/],
  ['memory pressure: LRU', /"memory of Redis" is full, THEN .* evict the oldest buckets first \(LRU\)/],
  ['not across regions', 'Limiting across regions'],
  ['because not yet', /Limiting across regions .*not needed yet/],
  ['no dashboard', /real-time dashboard .*because batch analytics is enough/],
  ['no webhooks', 'Webhooks on a breach'],
  ['4,000 req/s on average, assumed', /4000 req\/s \(`traffic\.average_rate`, assumed\)/],
  ['12,000 req/s at peak', /SHALL carry 12000 req\/s at peak/],
  ['in the morning sync', 'a partner runs its morning sync'],
  ['1 KiB per call', /: 1 KiB \(`traffic\.call_size`/],
  ['p99 10 ms', /99 of 100 runs of "check a limit" within 10 ms/],
  ['99.95 % of all requests', /at least 99\.95 % of all valid requests successfully/],
  ['per 30 days', /the availability target within each window of 30 d/],
  ['12 pods', /from 12 instances/],
  ['20 connections per pod', /at most 20 connections per instance in the pool "Redis connections"/],
  ['10,000 clients', /Redis connections: .*10,?000/],
  ['noticed: response and errors', '"remaining" tells a caller what errors must not reveal'],
  ['noticed: login guard', /guard a login/],
  ['noticed: limit times pods', /up to 12 times the limit/],
  ['noticed: shared count in memory', /each instance counts alone/],
  ['noticed: when Redis comes back', /when Redis comes back/],
];
