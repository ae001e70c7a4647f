# Status: draft: 3 open questions

Feature: To-do API

  Rule: Users and flows

    @REQ-CTX-001.manage-tasks-and-lists @test
    Scenario: WHEN a user creates, reads, changes or deletes a task or a list, the system SHALL store the change and show it.
      Given the system works normally
      When a user creates, reads, changes or deletes a task or a list
      Then the system must store the change and show it

    @REQ-CTX-001.share-a-list @test
    Scenario: WHEN the owner of a list names other people, the system SHALL let those people use the list.
      Given the system works normally
      When the owner of a list names other people
      Then the system must let those people use the list

    @REQ-CTX-001.remind-by-e-mail @test
    Scenario: WHEN a reminder is due, the system SHALL send one e-mail to the person who asked for it.
      Given the system works normally
      When a reminder is due
      Then the system must send one e-mail to the person who asked for it

  Rule: Traffic and capacity

    @REQ-TRF-001 @load-test
    Scenario: The system SHALL carry 150 req/s at peak while keeping every other promise of this specification.
      Given the system runs as in production
      When 150 req/s arrive
      Then every latency and error target still holds

  Rule: Consistency and concurrency

    @REQ-CON-008 @test @assumed
    Scenario: WHEN two writers change the same field of one record, the system SHALL keep the change that arrives last and discard the earlier one.
      Given two clients have read the same record
      When both change the same field
      Then the record holds the change that arrived last

    @REQ-CON-002.manage-tasks-and-lists @test
    Scenario: WHEN a user has written in the flow "manage tasks and lists", the system SHALL show that user their own write on every later read.
      Given a user has changed a record in the flow "manage tasks and lists"
      When the same user reads it again at once
      Then the change is there

  Rule: Dependencies and overload

    @REQ-DEP-001.mail-provider @drill
    Scenario: IF the dependency Mail provider is unavailable, THEN the system SHALL keep the reminder and send it when the provider is back.
      Given the dependency Mail provider is unavailable
      When a request needs it
      Then the system must keep the reminder and send it when the provider is back

  Rule: Failure and recovery

    @REQ-REC-028 @drill
    Scenario: IF the primary store is lost, THEN the system SHALL lose no acknowledged write older than 24 h.
      Given writes arrive all the time
      When the primary store is lost and restored
      Then every write acknowledged more than 24 h before the loss is there

    @REQ-REC-030 @drill
    Scenario: IF the service is lost, THEN the system SHALL serve its users again within 4 h, counted in office hours only.
      Given the service has been lost during office hours
      When 4 h have passed
      Then users can work again

    @REQ-REC-003.mail-provider @drill
    Scenario: IF the part "mail provider" is down, THEN the system SHALL keep each reminder until it has been sent.
      Given the part "mail provider" is down
      When users go on working
      Then the system does this: keep each reminder until it has been sent

    @REQ-REC-050.database @monitor
    Scenario: The system SHALL back up the data "database" at least every 24 h.
      Given the last backup of database is older than 24 h
      When the age of backups is checked
      Then an alert is raised

  Rule: Rollout and change

    @REQ-ROL-006 @test
    Scenario: WHEN a new version is deployed, the system SHALL replace instances a few at a time while the remaining ones keep serving.
      When a new version is deployed
      Then the system must replace instances a few at a time while the remaining ones keep serving

  Rule: Operations

    @REQ-OPS-005 @drill @assumed
    Scenario: WHEN an alert pages in business hours, the system SHALL reach a person on duty.
      When an alert pages in business hours
      Then the system must reach a person on duty

  Rule: Risks and open points

    @REQ-RSK-003.is-it-acceptable-that-the-last-of-two-ed @test
    Scenario: WHILE the question "Is it acceptable that the last of two edits wins?" is open, the system SHALL keep the edit that arrives last.
      Given the question "Is it acceptable that the last of two edits wins?" is open
      Then the system must keep the edit that arrives last

# Not shown by a scenario:
# REQ-DAT-001.database by inspection
# REQ-TRF-008 by monitor
# REQ-OPS-001.the-to-do-api by inspection
