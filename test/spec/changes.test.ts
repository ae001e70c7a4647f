import { describe, expect, it } from 'vitest';
import { deltaText, withChange } from '../../src/spec/changes.js';
import type { RequirementDelta } from '../../src/spec/delta.js';

const nothing: RequirementDelta = { added: [], modified: [], removed: [] };
const first: RequirementDelta = {
  added: [{ id: 'REQ-A-001', text: 'The system SHALL serve.' }],
  modified: [{ id: 'REQ-A-002', before: 'It SHALL wait 1 s.', after: 'It SHALL wait 2 s.' }],
  removed: [
    { id: 'REQ-A-003', text: 'It SHALL sleep.' },
    { id: 'REQ-A-004', text: 'It SHALL dream.' },
  ],
};
const second: RequirementDelta = { ...nothing, added: [{ id: 'REQ-B-001', text: 'It SHALL log.' }] };

describe('the list of changes', () => {
  it('opens with its title and says of every requirement what is to be done', () => {
    expect(withChange(undefined, first)).toBe(`# Changes

What each regeneration changed for an implementer, newest first.
Ids that were removed are retired and never used again.

## Change 1: 1 added, 1 modified, 2 removed

### Add 1 requirement

- \`REQ-A-001\`
  The system SHALL serve.

### Change 1 requirement

- \`REQ-A-002\`
  Before: It SHALL wait 1 s.
  Now: It SHALL wait 2 s.

### Remove 2 requirements

- \`REQ-A-003\`
  No longer required, take out what only it needed: It SHALL sleep.
- \`REQ-A-004\`
  No longer required, take out what only it needed: It SHALL dream.
`);
  });

  it('counts on, newest first, and leaves out what a change does not have', () => {
    const text = withChange(withChange(undefined, first), second) ?? '';

    expect(text.match(/^## .*$/gm)).toEqual([
      '## Change 2: 1 added, 0 modified, 0 removed',
      '## Change 1: 1 added, 1 modified, 2 removed',
    ]);
    expect(text.match(/^### .*$/gm)).toEqual([
      '### Add 1 requirement',
      '### Add 1 requirement',
      '### Change 1 requirement',
      '### Remove 2 requirements',
    ]);
    expect(text.match(/^# Changes$/gm)).toHaveLength(1);
  });

  it('takes the same change for written when it comes again at once, but not later', () => {
    const once = withChange(undefined, second);

    expect(withChange(once, second)).toBe(once);
    expect(withChange(withChange(once, first), second)).toContain('## Change 3: 1 added');
  });

  it('stays as it is when nothing changed', () => {
    expect(withChange(undefined, nothing)).toBeUndefined();
    expect(withChange('mine', nothing)).toBe('mine');
  });

  it('is counted in words', () => {
    expect(deltaText(first)).toBe('1 added, 1 modified, 2 removed');
  });
});
