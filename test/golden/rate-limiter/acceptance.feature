# Status: draft: 3 high risks and 41 open questions

Feature: Rate limiter

  Rule: Users and flows

    @REQ-CTX-001.check-a-limit @test
    Scenario: WHEN a user calls a guarded endpoint, the system SHALL say whether the call is allowed, what remains and when the limit resets.
      Given the system works normally
      When a user calls a guarded endpoint
      Then the system must say whether the call is allowed, what remains and when the limit resets

    @REQ-CTX-001.override-a-limit @test
    Scenario: WHEN an administrator presents a signed JWT, the system SHALL change the limit and write the change to the audit log.
      Given the system works normally
      When an administrator presents a signed JWT
      Then the system must change the limit and write the change to the audit log

    @REQ-CTX-003.reading-the-bucket @test
    Scenario: IF the connection to Redis is lost, THEN the system SHALL allow the call and count it in the memory of the pod.
      Given the flow "check a limit" has reached the step "reading the bucket"
      When the connection to Redis is lost
      Then the system must allow the call and count it in the memory of the pod

  Rule: Interfaces

    @REQ-IFC-001.post-api-v1-check-limit @test
    Scenario: WHEN a valid `POST /api/v1/check-limit` arrives from the service that guards a downstream API, the system SHALL decide whether a call of this weight is allowed.
      Given the service that guards a downstream API may make the call
      When the service that guards a downstream API sends a valid `POST /api/v1/check-limit`
      Then the system must decide whether a call of this weight is allowed

  Rule: Data

    @REQ-DAT-004.bucket-store @drill
    Scenario: IF the bucket store is full, THEN the system SHALL evict the oldest buckets first (LRU).
      When the drill is run: fill the bucket store to its limit
      Then the system must evict the oldest buckets first (LRU)

  Rule: Traffic and capacity

    @REQ-TRF-001 @load-test @assumed
    Scenario: The system SHALL carry 12000 req/s at peak while keeping every other promise of this specification.
      Given the system runs as in production
      When 12000 req/s arrive
      Then every latency and error target still holds

  Rule: Consistency and concurrency

    @REQ-CON-038.refilling-and-resetting-of-buckets @test
    Scenario: The system SHALL use the time of the store, never the clock of an instance, for refilling and resetting of buckets.
      Given the clock of one instance is wrong by an hour
      When it takes part in refilling and resetting of buckets
      Then the decision is the same as on every other instance

  Rule: Dependencies and overload

    @REQ-DEP-015.rate-limit @drill
    Scenario: IF the check "rate limit" cannot be made, THEN the system SHALL let requests through without it.
      Given the check "rate limit" cannot be made
      When a request needs it
      Then the request passes

    @REQ-DEP-019.rate-limit @test
    Scenario: WHEN the check "rate limit" can no longer be made, the system SHALL alert the operators.
      Given the check "rate limit" becomes impossible
      When the first request needs it
      Then an alert names the check

    @REQ-DEP-001.redis @drill
    Scenario: IF the dependency Redis is unavailable, THEN the system SHALL allow traffic and count in the memory of each pod.
      Given the dependency Redis is unavailable
      When a request needs it
      Then the system must allow traffic and count in the memory of each pod

    @REQ-DEP-005.redis @test
    Scenario: WHEN the system starts to do without the dependency Redis, the system SHALL alert the operators.
      Given the dependency Redis becomes unavailable
      When the first request falls back
      Then an alert names Redis

    @REQ-DEP-020.redis-connections @load-test @assumed
    Scenario: The system SHALL open at most 20 connections per instance in the pool "Redis connections".
      Given an instance runs at peak load
      When it needs more than 20 connections of the pool "Redis connections"
      Then it opens no more than 20

  Rule: Failure and recovery

    @REQ-REC-003.connection-to-redis @drill
    Scenario: IF the part "connection to Redis" is down, THEN the system SHALL count in a local cache on each pod and alert the operators.
      Given the part "connection to Redis" is down
      When users go on working
      Then the system does this: count in a local cache on each pod and alert the operators

    @REQ-REC-005.clock-of-a-pod @drill
    Scenario: IF the part "clock of a pod" gives wrong answers, THEN the system SHALL use the time of Redis and never the clock of a pod.
      Given the part "clock of a pod" gives wrong answers
      When users go on working
      Then the system does this: use the time of Redis and never the clock of a pod

    @REQ-REC-010.memory-of-redis @drill
    Scenario: IF the part "memory of Redis" is full, THEN the system SHALL evict the oldest buckets first (LRU).
      Given the part "memory of Redis" is full
      When users go on working
      Then the system does this: evict the oldest buckets first (LRU)

  Rule: Security and abuse

    @REQ-SEC-042.override-a-limit @test
    Scenario: The system SHALL allow only administrators to override a limit.
      Given someone else has proved who they are
      When they try to override a limit
      Then they are refused

    @REQ-SEC-047.override-a-limit @test
    Scenario: WHEN the action "override a limit" is carried out, the system SHALL write who did it, to what and why to the audit log.
      Given someone may override a limit
      When they do so
      Then the audit log holds who, what and why

    @REQ-SEC-048.override-a-limit @test
    Scenario: The system SHALL accept only the credential administrator JWT as proof of the right to override a limit.
      Given a caller shows any other credential than administrator JWT
      When they try to override a limit
      Then they are refused

    @REQ-SEC-005.callers @test
    Scenario: The system SHALL never let callers learn limit details from an error.
      Given callers have proved who they are
      When they try to learn limit details from an error
      Then they do not succeed

    @REQ-SEC-005.administrators @test
    Scenario: The system SHALL never let administrators override a limit with an API key.
      Given administrators have proved who they are
      When they try to override a limit with an API key
      Then they do not succeed

    @REQ-SEC-026.calls-of-one-user @drill
    Scenario: IF calls of one user cannot be counted in the shared store, THEN the system SHALL count on each instance alone.
      Given the shared counter is unreachable
      When requests arrive at one instance
      Then that instance enforces the limit by its own count

    @REQ-SEC-026.calls-to-one-endpoint @drill
    Scenario: IF calls to one endpoint cannot be counted in the shared store, THEN the system SHALL count on each instance alone.
      Given the shared counter is unreachable
      When requests arrive at one instance
      Then that instance enforces the limit by its own count

  Rule: Compliance and privacy

    @REQ-CMP-013.change-of-a-limit @test
    Scenario: WHEN the action "change of a limit" takes place, the system SHALL write an audit record.
      Given someone may do this: change of a limit
      When they do it
      Then an audit record of it exists

# Not shown by a scenario:
# REQ-IFC-012 by test
# REQ-TRF-008 by monitor
# REQ-REC-001 by monitor
# REQ-REC-063 by monitor
# REQ-REC-019.connection-to-redis by monitor
# REQ-OPS-002.the-rate-limiter by load-test
# REQ-RSK-002.a-sliding-window by inspection
# REQ-RSK-001.the-algorithm by inspection
# REQ-RSK-001.where-the-buckets-are-kept by inspection
# REQ-RSK-001.traffic-while-redis-is-unavailable by inspection
