import { expect, it } from 'vitest';
import type { Radius, Surveyed } from '../../src/runner/index.js';
import { aSession } from '../helpers/a-session.js';
import { aForm, press, smallBank, type Played } from './a-form.js';

const RADIUS: Radius = {
  requirements: [
    {
      change: 'MODIFIED',
      id: 'REQ-TRF-001',
      text: 'It SHALL carry 15000 req/s.',
      before: 'It SHALL carry 9 req/s.',
    },
    { change: 'REMOVED', id: 'REQ-TRF-002', text: 'It SHALL carry nothing.' },
  ],
  scenarios: [
    { change: 'ADDED', id: 'REQ-TRF-003', text: 'Given a caller, When it calls, Then it is answered' },
  ],
  findings: [],
  sections: [{ change: 'MODIFIED', id: 'spec.md#traffic', text: 'Traffic' }],
  files: [{ change: 'MODIFIED', id: 'spec.md', text: '' }],
};

/** Documents that are looked at only when a test lets it happen. */
function aLook() {
  const waiting: ((seen: Surveyed) => void)[] = [];
  const surveyor = () => new Promise<Surveyed>((resolve) => waiting.push(resolve));
  const answer = async (seen: Surveyed) => {
    waiting.at(-1)?.(seen);
    await Promise.resolve();
  };
  return { surveyor, waiting, answer };
}

function opened(look: ReturnType<typeof aLook>): Played {
  const session = aSession(smallBank()).answered('ctx.purpose', 'Limit callers.').build();
  return aForm(session, { scene: { surveyor: look.surveyor } });
}

/** Another answer to the question that was answered already. */
const changed = ({ runner }: Played) => {
  runner.send({ type: 'go-to', to: 'ctx.purpose' });
  expect(runner.send({ type: 'answer', at: 'ctx.purpose', value: 'Limit.' }).ok).toBe(true);
};

const overlay = ({ view }: Played) => {
  const over = view().overlay;
  if (over.type !== 'radius') throw new Error(`Over the screen lies ${over.type}.`);
  return over;
};
const titles = (form: Played) => overlay(form).parts.map(({ title }) => title);

it('looks at no document before somebody asks', () => {
  const look = aLook();
  const form = opened(look);
  press(form, 'type:abc', 'ctrl-o', 'escape');
  expect(look.waiting).toHaveLength(0);
});

it('says that it is looking, then shows what writing would change, with ids and how it read before', async () => {
  const look = aLook();
  const form = opened(look);
  press(form, 'alt-c');
  expect(titles(form)).toEqual(['Looking at the documents']);
  await look.answer({ type: 'seen', radius: RADIUS });
  expect(titles(form)).toEqual([
    'Writing changes 2 requirements, 1 scenario, 1 section, 1 file.',
    ...['Requirements (2)', 'Scenarios (1)', 'Sections (1)', 'Files (1)'],
  ]);
  expect(overlay(form).parts[1]?.lines).toEqual([
    'MODIFIED REQ-TRF-001: It SHALL carry 15000 req/s.',
    '         before: It SHALL carry 9 req/s.',
    'REMOVED  REQ-TRF-002: It SHALL carry nothing.',
  ]);
  press(form, 'escape');
  expect(form.view().overlay.type).toBe('none');
});

it('looks once for the same answers, and again after one has changed', async () => {
  const look = aLook();
  const form = opened(look);
  press(form, 'alt-c');
  await look.answer({ type: 'seen', radius: RADIUS });
  press(form, 'escape', 'alt-c', 'escape', 'tab', 'alt-c', 'escape', 'shift-tab');
  expect(look.waiting).toHaveLength(1);
  changed(form);
  press(form, 'alt-c');
  expect(look.waiting).toHaveLength(2);
  expect(titles(form)).toEqual(['Looking at the documents']);
});

it('takes no notice of what comes back after the answers have changed', async () => {
  const look = aLook();
  const form = opened(look);
  press(form, 'alt-c', 'escape');
  changed(form);
  await look.answer({ type: 'seen', radius: RADIUS });
  expect(form.runner.scene().surveyed).toBeUndefined();
});

it('tells on the review, before anything is written, how far writing reaches', async () => {
  const look = aLook();
  const form = opened(look);
  press(form, 'ctrl-r');
  expect(look.waiting).toHaveLength(1);
  await look.answer({ type: 'seen', radius: RADIUS });
  const { screen } = form.view();
  expect(screen.type === 'review' ? screen.summary : '').toContain(
    'Writing changes 2 requirements, 1 scenario, 1 section, 1 file (Alt+C).',
  );
  press(form, 'end', 'enter');
  const finished = form.view().screen;
  expect(finished.type === 'finished' ? finished.lines.join('\n') : '').toContain(
    'Writing changes 2 requirements',
  );
});

it('says what is so where there is nothing to compare', async () => {
  const look = aLook();
  const form = opened(look);
  press(form, 'alt-c');
  await look.answer({ type: 'never-rendered' });
  expect(titles(form)).toEqual(['Nothing was written yet']);
  const other = opened(look);
  press(other, 'alt-c');
  await look.answer({ type: 'refused', message: 'A template is broken.' });
  expect(overlay(other).parts[0]?.lines).toEqual(['A template is broken.']);
});
