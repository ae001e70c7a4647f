import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSpec, openWorkspace } from '../../src/cli/workspace.js';
import { openSitting } from '../../src/cli/sitting.js';
import { createWorld } from '../../src/cli/world.js';
import { createForm, type Form } from '../../src/form/index.js';
import type { Result } from '../../src/kernel/index.js';
import { parseKeyNames } from '../../src/form/keys.js';
import { radiusParts, type Radius, type Runner } from '../../src/runner/index.js';
import { aWorld, type AWorld } from '../helpers/a-world.js';
import { drawn } from '../ui/draw.js';

const LIMITER = join(import.meta.dirname, '..', '..', 'question-banks', 'cases', 'rate-limiter.yaml');
const SPEC = 'specs/rate-limiter/spec.md';

const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

type Sat = { readonly runner: Runner; readonly form: Form; readonly close: () => void };

/** A sitting over a spec in a project, with the form of the full screen. */
const sittingIn = (world: AWorld): Sat => {
  const here = { ...createWorld(), version: '0.0.0-test', cwd: world.dir.path };
  const workspace = must(openWorkspace(here, world.dir.path));
  const spec = must(openSpec(workspace, 'rate-limiter'));
  const { runner, close } = must(openSitting(workspace, { session: spec.session, spec }));
  const options = {
    ...{ columns: 80, rows: 24, depthChosen: true, now: () => Date.UTC(2026, 10, 21, 12) },
    ...{ saveDraft: () => ({ ok: true, value: undefined }) as const, onLeave: () => undefined },
  };
  return { runner, form: createForm({ runner, options }), close };
};

const pressed = ({ form }: Sat, ...names: readonly string[]) => {
  for (const name of names) for (const key of parseKeyNames(name)) form.press(key);
};

const sent = ({ runner }: Sat, to: string, intent: Parameters<Runner['send']>[0]) => {
  must(runner.send({ type: 'go-to', to }));
  must(runner.send(intent));
};

const seen = async ({ runner }: Sat): Promise<Radius> =>
  new Promise((resolve) => {
    const look = () => {
      const { surveyed } = runner.scene();
      if (surveyed?.type === 'seen') resolve(surveyed.radius);
    };
    runner.subscribe(look);
    look();
  });

const ids = (changes: Radius['files']) => changes.map(({ change, id }) => `${change} ${id}`);

it('R2: the screen shows which requirements, sections and files an answer changes, and writes none of them', async () => {
  const world = aWorld();
  await world.run('new', 'Rate limiter', '--answers', LIMITER, '--yes');
  const before = world.dir.read(SPEC);
  const sat = sittingIn(world);
  sent(sat, 'traffic.peak_rate', { type: 'answer', at: 'traffic.peak_rate', value: '15000 req/s' });
  sent(sat, 'rec.failures', { type: 'set-status', at: 'rec.failures', standing: { status: 'unknown' } });
  pressed(sat, 'alt-c');
  const radius = await seen(sat);
  expect(ids(radius.requirements)).toContain('REMOVED REQ-REC-010.memory-of-redis');
  expect(ids(radius.requirements)).toContain('MODIFIED REQ-TRF-001');
  expect(ids(radius.scenarios)).toContain('REMOVED REQ-REC-010.memory-of-redis');
  expect(ids(radius.sections)).toContain('MODIFIED spec.md#traffic-and-capacity');
  expect(ids(radius.files)).toEqual(['MODIFIED spec.md', 'MODIFIED brief.md', 'ADDED changes.md']);
  const screen = drawn(sat.form.view());
  expect(screen).toContain('What changes');
  expect(screen).toContain('MODIFIED REQ-TRF-001: The system SHALL carry 15000 req/s');
  pressed(sat, 'end');
  expect(drawn(sat.form.view())).toContain('ADDED    changes.md');
  expect(world.dir.read(SPEC)).toBe(before);
  sat.close();
  expect((await world.run('regenerate', 'rate-limiter', '--dry-run')).out).toContain(
    radiusParts(radius)
      .flatMap(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`)])
      .join('\n'),
  );
  expect((await world.run('regenerate', 'rate-limiter')).code).toBe(0);
  const after = sittingIn(world);
  pressed(after, 'alt-c');
  expect(radiusParts(await seen(after))).toEqual([]);
  after.close();
  expect(readFileSync(world.dir.join(SPEC), 'utf8')).not.toBe(before);
});
