import { expect, it } from 'vitest';
import type { Radius } from '../../src/runner/index.js';
import { aForm, press, smallBank, type Played } from '../form/a-form.js';
import { aSession } from '../helpers/a-session.js';
import { talked } from '../plain/talking.js';
import { drawn } from './draw.js';

const RADIUS: Radius = {
  requirements: [
    {
      change: 'MODIFIED',
      id: 'REQ-TRF-001',
      text: 'The system SHALL carry 15000 req/s at peak while keeping every other promise.',
      before: 'The system SHALL carry 12000 req/s at peak while keeping every other promise.',
    },
    { change: 'REMOVED', id: 'REQ-REC-004.redis', text: 'The system SHALL evict the oldest first.' },
  ],
  scenarios: [{ change: 'REMOVED', id: 'REQ-REC-004.redis', text: '' }],
  findings: [{ change: 'ADDED', id: 'peak-below-average', text: 'The peak is below the average (block)' }],
  sections: ['Traffic', 'Recovery', 'Security', 'Operations', 'Rollout'].map((text) => ({
    ...{ change: 'MODIFIED', id: `spec.md#${text.toLowerCase()}`, text },
  })),
  files: [
    { change: 'MODIFIED', id: 'spec.md', text: '' },
    { change: 'ADDED', id: 'changes.md', text: '' },
  ],
};

const session = () => aSession(smallBank()).answered('ctx.purpose', 'Limit callers.').build();
const scene = { surveyor: () => Promise.resolve({ type: 'seen', radius: RADIUS } as const) };

const looking = async (): Promise<Played> => {
  const form = aForm(session(), { scene });
  press(form, 'alt-c');
  await Promise.resolve();
  await Promise.resolve();
  return form;
};

const screenOf = (form: Played) => drawn(form.view()).replace(/ +$/gm, '');

it('shows what writing would change on a screen of 80 by 24', async () => {
  expect(screenOf(await looking())).toMatchInlineSnapshot(`
    " Limiter › What changes                               2 of 6 · about 1 min left
    ━━━━━━━━━━━━━───────────────────────────────────────────────────────────────────

      Writing changes 2 requirements, 1 scenario, 1 finding, 5 sections, 2 files.

      Requirements (2)
        MODIFIED REQ-TRF-001: The system SHALL carry 15000 req/s at peak while
        keeping every other promise.
                 before: The system SHALL carry 12000 req/s at peak while keeping
        every other promise.
        REMOVED  REQ-REC-004.redis: The system SHALL evict the oldest first.

      Scenarios (1)
        REMOVED  REQ-REC-004.redis

      Findings (1)
        ADDED    peak-below-average: The peak is below the average (block)

      Sections (5)
        MODIFIED spec.md#traffic: Traffic
        ↓ 8 more lines
                                                                              saved
    ────────────────────────────────────────────────────────────────────────────────
     Esc back · Ctrl+C leave"
  `);
});

it('scrolls to the files at the end', async () => {
  const form = await looking();
  press(form, 'end');
  const end = screenOf(form);
  expect(end).toContain('Files (2)');
  expect(end).toContain('ADDED    changes.md');
  expect(end).not.toContain('Requirements (2)');
  press(form, 'home');
  expect(screenOf(form)).toContain('Requirements (2)');
});

it('says the same line by line, when asked and before finishing', async () => {
  const { out } = await talked(session(), ['changes', 'review', 'save'], scene);
  expect(out).toContain('  MODIFIED REQ-TRF-001: The system SHALL carry 15000 req/s');
  expect(out).toContain('  ADDED    changes.md');
  expect(out).toContain(
    'Writing changes 2 requirements, 1 scenario, 1 finding, 5 sections, 2 files; changes shows it.',
  );
});

it('says line by line that nothing was written yet', async () => {
  const { out } = await talked(session(), ['changes', 'save'], {
    surveyor: () => Promise.resolve({ type: 'never-rendered' }),
  });
  expect(out).toContain('Nothing was written yet');
});
