# Status: draft: 1 contradiction, 4 high risks and 104 open questions

Feature: Login

  Rule: Users and flows

    @REQ-CTX-001.sign-in @test
    Scenario: WHEN a user comes back from the provider with a valid answer, the system SHALL open a session and record the attempt.
      Given the system works normally
      When a user comes back from the provider with a valid answer
      Then the system must open a session and record the attempt

    @REQ-CTX-001.sign-out @test
    Scenario: WHEN a user signs out, the system SHALL end the session everywhere within 1 min.
      Given the system works normally
      When a user signs out
      Then the system must end the session everywhere within 1 min

    @REQ-CTX-001.refresh @test
    Scenario: WHEN an access token is about to expire, the system SHALL hand out a new access token and a new refresh token.
      Given the system works normally
      When an access token is about to expire
      Then the system must hand out a new access token and a new refresh token

    @REQ-CTX-001.password-reset-for-staff @test
    Scenario: WHEN a member of staff asks for a new password, the system SHALL let them set one after a second factor.
      Given the system works normally
      When a member of staff asks for a new password
      Then the system must let them set one after a second factor

    @REQ-CTX-001.account-locked @test
    Scenario: WHEN an account has had 5 failed attempts within 15 min, the system SHALL lock the account and answer as for any failed attempt.
      Given the system works normally
      When an account has had 5 failed attempts within 15 min
      Then the system must lock the account and answer as for any failed attempt

    @REQ-CTX-001.provider-down @test
    Scenario: WHEN the provider does not answer, the system SHALL keep existing sessions alive and let staff sign in with their fallback password.
      Given the system works normally
      When the provider does not answer
      Then the system must keep existing sessions alive and let staff sign in with their fallback password

    @REQ-CTX-003.return-from-the-provider @test
    Scenario: IF the answer is forged or too old, THEN the system SHALL refuse it with the same message as any failed attempt.
      Given the flow "sign in" has reached the step "return from the provider"
      When the answer is forged or too old
      Then the system must refuse it with the same message as any failed attempt

    @REQ-CTX-003.use-of-a-refresh-token @test
    Scenario: IF the token was used before, THEN the system SHALL revoke the whole family and ask the user to sign in.
      Given the flow "refresh" has reached the step "use of a refresh token"
      When the token was used before
      Then the system must revoke the whole family and ask the user to sign in

    @REQ-CTX-003.request @test
    Scenario: IF the address belongs to nobody, THEN the system SHALL answer as if a mail had been sent.
      Given the flow "password reset for staff" has reached the step "request"
      When the address belongs to nobody
      Then the system must answer as if a mail had been sent

    @REQ-CTX-003.redirect-to-the-provider @test
    Scenario: IF the provider does not answer within 3 s, THEN the system SHALL say that signing in is not possible now and keep existing sessions.
      Given the flow "provider down" has reached the step "redirect to the provider"
      When the provider does not answer within 3 s
      Then the system must say that signing in is not possible now and keep existing sessions

  Rule: Edge cases and odd input

    @REQ-IFC-013.a-user-signs-in-twice-in-two-tabs-at-the @test
    Scenario: IF a user signs in twice in two tabs at the same moment, THEN the system SHALL open two sessions and keep both.
      Given the system works normally
      When a user signs in twice in two tabs at the same moment
      Then the system must open two sessions and keep both

    @REQ-IFC-013.the-clock-of-a-client-is-2-min-wrong @test
    Scenario: IF the clock of a client is 2 min wrong, THEN the system SHALL accept its token.
      Given the system works normally
      When the clock of a client is 2 min wrong
      Then the system must accept its token

    @REQ-IFC-013.a-refresh-answer-is-lost-and-the-client @test
    Scenario: IF a refresh answer is lost and the client sends the old token again, THEN the system SHALL treat it as a second use and revoke the family.
      Given the system works normally
      When a refresh answer is lost and the client sends the old token again
      Then the system must treat it as a second use and revoke the family

    @REQ-IFC-013.an-account-is-locked-while-it-has-open-s @test
    Scenario: IF an account is locked while it has open sessions, THEN the system SHALL keep the open sessions.
      Given the system works normally
      When an account is locked while it has open sessions
      Then the system must keep the open sessions

    @REQ-IFC-014.sign-in-requests @test
    Scenario: IF a required value is blank in the sign-in requests, THEN the system SHALL refuse that input before acting on it.
      When a required value is blank in the sign-in requests
      Then the system must refuse that input before acting on it

    @REQ-IFC-018.sign-in-requests @test
    Scenario: IF a malformed item is found in the sign-in requests, THEN the system SHALL refuse the whole batch and change nothing.
      When a malformed item is found in the sign-in requests
      Then the system must refuse the whole batch and change nothing

    @REQ-IFC-019.sign-in-requests @test
    Scenario: IF the same item comes twice in the sign-in requests, THEN the system SHALL act on it once.
      When the same item comes twice in the sign-in requests
      Then the system must act on it once

    @REQ-IFC-020.sign-in-requests @test
    Scenario: IF an unknown field is found in the sign-in requests, THEN the system SHALL process the rest as if the field were absent.
      When an unknown field is found in the sign-in requests
      Then the system must process the rest as if the field were absent

    @REQ-IFC-014.answers-of-the-provider @test
    Scenario: IF a required value is blank in the answers of the provider, THEN the system SHALL refuse that input before acting on it.
      When a required value is blank in the answers of the provider
      Then the system must refuse that input before acting on it

    @REQ-IFC-018.answers-of-the-provider @test
    Scenario: IF a malformed item is found in the answers of the provider, THEN the system SHALL refuse the whole batch and change nothing.
      When a malformed item is found in the answers of the provider
      Then the system must refuse the whole batch and change nothing

    @REQ-IFC-020.answers-of-the-provider @test
    Scenario: IF an unknown field is found in the answers of the provider, THEN the system SHALL process the rest as if the field were absent.
      When an unknown field is found in the answers of the provider
      Then the system must process the rest as if the field were absent

  Rule: Interfaces

    @REQ-IFC-001.post-login-callback @test
    Scenario: WHEN a valid `POST /login/callback` arrives from the front end, the system SHALL open a session for a valid answer of the provider.
      Given the front end may make the call
      When the front end sends a valid `POST /login/callback`
      Then the system must open a session for a valid answer of the provider

    @REQ-IFC-004.post-login-callback @test
    Scenario: WHEN the same `POST /login/callback` arrives more than once, the system SHALL end in the same state as after the first.
      Given a `POST /login/callback` has succeeded
      When the same `POST /login/callback` is sent again
      Then the state is the same as before

    @REQ-IFC-001.post-login-password @test
    Scenario: WHEN a valid `POST /login/password` arrives from the front end, the system SHALL open a session for staff with password and second factor.
      Given the front end may make the call
      When the front end sends a valid `POST /login/password`
      Then the system must open a session for staff with password and second factor

    @REQ-IFC-004.post-login-password @test
    Scenario: WHEN the same `POST /login/password` arrives more than once, the system SHALL end in the same state as after the first.
      Given a `POST /login/password` has succeeded
      When the same `POST /login/password` is sent again
      Then the state is the same as before

    @REQ-IFC-001.post-token-refresh @test
    Scenario: WHEN a valid `POST /token/refresh` arrives from the front end, the system SHALL replace the refresh token and hand out an access token.
      Given the front end may make the call
      When the front end sends a valid `POST /token/refresh`
      Then the system must replace the refresh token and hand out an access token

    @REQ-IFC-002.post-token-refresh @test
    Scenario: IF a `POST /token/refresh` comes without a valid session cookie, THEN the system SHALL refuse it and change nothing.
      Given the system works normally
      When a `POST /token/refresh` is sent without a valid session cookie
      Then the call is refused and nothing has changed

    @REQ-IFC-001.post-logout @test
    Scenario: WHEN a valid `POST /logout` arrives from the front end, the system SHALL revoke the session.
      Given the front end may make the call
      When the front end sends a valid `POST /logout`
      Then the system must revoke the session

    @REQ-IFC-002.post-logout @test
    Scenario: IF a `POST /logout` comes without a valid session cookie, THEN the system SHALL refuse it and change nothing.
      Given the system works normally
      When a `POST /logout` is sent without a valid session cookie
      Then the call is refused and nothing has changed

    @REQ-IFC-004.post-logout @test
    Scenario: WHEN the same `POST /logout` arrives more than once, the system SHALL end in the same state as after the first.
      Given a `POST /logout` has succeeded
      When the same `POST /logout` is sent again
      Then the state is the same as before

    @REQ-IFC-001.post-password-reset @test
    Scenario: WHEN a valid `POST /password-reset` arrives from the front end, the system SHALL start a password reset for staff.
      Given the front end may make the call
      When the front end sends a valid `POST /password-reset`
      Then the system must start a password reset for staff

    @REQ-IFC-004.post-password-reset @test
    Scenario: WHEN the same `POST /password-reset` arrives more than once, the system SHALL end in the same state as after the first.
      Given a `POST /password-reset` has succeeded
      When the same `POST /password-reset` is sent again
      Then the state is the same as before

    @REQ-IFC-007.code @test
    Scenario: IF a `POST /login/callback` lacks the field `code`, THEN the system SHALL refuse it and change nothing.
      Given a `POST /login/callback` that is valid in every other way
      When it is sent without `code`
      Then it is refused and nothing has changed

    @REQ-IFC-007.state @test
    Scenario: IF a `POST /login/callback` lacks the field `state`, THEN the system SHALL refuse it and change nothing.
      Given a `POST /login/callback` that is valid in every other way
      When it is sent without `state`
      Then it is refused and nothing has changed

    @REQ-IFC-007.password @test
    Scenario: IF a `POST /login/password` lacks the field `password`, THEN the system SHALL refuse it and change nothing.
      Given a `POST /login/password` that is valid in every other way
      When it is sent without `password`
      Then it is refused and nothing has changed

    @REQ-IFC-007.second-factor @test
    Scenario: IF a `POST /login/password` lacks the field `second_factor`, THEN the system SHALL refuse it and change nothing.
      Given a `POST /login/password` that is valid in every other way
      When it is sent without `second_factor`
      Then it is refused and nothing has changed

    @REQ-IFC-011.sign-in-failed @test
    Scenario: IF the attempt fails, whatever the reason, THEN the system SHALL answer with 401 and the code `sign_in_failed`.
      Given the system works normally
      When the attempt fails, whatever the reason
      Then the answer is 401 with the code `sign_in_failed`

    @REQ-IFC-028.sign-in-failed @test
    Scenario: IF the attempt fails, whatever the reason, THEN the system SHALL let operators tell its causes apart by outcome, reason class and client address.
      When the attempt fails, whatever the reason
      Then the system must let operators tell its causes apart by outcome, reason class and client address

    @REQ-IFC-011.session-ended @test
    Scenario: IF the session is revoked, expired or was used twice, THEN the system SHALL answer with 401 and the code `session_ended`.
      Given the system works normally
      When the session is revoked, expired or was used twice
      Then the answer is 401 with the code `session_ended`

    @REQ-IFC-028.session-ended @test
    Scenario: IF the session is revoked, expired or was used twice, THEN the system SHALL let operators tell its causes apart by the reason class and the family.
      When the session is revoked, expired or was used twice
      Then the system must let operators tell its causes apart by the reason class and the family

    @REQ-IFC-011.too-many-attempts @test
    Scenario: IF the client address has used up its attempts, THEN the system SHALL answer with 429 and the code `too_many_attempts`.
      Given the system works normally
      When the client address has used up its attempts
      Then the answer is 429 with the code `too_many_attempts`

    @REQ-IFC-028.too-many-attempts @test
    Scenario: IF the client address has used up its attempts, THEN the system SHALL let operators tell its causes apart by the client address and the limit.
      When the client address has used up its attempts
      Then the system must let operators tell its causes apart by the client address and the limit

    @REQ-IFC-011.unavailable @test
    Scenario: IF the provider does not answer, THEN the system SHALL answer with 503 and the code `unavailable`.
      Given the system works normally
      When the provider does not answer
      Then the answer is 503 with the code `unavailable`

    @REQ-IFC-028.unavailable @test
    Scenario: IF the provider does not answer, THEN the system SHALL let operators tell its causes apart by the time that the provider took.
      When the provider does not answer
      Then the system must let operators tell its causes apart by the time that the provider took

    @REQ-IFC-021.request-body @test
    Scenario: IF the request body would be larger than 16 KiB, THEN the system SHALL refuse it with 413 before it is parsed.
      Given the limit for the request body is 16 KiB
      When one byte more than that is sent
      Then the system must refuse it with 413 before it is parsed

    @REQ-IFC-022.open-sessions-of-one-account @test
    Scenario: IF more than 20 open sessions of one account are sent or asked for, THEN the system SHALL revoke the oldest session.
      Given the limit for the open sessions of one account is 20
      When one more than that is sent or asked for
      Then the system must revoke the oldest session

  Rule: Data

    @REQ-DAT-009 @test
    Scenario: IF an event arrives that the state of the record does not allow, THEN the system SHALL refuse it with an error and leave the record as it is.
      When an event arrives that the state of the record does not allow
      Then the system must refuse it with an error and leave the record as it is

    @REQ-DAT-021 @test
    Scenario: IF a stored record or message holds a field or value that the reader does not know, THEN the system SHALL process the rest and pass the unknown part on unchanged.
      When a stored record or message holds a field or value that the reader does not know
      Then the system must process the rest and pass the unknown part on unchanged

    @REQ-DAT-024 @test
    Scenario: WHEN the new version is rolled back, the system SHALL read everything that the new version has written.
      Given the new version has written records and messages
      When the previous version is started on them
      Then it reads them without an error

    @REQ-DAT-003.session-database @drill
    Scenario: IF the session database suffers the loss of a zone, THEN the system SHALL still hold families of refresh tokens, staff passwords and the log of attempts.
      When the drill is run: bring about the loss of a zone in the session database
      Then families of refresh tokens, staff passwords and the log of attempts can still be read

    @REQ-DAT-004.session-database @drill
    Scenario: IF the session database is full, THEN the system SHALL refuse new sign-ins with 503 and keep sessions alive.
      When the drill is run: fill the session database to its limit
      Then the system must refuse new sign-ins with 503 and keep sessions alive

    @REQ-DAT-002.revocation-store @drill
    Scenario: The system SHALL be able to rebuild revoked families and counters of attempts in the revocation store (Redis 8) from the session database.
      When the drill is run: empty the revocation store
      Then revoked families and counters of attempts are rebuilt from the session database

    @REQ-DAT-003.revocation-store @drill
    Scenario: IF the revocation store suffers a restart, THEN the system SHALL still hold revoked families and counters of attempts.
      When the drill is run: bring about a restart in the revocation store
      Then revoked families and counters of attempts can still be read

    @REQ-DAT-004.revocation-store @drill
    Scenario: IF the revocation store is full, THEN the system SHALL refuse new entries and alert the engineer on call.
      When the drill is run: fill the revocation store to its limit
      Then the system must refuse new entries and alert the engineer on call

    @REQ-DAT-005.family @test
    Scenario: The system SHALL keep each family record for 30 d and no longer.
      Given the oldest family record is older than 30 d
      When the next deletion has run
      Then the record is gone

    @REQ-DAT-005.staff-password @test
    Scenario: The system SHALL keep each staff password record for 12 months and no longer.
      Given the oldest staff password record is older than 12 months
      When the next deletion has run
      Then the record is gone

    @REQ-DAT-005.attempt @test
    Scenario: The system SHALL keep each attempt record for 90 d and no longer.
      Given the oldest attempt record is older than 90 d
      When the next deletion has run
      Then the record is gone

    @REQ-DAT-008.a-sign-in-succeeds @test
    Scenario: WHEN a sign-in succeeds while the family is "new", the system SHALL move the family to "active", and accept this step only from the login service.
      Given the family is "new"
      When a sign-in succeeds
      Then the family is "active"

    @REQ-DAT-008.the-user-signs-out-or-an-operator-revoke @test
    Scenario: WHEN the user signs out or an operator revokes it while the family is "active", the system SHALL move the family to "revoked", and accept this step only from its user and the operators.
      Given the family is "active"
      When the user signs out or an operator revokes it
      Then the family is "revoked"

    @REQ-DAT-008.a-refresh-token-is-used-twice @test
    Scenario: WHEN a refresh token is used twice while the family is "active", the system SHALL move the family to "revoked", and accept this step only from the login service.
      Given the family is "active"
      When a refresh token is used twice
      Then the family is "revoked"

    @REQ-DAT-016.family @test
    Scenario: The system SHALL delete at most 100000 family records in one run.
      Given more than 100000 family records match a deletion
      When the deletion runs
      Then it deletes 100000 of them and stops

    @REQ-DAT-017.family @drill
    Scenario: WHEN family records are deleted, the system SHALL keep them restorable for 7 d.
      When the drill is run: delete family records of a test customer
      Then they can be restored within 7 d

    @REQ-DAT-016.staff-password @test
    Scenario: The system SHALL delete at most 10 staff password records in one run.
      Given more than 10 staff password records match a deletion
      When the deletion runs
      Then it deletes 10 of them and stops

    @REQ-DAT-017.staff-password @drill
    Scenario: WHEN staff password records are deleted, the system SHALL keep them restorable for 7 d.
      When the drill is run: delete staff password records of a test customer
      Then they can be restored within 7 d

    @REQ-DAT-016.attempt @test
    Scenario: The system SHALL delete at most 200000 attempt records in one run.
      Given more than 200000 attempt records match a deletion
      When the deletion runs
      Then it deletes 200000 of them and stops

    @REQ-DAT-017.attempt @drill
    Scenario: WHEN attempt records are deleted, the system SHALL keep them restorable for 7 d.
      When the drill is run: delete attempt records of a test customer
      Then they can be restored within 7 d

  Rule: Boundaries and implementation rules

    @REQ-AIA-004 @test
    Scenario: IF one of these occurs: a failed check of a revocation and an attempt that could not be logged, THEN the system SHALL report it to the caller or the log and put no default in its place.
      When one of these occurs: a failed check of a revocation and an attempt that could not be logged
      Then the system must report it to the caller or the log and put no default in its place

  Rule: Traffic and capacity

    @REQ-TRF-001 @load-test
    Scenario: The system SHALL carry 200 req/s at peak while keeping every other promise of this specification.
      Given the system runs as in production
      When 200 req/s arrive
      Then every latency and error target still holds

    @REQ-TRF-009 @drill
    Scenario: IF the service loses 2 of 6 instances at once, THEN the system SHALL carry 200 req/s on the remaining instances.
      When the drill is run: stop 2 instances in the same second at peak load
      Then the remaining instances carry 200 req/s within every latency target

    @REQ-TRF-011 @load-test
    Scenario: WHEN all clients act in the same second, the system SHALL spread refreshes over the last 5 min of an access token.
      When all clients act in the same second
      Then the system must spread refreshes over the last 5 min of an access token

    @REQ-TRF-004.sign-in @load-test
    Scenario: WHILE no more than 200 req/s arrive, the system SHALL finish 99 of 100 runs of "sign in" within 2 s, measured at the edge.
      Given no more than 200 req/s arrive
      Then the system must finish 99 of 100 runs of "sign in" within 2 s, measured at the edge

    @REQ-TRF-004.refresh @load-test
    Scenario: WHILE no more than 200 req/s arrive, the system SHALL finish 99 of 100 runs of "refresh" within 200 ms, measured at the edge.
      Given no more than 200 req/s arrive
      Then the system must finish 99 of 100 runs of "refresh" within 200 ms, measured at the edge

    @REQ-TRF-004.sign-out @load-test
    Scenario: WHILE no more than 200 req/s arrive, the system SHALL finish 99 of 100 runs of "sign out" within 200 ms, measured at the edge.
      Given no more than 200 req/s arrive
      Then the system must finish 99 of 100 runs of "sign out" within 200 ms, measured at the edge

    @REQ-TRF-013.connections-of-the-session-database @drill
    Scenario: IF all 300 connections of the session database are in use, THEN the system SHALL refuse new sign-ins with 503.
      When the drill is run: use up all connections of the session database
      Then the system must refuse new sign-ins with 503

  Rule: Consistency and concurrency

    @REQ-CON-005 @test
    Scenario: WHEN two writers change the same record, the system SHALL refuse a change that is based on an older version of the record and name the conflict.
      Given two clients have read the same version of a record
      When both write it
      Then one write succeeds and the other is refused as a conflict

    @REQ-CON-009 @test
    Scenario: WHEN a person's edit loses against another edit, the system SHALL refuse it when the family has moved on, and revoke the whole family.
      Given a person has edited a record that has changed since
      When they save it
      Then the system must refuse it when the family has moved on, and revoke the whole family

    @REQ-CON-001.sign-in @test
    Scenario: The system SHALL show every reader of the flow "sign in" the newest acknowledged write.
      Given a write in the flow "sign in" has been acknowledged
      When another client reads the same record
      Then it sees that write

    @REQ-CON-001.refresh @test
    Scenario: The system SHALL show every reader of the flow "refresh" the newest acknowledged write.
      Given a write in the flow "refresh" has been acknowledged
      When another client reads the same record
      Then it sees that write

    @REQ-CON-003.sign-out @monitor
    Scenario: The system SHALL serve readers of the flow "sign out" with data no older than 1 min.
      Given a record read in the flow "sign out" has changed
      When 1 min has passed
      Then every reader sees the new value

    @REQ-CON-013.signature-keys-of-the-provider @test
    Scenario: The system SHALL serve no cached value of Signature keys of the provider for longer than 1 h after it was stored.
      Given a value of Signature keys of the provider is cached
      When 1 h has passed
      Then the next read does not use that value

    @REQ-CON-018.signature-keys-of-the-provider @load-test
    Scenario: WHEN several requests miss the same entry of Signature keys of the provider, the system SHALL load it from the origin once and let all other requests wait for that result.
      Given an entry of Signature keys of the provider is missing
      When a hundred requests ask for it at once
      Then the origin is asked once

    @REQ-CON-040.start-and-expiry-of-tokens @test
    Scenario: The system SHALL use UTC for start and expiry of tokens.
      Given the clocks change in the local zone
      When start and expiry of tokens is decided
      Then the decision does not depend on the local zone

    @REQ-CON-041.start-and-expiry-of-tokens @test
    Scenario: WHILE two clocks differ by up to 2 min, the system SHALL decide start and expiry of tokens as if the clocks agreed.
      Given two clocks differ by 2 min
      When start and expiry of tokens is decided
      Then the decision is the same

    @REQ-CON-042.start-and-expiry-of-tokens @test
    Scenario: IF the time used for start and expiry of tokens is impossible or out of range, THEN the system SHALL refuse a token whose time lies more than 2 min ahead.
      Given the time used for start and expiry of tokens is impossible or out of range
      When the decision is made
      Then the system must refuse a token whose time lies more than 2 min ahead

    @REQ-CON-038.windows-of-failed-attempts @test
    Scenario: The system SHALL use the time of the store, never the clock of an instance, for windows of failed attempts.
      Given the clock of one instance is wrong by an hour
      When it takes part in windows of failed attempts
      Then the decision is the same as on every other instance

    @REQ-CON-042.windows-of-failed-attempts @test
    Scenario: IF the time used for windows of failed attempts is impossible or out of range, THEN the system SHALL keep the window open.
      Given the time used for windows of failed attempts is impossible or out of range
      When the decision is made
      Then the system must keep the window open

  Rule: Dependencies and overload

    @REQ-DEP-007 @load-test
    Scenario: The system SHALL answer every request or end it with an error within 10 s.
      Given a dependency answers nothing
      When a request needs it
      Then the caller has a definite answer within 10 s

    @REQ-DEP-008 @test
    Scenario: WHILE a caller waits for an answer, the system SHALL pass the remaining time with every call and stop the work when none is left.
      Given a request has 50 ms left
      When it calls a dependency
      Then the call carries the remaining 50 ms

    @REQ-DEP-023 @load-test
    Scenario: IF more work arrives than the system can finish in time, THEN the system SHALL refuse work early, so that accepted work keeps its latency.
      Given twice the capacity arrives for 20 min
      When the system refuses what it cannot serve
      Then accepted requests keep their latency

    @REQ-DEP-026 @load-test
    Scenario: IF more work arrives than the system can finish in time, THEN the system SHALL refuse less important work before more important work.
      Given twice the capacity arrives in two classes
      When the system refuses work
      Then the more important class is refused last

    @REQ-DEP-027 @load-test
    Scenario: IF one caller sends far more than its share, THEN the system SHALL keep the latency of all other callers.
      Given one caller sends ten times its share
      When another caller sends its usual load
      Then the other caller notices nothing

    @REQ-DEP-028 @load-test
    Scenario: IF the system is overloaded, THEN the system SHALL refuse work in this order: password resets, then new sign-ins, then refreshes.
      Given twice the capacity arrives in the usual mix
      When the system refuses work
      Then the refused work follows the order password resets, then new sign-ins, then refreshes

    @REQ-DEP-001.identity-provider @drill
    Scenario: IF the dependency Identity provider is unavailable, THEN the system SHALL keep existing sessions alive and let staff sign in with their fallback password.
      Given the dependency Identity provider is unavailable
      When a request needs it
      Then the system must keep existing sessions alive and let staff sign in with their fallback password

    @REQ-DEP-002.identity-provider @test
    Scenario: IF the dependency Identity provider has not answered within 3 s, THEN the system SHALL stop waiting for that attempt.
      Given the dependency Identity provider answers nothing
      When 3 s have passed
      Then the attempt has ended and its connection is free again

    @REQ-DEP-003.identity-provider @drill
    Scenario: IF the dependency Identity provider is slow, THEN the system SHALL stop waiting after the time-out.
      Given the dependency Identity provider answers ten times slower than usual
      When a request needs it
      Then the system must stop waiting after the time-out

    @REQ-DEP-004.identity-provider @test
    Scenario: IF the dependency Identity provider returns wrong data, THEN the system SHALL refuse the sign-in.
      Given the dependency Identity provider returns data that cannot be right
      When the system uses it
      Then the system must refuse the sign-in

    @REQ-DEP-002.revocation-store @test
    Scenario: IF the dependency Revocation store has not answered within 50 ms, THEN the system SHALL stop waiting for that attempt.
      Given the dependency Revocation store answers nothing
      When 50 ms have passed
      Then the attempt has ended and its connection is free again

    @REQ-DEP-001.session-database @drill
    Scenario: IF the dependency Session database is unavailable, THEN the system SHALL answer 503 and keep access tokens valid until they expire.
      Given the dependency Session database is unavailable
      When a request needs it
      Then the system must answer 503 and keep access tokens valid until they expire

    @REQ-DEP-002.session-database @test
    Scenario: IF the dependency Session database has not answered within 500 ms, THEN the system SHALL stop waiting for that attempt.
      Given the dependency Session database answers nothing
      When 500 ms have passed
      Then the attempt has ended and its connection is free again

    @REQ-DEP-003.session-database @drill
    Scenario: IF the dependency Session database is slow, THEN the system SHALL stop waiting after the time-out and answer 503.
      Given the dependency Session database answers ten times slower than usual
      When a request needs it
      Then the system must stop waiting after the time-out and answer 503

    @REQ-DEP-004.session-database @test
    Scenario: IF the dependency Session database returns wrong data, THEN the system SHALL stop new sign-ins and alert the engineer on call.
      Given the dependency Session database returns data that cannot be right
      When the system uses it
      Then the system must stop new sign-ins and alert the engineer on call

    @REQ-DEP-001.mail-service @drill
    Scenario: IF the dependency Mail service is unavailable, THEN the system SHALL keep the reset mail and send it within 15 min.
      Given the dependency Mail service is unavailable
      When a request needs it
      Then the system must keep the reset mail and send it within 15 min

    @REQ-DEP-002.mail-service @test
    Scenario: IF the dependency Mail service has not answered within 2 s, THEN the system SHALL stop waiting for that attempt.
      Given the dependency Mail service answers nothing
      When 2 s have passed
      Then the attempt has ended and its connection is free again

    @REQ-DEP-003.mail-service @drill
    Scenario: IF the dependency Mail service is slow, THEN the system SHALL send the mail within 15 min.
      Given the dependency Mail service answers ten times slower than usual
      When a request needs it
      Then the system must send the mail within 15 min

    @REQ-DEP-004.mail-service @test
    Scenario: IF the dependency Mail service returns wrong data, THEN the system SHALL alert the engineer on call.
      Given the dependency Mail service returns data that cannot be right
      When the system uses it
      Then the system must alert the engineer on call

    @REQ-DEP-009.front-end @test
    Scenario: IF a call of the layer "front end" fails, THEN the system SHALL NOT try again at that layer.
      Given every call of the layer "front end" fails
      When one operation reaches that layer
      Then that layer makes one attempt

    @REQ-DEP-009.login-service @test
    Scenario: IF a call of the layer "login service" fails, THEN the system SHALL NOT try again at that layer.
      Given every call of the layer "login service" fails
      When one operation reaches that layer
      Then that layer makes one attempt

    @REQ-DEP-017.signature-of-an-access-token @drill
    Scenario: IF the check "signature of an access token" cannot be made, THEN the system SHALL use its last known good answer.
      Given the check "signature of an access token" cannot be made
      When a request needs it
      Then the last known good answer decides

    @REQ-DEP-018.signature-of-an-access-token @drill
    Scenario: IF the check "signature of an access token" has been impossible for 24 h, THEN the system SHALL stop using its last known good answer.
      Given the check "signature of an access token" has been impossible for 24 h
      When another request needs it
      Then the last known good answer no longer decides

    @REQ-DEP-019.signature-of-an-access-token @test
    Scenario: WHEN the check "signature of an access token" can no longer be made, the system SHALL alert the operators.
      Given the check "signature of an access token" becomes impossible
      When the first request needs it
      Then an alert names the check

    @REQ-DEP-020.session-pool @load-test
    Scenario: The system SHALL open at most 10 connections per instance in the pool "session pool".
      Given an instance runs at peak load
      When it needs more than 10 connections of the pool "session pool"
      Then it opens no more than 10

    @REQ-DEP-021.session-pool @load-test
    Scenario: IF no connection of the pool "session pool" is free within 200 ms, THEN the system SHALL refuse the request instead of waiting longer.
      Given every connection of the pool "session pool" is in use
      When a request has waited 200 ms
      Then it is refused

    @REQ-DEP-022.session-pool @test
    Scenario: WHEN a call is cancelled half-way, the system SHALL reset or close its connection of the pool "session pool" before anyone else uses it.
      Given a call has been cancelled half-way
      When another request borrows the same connection of the pool "session pool"
      Then it never sees the answer to the first call

    @REQ-DEP-030.accept-queue-of-an-instance @load-test
    Scenario: IF the queue "accept queue of an instance" holds 200 items, THEN the system SHALL refuse new items.
      Given the queue "accept queue of an instance" holds 200 items
      When another one arrives
      Then it is refused

    @REQ-DEP-032.accept-queue-of-an-instance @test
    Scenario: IF an item of the queue "accept queue of an instance" is older than 2 s, THEN the system SHALL discard it without doing it, and count it.
      Given an item of the queue "accept queue of an instance" is older than 2 s
      When its turn comes
      Then it is discarded and counted

    @REQ-DEP-030.reset-mails @load-test
    Scenario: IF the queue "reset mails" holds 1000 items, THEN the system SHALL refuse new items.
      Given the queue "reset mails" holds 1000 items
      When another one arrives
      Then it is refused

    @REQ-DEP-032.reset-mails @test
    Scenario: IF an item of the queue "reset mails" is older than 15 min, THEN the system SHALL discard it without doing it, and count it.
      Given an item of the queue "reset mails" is older than 15 min
      When its turn comes
      Then it is discarded and counted

    @REQ-DEP-033.session-database @drill
    Scenario: IF the dependency Session database is away when a process starts, THEN the system SHALL wait and report that it is not ready.
      Given the dependency Session database is away
      When a process starts
      Then the system must wait and report that it is not ready

    @REQ-DEP-033.revocation-store @drill
    Scenario: IF the dependency Revocation store is away when a process starts, THEN the system SHALL wait and report that it is not ready.
      Given the dependency Revocation store is away
      When a process starts
      Then the system must wait and report that it is not ready

    @REQ-DEP-033.identity-provider @drill
    Scenario: IF the dependency Identity provider is away when a process starts, THEN the system SHALL start with the last known keys.
      Given the dependency Identity provider is away
      When a process starts
      Then the system must start with the last known keys

    @REQ-DEP-033.mail-service @drill
    Scenario: IF the dependency Mail service is away when a process starts, THEN the system SHALL start and keep reset mails.
      Given the dependency Mail service is away
      When a process starts
      Then the system must start and keep reset mails

    @REQ-DEP-035.sign-in @test
    Scenario: The system SHALL make at most 2 calls to the dependency Identity provider for one request of the flow "sign in".
      Given the largest allowed request of the flow "sign in"
      When it is served
      Then the dependency Identity provider has received at most 2 calls

    @REQ-DEP-035.refresh @test
    Scenario: The system SHALL make at most 1 call to the dependency Session database for one request of the flow "refresh".
      Given the largest allowed request of the flow "refresh"
      When it is served
      Then the dependency Session database has received at most 1 call

  Rule: Failure and recovery

    @REQ-REC-028 @drill
    Scenario: IF the primary store is lost, THEN the system SHALL lose no acknowledged write older than 1 min.
      Given writes arrive all the time
      When the primary store is lost and restored
      Then every write acknowledged more than 1 min before the loss is there

    @REQ-REC-029 @drill
    Scenario: IF the service is lost, THEN the system SHALL serve its users again within 1 h.
      Given the service has been lost
      When 1 h has passed
      Then users can work again

    @REQ-REC-036 @drill
    Scenario: IF one zone is lost, THEN the system SHALL keep serving its users from the remaining zones.
      Given the system runs at peak load
      When one zone is cut off
      Then users keep working

    @REQ-REC-041 @test
    Scenario: IF a copy of the data is more than 30 s behind, THEN the system SHALL alert the operators.
      Given a copy falls behind
      When its lag passes 30 s
      Then an alert is raised

    @REQ-REC-044 @drill
    Scenario: IF the primary is lost, THEN the system SHALL promote another copy in the same region without human help, and in another region only on command.
      Given the primary is lost
      When a copy in the same region is healthy
      Then that copy takes over without human help

    @REQ-REC-046 @drill
    Scenario: IF an old primary returns after a failover, THEN the system SHALL refuse every write of the old primary.
      Given another copy has taken over
      When the old primary returns and writes
      Then its writes are refused

    @REQ-REC-047 @drill
    Scenario: IF the primary is lost, THEN the system SHALL accept writes on another copy within 1 min.
      Given the primary is lost
      When 1 min has passed
      Then writes are accepted

    @REQ-REC-048 @load-test
    Scenario: IF the largest unit that can fail at once is lost, THEN the system SHALL carry 100 % of peak load with what remains.
      Given the largest unit is lost
      When load rises to 100 % of peak
      Then the promised latency holds

    @REQ-REC-049 @drill
    Scenario: WHEN the service has moved to another address, the system SHALL have every client on the new address within 1 min.
      Given clients hold connections to the old address
      When the service moves
      Then within 1 min no client uses the old address

    @REQ-REC-053 @drill
    Scenario: WHEN a full restore of its data has been started, the system SHALL be usable within 20 min.
      Given an empty environment
      When a full restore is started
      Then the service is usable within 20 min

    @REQ-REC-056 @load-test
    Scenario: WHEN the service returns after an outage, the system SHALL admit load step by step.
      Given the service was away for 10 min
      When it returns
      Then load rises in steps and not at once

    @REQ-REC-057 @load-test
    Scenario: WHEN the service returns after an outage, the system SHALL let its clients reconnect at random times.
      Given many clients were cut off
      When the service returns
      Then their reconnects are spread over time

    @REQ-REC-060 @load-test
    Scenario: WHEN the service returns after an outage of 30 min, the system SHALL have worked off the backlog within 30 min.
      Given the service was away for 30 min
      When it has returned
      Then the backlog is gone within 30 min

    @REQ-REC-003.identity-provider @drill
    Scenario: IF the part "identity provider" is down, THEN the system SHALL keep existing sessions alive and offer staff their fallback password.
      Given the part "identity provider" is down
      When users go on working
      Then the system does this: keep existing sessions alive and offer staff their fallback password

    @REQ-REC-011.identity-provider @drill
    Scenario: IF the part "identity provider" is down, THEN the system SHALL limit what users notice to this: users stay signed in, and cannot sign in anew.
      When the drill is run: stop the part "identity provider"
      Then users stay signed in, and cannot sign in anew, and nothing worse

    @REQ-REC-027.identity-provider @drill
    Scenario: The system SHALL show the signal "more than 20 % failed redirects over 5 min" within 6 min of the failure that causes it.
      Given the part "identity provider" has failed
      When 6 min have passed
      Then the signal is visible

    @REQ-REC-004.identity-provider-2 @drill
    Scenario: IF the part "identity provider" is slow, THEN the system SHALL stop waiting after 3 s and show a message.
      Given the part "identity provider" is slow
      When users go on working
      Then the system does this: stop waiting after 3 s and show a message

    @REQ-REC-012.identity-provider-2 @drill
    Scenario: IF the part "identity provider" is slow, THEN the system SHALL limit what users notice to this: users wait up to 3 s.
      When the drill is run: delay every answer of the part "identity provider" tenfold
      Then users wait up to 3 s, and nothing worse

    @REQ-REC-027.identity-provider-2 @drill
    Scenario: The system SHALL show the signal "p99 of the redirect above 2 s for 5 min" within 6 min of the failure that causes it.
      Given the part "identity provider" has failed
      When 6 min have passed
      Then the signal is visible

    @REQ-REC-027.revocation-store @drill
    Scenario: The system SHALL show the signal "three failed connections in 10 s" within 1 min of the failure that causes it.
      Given the part "revocation store" has failed
      When 1 min has passed
      Then the signal is visible

    @REQ-REC-003.session-database @drill
    Scenario: IF the part "session database" is down, THEN the system SHALL promote the standby of another zone.
      Given the part "session database" is down
      When users go on working
      Then the system does this: promote the standby of another zone

    @REQ-REC-011.session-database @drill
    Scenario: IF the part "session database" is down, THEN the system SHALL limit what users notice to this: users cannot sign in for up to 2 min.
      When the drill is run: stop the part "session database"
      Then users cannot sign in for up to 2 min, and nothing worse

    @REQ-REC-027.session-database @drill
    Scenario: The system SHALL show the signal "three failed connections in 10 s" within 1 min of the failure that causes it.
      Given the part "session database" has failed
      When 1 min has passed
      Then the signal is visible

    @REQ-REC-003.mail-service @drill
    Scenario: IF the part "mail service" is down, THEN the system SHALL keep the mail and send it within 15 min.
      Given the part "mail service" is down
      When users go on working
      Then the system does this: keep the mail and send it within 15 min

    @REQ-REC-011.mail-service @drill
    Scenario: IF the part "mail service" is down, THEN the system SHALL limit what users notice to this: users get their reset mail late.
      When the drill is run: stop the part "mail service"
      Then users get their reset mail late, and nothing worse

    @REQ-REC-027.mail-service @drill
    Scenario: The system SHALL show the signal "a reset mail older than 5 min" within 6 min of the failure that causes it.
      Given the part "mail service" has failed
      When 6 min have passed
      Then the signal is visible

    @REQ-REC-031.instance-loss @drill
    Scenario: IF an instance is lost, THEN the system SHALL lose at most 1 s of acknowledged writes and serve its users again within 1 min.
      Given the system runs under its usual load
      When an instance is lost
      Then users work again within 1 min, and at most 1 s of writes are gone

    @REQ-REC-032.zone-loss @drill
    Scenario: IF a zone is lost, THEN the system SHALL lose at most 1 s of acknowledged writes and serve its users again within 2 min.
      Given the system runs under its usual load
      When a zone is lost
      Then users work again within 2 min, and at most 1 s of writes are gone

    @REQ-REC-034.bad-write @drill
    Scenario: IF data is changed or deleted by mistake, THEN the system SHALL lose at most 1 min of acknowledged writes and serve its users again within 1 h.
      Given the system runs under its usual load
      When data is changed or deleted by mistake
      Then users work again within 1 h, and at most 1 min of writes are gone

    @REQ-REC-050.session-database @monitor
    Scenario: The system SHALL back up the data "session database" at least every 30 s.
      Given the last backup of session database is older than 30 s
      When the age of backups is checked
      Then an alert is raised

    @REQ-REC-054.a-bad-release @drill
    Scenario: IF the fault "a bad release" occurs, THEN the system SHALL limit the damage to the sign-ins of the first stage, at most 5 % of users or data.
      Given the fault "a bad release" occurs
      When the damage has stopped spreading
      Then at most 5 % of users or data are affected

    @REQ-REC-054.a-leaked-signing-key @drill
    Scenario: IF the fault "a leaked signing key" occurs, THEN the system SHALL limit the damage to every session, at most 100 % of users or data.
      Given the fault "a leaked signing key" occurs
      When the damage has stopped spreading
      Then at most 100 % of users or data are affected

    @REQ-REC-055.identity-provider @drill
    Scenario: WHEN the part "identity provider" returns after an outage, the system SHALL send new sign-ins to it and end the fallback.
      Given the part "identity provider" was away for 10 min
      When it returns
      Then the system must send new sign-ins to it and end the fallback

    @REQ-REC-055.revocation-store @drill
    Scenario: WHEN the part "revocation store" returns after an outage, the system SHALL fill it from the session database before it answers.
      Given the part "revocation store" was away for 10 min
      When it returns
      Then the system must fill it from the session database before it answers

    @REQ-REC-062.sign-in-of-the-operators @drill
    Scenario: IF the recovery tool "sign-in of the operators" is unavailable, THEN the system SHALL let the operators use the sealed account.
      Given the recovery tool "sign-in of the operators" is unavailable
      When operators need it
      Then they can use the sealed account

    @REQ-REC-061.paging @drill
    Scenario: The system SHALL keep the recovery tool "paging" independent of the system that it repairs.
      When the drill is run: block the system and its platform
      Then paging still works

    @REQ-REC-062.paging @drill
    Scenario: IF the recovery tool "paging" is unavailable, THEN the system SHALL let the operators call the engineer on call by telephone.
      Given the recovery tool "paging" is unavailable
      When operators need it
      Then they can call the engineer on call by telephone

  Rule: Security and abuse

    @REQ-SEC-006 @test
    Scenario: The system SHALL refuse every call that no rule allows.
      Given an endpoint without a rule
      When any caller calls it
      Then the call is refused

    @REQ-SEC-007 @test
    Scenario: The system SHALL restrict every query to the objects that the caller may touch.
      Given an object of another owner exists
      When a caller asks for it by its id
      Then nothing is found

    @REQ-SEC-019.attempts-from-one-address @test
    Scenario: IF more than 100 attempts from one address occur within 1 h, THEN the system SHALL refuse the excess with an error that the caller can recognise.
      Given 100 attempts from one address have occurred within 1 h
      When one more occurs
      Then it is refused, and the first ones were not

    @REQ-SEC-001.users @test
    Scenario: The system SHALL allow users to sign in, refresh and sign out, but only what is their own.
      Given users have proved who they are
      When they act on a thing that belongs to someone else
      Then they are refused

    @REQ-SEC-005.users @test
    Scenario: The system SHALL never let users learn whether another account exists.
      Given users have proved who they are
      When they try to learn whether another account exists
      Then they do not succeed

    @REQ-SEC-001.staff @test
    Scenario: The system SHALL allow Staff to sign in with a fallback password and a second factor while the provider is down, but only what is their own.
      Given Staff have proved who they are
      When they act on a thing that belongs to someone else
      Then they are refused

    @REQ-SEC-005.staff @test
    Scenario: The system SHALL never let Staff sign in without a second factor.
      Given Staff have proved who they are
      When they try to sign in without a second factor
      Then they do not succeed

    @REQ-SEC-004.operators @test
    Scenario: The system SHALL allow operators to revoke sessions and read the log of attempts.
      Given operators have proved who they are
      When they act as allowed
      Then they succeed

    @REQ-SEC-005.operators @test
    Scenario: The system SHALL never let operators see a credential or a token.
      Given operators have proved who they are
      When they try to see a credential or a token
      Then they do not succeed

    @REQ-SEC-010.post-token-refresh @test
    Scenario: The system SHALL let Users call `POST /token/refresh` only with their own refresh token.
      Given Users have proved who they are
      When they call `POST /token/refresh` beyond this rule: only with their own refresh token
      Then they are refused

    @REQ-SEC-010.post-logout @test
    Scenario: The system SHALL let Users call `POST /logout` only for their own session.
      Given Users have proved who they are
      When they call `POST /logout` beyond this rule: only for their own session
      Then they are refused

    @REQ-SEC-010.post-password-reset @test
    Scenario: The system SHALL let Staff call `POST /password-reset` only for members of staff.
      Given Staff have proved who they are
      When they call `POST /password-reset` beyond this rule: only for members of staff
      Then they are refused

    @REQ-SEC-010.post-login-password @test
    Scenario: The system SHALL let Staff call `POST /login/password` only for members of staff.
      Given Staff have proved who they are
      When they call `POST /login/password` beyond this rule: only for members of staff
      Then they are refused

    @REQ-SEC-010.post-login-callback @test
    Scenario: The system SHALL let Users call `POST /login/callback` only with a state that this browser was given.
      Given Users have proved who they are
      When they call `POST /login/callback` beyond this rule: only with a state that this browser was given
      Then they are refused

    @REQ-SEC-011.access-token @test
    Scenario: The system SHALL accept the credential access token for at most 15 min after it was issued or renewed.
      Given the credential access token was issued
      When 15 min have passed without a renewal
      Then it is refused

    @REQ-SEC-012.access-token @test
    Scenario: WHEN the credential access token is revoked, the system SHALL refuse it everywhere within 1 min.
      Given the credential access token is in use
      When it is revoked
      Then within 1 min no part of the system accepts it

    @REQ-SEC-011.refresh-token @test
    Scenario: The system SHALL accept the credential refresh token for at most 14 d after it was issued or renewed.
      Given the credential refresh token was issued
      When 14 d have passed without a renewal
      Then it is refused

    @REQ-SEC-012.refresh-token @test
    Scenario: WHEN the credential refresh token is revoked, the system SHALL refuse it everywhere within 1 min.
      Given the credential refresh token is in use
      When it is revoked
      Then within 1 min no part of the system accepts it

    @REQ-SEC-013.refresh-token @test
    Scenario: WHEN the credential refresh token is used for a renewal, the system SHALL replace it and make the old one invalid.
      Given the credential refresh token has been renewed
      When the old one is used
      Then it is not accepted

    @REQ-SEC-014.refresh-token @test
    Scenario: IF the credential refresh token is used a second time, THEN the system SHALL revoke every credential of the same family.
      Given the credential refresh token has been used and replaced
      When the old one is used again
      Then the whole family is refused from then on

    @REQ-SEC-012.staff-fallback-password @test
    Scenario: WHEN the credential staff fallback password is revoked, the system SHALL refuse it everywhere within 1 min.
      Given the credential staff fallback password is in use
      When it is revoked
      Then within 1 min no part of the system accepts it

    @REQ-SEC-018.staff-fallback-password @test
    Scenario: The system SHALL issue the credential staff fallback password only after a second factor was proved.
      Given a person has proved only one factor
      When they ask for the credential staff fallback password
      Then it is not issued

    @REQ-SEC-030.token-signing-key @drill
    Scenario: WHEN the secret token signing key is replaced, the system SHALL accept the old and the new one until no reader uses the old one.
      Given the secret token signing key is in use
      When it is replaced
      Then no request fails

    @REQ-SEC-031.token-signing-key @test
    Scenario: WHEN the secret token signing key expires in 30 d or less, the system SHALL alert the owner.
      Given the secret token signing key expires in 30 d
      When the daily check runs
      Then its owner is told

    @REQ-SEC-030.client-secret-at-the-provider @drill
    Scenario: WHEN the secret client secret at the provider is replaced, the system SHALL accept the old and the new one until no reader uses the old one.
      Given the secret client secret at the provider is in use
      When it is replaced
      Then no request fails

    @REQ-SEC-031.client-secret-at-the-provider @test
    Scenario: WHEN the secret client secret at the provider expires in 30 d or less, the system SHALL alert the owner.
      Given the secret client secret at the provider expires in 30 d
      When the daily check runs
      Then its owner is told

    @REQ-SEC-030.server-certificate @drill
    Scenario: WHEN the secret server certificate is replaced, the system SHALL accept the old and the new one until no reader uses the old one.
      Given the secret server certificate is in use
      When it is replaced
      Then no request fails

    @REQ-SEC-031.server-certificate @test
    Scenario: WHEN the secret server certificate expires in 30 d or less, the system SHALL alert the owner.
      Given the secret server certificate expires in 30 d
      When the daily check runs
      Then its owner is told

    @REQ-SEC-032.guessing-passwords-of-staff @test
    Scenario: The system SHALL require a second factor and limit attempts by account and address, as a control against the abuse "guessing passwords of staff".
      Given someone attempts the abuse "guessing passwords of staff"
      When they go on
      Then the control stops them

    @REQ-SEC-032.locking-a-victim-out-on-purpose @test
    Scenario: The system SHALL keep open sessions of a locked account alive, as a control against the abuse "locking a victim out on purpose".
      Given someone attempts the abuse "locking a victim out on purpose"
      When they go on
      Then the control stops them

    @REQ-SEC-032.using-a-stolen-refresh-token @test
    Scenario: The system SHALL revoke the family when a token is used twice, as a control against the abuse "using a stolen refresh token".
      Given someone attempts the abuse "using a stolen refresh token"
      When they go on
      Then the control stops them

    @REQ-SEC-032.learning-which-accounts-exist @test
    Scenario: The system SHALL answer every failed attempt in the same words and time, as a control against the abuse "learning which accounts exist".
      Given someone attempts the abuse "learning which accounts exist"
      When they go on
      Then the control stops them

    @REQ-SEC-033.token-parser @test
    Scenario: IF the token parser has worked on one input for 10 ms, THEN the system SHALL end that work and answer with an error.
      Given an input that is as expensive as possible
      When the token parser receives it
      Then it ends within 10 ms and the process survives

    @REQ-SEC-034.token-parser @test
    Scenario: IF an input of the token parser is larger than 16 KiB, THEN the system SHALL refuse the input before it is parsed.
      Given an input larger than 16 KiB
      When the token parser receives it
      Then it is refused unparsed

    @REQ-SEC-042.revoke-all-sessions @test
    Scenario: The system SHALL allow only operators to revoke all sessions.
      Given someone else has proved who they are
      When they try to revoke all sessions
      Then they are refused

    @REQ-SEC-043.revoke-all-sessions @test
    Scenario: The system SHALL touch at most 1000000 things in one run of "revoke all sessions".
      Given someone selects more than 1000000 things
      When the action "revoke all sessions" is requested
      Then nothing is touched and the limit is named

    @REQ-SEC-044.revoke-all-sessions @test
    Scenario: WHEN the action "revoke all sessions" is requested, the system SHALL show how many things will be touched and wait for a confirmation.
      Given things are selected
      When the action "revoke all sessions" is requested
      Then the count is shown before anything happens

    @REQ-SEC-045.revoke-all-sessions @test
    Scenario: The system SHALL require the approval of a second person to revoke all sessions.
      Given one person asks to revoke all sessions
      When nobody else approves
      Then nothing happens

    @REQ-SEC-046.revoke-all-sessions @test
    Scenario: IF the target is empty or missing, THEN the system SHALL refuse to revoke all sessions.
      Given the target is left empty
      When the action "revoke all sessions" is requested
      Then it is refused and nothing happens

    @REQ-SEC-047.revoke-all-sessions @test
    Scenario: WHEN the action "revoke all sessions" is carried out, the system SHALL write who did it, to what and why to the audit log.
      Given someone may revoke all sessions
      When they do so
      Then the audit log holds who, what and why

    @REQ-SEC-042.reset-the-password-of-a-member-of-staff @test
    Scenario: The system SHALL allow only operators to reset the password of a member of staff.
      Given someone else has proved who they are
      When they try to reset the password of a member of staff
      Then they are refused

    @REQ-SEC-043.reset-the-password-of-a-member-of-staff @test
    Scenario: The system SHALL touch at most 1 thing in one run of "reset the password of a member of staff".
      Given someone selects more than 1 thing
      When the action "reset the password of a member of staff" is requested
      Then nothing is touched and the limit is named

    @REQ-SEC-045.reset-the-password-of-a-member-of-staff @test
    Scenario: The system SHALL require the approval of a second person to reset the password of a member of staff.
      Given one person asks to reset the password of a member of staff
      When nobody else approves
      Then nothing happens

    @REQ-SEC-046.reset-the-password-of-a-member-of-staff @test
    Scenario: IF the target is empty or missing, THEN the system SHALL refuse to reset the password of a member of staff.
      Given the target is left empty
      When the action "reset the password of a member of staff" is requested
      Then it is refused and nothing happens

    @REQ-SEC-047.reset-the-password-of-a-member-of-staff @test
    Scenario: WHEN the action "reset the password of a member of staff" is carried out, the system SHALL write who did it, to what and why to the audit log.
      Given someone may reset the password of a member of staff
      When they do so
      Then the audit log holds who, what and why

  Rule: Compliance and privacy

    @REQ-CMP-006 @test
    Scenario: WHEN a person asks for their data, the system SHALL find every record of a person by the account id.
      Given a person has records in every listed place
      When they ask for their data
      Then every record is found

    @REQ-CMP-007 @test
    Scenario: WHEN a person has asked for erasure, the system SHALL erase that person in every place within 30 d.
      Given a person has asked for erasure
      When 30 d have passed
      Then no place holds their data

    @REQ-CMP-008.session-database @test
    Scenario: WHEN a person has asked for erasure, the system SHALL delete their data from the session database within 7 d.
      Given data of a person is held in the session database
      When 7 d have passed since the request
      Then nothing about that person is found there

    @REQ-CMP-010.logs @test
    Scenario: WHEN a person has asked for erasure, the system SHALL let their data in the logs expire within 30 d.
      Given data of a person is held in the logs
      When 30 d have passed since the request
      Then nothing about that person is found there

    @REQ-CMP-012.backups @drill
    Scenario: WHEN the backups are restored, the system SHALL erase again every person in the erasure ledger before it serves users.
      Given a person was erased after the backup was taken
      When that backup is restored
      Then their data is gone before users are served

    @REQ-CMP-013.attempt-to-sign-in @test
    Scenario: WHEN the action "attempt to sign in" takes place, the system SHALL write an audit record.
      Given someone may do this: attempt to sign in
      When they do it
      Then an audit record of it exists

    @REQ-CMP-014.attempt-to-sign-in @test
    Scenario: The system SHALL hold in each audit record of the action "attempt to sign in": outcome, reason class and client address.
      Given this action has taken place: attempt to sign in
      When its audit record is read
      Then it holds outcome, reason class and client address

    @REQ-CMP-013.revocation-by-an-operator @test
    Scenario: WHEN the action "revocation by an operator" takes place, the system SHALL write an audit record.
      Given someone may do this: revocation by an operator
      When they do it
      Then an audit record of it exists

    @REQ-CMP-014.revocation-by-an-operator @test
    Scenario: The system SHALL hold in each audit record of the action "revocation by an operator": who, when, which account and reason.
      Given this action has taken place: revocation by an operator
      When its audit record is read
      Then it holds who, when, which account and reason

    @REQ-CMP-017.credentials @test
    Scenario: The system SHALL never write credentials to logs, traces, error reports, analytics or prompts.
      Given a request carries credentials
      When it fails in every possible way
      Then no captured log, trace or report holds credentials

    @REQ-CMP-017.tokens @test
    Scenario: The system SHALL never write tokens to logs, traces, error reports, analytics or prompts.
      Given a request carries tokens
      When it fails in every possible way
      Then no captured log, trace or report holds tokens

  Rule: Observability

    @REQ-OBS-009 @test
    Scenario: The system SHALL write each log entry as one JSON object on one line.
      Given a request is served
      When its log lines are read
      Then each line is one JSON object

    @REQ-OBS-011 @test
    Scenario: The system SHALL carry these fields in every log line: time, level, correlation id, outcome, reason class and client address.
      Given a request is served
      When its log lines are read
      Then every line carries time, level, correlation id, outcome, reason class and client address

    @REQ-OBS-012 @test
    Scenario: The system SHALL carry one correlation id from the first call through every queue and job that it causes.
      Given a request causes a job through a queue
      When the job logs a line
      Then that line carries the id of the request

    @REQ-OBS-013 @test
    Scenario: The system SHALL write no body of a request or an answer to logs or error reports.
      Given a request fails
      When its logs and error reports are read
      Then no body is among them

    @REQ-OBS-018 @drill
    Scenario: IF logs cannot be delivered, THEN the system SHALL keep log entries in a bounded buffer, drop the oldest when it is full, and go on serving requests.
      Given logs cannot be delivered
      When requests arrive
      Then they are served

    @REQ-OBS-020 @test
    Scenario: The system SHALL use at most 2 GiB of local disk for logs on one machine.
      Given logs cannot be delivered
      When they grow to 2 GiB on one machine
      Then the oldest are removed and the service goes on

    @REQ-OBS-021 @drill
    Scenario: The system SHALL let an engineer find the cause of a complaint by these steps: look up the account and its attempts around 14:02; read the reason class of each attempt; follow the correlation id through gateway, login service and provider.
      Given a customer names a thing and a time
      When an engineer follows the steps
      Then the cause is found

    @REQ-OBS-022 @drill
    Scenario: WHEN a customer reports a wrong result, the system SHALL let an engineer find its cause within 20 min.
      Given a customer reports a wrong result
      When an engineer follows the steps
      Then the cause is known within 20 min

    @REQ-OBS-003.failed-sign-ins @test
    Scenario: WHEN the signal "Failed sign-ins" is above 20 % of all attempts over 5 min in production, the system SHALL tell the engineer on call.
      Given the system runs in production
      When the signal "Failed sign-ins" is above 20 % of all attempts over 5 min
      Then the alert has reached the engineer on call

    @REQ-OBS-005.failed-sign-ins @drill
    Scenario: IF the condition of the alert "Failed sign-ins" begins in production, THEN the system SHALL tell the engineer on call within 6 min.
      Given the condition of the alert "Failed sign-ins" has begun
      When 6 min have passed
      Then the alert has reached the engineer on call

    @REQ-OBS-003.failed-refreshes @test
    Scenario: WHEN the signal "Failed refreshes" is above 1 % of all refreshes over 5 min in production, the system SHALL tell the engineer on call.
      Given the system runs in production
      When the signal "Failed refreshes" is above 1 % of all refreshes over 5 min
      Then the alert has reached the engineer on call

    @REQ-OBS-005.failed-refreshes @drill
    Scenario: IF the condition of the alert "Failed refreshes" begins in production, THEN the system SHALL tell the engineer on call within 6 min.
      Given the condition of the alert "Failed refreshes" has begun
      When 6 min have passed
      Then the alert has reached the engineer on call

    @REQ-OBS-003.slow-revocation @test
    Scenario: WHEN the signal "slow revocation" is above 1 min over 5 min in production, the system SHALL tell the engineer on call.
      Given the system runs in production
      When the signal "slow revocation" is above 1 min over 5 min
      Then the alert has reached the engineer on call

    @REQ-OBS-005.slow-revocation @drill
    Scenario: IF the condition of the alert "slow revocation" begins in production, THEN the system SHALL tell the engineer on call within 6 min.
      Given the condition of the alert "slow revocation" has begun
      When 6 min have passed
      Then the alert has reached the engineer on call

    @REQ-OBS-004.failed-sign-ins-in-staging @test
    Scenario: WHEN the signal "Failed sign-ins in staging" is above 50 % of all attempts over 30 min in staging, the system SHALL record it and page nobody.
      Given the system runs in staging
      When the signal "Failed sign-ins in staging" is above 50 % of all attempts over 30 min
      Then it is recorded and nobody is paged

    @REQ-OBS-007.a-revoked-session-that-is-still-accepted @drill
    Scenario: IF this quiet failure occurs: a revoked session that is still accepted, THEN the system SHALL report it to the engineer on call within 1 h.
      Given this has happened: a revoked session that is still accepted
      When 1 h has passed
      Then the report has reached the engineer on call

    @REQ-OBS-007.attempts-that-are-not-logged @drill
    Scenario: IF this quiet failure occurs: attempts that are not logged, THEN the system SHALL report it to the security team within 24 h.
      Given this has happened: attempts that are not logged
      When 24 h have passed
      Then the report has reached the security team

    @REQ-OBS-008.sign-in-to-the-dashboards @drill
    Scenario: IF the signal path "sign-in to the dashboards" fails together with the system, THEN the system SHALL still alert the operators, by a dashboard that the sealed account can read.
      Given the system and the signal path "sign-in to the dashboards" have failed
      When users are affected
      Then operators are alerted all the same

    @REQ-OBS-008.paging @drill
    Scenario: IF the signal path "paging" fails together with the system, THEN the system SHALL still alert the operators, by a test sign-in from outside every minute.
      Given the system and the signal path "paging" have failed
      When users are affected
      Then operators are alerted all the same

  Rule: HTTP API

    @REQ-API-003 @drill
    Scenario: IF all instances count as unhealthy, THEN the system SHALL send traffic to all of them.
      When all instances count as unhealthy
      Then the system must send traffic to all of them

    @REQ-API-008 @test
    Scenario: WHEN an instance is told to stop, the system SHALL keep accepting requests for 10 s.
      When an instance is told to stop
      Then the system must keep accepting requests for 10 s

    @REQ-API-009 @test
    Scenario: WHEN an instance stops accepting requests, the system SHALL finish those in flight for up to 10 s.
      When an instance stops accepting requests
      Then the system must finish those in flight for up to 10 s

    @REQ-API-002.liveness @drill
    Scenario: IF a dependency that all instances share is slow or down, THEN the system SHALL keep passing its liveness check.
      When the drill is run: delay the shared dependencies by twice the timeout of the check
      Then no instance is restarted or taken out of traffic

    @REQ-API-002.readiness @drill
    Scenario: IF a dependency that all instances share is slow or down, THEN the system SHALL keep passing its readiness check.
      When the drill is run: delay the shared dependencies by twice the timeout of the check
      Then no instance is restarted or taken out of traffic

  Rule: Frontend

    @REQ-FE-007 @test
    Scenario: WHEN a new version is released, the system SHALL keep serving tabs that still run the previous one.
      When a new version is released
      Then the system must keep serving tabs that still run the previous one

    @REQ-FE-001.refresh @test
    Scenario: WHILE the backend call for refresh is slow, the system SHALL keep the page usable until the access token expires.
      Given the backend call for refresh is slow
      Then the system must keep the page usable until the access token expires

    @REQ-FE-002.refresh @test
    Scenario: IF the backend call for refresh fails, THEN the system SHALL keep the session until the access token expires and then ask for a new sign-in.
      When the backend call for refresh fails
      Then the system must keep the session until the access token expires and then ask for a new sign-in

    @REQ-FE-004.refresh @test
    Scenario: IF there is nothing to show for refresh, THEN the system SHALL send the user to the sign-in page.
      When there is nothing to show for refresh
      Then the system must send the user to the sign-in page

    @REQ-FE-005.refresh @test
    Scenario: IF the device is offline during the call for refresh, THEN the system SHALL wait for the network.
      When the device is offline during the call for refresh
      Then the system must wait for the network

    @REQ-FE-001.sign-in @test
    Scenario: WHILE the backend call for sign-in is slow, the system SHALL show that the provider is being asked.
      Given the backend call for sign-in is slow
      Then the system must show that the provider is being asked

    @REQ-FE-002.sign-in @test
    Scenario: IF the backend call for sign-in fails, THEN the system SHALL show one message for every reason.
      When the backend call for sign-in fails
      Then the system must show one message for every reason

  Rule: Rollout and change

    @REQ-ROL-012 @drill
    Scenario: WHEN a release is rolled back, the system SHALL serve every user with the previous version within 10 min.
      When the drill is run: roll back the newest release in production
      Then no request is served by the newer version after 10 min

    @REQ-ROL-017 @test
    Scenario: IF a configuration file is invalid or too large, THEN the system SHALL keep the last good configuration and raise an alarm.
      Given an instance is serving with a good configuration
      When it loads an invalid one
      Then it keeps serving with the good one, and an alarm names the file

    @REQ-ROL-019 @test
    Scenario: IF a setting that selects what to act on is blank or zero, THEN the system SHALL refuse the setting.
      When a setting that selects what to act on is blank or zero
      Then the system must refuse the setting

    @REQ-ROL-021 @test
    Scenario: The system SHALL let the previous version read and write all data during and after every schema change.
      Given the schema change of the newest release is applied
      When the previous version reads and writes the data
      Then every read and write succeeds

    @REQ-ROL-028 @test
    Scenario: WHEN a new version is deployed, the system SHALL fail requests for at most 0 s.
      When a new version is deployed
      Then the system must fail requests for at most 0 s

    @REQ-ROL-008.staff @drill
    Scenario: WHEN the rollout stage "staff" shows more than 5 % failed sign-ins over 5 min, the system SHALL stop the rollout without waiting for a person.
      When the drill is run: release a version that causes more than 5 % failed sign-ins over 5 min to the stage "staff"
      Then the rollout stops by itself

    @REQ-ROL-008.one-instance @drill
    Scenario: WHEN the rollout stage "one instance" shows more than 5 % failed sign-ins over 5 min, the system SHALL stop the rollout without waiting for a person.
      When the drill is run: release a version that causes more than 5 % failed sign-ins over 5 min to the stage "one instance"
      Then the rollout stops by itself

    @REQ-ROL-008.all-instances @drill
    Scenario: WHEN the rollout stage "all instances" shows more than 5 % failed sign-ins over 5 min, the system SHALL stop the rollout without waiting for a person.
      When the drill is run: release a version that causes more than 5 % failed sign-ins over 5 min to the stage "all instances"
      Then the rollout stops by itself

    @REQ-ROL-013.fallback-password @drill
    Scenario: WHEN the switch "fallback password" is used, the system SHALL refuse sign-ins with a fallback password on every instance within 30 s.
      When the drill is run: use the switch "fallback password" in production at a quiet hour
      Then every instance follows it within 30 s

    @REQ-ROL-014.fallback-password @drill
    Scenario: IF the flag service cannot be reached, THEN the system SHALL still obey the switch "fallback password".
      When the flag service cannot be reached
      Then the system must still obey the switch "fallback password"

    @REQ-ROL-024.add-the-family-to-refresh-tokens @test
    Scenario: IF the step "add the family to refresh tokens" has waited 2 s for its lock, THEN the system SHALL abandon the step and leave the schema as it was.
      When the step "add the family to refresh tokens" has waited 2 s for its lock
      Then the system must abandon the step and leave the schema as it was

    @REQ-ROL-025.add-the-family-to-refresh-tokens @test
    Scenario: WHILE the step "add the family to refresh tokens" is applied, the system SHALL let the previous version keep working.
      Given the step "add the family to refresh tokens" is applied
      Then the system must let the previous version keep working

    @REQ-ROL-024.give-old-tokens-a-family-of-their-own @test
    Scenario: IF the step "give old tokens a family of their own" has waited 2 s for its lock, THEN the system SHALL abandon the step and leave the schema as it was.
      When the step "give old tokens a family of their own" has waited 2 s for its lock
      Then the system must abandon the step and leave the schema as it was

    @REQ-ROL-025.give-old-tokens-a-family-of-their-own @test
    Scenario: WHILE the step "give old tokens a family of their own" is applied, the system SHALL let the previous version keep working.
      Given the step "give old tokens a family of their own" is applied
      Then the system must let the previous version keep working

    @REQ-ROL-027.new-service-and-old-refresh-tokens @test
    Scenario: WHILE new service and old refresh tokens meet, the system SHALL accept them and give them a family at their next use.
      Given new service and old refresh tokens meet
      Then the system must accept them and give them a family at their next use

    @REQ-ROL-027.new-service-and-old-tabs @test
    Scenario: WHILE new service and old tabs meet, the system SHALL answer the old refresh call.
      Given new service and old tabs meet
      Then the system must answer the old refresh call

  Rule: Operations

    @REQ-OPS-004 @drill
    Scenario: WHEN an alert pages, the system SHALL reach a person on duty at any hour.
      When an alert pages
      Then the system must reach a person on duty at any hour

    @REQ-OPS-006 @drill
    Scenario: IF a page has not been acknowledged within 5 min, THEN the system SHALL page the next person on the escalation path.
      When a page has not been acknowledged within 5 min
      Then the system must page the next person on the escalation path

    @REQ-OPS-016 @drill
    Scenario: IF a fault affects users, THEN the system SHALL tell them within 15 min.
      When a fault affects users
      Then the system must tell them within 15 min

    @REQ-OPS-007.revoking-all-sessions-after-a-leak @test
    Scenario: IF a step of the task "revoking all sessions after a leak" is started before the step it needs, THEN the system SHALL refuse the step.
      When a step of the task "revoking all sessions after a leak" is started before the step it needs
      Then the system must refuse the step

    @REQ-OPS-009.cleanup-job @test
    Scenario: IF one run of cleanup job would touch more than 5 % of what exists, THEN the system SHALL stop before it touches anything.
      When one run of cleanup job would touch more than 5 % of what exists
      Then the system must stop before it touches anything

    @REQ-OPS-010.cleanup-job @test
    Scenario: IF cleanup job is started with an empty selection, THEN the system SHALL refuse to run.
      When cleanup job is started with an empty selection
      Then the system must refuse to run

  Rule: Tests and acceptance

    @REQ-TST-001.provider-outage @test
    Scenario: WHILE the provider has been down for 30 min, WHEN a signed-in user refreshes, the system SHALL keep the session alive.
      Given the provider has been down for 30 min
      When a signed-in user refreshes
      Then the system shall keep the session alive

    @REQ-TST-001.stolen-refresh-token @test
    Scenario: WHILE a refresh token has been used once, WHEN the same token is used a second time, the system SHALL revoke the whole family.
      Given a refresh token has been used once
      When the same token is used a second time
      Then the system shall revoke the whole family

    @REQ-TST-001.clock-skew @test
    Scenario: WHILE the clock of the provider is 2 min ahead, WHEN a user comes back with its answer, the system SHALL accept the sign-in.
      Given the clock of the provider is 2 min ahead
      When a user comes back with its answer
      Then the system shall accept the sign-in

    @REQ-TST-001.no-enumeration @test
    Scenario: WHILE an account does not exist, WHEN somebody tries to sign in to it, the system SHALL answer in the same words and time as for a wrong password.
      Given an account does not exist
      When somebody tries to sign in to it
      Then the system shall answer in the same words and time as for a wrong password

    @REQ-TST-001.locked-account @test
    Scenario: WHILE an account has had 5 failed attempts within 15 min, WHEN the sixth attempt arrives, the system SHALL answer as for any failed attempt.
      Given an account has had 5 failed attempts within 15 min
      When the sixth attempt arrives
      Then the system shall answer as for any failed attempt

    @REQ-TST-001.revocation @test
    Scenario: WHILE a session is open in two browsers, WHEN the user signs out, the system SHALL refuse both within 1 min.
      Given a session is open in two browsers
      When the user signs out
      Then the system shall refuse both within 1 min

    @REQ-TST-001.reset-without-account @test
    Scenario: WHILE nobody has this address, WHEN a password reset is asked for it, the system SHALL answer as if a mail had been sent.
      Given nobody has this address
      When a password reset is asked for it
      Then the system shall answer as if a mail had been sent

    @REQ-TST-002.nine-o-clock @load-test
    Scenario: WHILE load of the shape "spike" at 1.5 × the peak rate lasts for 30 min, the system SHALL meet this mark: 99 of 100 sign-ins take less than 2 s.
      Given load of the shape "spike" at 1.5 × the peak rate lasts for 30 min
      Then the system must meet this mark: 99 of 100 sign-ins take less than 2 s

    @REQ-TST-002.everybody-refreshes @load-test
    Scenario: WHILE load of the shape "reconnect" at 3 × the peak rate lasts for 10 min, the system SHALL meet this mark: no session is lost.
      Given load of the shape "reconnect" at 3 × the peak rate lasts for 10 min
      Then the system must meet this mark: no session is lost

    @REQ-TST-003.a-provider-that-is-down-for-30-min @drill
    Scenario: WHEN the experiment "a provider that is down for 30 min" is run, at least every 3 months, the system SHALL behave as its failure row promises.
      When the drill is run: run the experiment "a provider that is down for 30 min"
      Then users see what the failure row says, and the alert rings

    @REQ-TST-003.a-revocation-store-that-is-down @drill
    Scenario: WHEN the experiment "a revocation store that is down" is run, at least every 3 months, the system SHALL behave as its failure row promises.
      When the drill is run: run the experiment "a revocation store that is down"
      Then users see what the failure row says, and the alert rings

  Rule: Risks and open points

    @REQ-RSK-003.does-a-request-pass-when-the-revocation @test
    Scenario: WHILE the question "does a request pass when the revocation store is down?" is open, the system SHALL refuse new sign-ins and keep open sessions.
      Given the question "does a request pass when the revocation store is down?" is open
      Then the system must refuse new sign-ins and keep open sessions

    @REQ-RSK-003.which-clients-cannot-be-upgraded @test
    Scenario: WHILE the question "Which clients cannot be upgraded?" is open, the system SHALL keep answering the old call.
      Given the question "Which clients cannot be upgraded?" is open
      Then the system must keep answering the old call

# Not shown by a scenario:
# REQ-CTX-004.time-from-a-revocation-to-the-last-accep by monitor
# REQ-CTX-004.sessions-lost-in-a-provider-outage-of-30 by monitor
# REQ-CTX-005.session by inspection
# REQ-CTX-005.reason-class by inspection
# REQ-LEG-007.keep-sessions-that-were-opened-before-th by test
# REQ-LEG-007.answer-the-same-for-a-wrong-password-and by test
# REQ-LEG-008.internal-services by inspection
# REQ-LEG-009.old-versions-of-the-app by test
# REQ-LEG-011.the-old-refresh-tokens by static-check
# REQ-LEG-012.sessions-that-lived-on-after-a-sign-out by test
# REQ-IFC-012 by test
# REQ-IFC-023 by static-check
# REQ-IFC-026 by test
# REQ-IFC-006.post-token-refresh by test
# REQ-IFC-008.code by test
# REQ-IFC-010.code by test
# REQ-IFC-008.state by test
# REQ-IFC-010.state by test
# REQ-IFC-008.password by test
# REQ-IFC-010.password by test
# REQ-IFC-008.second-factor by test
# REQ-IFC-010.second-factor by test
# REQ-IFC-009.access-token by test
# REQ-IFC-010.access-token by test
# REQ-IFC-009.expires-at by test
# REQ-DAT-014 by test
# REQ-DAT-001.session-database by inspection
# REQ-DAT-006.token-hash by test
# REQ-DAT-007.token-hash by test
# REQ-DAT-006.reason-class by test
# REQ-DAT-007.reason-class by test
# REQ-DAT-006.client-address by test
# REQ-DAT-012.family-by-token-hash by test
# REQ-DAT-012.attempts-of-one-account by test
# REQ-DAT-018.family by test
# REQ-DAT-018.staff-password by test
# REQ-DAT-018.attempt by test
# REQ-DAT-019.a-family-has-at-most-one-valid-refresh-t by test
# REQ-DAT-020.a-family-has-at-most-one-valid-refresh-t by monitor
# REQ-AIA-001.sessions by inspection
# REQ-AIA-002.sessions by static-check
# REQ-AIA-003.sessions by static-check
# REQ-AIA-001.provider-adapter by inspection
# REQ-AIA-002.provider-adapter by static-check
# REQ-AIA-003.provider-adapter by static-check
# REQ-AIA-001.attempts by inspection
# REQ-AIA-002.attempts by static-check
# REQ-AIA-003.attempts by static-check
# REQ-TRF-002 by load-test
# REQ-TRF-003 by load-test
# REQ-TRF-008 by monitor
# REQ-TRF-006.sign-in by monitor
# REQ-TRF-006.refresh by monitor
# REQ-TRF-006.sign-out by monitor
# REQ-TRF-012.connections-of-the-session-database by monitor
# REQ-DEP-034.identity-provider by monitor
# REQ-REC-001 by monitor
# REQ-REC-063 by monitor
# REQ-REC-002 by inspection
# REQ-REC-039 by static-check
# REQ-REC-019.identity-provider by monitor
# REQ-REC-020.identity-provider-2 by monitor
# REQ-REC-019.revocation-store by monitor
# REQ-REC-019.session-database by monitor
# REQ-REC-019.mail-service by monitor
# REQ-REC-051.session-database by monitor
# REQ-REC-052.session-database by inspection
# REQ-SEC-038 by scan
# REQ-SEC-040 by inspection
# REQ-SEC-028.token-signing-key by scan
# REQ-SEC-029.token-signing-key by monitor
# REQ-SEC-028.client-secret-at-the-provider by scan
# REQ-SEC-029.client-secret-at-the-provider by monitor
# REQ-SEC-028.server-certificate by scan
# REQ-SEC-029.server-certificate by monitor
# REQ-SEC-036.packages by static-check
# REQ-SEC-037.packages by inspection
# REQ-SEC-036.base-images by static-check
# REQ-SEC-037.base-images by inspection
# REQ-CMP-001.keep-the-log-of-attempts-no-longer-than by inspection
# REQ-CMP-002.accounts-and-attempts by static-check
# REQ-CMP-003.accounts-and-attempts by inspection
# REQ-CMP-004.accounts-and-attempts by inspection
# REQ-CMP-005.accounts-and-attempts by inspection
# REQ-CMP-015.attempt-to-sign-in by inspection
# REQ-CMP-015.revocation-by-an-operator by inspection
# REQ-CMP-016.revocation-by-an-operator by inspection
# REQ-LEG-001.staging by inspection
# REQ-LEG-003.staging by inspection
# REQ-LEG-003.production by inspection
# REQ-OPS-001.the-login-service by inspection
# REQ-OPS-002.the-login-service by load-test
# REQ-OPS-003.the-login-service by test
# REQ-OBS-015 by inspection
# REQ-OBS-016 by inspection
# REQ-OBS-019 by inspection
# REQ-OBS-024 by inspection
# REQ-OBS-001.sign-in by monitor
# REQ-OBS-002.sign-in by monitor
# REQ-OBS-001.refresh by monitor
# REQ-OBS-002.refresh by monitor
# REQ-OBS-001.provider-down by monitor
# REQ-OBS-002.provider-down by monitor
# REQ-OBS-006.a-revoked-session-that-is-still-accepted by monitor
# REQ-OBS-006.attempts-that-are-not-logged by monitor
# REQ-API-001.liveness by test
# REQ-API-001.readiness by test
# REQ-FE-006 by test
# REQ-FE-010 by test
# REQ-FE-016 by scan
# REQ-FE-019 by scan
# REQ-FE-021 by test
# REQ-FE-022 by test
# REQ-FE-023 by test
# REQ-FE-003.refresh by test
# REQ-FE-003.sign-in by test
# REQ-FE-011.scripts-and-styles by test
# REQ-FE-011.the-sign-in-page by test
# REQ-FE-015.access-token by test
# REQ-FE-015.refresh-token by test
# REQ-ROL-003 by inspection
# REQ-ROL-015 by inspection
# REQ-ROL-020 by inspection
# REQ-ROL-026 by test
# REQ-ROL-010.staff by inspection
# REQ-ROL-010.one-instance by inspection
# REQ-ROL-010.all-instances by inspection
# REQ-OPS-011 by monitor
# REQ-OPS-008.test-suite by scan
# REQ-TST-004.provider by inspection
# REQ-RSK-001.who-proves-identity by inspection
# REQ-RSK-001.how-staff-get-in-during-an-outage by inspection
# REQ-RSK-001.how-sessions-live by inspection
# REQ-RSK-002.one-session-cookie-that-every-request-lo by inspection
# REQ-RSK-002.a-setup-without-a-way-in by inspection
# REQ-RSK-004.the-provider-tells-us-within-1-min-when by inspection
