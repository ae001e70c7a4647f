import { describe, expect, it } from 'vitest';
import { mergedNumbered } from '../../src/merge/numbered-item.js';
import { itemText } from '../../src/merge/shifting-number.js';
import { firstBlock } from './outline.js';

describe('the text of an item', () => {
  it.each([
    ['[ ] T001 Build it', '[ ] ', 'T001 ', 'Build it'],
    ['T001 Build it', '', 'T001 ', 'Build it'],
    ['[x]  T1234  Build it', '[x]  ', 'T1234  ', 'Build it'],
    ['**FR-001**: It stops.', '', '**FR-001**: ', 'It stops.'],
    ['\uE000\uE000SC-0012\uE000\uE000: It stops.', '', '\uE000\uE000SC-0012\uE000\uE000: ', 'It stops.'],
    ['[X] 1.2 Build it', '[X] ', '1.2 ', 'Build it'],
    ['[ ] 2. Build it', '[ ] ', '2. ', 'Build it'],
    ['[ ] 12.3.4 Build it', '[ ] ', '12.3.4 ', 'Build it'],
    ['[ ] 2. Über it', '[ ] ', '2. ', 'Über it'],
  ])('has its box and number apart: %j', (text, box, number, says) => {
    expect(itemText(text)).toEqual({ box, number, says });
  });

  it.each([
    'T01 Build it',
    'T001Build it',
    'A T001 Build it',
    't001 Build it',
    '**FR-01**: It stops.',
    '**FRA-001**: It stops.',
    '**F-001**: It stops.',
    '**FR-001** It stops.',
    '**FR-001**:It stops.',
    'FR-001: It stops.',
    '*FR-001*: It stops.',
    '1.2 Build it',
    '2. Build it',
    '[] T1 Build it',
    'The [x] T001',
  ])('has neither: %j', (text) => {
    expect(itemText(text)).toEqual({ box: '', number: '', says: text });
  });

  it.each([
    '1.5 s is the limit',
    '2 Nodes',
    '1.2 A thing',
    '1.2 AB is',
    '1.2Build',
    '1.2. Build it',
    'v1.2 Build',
  ])('has a box and no number: %j', (says) => {
    expect(itemText(`[ ] ${says}`)).toEqual({ box: '[ ] ', number: '', says });
  });
});

const numbered = (base: string, mine: string, generated: string): readonly string[] | undefined =>
  mergedNumbered(firstBlock(base), firstBlock(mine), firstBlock(generated));

describe('an item with a number that shifts', () => {
  it('has the new number with the box and text of the person', () => {
    expect(numbered('- [ ] T001 One', '* [x] T001 One of\n  mine', '- [ ] T003 One')).toEqual([
      '* [x] T003 One of',
      'mine',
    ]);
  });

  it('has the new text when the person changed nothing but the marks around it', () => {
    expect(numbered('- [ ] T001 One', '* [ ]  T001  One', '- [ ] T003 New\n  lines')).toEqual([
      '* [ ]  T003 New',
      'lines',
    ]);
    expect(numbered('- [x] T001 One', '- [X] T001 _One_', '- [x] T003 New')).toBeUndefined();
    expect(numbered('- [x] T001 One', '- [X] T001 One', '- [x] T003 New')).toEqual(['- [X] T003 New']);
    expect(numbered('- [ ] T001 *One*', '- [ ] T001 _One_', '- [ ] T003 New')).toEqual(['- [ ] T003 New']);
  });

  it('reads its text over its lines', () => {
    expect(numbered('- [ ] T001 One two', '- [x] T001 One\n  two', '- [ ] T002 One two')).toEqual([
      '- [x] T002 One',
      'two',
    ]);
    expect(numbered('- [ ] T001 One two', '- [ ] T001 One\n  two', '- [ ] T002 New')).toEqual([
      '- [ ] T002 New',
    ]);
  });

  it.each([
    ['its number too was changed', '- [ ] T001 One', '- [x] T002 One', '- [ ] T003 One'],
    ['it was ticked for another text', '- [ ] T001 One', '- [x] T001 One', '- [ ] T003 New'],
    ['both changed the text', '- [ ] T001 One', '- [ ] T001 Own', '- [ ] T003 New'],
    ['the base has no number', '- [ ] One', '- [ ] T001 One', '- [ ] T003 One'],
    ['the person took the number away', '- [ ] T001 One', '- [ ] One', '- [ ] T003 One'],
    ['the answers took the number away', '- [ ] T001 One', '- [x] T001 One', '- [ ] One'],
    ['it is no item', 'T001 One', 'T001 One', 'T003 One'],
  ])('is not merged by its number when %s', (_, base, mine, generated) => {
    expect(numbered(base, mine, generated)).toBeUndefined();
  });
});
