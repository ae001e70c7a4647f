import { describe, expect, it } from 'vitest';
import { identityOf } from '../../src/merge/identity.js';

describe('what makes an item the same item', () => {
  it('is the requirement id it leads with, and the words before its colons', () => {
    expect(identityOf('item', '- `REQ-REC-001` The system SHALL answer.')).toEqual({
      id: 'REQ-REC-001',
      labels: [],
      code: 'REQ-REC-001',
    });
    expect(identityOf('item', '1. Store: Redis: counts only: no orders')).toEqual({
      labels: ['Store', 'Redis', 'counts only'],
    });
  });

  it('is the code it leads with, at most three marks in', () => {
    expect(identityOf('item', '- `dat.rpo` (touches Data): How much?')).toEqual({
      id: 'dat.rpo',
      labels: ['`dat.rpo` (touches Data)'],
      code: 'dat.rpo',
    });
    expect(identityOf('item', '- ***`a`')).toEqual({ id: 'a', labels: [], code: 'a' });
    expect(identityOf('item', '- ****`a`')).toEqual({ labels: [], code: 'a' });
    expect(identityOf('item', '- See `a` and `b`.')).toEqual({ labels: [], code: 'a' });
    expect(identityOf('item', '- See ``.')).toEqual({ labels: [] });
  });

  it('has the labels of its first line alone', () => {
    expect(identityOf('item', '- Window: 30 d\nBecause: so')).toEqual({ labels: ['Window'] });
    expect(identityOf('item', '- Window\nBecause: so')).toEqual({ labels: [] });
  });

  it('does not depend on its box and the number that shifts', () => {
    expect(identityOf('item', '- [ ] T012 Build: the thing')).toEqual({ labels: ['Build'] });
    expect(identityOf('item', '- [x] Build: the thing')).toEqual({ labels: ['Build'] });
  });
});

describe('the requirement ids in a block', () => {
  it('name it when the first one leads, whatever others follow', () => {
    expect(identityOf('item', '- (REQ-REC-001) replaces REQ-REC-002')).toEqual({
      id: 'REQ-REC-001',
      labels: [],
    });
    expect(identityOf('item', '- **(REQ-REC-001)** replaces REQ-REC-002').id).toBe('REQ-REC-001');
    expect(identityOf('item', '- REQ-REC-001 replaces REQ-REC-002').id).toBe('REQ-REC-001');
  });

  it('name it when there is one only, even twice', () => {
    expect(identityOf('item', '- Test of REQ-REC-001, as REQ-REC-001 says')).toEqual({
      id: 'REQ-REC-001',
      labels: [],
    });
  });

  it('do not name it when there are two and neither leads', () => {
    expect(identityOf('item', '- From REQ-REC-001 to REQ-REC-002')).toEqual({ labels: [] });
    expect(identityOf('section', 'From REQ-REC-001 to REQ-REC-002')).toEqual({
      labels: ['From REQ-REC-001 to REQ-REC-002'],
    });
  });

  it('name a section, which has its heading as its label too', () => {
    expect(identityOf('section', 'Requirement: REQ-SEC-002.mail')).toEqual({
      id: 'REQ-SEC-002.mail',
      labels: ['Requirement: REQ-SEC-002.mail'],
    });
    expect(identityOf('section', 'Purpose and goals')).toEqual({ labels: ['Purpose and goals'] });
  });
});

describe('what makes a row the same row', () => {
  it('is every cell but the last', () => {
    expect(identityOf('row', 'POST /pay | request | amount | integer')).toEqual({
      labels: ['POST /pay', 'request', 'amount'],
    });
    expect(identityOf('row', 'alone')).toEqual({ labels: [] });
  });

  it('is the id or the code that fills its first cell', () => {
    expect(identityOf('row', 'see REQ-REC-001 | x')).toEqual({
      id: 'REQ-REC-001',
      labels: ['see REQ-REC-001'],
    });
    expect(identityOf('row', '**`dat.rpo`** | x')).toEqual({ id: 'dat.rpo', labels: ['**`dat.rpo`**'] });
    expect(identityOf('row', '`a` b | x')).toEqual({ labels: ['`a` b'] });
    expect(identityOf('row', 'b `a` | x')).toEqual({ labels: ['b `a`'] });
    expect(identityOf('row', 'x | REQ-REC-001')).toEqual({ labels: ['x'] });
  });
});

describe('what makes any other block the same', () => {
  it('is the header of a table', () => {
    expect(identityOf('table', 'Call | Part\n--- | ---')).toEqual({ labels: ['Call | Part'] });
  });

  it('is the code in brackets before the colon of a paragraph', () => {
    expect(identityOf('paragraph', 'How much may be lost (`dat.rpo`): nothing')).toEqual({
      id: 'dat.rpo',
      labels: [],
    });
    expect(identityOf('paragraph', 'How much may be lost (`dat.rpo`) is open')).toEqual({ labels: [] });
    expect(identityOf('paragraph', 'REQ-REC-001: nothing')).toEqual({ labels: [] });
  });

  it('is nothing for code and quotes', () => {
    expect(identityOf('code', '`a`: REQ-REC-001')).toEqual({ labels: [] });
    expect(identityOf('quote', '(`a`): b')).toEqual({ labels: [] });
  });
});
