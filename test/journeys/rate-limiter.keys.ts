import type { Step } from './play.js';

/** How the journey is started; the longest interview, so that every question can be gone to. */
export const START = ['new', '--depth', 'deep'] as const;

/**
 * The rate limiter interview as keystrokes. `go` names the question in the outline; without it the question comes by
 * itself. Names in braces are keys, everything else is typed as it stands; `paste` comes as one bracketed paste before the keys.
 */
export const RATE_LIMITER: readonly Step[] = [
  { expect: 'Name of the spec', keys: 'Rate limiter{enter}' },
  { expect: 'Which of these will the system contain?', keys: ' {enter}' },
  { expect: 'What is the worst that happens when this fails?', keys: '2{enter}' },
  { expect: 'What is there today?', keys: '{down}{enter}' },
  { expect: 'What would be lost if all of its own storage disappeared?', keys: '2{enter}' },
  {
    go: 'Who has which problem today',
    expect: 'Who has which problem today',
    keys: 'Abusive callers can hurt downstream APIs today.{newline}They are held back, while legitimate bursts still get through.{enter}',
  },
  {
    go: 'What do people or systems do with it',
    expect: 'What do people or systems do with it',
    keys: [
      'acheck a limit{tab}the service that guards a downstream API{tab}a user calls a guarded endpoint{tab}',
      'say whether the call is allowed, what remains and when the limit resets{ctrl-s}',
      '|override a limit | an administrator | an administrator presents a signed JWT | change the limit and write the change to the audit log{enter}{enter}',
      '{down}{enter}',
    ],
  },
  {
    go: 'deliberately leave out',
    expect: 'What would a reader expect to be included',
    keys: [
      '|limiting across regions | it is not needed yet{enter}',
      'a real-time dashboard | batch analytics is enough{enter}',
      'webhooks on a breach | nobody asked for them{enter}{enter}',
      '{down}{enter}',
    ],
  },
  {
    go: 'Which steps of these flows can go wrong',
    expect: 'Which steps of these flows can go wrong',
    keys: '|check a limit | reading the bucket | the connection to Redis is lost | allow the call and count it in the memory of the pod{enter}{enter}{down}{enter}',
  },
  {
    go: 'Which calls, events or commands',
    expect: 'Which calls, events or commands does the system accept?',
    keys: '|POST /api/v1/check-limit | the service that guards a downstream API | decide whether a call of this weight is allowed | yes{enter}{enter}{down}{enter}',
  },
  {
    go: 'Which fields does each call carry',
    expect: 'Which fields does each call carry?',
    paste: [
      '| Endpoint | Part | Name | Type | Required | Bounds |',
      '| --- | --- | --- | --- | --- | --- |',
      '| POST /api/v1/check-limit | request | user_id | string | yes | |',
      '| POST /api/v1/check-limit | request | endpoint | string | yes | |',
      '| POST /api/v1/check-limit | request | weight | integer | yes | |',
      '| POST /api/v1/check-limit | response | allowed | boolean | yes | |',
      '| POST /api/v1/check-limit | response | remaining | integer | yes | |',
      '| POST /api/v1/check-limit | response | reset_at | date and time | yes | ISO 8601 timestamps |',
    ].join('\r'),
    keys: '{down}{enter}',
  },
  {
    go: 'What must an error answer never reveal',
    expect: 'What must an error answer never reveal?',
    keys: 'limit details{enter}{enter}',
  },
  {
    go: 'How much arrives on average',
    expect: 'How much arrives on average',
    keys: '4000 rps{ctrl-t}5{enter}',
  },
  {
    go: 'busiest minute',
    expect: 'How much arrives in the busiest minute',
    keys: '12k req/s{ctrl-t}5{enter}',
  },
  {
    go: 'What makes that peak happen',
    expect: 'What makes that peak happen?',
    keys: 'a partner runs its morning sync{enter}',
  },
  { go: 'How large is a typical call', expect: 'How large is a typical call', keys: '1 KiB{enter}' },
  {
    go: 'How quickly must each flow be done',
    expect: 'How quickly must each flow be done?',
    keys: '|check a limit | | 10 ms | server | peak load{enter}{enter}{down}{enter}',
  },
  {
    go: 'How many instances run at peak',
    expect: 'How many instances run at peak?',
    keys: '12{ctrl-t}5{enter}',
  },
  {
    go: 'Where is its data kept',
    expect: 'Where is its data kept?',
    keys: '|bucket store | Redis | the token buckets of users and endpoints | a cache{enter}{enter}{down}{enter}',
  },
  {
    go: 'Which caches are there',
    expect: 'Which caches are there',
    keys: '|buckets in the memory of a pod | In the memory of each process{enter}{enter}{down}{enter}',
  },
  {
    go: 'on whose clock',
    expect: 'Which decisions depend on time',
    keys: '|refilling and resetting of buckets | The clock of the store{enter}{enter}{down}{enter}',
  },
  {
    go: 'What does this system need from others',
    expect: 'What does this system need from others while it runs?',
    paste: [
      'Name\tNeeded\tFail mode\tFallback\tKind\tFallback scope\tFallback alert',
      'Redis\tsoft\tallow\tallow traffic and count in the memory of each pod\tcache\tper-instance\tyes',
    ].join('\r'),
    keys: '{down}{enter}',
  },
  {
    go: 'When a check cannot be made',
    expect: 'When a check cannot be made',
    keys: '|rate limit | rate-limit | Redis | open{enter}{enter}{down}{enter}',
  },
  {
    go: 'connection or worker pools',
    expect: 'Which connection or worker pools are there',
    keys: '|Redis connections | Redis | 20 | 10,000{enter}{enter}{down}{enter}',
  },
  {
    go: 'What share of requests must succeed',
    expect: 'What share of requests must succeed?',
    keys: '99.95%{ctrl-t}5{enter}',
  },
  {
    go: 'Over which window',
    expect: 'Over which window is that share counted?',
    keys: '{ctrl-u}30 days{enter}',
  },
  {
    go: 'How can each part fail',
    expect: 'How can each part fail',
    keys: [
      '|connection to Redis | crash | lost connections to Redis | | count in a local cache on each pod and alert the operators{enter}',
      'clock of a pod | wrong | | | use the time of Redis and never the clock of a pod{enter}',
      'memory of Redis | full | | | evict the oldest buckets first (LRU){enter}{enter}',
      '{down}{enter}',
    ],
  },
  {
    go: 'Who may do what',
    expect: 'Who may do what?',
    keys: [
      '|callers | ask whether a call is allowed | learn limit details from an error{enter}',
      'administrators | override a limit with a signed JWT | override a limit with an API key{enter}{enter}',
      '{down}{enter}',
    ],
  },
  {
    go: 'delete, disable, export',
    expect: 'Which actions can delete, disable, export',
    keys: '|override a limit | administrators{enter}{enter}{down}{enter}',
  },
  {
    go: 'Which actions leave an audit record',
    expect: 'Which actions leave an audit record',
    keys: '|change of a limit{enter}{enter}{down}{enter}',
  },
  {
    go: 'What does each deployable unit run on',
    expect: 'What does each deployable unit run on',
    keys: '|the rate limiter | 12 pods | | 20 Redis connections per pod{enter}{enter}{down}{enter}',
  },
  {
    go: 'What has been decided, and why',
    expect: 'What has been decided, and why?',
    keys: [
      '|the algorithm | a token bucket | bursts must be tolerated{enter}',
      'where the buckets are kept | Redis | limits are shared by all pods{enter}',
      'what a limit applies to | each user and also each endpoint | one endpoint can be hurt by many users{enter}',
      'traffic while Redis is unavailable | failing open with an in-memory fallback on each pod | an outage of the limiter must not stop the APIs behind it{enter}',
      'how an administrator overrides a limit | a signed JWT | it names who signed{enter}{enter}',
      '{down}{enter}',
    ],
  },
  {
    go: 'Which alternatives were rejected',
    expect: 'Which alternatives were rejected, and why?',
    keys: [
      '|the algorithm | a sliding window | bursts must be tolerated{enter}',
      'how an administrator overrides a limit | an API key | it is not accepted for this{enter}{enter}',
      '{down}{enter}',
    ],
  },
];

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
  ['response allowed', /with the field `allowed` as boolean/],
  ['response remaining', /with the field `remaining` as integer/],
  ['response reset_at', /reset_at \| date and time \| ISO 8601/],
  [
    'Redis lost: local cache, alert',
    /connection to Redis is down, THEN .* count in a local cache on each pod and alert the operators/,
  ],
  ['clock skew: time of Redis', /use the time of Redis and never the clock of a pod/],
  ['buckets use the clock of the store', /use the time of the store, never the clock of an instance/],
  ['memory pressure: LRU', /memory of Redis is full, THEN .* evict the oldest buckets first \(LRU\)/],
  ['not across regions', 'Limiting across regions'],
  ['because not yet', /Limiting across regions .*not needed yet/],
  ['no dashboard', /real-time dashboard .*because batch analytics is enough/],
  ['no webhooks', 'Webhooks on a breach'],
  ['4,000 req/s on average, assumed', /Average rate: 4000 req\/s \(`traffic\.average_rate`, assumed\)/],
  ['12,000 req/s at peak', /SHALL carry 12000 req\/s at peak/],
  ['in the morning sync', 'a partner runs its morning sync'],
  ['1 KiB per call', 'Call size: 1 KiB'],
  ['p99 10 ms', /99 of 100 runs of "check a limit" within 10 ms/],
  ['99.95 % per 30 days', /at least 99\.95 % of all valid requests .* within each window of 30 d/],
  ['12 pods', /from 12 instances/],
  ['20 connections per pod', /at most 20 connections per instance in the Redis connections/],
  ['10,000 clients', /Redis connections: .*10,?000/],
  ['noticed: response and errors', 'remaining tells a caller what errors must not reveal'],
  ['noticed: login guard', /guard a login/],
  ['noticed: limit times pods', /up to 12 times the limit/],
  ['noticed: shared count in memory', /each instance counts alone/],
  ['noticed: when Redis comes back', /when Redis comes back/],
];
