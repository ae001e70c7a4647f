# Status: draft: 1 contradiction, 11 high risks and 104 open questions

Feature: Card payments

  Rule: Users and flows

    @REQ-CTX-001.charge-a-card @test
    Scenario: WHEN a shopper confirms a payment, the system SHALL screen the payment for fraud, capture it at the processor and say definitively whether it succeeded.
      Given the system works normally
      When a shopper confirms a payment
      Then the system must screen the payment for fraud, capture it at the processor and say definitively whether it succeeded

    @REQ-CTX-001.refund-a-payment @test
    Scenario: WHEN the shop asks for a refund, the system SHALL give the money back through the processor and record it.
      Given the system works normally
      When the shop asks for a refund
      Then the system must give the money back through the processor and record it

    @REQ-CTX-001.take-a-webhook @test
    Scenario: WHEN the processor reports an event, the system SHALL bring the payment into the state that the processor reports.
      Given the system works normally
      When the processor reports an event
      Then the system must bring the payment into the state that the processor reports

    @REQ-CTX-001.read-a-payment-status @test
    Scenario: WHEN the shop asks how a payment stands, the system SHALL answer with the status from the cache.
      Given the system works normally
      When the shop asks how a payment stands
      Then the system must answer with the status from the cache

    @REQ-CTX-001.reconcile @test
    Scenario: WHEN the night's settlement file is there, the system SHALL compare every payment with the processor and report each difference.
      Given the system works normally
      When the night's settlement file is there
      Then the system must compare every payment with the processor and report each difference

    @REQ-CTX-003.screening @test
    Scenario: IF the fraud screening does not answer in time, THEN the system SHALL refuse the charge with 503 and capture nothing.
      Given the flow "charge a card" has reached the step "screening"
      When the fraud screening does not answer in time
      Then the system must refuse the charge with 503 and capture nothing

    @REQ-CTX-003.capture @test
    Scenario: IF the processor does not say whether the money moved, THEN the system SHALL keep the payment as pending and answer with its status.
      Given the flow "charge a card" has reached the step "capture"
      When the processor does not say whether the money moved
      Then the system must keep the payment as pending and answer with its status

    @REQ-CTX-003.refund-at-the-processor @test
    Scenario: IF the processor refuses the refund, THEN the system SHALL leave the payment as captured and report the reason code.
      Given the flow "refund a payment" has reached the step "refund at the processor"
      When the processor refuses the refund
      Then the system must leave the payment as captured and report the reason code

    @REQ-CTX-003.finding-the-payment @test
    Scenario: IF no payment has the reference in the message, THEN the system SHALL set the message aside and alert the engineer on call.
      Given the flow "take a webhook" has reached the step "finding the payment"
      When no payment has the reference in the message
      Then the system must set the message aside and alert the engineer on call

    @REQ-CTX-003.reading-the-file @test
    Scenario: IF the file is missing or empty, THEN the system SHALL stop without a result and alert the engineer on call.
      Given the flow "reconcile" has reached the step "reading the file"
      When the file is missing or empty
      Then the system must stop without a result and alert the engineer on call

  Rule: Edge cases and odd input

    @REQ-IFC-013.the-same-charge-arrives-twice-at-the-sam @test
    Scenario: IF the same charge arrives twice at the same moment, THEN the system SHALL let the first one act and answer the second with its result.
      Given the system works normally
      When the same charge arrives twice at the same moment
      Then the system must let the first one act and answer the second with its result

    @REQ-IFC-013.a-refund-is-asked-for-more-than-what-is @test
    Scenario: IF a refund is asked for more than what is left of the payment, THEN the system SHALL refuse it with `invalid_request` and move no money.
      Given the system works normally
      When a refund is asked for more than what is left of the payment
      Then the system must refuse it with `invalid_request` and move no money

    @REQ-IFC-013.a-webhook-arrives-before-the-answer-to-t @test
    Scenario: IF a webhook arrives before the answer to the charge, THEN the system SHALL store it and apply it once the payment is known.
      Given the system works normally
      When a webhook arrives before the answer to the charge
      Then the system must store it and apply it once the payment is known

    @REQ-IFC-013.the-shopper-closes-the-page-while-the-ch @test
    Scenario: IF the shopper closes the page while the charge is running, THEN the system SHALL finish the charge and keep its result for the next read.
      Given the system works normally
      When the shopper closes the page while the charge is running
      Then the system must finish the charge and keep its result for the next read

    @REQ-IFC-013.the-settlement-file-covers-the-night-the @test
    Scenario: IF the settlement file covers the night the clocks change, THEN the system SHALL compare by the UTC time of each payment.
      Given the system works normally
      When the settlement file covers the night the clocks change
      Then the system must compare by the UTC time of each payment

    @REQ-IFC-014.charge-and-refund-requests @test
    Scenario: IF a required value is blank in the charge and refund requests, THEN the system SHALL refuse that input before acting on it.
      When a required value is blank in the charge and refund requests
      Then the system must refuse that input before acting on it

    @REQ-IFC-018.charge-and-refund-requests @test
    Scenario: IF a malformed item is found in the charge and refund requests, THEN the system SHALL refuse the whole batch and change nothing.
      When a malformed item is found in the charge and refund requests
      Then the system must refuse the whole batch and change nothing

    @REQ-IFC-019.charge-and-refund-requests @test
    Scenario: IF the same item comes twice in the charge and refund requests, THEN the system SHALL act on it once.
      When the same item comes twice in the charge and refund requests
      Then the system must act on it once

    @REQ-IFC-014.webhook-messages @test
    Scenario: IF a required value is blank in the webhook messages, THEN the system SHALL refuse that input before acting on it.
      When a required value is blank in the webhook messages
      Then the system must refuse that input before acting on it

    @REQ-IFC-016.webhook-messages @test
    Scenario: IF a malformed item is found in the webhook messages, THEN the system SHALL set that item aside for a person and process the rest.
      When a malformed item is found in the webhook messages
      Then the system must set that item aside for a person and process the rest

    @REQ-IFC-019.webhook-messages @test
    Scenario: IF the same item comes twice in the webhook messages, THEN the system SHALL act on it once.
      When the same item comes twice in the webhook messages
      Then the system must act on it once

    @REQ-IFC-014.settlement-file @test
    Scenario: IF a required value is blank in the settlement file, THEN the system SHALL refuse that input before acting on it.
      When a required value is blank in the settlement file
      Then the system must refuse that input before acting on it

    @REQ-IFC-016.settlement-file @test
    Scenario: IF a malformed item is found in the settlement file, THEN the system SHALL set that item aside for a person and process the rest.
      When a malformed item is found in the settlement file
      Then the system must set that item aside for a person and process the rest

  Rule: Interfaces

    @REQ-IFC-001.post-charges @test
    Scenario: WHEN a valid `POST /charges` arrives from the shop, the system SHALL charge a card once.
      Given the shop may make the call
      When the shop sends a valid `POST /charges`
      Then the system must charge a card once

    @REQ-IFC-002.post-charges @test
    Scenario: IF a `POST /charges` comes without a valid OAuth 2 access token, THEN the system SHALL refuse it and change nothing.
      Given the system works normally
      When a `POST /charges` is sent without a valid OAuth 2 access token
      Then the call is refused and nothing has changed

    @REQ-IFC-003.post-charges @test
    Scenario: WHEN a `POST /charges` repeats an idempotency key that is still stored, the system SHALL return the stored result without acting again.
      Given a `POST /charges` has succeeded with an idempotency key
      When the same `POST /charges` is sent again with that key
      Then the first result is returned and the effect exists once

    @REQ-IFC-001.post-refunds @test
    Scenario: WHEN a valid `POST /refunds` arrives from the shop, the system SHALL refund a payment in full or in part.
      Given the shop may make the call
      When the shop sends a valid `POST /refunds`
      Then the system must refund a payment in full or in part

    @REQ-IFC-002.post-refunds @test
    Scenario: IF a `POST /refunds` comes without a valid OAuth 2 access token, THEN the system SHALL refuse it and change nothing.
      Given the system works normally
      When a `POST /refunds` is sent without a valid OAuth 2 access token
      Then the call is refused and nothing has changed

    @REQ-IFC-003.post-refunds @test
    Scenario: WHEN a `POST /refunds` repeats an idempotency key that is still stored, the system SHALL return the stored result without acting again.
      Given a `POST /refunds` has succeeded with an idempotency key
      When the same `POST /refunds` is sent again with that key
      Then the first result is returned and the effect exists once

    @REQ-IFC-001.get-payments-id @test
    Scenario: WHEN a valid `GET /payments/{id}` arrives from the shop, the system SHALL answer with the status of one payment.
      Given the shop may make the call
      When the shop sends a valid `GET /payments/{id}`
      Then the system must answer with the status of one payment

    @REQ-IFC-002.get-payments-id @test
    Scenario: IF a `GET /payments/{id}` comes without a valid OAuth 2 access token, THEN the system SHALL refuse it and change nothing.
      Given the system works normally
      When a `GET /payments/{id}` is sent without a valid OAuth 2 access token
      Then the call is refused and nothing has changed

    @REQ-IFC-001.post-webhooks-processor @test
    Scenario: WHEN a valid `POST /webhooks/processor` arrives from the processor, the system SHALL store the message and acknowledge it.
      Given the processor may make the call
      When the processor sends a valid `POST /webhooks/processor`
      Then the system must store the message and acknowledge it

    @REQ-IFC-002.post-webhooks-processor @test
    Scenario: IF a `POST /webhooks/processor` comes without a valid signed JWT, THEN the system SHALL refuse it and change nothing.
      Given the system works normally
      When a `POST /webhooks/processor` is sent without a valid signed JWT
      Then the call is refused and nothing has changed

    @REQ-IFC-007.idempotency-key @test
    Scenario: IF a `POST /charges` lacks the field `idempotency_key`, THEN the system SHALL refuse it and change nothing.
      Given a `POST /charges` that is valid in every other way
      When it is sent without `idempotency_key`
      Then it is refused and nothing has changed

    @REQ-IFC-007.merchant-id @test
    Scenario: IF a `POST /charges` lacks the field `merchant_id`, THEN the system SHALL refuse it and change nothing.
      Given a `POST /charges` that is valid in every other way
      When it is sent without `merchant_id`
      Then it is refused and nothing has changed

    @REQ-IFC-007.amount @test
    Scenario: IF a `POST /charges` lacks the field `amount`, THEN the system SHALL refuse it and change nothing.
      Given a `POST /charges` that is valid in every other way
      When it is sent without `amount`
      Then it is refused and nothing has changed

    @REQ-IFC-007.currency @test
    Scenario: IF a `POST /charges` lacks the field `currency`, THEN the system SHALL refuse it and change nothing.
      Given a `POST /charges` that is valid in every other way
      When it is sent without `currency`
      Then it is refused and nothing has changed

    @REQ-IFC-007.card-token @test
    Scenario: IF a `POST /charges` lacks the field `card_token`, THEN the system SHALL refuse it and change nothing.
      Given a `POST /charges` that is valid in every other way
      When it is sent without `card_token`
      Then it is refused and nothing has changed

    @REQ-IFC-007.payment-id-2 @test
    Scenario: IF a `POST /refunds` lacks the field `payment_id`, THEN the system SHALL refuse it and change nothing.
      Given a `POST /refunds` that is valid in every other way
      When it is sent without `payment_id`
      Then it is refused and nothing has changed

    @REQ-IFC-007.amount-2 @test
    Scenario: IF a `POST /refunds` lacks the field `amount`, THEN the system SHALL refuse it and change nothing.
      Given a `POST /refunds` that is valid in every other way
      When it is sent without `amount`
      Then it is refused and nothing has changed

    @REQ-IFC-007.event-id @test
    Scenario: IF a `POST /webhooks/processor` lacks the field `event_id`, THEN the system SHALL refuse it and change nothing.
      Given a `POST /webhooks/processor` that is valid in every other way
      When it is sent without `event_id`
      Then it is refused and nothing has changed

    @REQ-IFC-011.invalid-request @test
    Scenario: IF the request cannot be read, THEN the system SHALL answer with 400 and the code `invalid_request`.
      Given the system works normally
      When the request cannot be read
      Then the answer is 400 with the code `invalid_request`

    @REQ-IFC-011.not-authenticated @test
    Scenario: IF the access token is missing or no longer valid, THEN the system SHALL answer with 401 and the code `not_authenticated`.
      Given the system works normally
      When the access token is missing or no longer valid
      Then the answer is 401 with the code `not_authenticated`

    @REQ-IFC-011.key-conflict @test
    Scenario: IF the idempotency key was used with other values, THEN the system SHALL answer with 409 and the code `key_conflict`.
      Given the system works normally
      When the idempotency key was used with other values
      Then the answer is 409 with the code `key_conflict`

    @REQ-IFC-011.declined @test
    Scenario: IF the processor or the screening declines the payment, THEN the system SHALL answer with 422 and the code `declined`.
      Given the system works normally
      When the processor or the screening declines the payment
      Then the answer is 422 with the code `declined`

    @REQ-IFC-028.declined @test
    Scenario: IF the processor or the screening declines the payment, THEN the system SHALL let operators tell its causes apart by a reason class with the vendor that declined.
      When the processor or the screening declines the payment
      Then the system must let operators tell its causes apart by a reason class with the vendor that declined

    @REQ-IFC-011.too-many-requests @test
    Scenario: IF the merchant has used up its limit, THEN the system SHALL answer with 429 and the code `too_many_requests`.
      Given the system works normally
      When the merchant has used up its limit
      Then the answer is 429 with the code `too_many_requests`

    @REQ-IFC-011.unavailable @test
    Scenario: IF a hard dependency does not answer, THEN the system SHALL answer with 503 and the code `unavailable`.
      Given the system works normally
      When a hard dependency does not answer
      Then the answer is 503 with the code `unavailable`

    @REQ-IFC-021.request-body @test
    Scenario: IF the request body would be larger than 64 KiB, THEN the system SHALL refuse it with 413 before it is parsed.
      Given the limit for the request body is 64 KiB
      When one byte more than that is sent
      Then the system must refuse it with 413 before it is parsed

    @REQ-IFC-022.refunds-of-one-payment @test
    Scenario: IF more than 50 refunds of one payment are sent or asked for, THEN the system SHALL refuse the refund.
      Given the limit for the refunds of one payment is 50
      When one more than that is sent or asked for
      Then the system must refuse the refund

  Rule: Data

    @REQ-DAT-011 @test
    Scenario: IF an event arrives that the state of the record does not allow, THEN the system SHALL leave the record as it is and set the event aside for a person.
      When an event arrives that the state of the record does not allow
      Then the system must leave the record as it is and set the event aside for a person

    @REQ-DAT-021 @test
    Scenario: IF a stored record or message holds a field or value that the reader does not know, THEN the system SHALL process the rest and pass the unknown part on unchanged.
      When a stored record or message holds a field or value that the reader does not know
      Then the system must process the rest and pass the unknown part on unchanged

    @REQ-DAT-024 @test
    Scenario: WHEN the new version is rolled back, the system SHALL read everything that the new version has written.
      Given the new version has written records and messages
      When the previous version is started on them
      Then it reads them without an error

    @REQ-DAT-003.payments-database @drill
    Scenario: IF the payments database suffers the loss of a zone, THEN the system SHALL still hold payments, refunds, idempotency keys and webhook messages.
      When the drill is run: bring about the loss of a zone in the payments database
      Then payments, refunds, idempotency keys and webhook messages can still be read

    @REQ-DAT-004.payments-database @drill
    Scenario: IF the payments database is full, THEN the system SHALL refuse charges with 503 and keep reads working.
      When the drill is run: fill the payments database to its limit
      Then the system must refuse charges with 503 and keep reads working

    @REQ-DAT-002.status-cache @drill
    Scenario: The system SHALL be able to rebuild the status of each payment for up to 60 s in the status cache (Redis 8) from the payments database.
      When the drill is run: empty the status cache
      Then the status of each payment for up to 60 s are rebuilt from the payments database

    @REQ-DAT-004.status-cache @drill
    Scenario: IF the status cache is full, THEN the system SHALL evict the entries read least recently.
      When the drill is run: fill the status cache to its limit
      Then the system must evict the entries read least recently

    @REQ-DAT-003.webhook-queue @drill
    Scenario: IF the webhook queue suffers the loss of a zone, THEN the system SHALL still hold webhook messages that wait.
      When the drill is run: bring about the loss of a zone in the webhook queue
      Then webhook messages that wait can still be read

    @REQ-DAT-004.webhook-queue @drill
    Scenario: IF the webhook queue is full, THEN the system SHALL refuse the message so that the processor sends it again.
      When the drill is run: fill the webhook queue to its limit
      Then the system must refuse the message so that the processor sends it again

    @REQ-DAT-005.payment @test
    Scenario: The system SHALL keep each payment record for 120 months and no longer.
      Given the oldest payment record is older than 120 months
      When the next deletion has run
      Then the record is gone

    @REQ-DAT-005.refund @test
    Scenario: The system SHALL keep each refund record for 120 months and no longer.
      Given the oldest refund record is older than 120 months
      When the next deletion has run
      Then the record is gone

    @REQ-DAT-005.webhook-message @test
    Scenario: The system SHALL keep each webhook message record for 90 d and no longer.
      Given the oldest webhook message record is older than 90 d
      When the next deletion has run
      Then the record is gone

    @REQ-DAT-005.difference @test
    Scenario: The system SHALL keep each difference record for 120 months and no longer.
      Given the oldest difference record is older than 120 months
      When the next deletion has run
      Then the record is gone

    @REQ-DAT-008.the-charge-request-is-stored @test
    Scenario: WHEN the charge request is stored while the payment is "new", the system SHALL move the payment to "pending", and accept this step only from the payments service.
      Given the payment is "new"
      When the charge request is stored
      Then the payment is "pending"

    @REQ-DAT-008.the-processor-confirms-the-capture @test
    Scenario: WHEN the processor confirms the capture while the payment is "pending", the system SHALL move the payment to "captured", and accept this step only from the processor.
      Given the payment is "pending"
      When the processor confirms the capture
      Then the payment is "captured"

    @REQ-DAT-008.the-processor-or-the-screening-declines @test
    Scenario: WHEN the processor or the screening declines while the payment is "pending", the system SHALL move the payment to "failed", and accept this step only from the processor and the fraud screening.
      Given the payment is "pending"
      When the processor or the screening declines
      Then the payment is "failed"

    @REQ-DAT-008.the-processor-confirms-the-refund-of-the @test
    Scenario: WHEN the processor confirms the refund of the whole amount while the payment is "captured", the system SHALL move the payment to "refunded", and accept this step only from the processor.
      Given the payment is "captured"
      When the processor confirms the refund of the whole amount
      Then the payment is "refunded"

    @REQ-DAT-015.charges-of-one-merchant @load-test
    Scenario: WHEN charges of one merchant reach 20 per second, the system SHALL limit each merchant by its own rate.
      When charges of one merchant reach 20 per second
      Then the system must limit each merchant by its own rate

    @REQ-DAT-016.payment @test
    Scenario: The system SHALL delete at most 500000 payment records in one run.
      Given more than 500000 payment records match a deletion
      When the deletion runs
      Then it deletes 500000 of them and stops

    @REQ-DAT-017.payment @drill
    Scenario: WHEN payment records are deleted, the system SHALL keep them restorable for 35 d.
      When the drill is run: delete payment records of a test customer
      Then they can be restored within 35 d

    @REQ-DAT-016.webhook-message @test
    Scenario: The system SHALL delete at most 1000000 webhook message records in one run.
      Given more than 1000000 webhook message records match a deletion
      When the deletion runs
      Then it deletes 1000000 of them and stops

    @REQ-DAT-017.webhook-message @drill
    Scenario: WHEN webhook message records are deleted, the system SHALL keep them restorable for 35 d.
      When the drill is run: delete webhook message records of a test customer
      Then they can be restored within 35 d

  Rule: Boundaries and implementation rules

    @REQ-AIA-004 @test
    Scenario: IF one of these occurs: an unknown outcome of the processor and a failed reconciliation, THEN the system SHALL report it to the caller or the log and put no default in its place.
      When one of these occurs: an unknown outcome of the processor and a failed reconciliation
      Then the system must report it to the caller or the log and put no default in its place

  Rule: Traffic and capacity

    @REQ-TRF-001 @load-test
    Scenario: The system SHALL carry 60 req/s at peak while keeping every other promise of this specification.
      Given the system runs as in production
      When 60 req/s arrive
      Then every latency and error target still holds

    @REQ-TRF-009 @drill
    Scenario: IF the service loses 2 of 6 instances at once, THEN the system SHALL carry 60 req/s on the remaining instances.
      When the drill is run: stop 2 instances in the same second at peak load
      Then the remaining instances carry 60 req/s within every latency target

    @REQ-TRF-011 @load-test
    Scenario: WHEN all clients act in the same second, the system SHALL admit at most 60 charges per second and answer the rest with 429 and a random wait.
      When all clients act in the same second
      Then the system must admit at most 60 charges per second and answer the rest with 429 and a random wait

    @REQ-TRF-004.charge-a-card @load-test
    Scenario: WHILE no more than 60 req/s arrive, the system SHALL finish 99 of 100 runs of "charge a card" within 3 s, measured at the client.
      Given no more than 60 req/s arrive
      Then the system must finish 99 of 100 runs of "charge a card" within 3 s, measured at the client

    @REQ-TRF-004.refund-a-payment @load-test
    Scenario: WHILE no more than 60 req/s arrive, the system SHALL finish 99 of 100 runs of "refund a payment" within 3 s, measured at the edge.
      Given no more than 60 req/s arrive
      Then the system must finish 99 of 100 runs of "refund a payment" within 3 s, measured at the edge

    @REQ-TRF-004.read-a-payment-status @load-test
    Scenario: WHILE no more than 60 req/s arrive, the system SHALL finish 99 of 100 runs of "read a payment status" within 200 ms, measured at the edge.
      Given no more than 60 req/s arrive
      Then the system must finish 99 of 100 runs of "read a payment status" within 200 ms, measured at the edge

    @REQ-TRF-013.connections-of-the-payments-database @drill
    Scenario: IF all 200 connections of the payments database are in use, THEN the system SHALL refuse charges with 503.
      When the drill is run: use up all connections of the payments database
      Then the system must refuse charges with 503

    @REQ-TRF-013.charges-per-second-at-the-processor @drill
    Scenario: IF all 200 charges per second at the processor are in use, THEN the system SHALL refuse charges with 503.
      When the drill is run: use up all charges per second at the processor
      Then the system must refuse charges with 503

  Rule: Consistency and concurrency

    @REQ-CON-005 @test
    Scenario: WHEN two writers change the same record, the system SHALL refuse a change that is based on an older version of the record and name the conflict.
      Given two clients have read the same version of a record
      When both write it
      Then one write succeeds and the other is refused as a conflict

    @REQ-CON-009 @test
    Scenario: WHEN a person's edit loses against another edit, the system SHALL read the payment again and apply the change only if its state still allows it.
      Given a person has edited a record that has changed since
      When they save it
      Then the system must read the payment again and apply the change only if its state still allows it

    @REQ-CON-022 @test
    Scenario: The system SHALL apply messages with the same key in the order in which they were produced.
      Given three messages with the same key
      When the second one is retried
      Then they are applied in the order of production

    @REQ-CON-024 @test
    Scenario: The system SHALL route all messages with the same payment_id to the same consumer at a time.
      Given several consumers run
      When messages with the same payment_id arrive
      Then no two of them are handled at the same time

    @REQ-CON-033 @monitor
    Scenario: IF a message never arrives, THEN the system SHALL report the gap with the key it belongs to.
      Given a message of a key was lost
      When the next comparison with the source runs
      Then an alert names the key

    @REQ-CON-001.charge-a-card @test
    Scenario: The system SHALL show every reader of the flow "charge a card" the newest acknowledged write.
      Given a write in the flow "charge a card" has been acknowledged
      When another client reads the same record
      Then it sees that write

    @REQ-CON-001.refund-a-payment @test
    Scenario: The system SHALL show every reader of the flow "refund a payment" the newest acknowledged write.
      Given a write in the flow "refund a payment" has been acknowledged
      When another client reads the same record
      Then it sees that write

    @REQ-CON-003.read-a-payment-status @monitor
    Scenario: The system SHALL serve readers of the flow "read a payment status" with data no older than 90 s.
      Given a record read in the flow "read a payment status" has changed
      When 90 s have passed
      Then every reader sees the new value

    @REQ-CON-010.charge @drill
    Scenario: IF the payment as pending is written and the capture at the processor is not, THEN the system SHALL ask the processor for the status of each pending payment.
      Given the payment as pending has been written
      When the process stops before the capture at the processor is written
      Then the repair makes both agree

    @REQ-CON-011.charge @monitor
    Scenario: IF the payment as pending and the capture at the processor disagree, THEN the system SHALL detect the disagreement and end it within 24 h.
      Given the payment as pending and the capture at the processor disagree
      When 24 h have passed
      Then the disagreement has been reported and ended

    @REQ-CON-012.charge @test
    Scenario: WHEN the operation "charge" starts, the system SHALL make its own record of the intent durable before it causes the capture at the processor.
      Given the operation "charge" has started
      When the process stops right after the capture at the processor
      Then the restarted process knows that the capture at the processor may have happened

    @REQ-CON-010.refund @drill
    Scenario: IF the refund as pending is written and the refund at the processor is not, THEN the system SHALL ask the processor for the status of each pending refund.
      Given the refund as pending has been written
      When the process stops before the refund at the processor is written
      Then the repair makes both agree

    @REQ-CON-011.refund @monitor
    Scenario: IF the refund as pending and the refund at the processor disagree, THEN the system SHALL detect the disagreement and end it within 24 h.
      Given the refund as pending and the refund at the processor disagree
      When 24 h have passed
      Then the disagreement has been reported and ended

    @REQ-CON-012.refund @test
    Scenario: WHEN the operation "refund" starts, the system SHALL make its own record of the intent durable before it causes the refund at the processor.
      Given the operation "refund" has started
      When the process stops right after the refund at the processor
      Then the restarted process knows that the refund at the processor may have happened

    @REQ-CON-013.payment-status @test
    Scenario: The system SHALL serve no cached value of Payment status for longer than 60 s after it was stored.
      Given a value of Payment status is cached
      When 60 s have passed
      Then the next read does not use that value

    @REQ-CON-016.payment-status @test
    Scenario: WHEN the source of Payment status changes, the system SHALL delete the cached copy before the commit.
      Given Payment status is cached
      When it changes
      Then the copy is deleted before the commit

    @REQ-CON-019.payment-status @test
    Scenario: The system SHALL keep the owner in every cache key of Payment status.
      Given two owners have entries of Payment status
      When one of them reads
      Then they never receive the entry of the other

    @REQ-CON-020.one-charge-per-merchant-and-idempotency @drill
    Scenario: IF the arbiter of "one charge per merchant and idempotency key" is out of reach, THEN the system SHALL refuse the charge.
      Given the arbiter of "one charge per merchant and idempotency key" is out of reach
      When a request needs it
      Then the system must refuse the charge, and no duplicate exists

    @REQ-CON-020.one-refund-per-merchant-and-idempotency @drill
    Scenario: IF the arbiter of "one refund per merchant and idempotency key" is out of reach, THEN the system SHALL refuse the refund.
      Given the arbiter of "one refund per merchant and idempotency key" is out of reach
      When a request needs it
      Then the system must refuse the refund, and no duplicate exists

    @REQ-CON-036.the-nightly-reconciliation @test
    Scenario: The system SHALL run the nightly reconciliation on at most one instance at a time.
      Given two instances run
      When both are due to run the nightly reconciliation
      Then only one of them does

    @REQ-CON-037.the-nightly-reconciliation @drill
    Scenario: IF the holder of the nightly reconciliation pauses past its lease and then continues, THEN the system SHALL refuse its writes because the lock is gone with its connection.
      Given another instance has taken over the nightly reconciliation
      When the paused holder continues
      Then its writes are refused

    @REQ-CON-038.expiry-of-idempotency-keys @test
    Scenario: The system SHALL use the time of the store, never the clock of an instance, for expiry of idempotency keys.
      Given the clock of one instance is wrong by an hour
      When it takes part in expiry of idempotency keys
      Then the decision is the same as on every other instance

    @REQ-CON-041.expiry-of-idempotency-keys @test
    Scenario: WHILE two clocks differ by up to 1 s, the system SHALL decide expiry of idempotency keys as if the clocks agreed.
      Given two clocks differ by 1 s
      When expiry of idempotency keys is decided
      Then the decision is the same

    @REQ-CON-042.expiry-of-idempotency-keys @test
    Scenario: IF the time used for expiry of idempotency keys is impossible or out of range, THEN the system SHALL keep a key whose time lies in the future.
      Given the time used for expiry of idempotency keys is impossible or out of range
      When the decision is made
      Then the system must keep a key whose time lies in the future

    @REQ-CON-040.the-day-of-a-payment-in-the-reconciliati @test
    Scenario: The system SHALL use UTC for the day of a payment in the reconciliation.
      Given the clocks change in the local zone
      When the day of a payment in the reconciliation is decided
      Then the decision does not depend on the local zone

    @REQ-CON-041.the-day-of-a-payment-in-the-reconciliati @test
    Scenario: WHILE two clocks differ by up to 1 s, the system SHALL decide the day of a payment in the reconciliation as if the clocks agreed.
      Given two clocks differ by 1 s
      When the day of a payment in the reconciliation is decided
      Then the decision is the same

    @REQ-CON-042.the-day-of-a-payment-in-the-reconciliati @test
    Scenario: IF the time used for the day of a payment in the reconciliation is impossible or out of range, THEN the system SHALL compare the neighbouring days as well.
      Given the time used for the day of a payment in the reconciliation is impossible or out of range
      When the decision is made
      Then the system must compare the neighbouring days as well

    @REQ-CON-042.time-outs @test
    Scenario: IF the time used for time-outs is impossible or out of range, THEN the system SHALL count a negative duration as zero.
      Given the time used for time-outs is impossible or out of range
      When the decision is made
      Then the system must count a negative duration as zero

  Rule: Dependencies and overload

    @REQ-DEP-007 @load-test
    Scenario: The system SHALL answer every request or end it with an error within 3 s.
      Given a dependency answers nothing
      When a request needs it
      Then the caller has a definite answer within 3 s

    @REQ-DEP-023 @load-test
    Scenario: IF more work arrives than the system can finish in time, THEN the system SHALL refuse work early, so that accepted work keeps its latency.
      Given twice the capacity arrives for 20 min
      When the system refuses what it cannot serve
      Then accepted requests keep their latency

    @REQ-DEP-024 @load-test
    Scenario: The system SHALL keep an upper bound on every queue and buffer.
      Given twice the capacity arrives for 20 min
      When every queue fills
      Then no queue grows beyond its bound

    @REQ-DEP-027 @load-test
    Scenario: IF one caller sends far more than its share, THEN the system SHALL keep the latency of all other callers.
      Given one caller sends ten times its share
      When another caller sends its usual load
      Then the other caller notices nothing

    @REQ-DEP-028 @load-test
    Scenario: IF the system is overloaded, THEN the system SHALL refuse work in this order: status reads, then refunds, then charges.
      Given twice the capacity arrives in the usual mix
      When the system refuses work
      Then the refused work follows the order status reads, then refunds, then charges

    @REQ-DEP-001.processor @drill
    Scenario: IF the dependency Processor is unavailable, THEN the system SHALL answer 503 and keep the payment as pending if its outcome is unknown.
      Given the dependency Processor is unavailable
      When a request needs it
      Then the system must answer 503 and keep the payment as pending if its outcome is unknown

    @REQ-DEP-002.processor @test
    Scenario: IF the dependency Processor has not answered within 10 s, THEN the system SHALL stop waiting for that attempt.
      Given the dependency Processor answers nothing
      When 10 s have passed
      Then the attempt has ended and its connection is free again

    @REQ-DEP-003.processor @drill
    Scenario: IF the dependency Processor is slow, THEN the system SHALL stop waiting after the time-out and keep the payment as pending.
      Given the dependency Processor answers ten times slower than usual
      When a request needs it
      Then the system must stop waiting after the time-out and keep the payment as pending

    @REQ-DEP-004.processor @test
    Scenario: IF the dependency Processor returns wrong data, THEN the system SHALL set the payment aside and alert the engineer on call.
      Given the dependency Processor returns data that cannot be right
      When the system uses it
      Then the system must set the payment aside and alert the engineer on call

    @REQ-DEP-001.fraud-screening @drill
    Scenario: IF the dependency Fraud screening is unavailable, THEN the system SHALL refuse the charge with 503 and capture nothing.
      Given the dependency Fraud screening is unavailable
      When a request needs it
      Then the system must refuse the charge with 503 and capture nothing

    @REQ-DEP-002.fraud-screening @test
    Scenario: IF the dependency Fraud screening has not answered within 1 s, THEN the system SHALL stop waiting for that attempt.
      Given the dependency Fraud screening answers nothing
      When 1 s has passed
      Then the attempt has ended and its connection is free again

    @REQ-DEP-003.fraud-screening @drill
    Scenario: IF the dependency Fraud screening is slow, THEN the system SHALL stop waiting after the time-out and refuse the charge.
      Given the dependency Fraud screening answers ten times slower than usual
      When a request needs it
      Then the system must stop waiting after the time-out and refuse the charge

    @REQ-DEP-004.fraud-screening @test
    Scenario: IF the dependency Fraud screening returns wrong data, THEN the system SHALL refuse the charge and alert the engineer on call.
      Given the dependency Fraud screening returns data that cannot be right
      When the system uses it
      Then the system must refuse the charge and alert the engineer on call

    @REQ-DEP-001.payments-database @drill
    Scenario: IF the dependency Payments database is unavailable, THEN the system SHALL answer 503 and move no money.
      Given the dependency Payments database is unavailable
      When a request needs it
      Then the system must answer 503 and move no money

    @REQ-DEP-002.payments-database @test
    Scenario: IF the dependency Payments database has not answered within 500 ms, THEN the system SHALL stop waiting for that attempt.
      Given the dependency Payments database answers nothing
      When 500 ms have passed
      Then the attempt has ended and its connection is free again

    @REQ-DEP-003.payments-database @drill
    Scenario: IF the dependency Payments database is slow, THEN the system SHALL stop waiting after the time-out and answer 503.
      Given the dependency Payments database answers ten times slower than usual
      When a request needs it
      Then the system must stop waiting after the time-out and answer 503

    @REQ-DEP-004.payments-database @test
    Scenario: IF the dependency Payments database returns wrong data, THEN the system SHALL stop charging and alert the engineer on call.
      Given the dependency Payments database returns data that cannot be right
      When the system uses it
      Then the system must stop charging and alert the engineer on call

    @REQ-DEP-001.status-cache @drill
    Scenario: IF the dependency Status cache is unavailable, THEN the system SHALL read the status from the payments database.
      Given the dependency Status cache is unavailable
      When a request needs it
      Then the system must read the status from the payments database

    @REQ-DEP-002.status-cache @test
    Scenario: IF the dependency Status cache has not answered within 50 ms, THEN the system SHALL stop waiting for that attempt.
      Given the dependency Status cache answers nothing
      When 50 ms have passed
      Then the attempt has ended and its connection is free again

    @REQ-DEP-003.status-cache @drill
    Scenario: IF the dependency Status cache is slow, THEN the system SHALL read the status from the payments database.
      Given the dependency Status cache answers ten times slower than usual
      When a request needs it
      Then the system must read the status from the payments database

    @REQ-DEP-004.status-cache @test
    Scenario: IF the dependency Status cache returns wrong data, THEN the system SHALL drop the entry and read the database.
      Given the dependency Status cache returns data that cannot be right
      When the system uses it
      Then the system must drop the entry and read the database

    @REQ-DEP-005.status-cache @test
    Scenario: WHEN the system starts to do without the dependency Status cache, the system SHALL alert the operators.
      Given the dependency Status cache becomes unavailable
      When the first request falls back
      Then an alert names Status cache

    @REQ-DEP-001.identity-provider @drill
    Scenario: IF the dependency Identity provider is unavailable, THEN the system SHALL check tokens with the last known keys for up to 24 h.
      Given the dependency Identity provider is unavailable
      When a request needs it
      Then the system must check tokens with the last known keys for up to 24 h

    @REQ-DEP-002.identity-provider @test
    Scenario: IF the dependency Identity provider has not answered within 1 s, THEN the system SHALL stop waiting for that attempt.
      Given the dependency Identity provider answers nothing
      When 1 s has passed
      Then the attempt has ended and its connection is free again

    @REQ-DEP-003.identity-provider @drill
    Scenario: IF the dependency Identity provider is slow, THEN the system SHALL keep the keys it has.
      Given the dependency Identity provider answers ten times slower than usual
      When a request needs it
      Then the system must keep the keys it has

    @REQ-DEP-004.identity-provider @test
    Scenario: IF the dependency Identity provider returns wrong data, THEN the system SHALL keep the keys it has.
      Given the dependency Identity provider returns data that cannot be right
      When the system uses it
      Then the system must keep the keys it has

    @REQ-DEP-005.identity-provider @test
    Scenario: WHEN the system starts to do without the dependency Identity provider, the system SHALL alert the operators.
      Given the dependency Identity provider becomes unavailable
      When the first request falls back
      Then an alert names Identity provider

    @REQ-DEP-010.sdk @test
    Scenario: IF a call of the layer "SDK" fails, THEN the system SHALL make at most 4 attempts at that layer, the first one included.
      Given every call of the layer "SDK" fails
      When one operation reaches that layer
      Then that layer makes no more than 4 attempts

    @REQ-DEP-011.sdk @test
    Scenario: WHEN the layer "SDK" retries a call, the system SHALL wait a growing time with a random part before the next attempt.
      Given many calls of the layer "SDK" have failed in the same moment
      When they are tried again
      Then their next attempts are spread over time

    @REQ-DEP-013.sdk @test
    Scenario: WHEN the layer "SDK" retries a call, the system SHALL send the same idempotency key again.
      Given a call of the layer "SDK" has timed out
      When it is tried again
      Then both attempts carry the same key

    @REQ-DEP-010.gateway @test
    Scenario: IF a call of the layer "gateway" fails, THEN the system SHALL make at most 3 attempts at that layer, the first one included.
      Given every call of the layer "gateway" fails
      When one operation reaches that layer
      Then that layer makes no more than 3 attempts

    @REQ-DEP-011.gateway @test
    Scenario: WHEN the layer "gateway" retries a call, the system SHALL wait a growing time with a random part before the next attempt.
      Given many calls of the layer "gateway" have failed in the same moment
      When they are tried again
      Then their next attempts are spread over time

    @REQ-DEP-013.gateway @test
    Scenario: WHEN the layer "gateway" retries a call, the system SHALL send the same idempotency key again.
      Given a call of the layer "gateway" has timed out
      When it is tried again
      Then both attempts carry the same key

    @REQ-DEP-009.payments-service @test
    Scenario: IF a call of the layer "payments service" fails, THEN the system SHALL NOT try again at that layer.
      Given every call of the layer "payments service" fails
      When one operation reaches that layer
      Then that layer makes one attempt

    @REQ-DEP-014.fraud-screening @drill
    Scenario: IF the check "fraud screening" cannot be made, THEN the system SHALL refuse what that check guards.
      Given the check "fraud screening" cannot be made
      When a request needs it
      Then the request is refused

    @REQ-DEP-019.fraud-screening @test
    Scenario: WHEN the check "fraud screening" can no longer be made, the system SHALL alert the operators.
      Given the check "fraud screening" becomes impossible
      When the first request needs it
      Then an alert names the check

    @REQ-DEP-017.access-token @drill
    Scenario: IF the check "access token" cannot be made, THEN the system SHALL use its last known good answer.
      Given the check "access token" cannot be made
      When a request needs it
      Then the last known good answer decides

    @REQ-DEP-018.access-token @drill
    Scenario: IF the check "access token" has been impossible for 24 h, THEN the system SHALL stop using its last known good answer.
      Given the check "access token" has been impossible for 24 h
      When another request needs it
      Then the last known good answer no longer decides

    @REQ-DEP-019.access-token @test
    Scenario: WHEN the check "access token" can no longer be made, the system SHALL alert the operators.
      Given the check "access token" becomes impossible
      When the first request needs it
      Then an alert names the check

    @REQ-DEP-017.rate-limit-per-merchant @drill
    Scenario: IF the check "rate limit per merchant" cannot be made, THEN the system SHALL use its last known good answer.
      Given the check "rate limit per merchant" cannot be made
      When a request needs it
      Then the last known good answer decides

    @REQ-DEP-018.rate-limit-per-merchant @drill
    Scenario: IF the check "rate limit per merchant" has been impossible for 15 min, THEN the system SHALL stop using its last known good answer.
      Given the check "rate limit per merchant" has been impossible for 15 min
      When another request needs it
      Then the last known good answer no longer decides

    @REQ-DEP-019.rate-limit-per-merchant @test
    Scenario: WHEN the check "rate limit per merchant" can no longer be made, the system SHALL alert the operators.
      Given the check "rate limit per merchant" becomes impossible
      When the first request needs it
      Then an alert names the check

    @REQ-DEP-020.payments-pool @load-test
    Scenario: The system SHALL open at most 10 connections per instance in the pool "payments pool".
      Given an instance runs at peak load
      When it needs more than 10 connections of the pool "payments pool"
      Then it opens no more than 10

    @REQ-DEP-021.payments-pool @load-test
    Scenario: IF no connection of the pool "payments pool" is free within 200 ms, THEN the system SHALL refuse the request instead of waiting longer.
      Given every connection of the pool "payments pool" is in use
      When a request has waited 200 ms
      Then it is refused

    @REQ-DEP-022.payments-pool @test
    Scenario: WHEN a call is cancelled half-way, the system SHALL reset or close its connection of the pool "payments pool" before anyone else uses it.
      Given a call has been cancelled half-way
      When another request borrows the same connection of the pool "payments pool"
      Then it never sees the answer to the first call

    @REQ-DEP-030.webhook-queue @load-test
    Scenario: IF the queue "webhook queue" holds 1000000 items, THEN the system SHALL refuse new items.
      Given the queue "webhook queue" holds 1000000 items
      When another one arrives
      Then it is refused

    @REQ-DEP-032.webhook-queue @test
    Scenario: IF an item of the queue "webhook queue" is older than 7 d, THEN the system SHALL discard it without doing it, and count it.
      Given an item of the queue "webhook queue" is older than 7 d
      When its turn comes
      Then it is discarded and counted

    @REQ-DEP-030.accept-queue-of-an-instance @load-test
    Scenario: IF the queue "accept queue of an instance" holds 100 items, THEN the system SHALL refuse new items.
      Given the queue "accept queue of an instance" holds 100 items
      When another one arrives
      Then it is refused

    @REQ-DEP-032.accept-queue-of-an-instance @test
    Scenario: IF an item of the queue "accept queue of an instance" is older than 1 s, THEN the system SHALL discard it without doing it, and count it.
      Given an item of the queue "accept queue of an instance" is older than 1 s
      When its turn comes
      Then it is discarded and counted

    @REQ-DEP-033.payments-database @drill
    Scenario: IF the dependency Payments database is away when a process starts, THEN the system SHALL wait and report that it is not ready.
      Given the dependency Payments database is away
      When a process starts
      Then the system must wait and report that it is not ready

    @REQ-DEP-033.processor @drill
    Scenario: IF the dependency Processor is away when a process starts, THEN the system SHALL start and refuse charges until the processor answers.
      Given the dependency Processor is away
      When a process starts
      Then the system must start and refuse charges until the processor answers

    @REQ-DEP-033.fraud-screening @drill
    Scenario: IF the dependency Fraud screening is away when a process starts, THEN the system SHALL start and refuse charges until the screening answers.
      Given the dependency Fraud screening is away
      When a process starts
      Then the system must start and refuse charges until the screening answers

    @REQ-DEP-033.status-cache @drill
    Scenario: IF the dependency Status cache is away when a process starts, THEN the system SHALL start and read from the payments database.
      Given the dependency Status cache is away
      When a process starts
      Then the system must start and read from the payments database

    @REQ-DEP-033.identity-provider @drill
    Scenario: IF the dependency Identity provider is away when a process starts, THEN the system SHALL wait for the first set of keys.
      Given the dependency Identity provider is away
      When a process starts
      Then the system must wait for the first set of keys

    @REQ-DEP-035.charge-a-card @test
    Scenario: The system SHALL make at most 1 call to the dependency Fraud screening for one request of the flow "charge a card".
      Given the largest allowed request of the flow "charge a card"
      When it is served
      Then the dependency Fraud screening has received at most 1 call

    @REQ-DEP-035.charge-a-card-2 @test
    Scenario: The system SHALL make at most 1 call to the dependency Processor for one request of the flow "charge a card".
      Given the largest allowed request of the flow "charge a card"
      When it is served
      Then the dependency Processor has received at most 1 call

    @REQ-DEP-035.read-a-payment-status @test
    Scenario: The system SHALL make at most 1 call to the dependency Payments database for one request of the flow "read a payment status".
      Given the largest allowed request of the flow "read a payment status"
      When it is served
      Then the dependency Payments database has received at most 1 call

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

    @REQ-REC-058 @load-test
    Scenario: WHEN the service returns after an outage, the system SHALL work through the backlog without delaying new work.
      Given a backlog has grown
      When the service returns
      Then new work keeps its latency

    @REQ-REC-059 @load-test
    Scenario: The system SHALL cap the rate of calls to its weakest part during recovery.
      Given the service returns after an outage
      When all clients act at once
      Then the weakest part receives no more than the cap

    @REQ-REC-060 @load-test
    Scenario: WHEN the service returns after an outage of 30 min, the system SHALL have worked off the backlog within 2 h.
      Given the service was away for 30 min
      When it has returned
      Then the backlog is gone within 2 h

    @REQ-REC-004.processor @drill
    Scenario: IF the part "processor" is slow, THEN the system SHALL keep the payment as pending and ask for its status.
      Given the part "processor" is slow
      When users go on working
      Then the system does this: keep the payment as pending and ask for its status

    @REQ-REC-012.processor @drill
    Scenario: IF the part "processor" is slow, THEN the system SHALL limit what users notice to this: users see a payment as pending.
      When the drill is run: delay every answer of the part "processor" tenfold
      Then users see a payment as pending, and nothing worse

    @REQ-REC-027.processor @drill
    Scenario: The system SHALL show the signal "p99 of captures above 2 s for 5 min" within 6 min of the failure that causes it.
      Given the part "processor" has failed
      When 6 min have passed
      Then the signal is visible

    @REQ-REC-003.processor-2 @drill
    Scenario: IF the part "processor" is down, THEN the system SHALL answer 503 and move no money.
      Given the part "processor" is down
      When users go on working
      Then the system does this: answer 503 and move no money

    @REQ-REC-011.processor-2 @drill
    Scenario: IF the part "processor" is down, THEN the system SHALL limit what users notice to this: users cannot pay by card.
      When the drill is run: stop the part "processor"
      Then users cannot pay by card, and nothing worse

    @REQ-REC-027.processor-2 @drill
    Scenario: The system SHALL show the signal "more than 1 % failed charges over 5 min" within 6 min of the failure that causes it.
      Given the part "processor" has failed
      When 6 min have passed
      Then the signal is visible

    @REQ-REC-003.fraud-screening @drill
    Scenario: IF the part "fraud screening" is down, THEN the system SHALL refuse charges and capture nothing.
      Given the part "fraud screening" is down
      When users go on working
      Then the system does this: refuse charges and capture nothing

    @REQ-REC-011.fraud-screening @drill
    Scenario: IF the part "fraud screening" is down, THEN the system SHALL limit what users notice to this: users cannot pay by card.
      When the drill is run: stop the part "fraud screening"
      Then users cannot pay by card, and nothing worse

    @REQ-REC-027.fraud-screening @drill
    Scenario: The system SHALL show the signal "more than 1 % failed charges over 5 min" within 6 min of the failure that causes it.
      Given the part "fraud screening" has failed
      When 6 min have passed
      Then the signal is visible

    @REQ-REC-003.payments-database @drill
    Scenario: IF the part "payments database" is down, THEN the system SHALL promote the standby of another zone.
      Given the part "payments database" is down
      When users go on working
      Then the system does this: promote the standby of another zone

    @REQ-REC-011.payments-database @drill
    Scenario: IF the part "payments database" is down, THEN the system SHALL limit what users notice to this: users cannot pay for up to 2 min.
      When the drill is run: stop the part "payments database"
      Then users cannot pay for up to 2 min, and nothing worse

    @REQ-REC-027.payments-database @drill
    Scenario: The system SHALL show the signal "three failed connections in 10 s" within 1 min of the failure that causes it.
      Given the part "payments database" has failed
      When 1 min has passed
      Then the signal is visible

    @REQ-REC-008.status-cache @drill
    Scenario: IF the part "status cache" serves old data, THEN the system SHALL drop the entry and read the database.
      Given the part "status cache" serves old data
      When users go on working
      Then the system does this: drop the entry and read the database

    @REQ-REC-016.status-cache @drill
    Scenario: IF the part "status cache" serves old data, THEN the system SHALL limit what users notice to this: users see an old status for up to 60 s more.
      When the drill is run: stop the updates of the part "status cache"
      Then users see an old status for up to 60 s more, and nothing worse

    @REQ-REC-027.status-cache @drill
    Scenario: The system SHALL show the signal "a status older than 90 s in the hourly comparison" within 1 h of the failure that causes it.
      Given the part "status cache" has failed
      When 1 h has passed
      Then the signal is visible

    @REQ-REC-010.webhook-queue @drill
    Scenario: IF the part "webhook queue" is full, THEN the system SHALL refuse messages so that the processor sends them again.
      Given the part "webhook queue" is full
      When users go on working
      Then the system does this: refuse messages so that the processor sends them again

    @REQ-REC-018.webhook-queue @drill
    Scenario: IF the part "webhook queue" is full, THEN the system SHALL limit what users notice to this: users see payments as pending.
      When the drill is run: fill the part "webhook queue" to its limit
      Then users see payments as pending, and nothing worse

    @REQ-REC-027.webhook-queue @drill
    Scenario: The system SHALL show the signal "the oldest message is older than 10 min" within 11 min of the failure that causes it.
      Given the part "webhook queue" has failed
      When 11 min have passed
      Then the signal is visible

    @REQ-REC-009.reconciliation @drill
    Scenario: IF the part "reconciliation" loses data, THEN the system SHALL alert the engineer on call.
      Given the part "reconciliation" loses data
      When users go on working
      Then the system does this: alert the engineer on call

    @REQ-REC-017.reconciliation @drill
    Scenario: IF the part "reconciliation" loses data, THEN the system SHALL limit what users notice to this: users notice nothing.
      When the drill is run: remove recent data from the part "reconciliation"
      Then users notice nothing, and nothing worse

    @REQ-REC-027.reconciliation @drill
    Scenario: The system SHALL show the signal "no finished run for 25 h" within 25 h of the failure that causes it.
      Given the part "reconciliation" has failed
      When 25 h have passed
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

    @REQ-REC-050.payments-database @monitor
    Scenario: The system SHALL back up the data "payments database" at least every 30 s.
      Given the last backup of payments database is older than 30 s
      When the age of backups is checked
      Then an alert is raised

    @REQ-REC-054.a-bad-release @drill
    Scenario: IF the fault "a bad release" occurs, THEN the system SHALL limit the damage to the charges of the first stage, at most 5 % of users or data.
      Given the fault "a bad release" occurs
      When the damage has stopped spreading
      Then at most 5 % of users or data are affected

    @REQ-REC-054.one-merchant-that-sends-far-too-much @drill
    Scenario: IF the fault "one merchant that sends far too much" occurs, THEN the system SHALL limit the damage to the charges of that merchant, at most 5 % of users or data.
      Given the fault "one merchant that sends far too much" occurs
      When the damage has stopped spreading
      Then at most 5 % of users or data are affected

    @REQ-REC-055.status-cache @drill
    Scenario: WHEN the part "status cache" returns after an outage, the system SHALL fill it from the payments database.
      Given the part "status cache" was away for 10 min
      When it returns
      Then the system must fill it from the payments database

    @REQ-REC-055.pending-payments @drill
    Scenario: WHEN the part "pending payments" returns after an outage, the system SHALL ask the processor for the status of the oldest first.
      Given the part "pending payments" was away for 10 min
      When it returns
      Then the system must ask the processor for the status of the oldest first

    @REQ-REC-055.webhook-queue @drill
    Scenario: WHEN the part "webhook queue" returns after an outage, the system SHALL work through it at no more than 100 messages per second.
      Given the part "webhook queue" was away for 10 min
      When it returns
      Then the system must work through it at no more than 100 messages per second

    @REQ-REC-062.deploy-pipeline @drill
    Scenario: IF the recovery tool "deploy pipeline" is unavailable, THEN the system SHALL let the operators deploy the previous version with the sealed account.
      Given the recovery tool "deploy pipeline" is unavailable
      When operators need it
      Then they can deploy the previous version with the sealed account

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

    @REQ-SEC-001.service-callers @test
    Scenario: The system SHALL allow Service callers to create charges and refunds, and read payments, but only what is their own.
      Given Service callers have proved who they are
      When they act on a thing that belongs to someone else
      Then they are refused

    @REQ-SEC-005.service-callers @test
    Scenario: The system SHALL never let Service callers see card data.
      Given Service callers have proved who they are
      When they try to see card data
      Then they do not succeed

    @REQ-SEC-004.the-processor @test
    Scenario: The system SHALL allow the processor to report events of payments.
      Given the processor have proved who they are
      When they act as allowed
      Then they succeed

    @REQ-SEC-005.the-processor @test
    Scenario: The system SHALL never let the processor create payments.
      Given the processor have proved who they are
      When they try to create payments
      Then they do not succeed

    @REQ-SEC-004.finance-operations @test
    Scenario: The system SHALL allow Finance operations to read payments and differences, and approve refunds.
      Given Finance operations have proved who they are
      When they act as allowed
      Then they succeed

    @REQ-SEC-005.finance-operations @test
    Scenario: The system SHALL never let Finance operations change a recorded payment.
      Given Finance operations have proved who they are
      When they try to change a recorded payment
      Then they do not succeed

    @REQ-SEC-004.engineers-on-call @test
    Scenario: The system SHALL allow Engineers on call to read payments and stop all charges.
      Given Engineers on call have proved who they are
      When they act as allowed
      Then they succeed

    @REQ-SEC-005.engineers-on-call @test
    Scenario: The system SHALL never let Engineers on call create charges or refunds.
      Given Engineers on call have proved who they are
      When they try to create charges or refunds
      Then they do not succeed

    @REQ-SEC-010.post-charges @test
    Scenario: The system SHALL let Service callers call `POST /charges` only for their own merchant.
      Given Service callers have proved who they are
      When they call `POST /charges` beyond this rule: only for their own merchant
      Then they are refused

    @REQ-SEC-010.post-refunds @test
    Scenario: The system SHALL let Service callers call `POST /refunds` only for their own payments.
      Given Service callers have proved who they are
      When they call `POST /refunds` beyond this rule: only for their own payments
      Then they are refused

    @REQ-SEC-010.get-payments-id @test
    Scenario: The system SHALL let Service callers call `GET /payments/{id}` only for their own payments.
      Given Service callers have proved who they are
      When they call `GET /payments/{id}` beyond this rule: only for their own payments
      Then they are refused

    @REQ-SEC-010.post-webhooks-processor @test
    Scenario: The system SHALL let The processor call `POST /webhooks/processor` only with a valid signature.
      Given The processor have proved who they are
      When they call `POST /webhooks/processor` beyond this rule: only with a valid signature
      Then they are refused

    @REQ-SEC-011.oauth-2-access-token @test
    Scenario: The system SHALL accept the credential OAuth 2 access token for at most 10 min after it was issued or renewed.
      Given the credential OAuth 2 access token was issued
      When 10 min have passed without a renewal
      Then it is refused

    @REQ-SEC-012.oauth-2-access-token @test
    Scenario: WHEN the credential OAuth 2 access token is revoked, the system SHALL refuse it everywhere within 15 min.
      Given the credential OAuth 2 access token is in use
      When it is revoked
      Then within 15 min no part of the system accepts it

    @REQ-SEC-012.webhook-signature @test
    Scenario: WHEN the credential webhook signature is revoked, the system SHALL refuse it everywhere within 1 h.
      Given the credential webhook signature is in use
      When it is revoked
      Then within 1 h no part of the system accepts it

    @REQ-SEC-015.webhook-signature @drill
    Scenario: IF its revocation cannot be checked, THEN the system SHALL refuse the credential webhook signature.
      Given the revocation store is unreachable
      When a caller shows the credential webhook signature
      Then the caller is refused

    @REQ-SEC-011.staff-sign-in @test
    Scenario: The system SHALL accept the credential staff sign-in for at most 8 h after it was issued or renewed.
      Given the credential staff sign-in was issued
      When 8 h have passed without a renewal
      Then it is refused

    @REQ-SEC-012.staff-sign-in @test
    Scenario: WHEN the credential staff sign-in is revoked, the system SHALL refuse it everywhere within 5 min.
      Given the credential staff sign-in is in use
      When it is revoked
      Then within 5 min no part of the system accepts it

    @REQ-SEC-015.staff-sign-in @drill
    Scenario: IF its revocation cannot be checked, THEN the system SHALL refuse the credential staff sign-in.
      Given the revocation store is unreachable
      When a caller shows the credential staff sign-in
      Then the caller is refused

    @REQ-SEC-018.staff-sign-in @test
    Scenario: The system SHALL issue the credential staff sign-in only after a second factor was proved.
      Given a person has proved only one factor
      When they ask for the credential staff sign-in
      Then it is not issued

    @REQ-SEC-019.charges-of-one-merchant @test
    Scenario: IF more than 1800 charges of one merchant occur within 1 min, THEN the system SHALL refuse the excess with an error that the caller can recognise.
      Given 1800 charges of one merchant have occurred within 1 min
      When one more occurs
      Then it is refused, and the first ones were not

    @REQ-SEC-027.charges-of-one-merchant @drill
    Scenario: IF charges of one merchant cannot be counted, THEN the system SHALL decide by the last known counts.
      Given the counter is unreachable
      When a request needs it
      Then the last known count decides

    @REQ-SEC-019.status-reads-of-one-merchant @test
    Scenario: IF more than 6000 status reads of one merchant occur within 1 min, THEN the system SHALL refuse the excess with an error that the caller can recognise.
      Given 6000 status reads of one merchant have occurred within 1 min
      When one more occurs
      Then it is refused, and the first ones were not

    @REQ-SEC-027.status-reads-of-one-merchant @drill
    Scenario: IF status reads of one merchant cannot be counted, THEN the system SHALL decide by the last known counts.
      Given the counter is unreachable
      When a request needs it
      Then the last known count decides

    @REQ-SEC-030.processor-key @drill
    Scenario: WHEN the secret processor key is replaced, the system SHALL accept the old and the new one until no reader uses the old one.
      Given the secret processor key is in use
      When it is replaced
      Then no request fails

    @REQ-SEC-031.processor-key @test
    Scenario: WHEN the secret processor key expires in 30 d or less, the system SHALL alert the owner.
      Given the secret processor key expires in 30 d
      When the daily check runs
      Then its owner is told

    @REQ-SEC-030.fraud-vendor-key @drill
    Scenario: WHEN the secret fraud vendor key is replaced, the system SHALL accept the old and the new one until no reader uses the old one.
      Given the secret fraud vendor key is in use
      When it is replaced
      Then no request fails

    @REQ-SEC-031.fraud-vendor-key @test
    Scenario: WHEN the secret fraud vendor key expires in 30 d or less, the system SHALL alert the owner.
      Given the secret fraud vendor key expires in 30 d
      When the daily check runs
      Then its owner is told

    @REQ-SEC-030.webhook-verification-key @drill
    Scenario: WHEN the secret webhook verification key is replaced, the system SHALL accept the old and the new one until no reader uses the old one.
      Given the secret webhook verification key is in use
      When it is replaced
      Then no request fails

    @REQ-SEC-031.webhook-verification-key @test
    Scenario: WHEN the secret webhook verification key expires in 30 d or less, the system SHALL alert the owner.
      Given the secret webhook verification key expires in 30 d
      When the daily check runs
      Then its owner is told

    @REQ-SEC-032.testing-stolen-cards-with-many-small-cha @test
    Scenario: The system SHALL limit charges per merchant and screen each of them, as a control against the abuse "testing stolen cards with many small charges".
      Given someone attempts the abuse "testing stolen cards with many small charges"
      When they go on
      Then the control stops them

    @REQ-SEC-032.refunding-to-oneself @test
    Scenario: The system SHALL require a second person above the agreed amount, as a control against the abuse "refunding to oneself".
      Given someone attempts the abuse "refunding to oneself"
      When they go on
      Then the control stops them

    @REQ-SEC-032.forged-webhooks @test
    Scenario: The system SHALL refuse every message without a valid signature, as a control against the abuse "forged webhooks".
      Given someone attempts the abuse "forged webhooks"
      When they go on
      Then the control stops them

    @REQ-SEC-032.reading-card-data-from-logs @test
    Scenario: The system SHALL keep card data out of every system of ours, as a control against the abuse "reading card data from logs".
      Given someone attempts the abuse "reading card data from logs"
      When they go on
      Then the control stops them

    @REQ-SEC-032.a-vendor-that-is-broken-into @test
    Scenario: The system SHALL compare every payment with the settlement file each night, as a control against the abuse "a vendor that is broken into".
      Given someone attempts the abuse "a vendor that is broken into"
      When they go on
      Then the control stops them

    @REQ-SEC-033.request-parser @test
    Scenario: IF the request parser has worked on one input for 100 ms, THEN the system SHALL end that work and answer with an error.
      Given an input that is as expensive as possible
      When the request parser receives it
      Then it ends within 100 ms and the process survives

    @REQ-SEC-034.request-parser @test
    Scenario: IF an input of the request parser is larger than 64 KiB, THEN the system SHALL refuse the input before it is parsed.
      Given an input larger than 64 KiB
      When the request parser receives it
      Then it is refused unparsed

    @REQ-SEC-033.settlement-file-reader @test
    Scenario: IF the settlement file reader has worked on one input for 10 min, THEN the system SHALL end that work and answer with an error.
      Given an input that is as expensive as possible
      When the settlement file reader receives it
      Then it ends within 10 min and the process survives

    @REQ-SEC-034.settlement-file-reader @test
    Scenario: IF an input of the settlement file reader is larger than 500 MiB, THEN the system SHALL refuse the input before it is parsed.
      Given an input larger than 500 MiB
      When the settlement file reader receives it
      Then it is refused unparsed

    @REQ-SEC-042.refund-many-payments-at-once @test
    Scenario: The system SHALL allow only finance operations to refund many payments at once.
      Given someone else has proved who they are
      When they try to refund many payments at once
      Then they are refused

    @REQ-SEC-043.refund-many-payments-at-once @test
    Scenario: The system SHALL touch at most 100 things in one run of "refund many payments at once".
      Given someone selects more than 100 things
      When the action "refund many payments at once" is requested
      Then nothing is touched and the limit is named

    @REQ-SEC-044.refund-many-payments-at-once @test
    Scenario: WHEN the action "refund many payments at once" is requested, the system SHALL show how many things will be touched and wait for a confirmation.
      Given things are selected
      When the action "refund many payments at once" is requested
      Then the count is shown before anything happens

    @REQ-SEC-045.refund-many-payments-at-once @test
    Scenario: The system SHALL require the approval of a second person to refund many payments at once.
      Given one person asks to refund many payments at once
      When nobody else approves
      Then nothing happens

    @REQ-SEC-046.refund-many-payments-at-once @test
    Scenario: IF the target is empty or missing, THEN the system SHALL refuse to refund many payments at once.
      Given the target is left empty
      When the action "refund many payments at once" is requested
      Then it is refused and nothing happens

    @REQ-SEC-047.refund-many-payments-at-once @test
    Scenario: WHEN the action "refund many payments at once" is carried out, the system SHALL write who did it, to what and why to the audit log.
      Given someone may refund many payments at once
      When they do so
      Then the audit log holds who, what and why

    @REQ-SEC-048.refund-many-payments-at-once @test
    Scenario: The system SHALL accept only the credential staff sign-in as proof of the right to refund many payments at once.
      Given a caller shows any other credential than staff sign-in
      When they try to refund many payments at once
      Then they are refused

    @REQ-SEC-042.stop-all-charges @test
    Scenario: The system SHALL allow only the engineer on call to stop all charges.
      Given someone else has proved who they are
      When they try to stop all charges
      Then they are refused

    @REQ-SEC-043.stop-all-charges @test
    Scenario: The system SHALL touch at most 1 thing in one run of "stop all charges".
      Given someone selects more than 1 thing
      When the action "stop all charges" is requested
      Then nothing is touched and the limit is named

    @REQ-SEC-046.stop-all-charges @test
    Scenario: IF the target is empty or missing, THEN the system SHALL refuse to stop all charges.
      Given the target is left empty
      When the action "stop all charges" is requested
      Then it is refused and nothing happens

    @REQ-SEC-047.stop-all-charges @test
    Scenario: WHEN the action "stop all charges" is carried out, the system SHALL write who did it, to what and why to the audit log.
      Given someone may stop all charges
      When they do so
      Then the audit log holds who, what and why

    @REQ-SEC-048.stop-all-charges @test
    Scenario: The system SHALL accept only the credential staff sign-in as proof of the right to stop all charges.
      Given a caller shows any other credential than staff sign-in
      When they try to stop all charges
      Then they are refused

  Rule: Compliance and privacy

    @REQ-CMP-013.refund-of-a-payment @test
    Scenario: WHEN the action "refund of a payment" takes place, the system SHALL write an audit record.
      Given someone may do this: refund of a payment
      When they do it
      Then an audit record of it exists

    @REQ-CMP-014.refund-of-a-payment @test
    Scenario: The system SHALL hold in each audit record of the action "refund of a payment": who, when, payment, amount and reason.
      Given this action has taken place: refund of a payment
      When its audit record is read
      Then it holds who, when, payment, amount and reason

    @REQ-CMP-013.stop-of-all-charges @test
    Scenario: WHEN the action "stop of all charges" takes place, the system SHALL write an audit record.
      Given someone may do this: stop of all charges
      When they do it
      Then an audit record of it exists

    @REQ-CMP-014.stop-of-all-charges @test
    Scenario: The system SHALL hold in each audit record of the action "stop of all charges": who, when and reason.
      Given this action has taken place: stop of all charges
      When its audit record is read
      Then it holds who, when and reason

    @REQ-CMP-013.change-of-a-merchant-s-limit @test
    Scenario: WHEN the action "change of a merchant's limit" takes place, the system SHALL write an audit record.
      Given someone may do this: change of a merchant's limit
      When they do it
      Then an audit record of it exists

    @REQ-CMP-014.change-of-a-merchant-s-limit @test
    Scenario: The system SHALL hold in each audit record of the action "change of a merchant's limit": who, when, old and new limit.
      Given this action has taken place: change of a merchant's limit
      When its audit record is read
      Then it holds who, when, old and new limit

    @REQ-CMP-017.card-data @test
    Scenario: The system SHALL never write card data to logs, traces, error reports, analytics or prompts.
      Given a request carries card data
      When it fails in every possible way
      Then no captured log, trace or report holds card data

    @REQ-CMP-017.access-tokens-and-keys @test
    Scenario: The system SHALL never write access tokens and keys to logs, traces, error reports, analytics or prompts.
      Given a request carries access tokens and keys
      When it fails in every possible way
      Then no captured log, trace or report holds access tokens and keys

  Rule: Observability

    @REQ-OBS-009 @test
    Scenario: The system SHALL write each log entry as one JSON object on one line.
      Given a request is served
      When its log lines are read
      Then each line is one JSON object

    @REQ-OBS-011 @test
    Scenario: The system SHALL carry these fields in every log line: time, level, correlation id, merchant and payment id.
      Given a request is served
      When its log lines are read
      Then every line carries time, level, correlation id, merchant and payment id

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
    Scenario: The system SHALL let an engineer find the cause of a complaint by these steps: look up the order to find its payment id, read the state changes of that payment with their times, follow its correlation id through the logs of the charge and its webhooks and compare the result with the processor's own record.
      Given a customer names a thing and a time
      When an engineer follows the steps
      Then the cause is found

    @REQ-OBS-022 @drill
    Scenario: WHEN a customer reports a wrong result, the system SHALL let an engineer find its cause within 30 min.
      Given a customer reports a wrong result
      When an engineer follows the steps
      Then the cause is known within 30 min

    @REQ-OBS-003.failed-charges @test
    Scenario: WHEN the signal "Failed charges" is at 1 % or more of all charges over 5 min in production, the system SHALL tell the engineer on call.
      Given the system runs in production
      When the signal "Failed charges" is at 1 % or more of all charges over 5 min
      Then the alert has reached the engineer on call

    @REQ-OBS-005.failed-charges @drill
    Scenario: IF the condition of the alert "Failed charges" begins in production, THEN the system SHALL tell the engineer on call within 6 min.
      Given the condition of the alert "Failed charges" has begun
      When 6 min have passed
      Then the alert has reached the engineer on call

    @REQ-OBS-004.failed-charges-in-staging @test
    Scenario: WHEN the signal "Failed charges in staging" is at 5 % or more of all charges over 30 min in staging, the system SHALL record it and page nobody.
      Given the system runs in staging
      When the signal "Failed charges in staging" is at 5 % or more of all charges over 30 min
      Then it is recorded and nobody is paged

    @REQ-OBS-004.failed-charges-in-development @test
    Scenario: WHEN the signal "Failed charges in development" is at 50 % or more of all charges over 1 h in development, the system SHALL record it and page nobody.
      Given the system runs in development
      When the signal "Failed charges in development" is at 50 % or more of all charges over 1 h
      Then it is recorded and nobody is paged

    @REQ-OBS-003.waiting-webhooks @test
    Scenario: WHEN the signal "Waiting webhooks" is older than 10 min over 5 min in production, the system SHALL tell the engineer on call.
      Given the system runs in production
      When the signal "Waiting webhooks" is older than 10 min over 5 min
      Then the alert has reached the engineer on call

    @REQ-OBS-005.waiting-webhooks @drill
    Scenario: IF the condition of the alert "Waiting webhooks" begins in production, THEN the system SHALL tell the engineer on call within 16 min.
      Given the condition of the alert "Waiting webhooks" has begun
      When 16 min have passed
      Then the alert has reached the engineer on call

    @REQ-OBS-003.missing-reconciliation @test
    Scenario: WHEN the signal "Missing reconciliation" is absent for 25 h over 1 h in production, the system SHALL tell the engineer on call.
      Given the system runs in production
      When the signal "Missing reconciliation" is absent for 25 h over 1 h
      Then the alert has reached the engineer on call

    @REQ-OBS-005.missing-reconciliation @drill
    Scenario: IF the condition of the alert "Missing reconciliation" begins in production, THEN the system SHALL tell the engineer on call within 26 h.
      Given the condition of the alert "Missing reconciliation" has begun
      When 26 h have passed
      Then the alert has reached the engineer on call

    @REQ-OBS-007.a-webhook-that-never-arrives @drill
    Scenario: IF this quiet failure occurs: a webhook that never arrives, THEN the system SHALL report it to finance operations within 24 h.
      Given this has happened: a webhook that never arrives
      When 24 h have passed
      Then the report has reached finance operations

    @REQ-OBS-007.an-old-status-that-stays-in-the-cache @drill
    Scenario: IF this quiet failure occurs: an old status that stays in the cache, THEN the system SHALL report it to the engineer on call within 1 h.
      Given this has happened: an old status that stays in the cache
      When 1 h has passed
      Then the report has reached the engineer on call

    @REQ-OBS-007.a-reconciliation-over-an-empty-file @drill
    Scenario: IF this quiet failure occurs: a reconciliation over an empty file, THEN the system SHALL report it to the engineer on call within 1 h.
      Given this has happened: a reconciliation over an empty file
      When 1 h has passed
      Then the report has reached the engineer on call

    @REQ-OBS-008.paging @drill
    Scenario: IF the signal path "paging" fails together with the system, THEN the system SHALL still alert the operators, by a charge of a test card from outside every minute.
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
    Scenario: WHEN an instance stops accepting requests, the system SHALL finish those in flight for up to 15 s.
      When an instance stops accepting requests
      Then the system must finish those in flight for up to 15 s

    @REQ-API-002.liveness @drill
    Scenario: IF a dependency that all instances share is slow or down, THEN the system SHALL keep passing its liveness check.
      When the drill is run: delay the shared dependencies by twice the timeout of the check
      Then no instance is restarted or taken out of traffic

    @REQ-API-002.readiness @drill
    Scenario: IF a dependency that all instances share is slow or down, THEN the system SHALL keep passing its readiness check.
      When the drill is run: delay the shared dependencies by twice the timeout of the check
      Then no instance is restarted or taken out of traffic

  Rule: Worker and queues

    @REQ-WRK-002.webhook-queue @test
    Scenario: IF a message of the queue webhook queue has failed 10 times, THEN the system SHALL move it to the dead-letter queue and go on with the next one.
      When a message of the queue webhook queue has failed 10 times
      Then the system must move it to the dead-letter queue and go on with the next one

    @REQ-WRK-004.webhook-queue @test
    Scenario: IF the handler of webhook queue crashes on a message, THEN the system SHALL keep the process alive and count the attempt as failed.
      When the handler of webhook queue crashes on a message
      Then the system must keep the process alive and count the attempt as failed

    @REQ-WRK-005.webhook-queue @drill
    Scenario: WHEN the cause of a failure in webhook queue has been repaired, the system SHALL take its messages back by a command that puts one message back.
      When the cause of a failure in webhook queue has been repaired
      Then the system must take its messages back by a command that puts one message back

    @REQ-WRK-008.webhook-queue @test
    Scenario: WHEN a worker of webhook queue is told to stop, the system SHALL take no new message and finish its own within 10 s.
      When a worker of webhook queue is told to stop
      Then the system must take no new message and finish its own within 10 s

    @REQ-WRK-010.webhook-queue @load-test
    Scenario: IF the queue webhook queue holds 1000000 messages, THEN the system SHALL refuse further messages.
      When the queue webhook queue holds 1000000 messages
      Then the system must refuse further messages

    @REQ-WRK-013.webhook-queue @load-test
    Scenario: WHILE messages arrive in webhook queue at 120 msg/s, the system SHALL be able to handle 200 msg/s.
      Given messages arrive in webhook queue at 120 msg/s
      Then the system must be able to handle 200 msg/s

  Rule: Payments

    @REQ-PAY-001 @test
    Scenario: WHEN a payment is requested, the system SHALL store it durably before it calls the processor.
      Given a payment has been stored and the processor has been called
      When the process dies before the answer arrives
      Then the next attempt finds the payment and charges nothing a second time

    @REQ-PAY-003 @test
    Scenario: IF the outcome of a charge is unknown, THEN the system SHALL mark it as pending and ask the processor for its status until it is known.
      When the outcome of a charge is unknown
      Then the system must mark it as pending and ask the processor for its status until it is known

    @REQ-PAY-012 @test
    Scenario: WHEN a request repeats a key within 7 d, the system SHALL return the first result.
      When a request repeats a key within 7 d
      Then the system must return the first result

    @REQ-PAY-025 @test
    Scenario: IF a payout or refund of 1000 EUR or more has been approved by one person only, THEN the system SHALL hold it until a second person has approved.
      When a payout or refund of 1000 EUR or more has been approved by one person only
      Then the system must hold it until a second person has approved

    @REQ-PAY-027 @drill
    Scenario: IF the fraud screening does not answer, THEN the system SHALL refuse payments.
      When the fraud screening does not answer
      Then the system must refuse payments

    @REQ-PAY-028 @drill
    Scenario: WHEN the engineer on call stops all payments, the system SHALL start no new charge.
      When the engineer on call stops all payments
      Then the system must start no new charge

    @REQ-PAY-022.refund @test
    Scenario: WHEN a refund happens, the system SHALL record it as an entry of its own that refers to the payment.
      When a refund happens
      Then the system must record it as an entry of its own that refers to the payment

    @REQ-PAY-022.partial-refund @test
    Scenario: WHEN a partial refund happens, the system SHALL record it as an entry of its own that refers to the payment.
      When a partial refund happens
      Then the system must record it as an entry of its own that refers to the payment

    @REQ-PAY-022.chargeback @test
    Scenario: WHEN a chargeback happens, the system SHALL record it as an entry of its own and a case for finance operations.
      When a chargeback happens
      Then the system must record it as an entry of its own and a case for finance operations

    @REQ-PAY-023.refunds-per-hour @test
    Scenario: IF refunds per hour reach three times the usual hour, THEN the system SHALL hold them until they are released by two people of finance operations.
      When refunds per hour reach three times the usual hour
      Then the system must hold them until they are released by two people of finance operations

    @REQ-PAY-024.charges-per-merchant @test
    Scenario: IF charges per merchant reach 1800 in a minute, THEN the system SHALL tell the engineer on call.
      When charges per merchant reach 1800 in a minute
      Then the system must tell the engineer on call

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

    @REQ-ROL-008.one-instance @drill
    Scenario: WHEN the rollout stage "one instance" shows more than 1 % failed charges over 5 min, the system SHALL stop the rollout without waiting for a person.
      When the drill is run: release a version that causes more than 1 % failed charges over 5 min to the stage "one instance"
      Then the rollout stops by itself

    @REQ-ROL-008.all-instances @drill
    Scenario: WHEN the rollout stage "all instances" shows more than 1 % failed charges over 5 min, the system SHALL stop the rollout without waiting for a person.
      When the drill is run: release a version that causes more than 1 % failed charges over 5 min to the stage "all instances"
      Then the rollout stops by itself

    @REQ-ROL-013.stop-charges @drill
    Scenario: WHEN the switch "stop charges" is used, the system SHALL refuse new charges with 503 on every instance within 30 s.
      When the drill is run: use the switch "stop charges" in production at a quiet hour
      Then every instance follows it within 30 s

    @REQ-ROL-014.stop-charges @drill
    Scenario: IF the flag service cannot be reached, THEN the system SHALL still obey the switch "stop charges".
      When the flag service cannot be reached
      Then the system must still obey the switch "stop charges"

    @REQ-ROL-013.stop-refunds @drill
    Scenario: WHEN the switch "stop refunds" is used, the system SHALL refuse new refunds with 503 on every instance within 30 s.
      When the drill is run: use the switch "stop refunds" in production at a quiet hour
      Then every instance follows it within 30 s

    @REQ-ROL-014.stop-refunds @drill
    Scenario: IF the flag service cannot be reached, THEN the system SHALL still obey the switch "stop refunds".
      When the flag service cannot be reached
      Then the system must still obey the switch "stop refunds"

    @REQ-ROL-027.the-new-service-and-the-old-schema @test
    Scenario: WHILE the new service and the old schema meet, the system SHALL work on both forms of a changed column.
      Given the new service and the old schema meet
      Then the system must work on both forms of a changed column

    @REQ-ROL-027.the-old-service-and-new-messages @test
    Scenario: WHILE the old service and new messages meet, the system SHALL keep fields that it does not know.
      Given the old service and new messages meet
      Then the system must keep fields that it does not know

  Rule: Operations

    @REQ-OPS-004 @drill
    Scenario: WHEN an alert pages, the system SHALL reach a person on duty at any hour.
      When an alert pages
      Then the system must reach a person on duty at any hour

    @REQ-OPS-006 @drill
    Scenario: IF a page has not been acknowledged within 3 min, THEN the system SHALL page the next person on the escalation path.
      When a page has not been acknowledged within 3 min
      Then the system must page the next person on the escalation path

    @REQ-OPS-016 @drill
    Scenario: IF a fault affects users, THEN the system SHALL tell them within 15 min.
      When a fault affects users
      Then the system must tell them within 15 min

    @REQ-OPS-007.replaying-a-webhook-message @test
    Scenario: IF a step of the task "replaying a webhook message" is started before the step it needs, THEN the system SHALL refuse the step.
      When a step of the task "replaying a webhook message" is started before the step it needs
      Then the system must refuse the step

    @REQ-OPS-007.resolving-a-difference @test
    Scenario: IF a step of the task "resolving a difference" is started before the step it needs, THEN the system SHALL refuse the step.
      When a step of the task "resolving a difference" is started before the step it needs
      Then the system must refuse the step

    @REQ-OPS-009.retention-job @test
    Scenario: IF one run of retention job would touch more than 1 % of what exists, THEN the system SHALL stop before it touches anything.
      When one run of retention job would touch more than 1 % of what exists
      Then the system must stop before it touches anything

    @REQ-OPS-010.retention-job @test
    Scenario: IF retention job is started with an empty selection, THEN the system SHALL refuse to run.
      When retention job is started with an empty selection
      Then the system must refuse to run

  Rule: Tests and acceptance

    @REQ-TST-001.a-repeated-charge @test
    Scenario: WHILE a charge with a key has succeeded, WHEN the same charge with the same key arrives again, the system SHALL answer with the first result and capture nothing.
      Given a charge with a key has succeeded
      When the same charge with the same key arrives again
      Then the system shall answer with the first result and capture nothing

    @REQ-TST-001.an-unknown-outcome @test
    Scenario: WHILE the processor accepts connections and never answers, WHEN a charge arrives, the system SHALL keep the payment as pending and answer within 3 s.
      Given the processor accepts connections and never answers
      When a charge arrives
      Then the system shall keep the payment as pending and answer within 3 s

    @REQ-TST-001.no-screening @test
    Scenario: WHILE the fraud screening is down, WHEN a charge arrives, the system SHALL refuse it with 503 and capture nothing.
      Given the fraud screening is down
      When a charge arrives
      Then the system shall refuse it with 503 and capture nothing

    @REQ-TST-001.a-refund-that-is-too-large @test
    Scenario: WHILE a payment of 100 has a refund of 60, WHEN a refund of 50 arrives, the system SHALL refuse it and move no money.
      Given a payment of 100 has a refund of 60
      When a refund of 50 arrives
      Then the system shall refuse it and move no money

    @REQ-TST-001.a-forged-webhook @test
    Scenario: WHILE a message carries a wrong signature, WHEN it arrives, the system SHALL refuse it and change nothing.
      Given a message carries a wrong signature
      When it arrives
      Then the system shall refuse it and change nothing

    @REQ-TST-001.a-lost-webhook @test
    Scenario: WHILE the processor has captured a payment without a message, WHEN the night has passed, the system SHALL report the difference.
      Given the processor has captured a payment without a message
      When the night has passed
      Then the system shall report the difference

    @REQ-TST-002.a-sale @load-test
    Scenario: WHILE load of the shape "spike" at 1 × the peak rate lasts for 2 h, the system SHALL meet this mark: 99.95 % of charges succeed or fail definitively within 3 s.
      Given load of the shape "spike" at 1 × the peak rate lasts for 2 h
      Then the system must meet this mark: 99.95 % of charges succeed or fail definitively within 3 s

    @REQ-TST-002.everybody-at-once @load-test
    Scenario: WHILE load of the shape "reconnect" at 2 × the peak rate lasts for 10 min, the system SHALL meet this mark: nothing is captured twice.
      Given load of the shape "reconnect" at 2 × the peak rate lasts for 10 min
      Then the system must meet this mark: nothing is captured twice

    @REQ-TST-003.a-processor-that-never-answers @drill
    Scenario: WHEN the experiment "a processor that never answers" is run, at least every 3 months, the system SHALL behave as its failure row promises.
      When the drill is run: run the experiment "a processor that never answers"
      Then users see what the failure row says, and the alert rings

    @REQ-TST-003.a-screening-that-is-down @drill
    Scenario: WHEN the experiment "a screening that is down" is run, at least every 3 months, the system SHALL behave as its failure row promises.
      When the drill is run: run the experiment "a screening that is down"
      Then users see what the failure row says, and the alert rings

    @REQ-TST-003.the-loss-of-the-primary-database @drill
    Scenario: WHEN the experiment "the loss of the primary database" is run, at least every 3 months, the system SHALL behave as its failure row promises.
      When the drill is run: run the experiment "the loss of the primary database"
      Then users see what the failure row says, and the alert rings

  Rule: Risks and open points

    @REQ-RSK-003.does-the-same-idempotency-key-reach-the @test
    Scenario: WHILE the question "does the same idempotency key reach the processor?" is open, the system SHALL never repeat a capture whose outcome is unknown.
      Given the question "does the same idempotency key reach the processor?" is open
      Then the system must never repeat a capture whose outcome is unknown

    @REQ-RSK-003.who-resolves-a-difference-that-the-recon @test
    Scenario: WHILE the question "Who resolves a difference that the reconciliation finds?" is open, the system SHALL alert the engineer on call.
      Given the question "Who resolves a difference that the reconciliation finds?" is open
      Then the system must alert the engineer on call

# Not shown by a scenario:
# REQ-CTX-004.charges-that-succeed-or-fail-definitivel by monitor
# REQ-CTX-004.payments-that-differ-from-the-processor by monitor
# REQ-CTX-005.amount by inspection
# REQ-CTX-007.amount by test
# REQ-CTX-005.captured by inspection
# REQ-CTX-005.definitive-failure by inspection
# REQ-LEG-004.keep-card-data-out-of-every-system-of-ou by static-check
# REQ-LEG-004.take-payments-through-the-external-proce by static-check
# REQ-LEG-004.let-the-previous-version-run-on-any-sche by static-check
# REQ-IFC-012 by test
# REQ-IFC-024 by inspection
# REQ-IFC-026 by test
# REQ-IFC-027.post-charges by test
# REQ-IFC-027.post-refunds by test
# REQ-IFC-008.idempotency-key by test
# REQ-IFC-008.merchant-id by test
# REQ-IFC-008.amount by test
# REQ-IFC-008.currency by test
# REQ-IFC-008.card-token by test
# REQ-IFC-010.card-token by test
# REQ-IFC-009.payment-id by test
# REQ-IFC-009.status by test
# REQ-IFC-008.amount-2 by test
# REQ-IFC-009.status-2 by test
# REQ-DAT-014 by test
# REQ-DAT-001.payments-database by inspection
# REQ-DAT-006.amount by test
# REQ-DAT-006.currency by test
# REQ-DAT-006.status by test
# REQ-DAT-006.idempotency-key by test
# REQ-DAT-006.card-token by test
# REQ-DAT-007.card-token by test
# REQ-DAT-012.payment-by-idempotency-key by test
# REQ-DAT-012.pending-payments-older-than-a-time by test
# REQ-DAT-012.payments-of-one-day by test
# REQ-DAT-018.payment by test
# REQ-DAT-018.webhook-message by test
# REQ-DAT-019.the-refunds-of-a-payment-never-add-up-to by test
# REQ-DAT-020.the-refunds-of-a-payment-never-add-up-to by monitor
# REQ-DAT-019.every-captured-payment-is-in-the-settlem by test
# REQ-DAT-020.every-captured-payment-is-in-the-settlem by monitor
# REQ-AIA-001.payments by inspection
# REQ-AIA-002.payments by static-check
# REQ-AIA-003.payments by static-check
# REQ-AIA-001.processor-adapter by inspection
# REQ-AIA-002.processor-adapter by static-check
# REQ-AIA-003.processor-adapter by static-check
# REQ-AIA-001.webhooks by inspection
# REQ-AIA-002.webhooks by static-check
# REQ-AIA-003.webhooks by static-check
# REQ-TRF-002 by load-test
# REQ-TRF-003 by load-test
# REQ-TRF-008 by monitor
# REQ-TRF-006.read-a-payment-status by monitor
# REQ-TRF-012.connections-of-the-payments-database by monitor
# REQ-TRF-012.charges-per-second-at-the-processor by monitor
# REQ-CON-039.time-outs by static-check
# REQ-DEP-034.fraud-screening by monitor
# REQ-DEP-034.processor by monitor
# REQ-REC-001 by monitor
# REQ-REC-063 by monitor
# REQ-REC-002 by inspection
# REQ-REC-039 by static-check
# REQ-REC-020.processor by monitor
# REQ-REC-019.processor-2 by monitor
# REQ-REC-019.fraud-screening by monitor
# REQ-REC-019.payments-database by monitor
# REQ-REC-024.status-cache by monitor
# REQ-REC-026.webhook-queue by monitor
# REQ-REC-025.reconciliation by monitor
# REQ-REC-051.payments-database by monitor
# REQ-REC-052.payments-database by inspection
# REQ-SEC-038 by scan
# REQ-SEC-040 by inspection
# REQ-SEC-028.processor-key by scan
# REQ-SEC-029.processor-key by monitor
# REQ-SEC-028.fraud-vendor-key by scan
# REQ-SEC-029.fraud-vendor-key by monitor
# REQ-SEC-028.webhook-verification-key by scan
# REQ-SEC-029.webhook-verification-key by monitor
# REQ-SEC-036.packages by static-check
# REQ-SEC-037.packages by inspection
# REQ-SEC-036.base-images by static-check
# REQ-SEC-037.base-images by inspection
# REQ-SEC-036.our-own-images by static-check
# REQ-SEC-037.our-own-images by inspection
# REQ-CMP-001.keep-card-data-out-of-our-systems by inspection
# REQ-CMP-015.refund-of-a-payment by inspection
# REQ-CMP-016.refund-of-a-payment by inspection
# REQ-CMP-015.stop-of-all-charges by inspection
# REQ-CMP-016.stop-of-all-charges by inspection
# REQ-CMP-015.change-of-a-merchant-s-limit by inspection
# REQ-CMP-016.change-of-a-merchant-s-limit by inspection
# REQ-LEG-001.development by inspection
# REQ-LEG-003.development by inspection
# REQ-LEG-001.staging by inspection
# REQ-LEG-003.staging by inspection
# REQ-LEG-003.production by inspection
# REQ-OPS-001.the-payments-service by inspection
# REQ-OPS-002.the-payments-service by load-test
# REQ-OPS-003.the-payments-service by test
# REQ-OPS-001.the-nightly-reconciliation by inspection
# REQ-OPS-002.the-nightly-reconciliation by load-test
# REQ-OPS-003.the-nightly-reconciliation by test
# REQ-OBS-015 by inspection
# REQ-OBS-016 by inspection
# REQ-OBS-019 by inspection
# REQ-OBS-024 by inspection
# REQ-OBS-001.charge-a-card by monitor
# REQ-OBS-002.charge-a-card by monitor
# REQ-OBS-001.take-a-webhook by monitor
# REQ-OBS-002.take-a-webhook by monitor
# REQ-OBS-001.reconcile by monitor
# REQ-OBS-002.reconcile by monitor
# REQ-OBS-006.a-webhook-that-never-arrives by monitor
# REQ-OBS-006.an-old-status-that-stays-in-the-cache by monitor
# REQ-OBS-006.a-reconciliation-over-an-empty-file by monitor
# REQ-API-001.liveness by test
# REQ-API-001.readiness by test
# REQ-WRK-003.webhook-queue by monitor
# REQ-WRK-006.webhook-queue by test
# REQ-WRK-009.webhook-queue by monitor
# REQ-PAY-010 by test
# REQ-PAY-011 by test
# REQ-PAY-013 by monitor
# REQ-PAY-014 by test
# REQ-PAY-018 by test
# REQ-PAY-019 by monitor
# REQ-PAY-020.the-settlement-file-of-the-processor by monitor
# REQ-ROL-003 by inspection
# REQ-ROL-015 by inspection
# REQ-ROL-020 by inspection
# REQ-ROL-026 by test
# REQ-ROL-010.one-instance by inspection
# REQ-ROL-010.all-instances by inspection
# REQ-OPS-011 by monitor
# REQ-OPS-008.test-suite by scan
# REQ-TST-004.processor by inspection
# REQ-TST-004.load by inspection
# REQ-RSK-001.where-card-data-is-entered by inspection
# REQ-RSK-001.when-fraud-is-screened by inspection
# REQ-RSK-001.where-the-status-is-read by inspection
# REQ-RSK-001.how-a-release-is-undone by inspection
# REQ-RSK-002.a-card-form-of-our-own by inspection
# REQ-RSK-002.screening-after-capture by inspection
# REQ-RSK-004.the-processor-keeps-an-idempotency-key-f by inspection
# REQ-RSK-004.the-fraud-screening-answers-99-of-100-ca by inspection
