import { existsSync, readdirSync, rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openSitting, type Sitting } from '../../src/cli/sitting.js';
import { openSpec, openWorkspace } from '../../src/cli/workspace.js';
import { createWorld } from '../../src/cli/world.js';
import { answerOf } from '../../src/interview/index.js';
import { aWorld, type AWorld } from '../helpers/a-world.js';
import { sure } from '../helpers/a-project.js';

const ANSWERS = 'specs/todo/answers.yaml';
const COPY = 'specs/todo/answers.replaced.yaml';
const NOBODY = new Set<string>();

type Sat = Sitting & { readonly world: AWorld };

const sat = async (): Promise<Sat> => {
  const world = aWorld();
  await world.run('context', '--set', 'rol.flag_system=Unleash', '--yes');
  await world.run(
    'new',
    'Todo',
    '--yes',
    '--depth',
    'quick',
    '--set',
    'arc.tier=T3',
    '--set',
    'ctx.purpose=Old.',
  );
  const here = { ...createWorld(), version: '0.0.0-test', cwd: world.dir.path };
  const workspace = sure(openWorkspace(here, world.dir.path));
  const spec = sure(openSpec(workspace, 'todo'));
  return { ...sure(openSitting(workspace, { session: spec.session, spec })), world };
};

const says = (sitting: Sat, id: string, value: string) => {
  sitting.runner.send({ type: 'go-to', to: id });
  return sitting.runner.send({ type: 'answer', at: id, value });
};

const edits = ({ world }: Sat, from: string, to: string): void => {
  world.dir.write(ANSWERS, world.dir.read(ANSWERS).replace(from, to));
};

const valueOf = ({ runner }: Sat, id: string) => answerOf(runner.scene().session, id)?.value;

it('what only they changed is taken, what only we said is kept, and going on saves over both', async () => {
  const sitting = await sat();
  sure(says(sitting, 'ctx.purpose', 'New.'));
  edits(sitting, 'T3', 'T2');
  expect(says(sitting, 'ctx.purpose', 'New again.').ok).toBe(false);
  const { foreign } = sitting.runner.scene();
  expect(foreign).toMatchObject({ file: ANSWERS, readable: true, clashes: [] });
  expect(foreign?.says.join()).toContain('Changed there:');
  sure(sitting.runner.settle({ way: 'merge', theirs: NOBODY }));
  expect(sitting.runner.scene().foreign).toBeUndefined();
  expect([valueOf(sitting, 'arc.tier'), valueOf(sitting, 'ctx.purpose')]).toEqual(['T2', 'New again.']);
  sure(says(sitting, 'ctx.purpose', 'Newer.'));
  expect(sitting.world.dir.read(ANSWERS)).toContain('Newer.');
  expect(sitting.world.dir.read(ANSWERS)).toContain('T2');
  expect(existsSync(sitting.world.dir.join(COPY))).toBe(false);
  sitting.close();
});

it('undoing after joining takes back nothing that they said', async () => {
  const sitting = await sat();
  sure(says(sitting, 'ctx.purpose', 'New.'));
  edits(sitting, 'T3', 'T2');
  says(sitting, 'ctx.purpose', 'Newer.');
  sure(sitting.runner.settle({ way: 'merge', theirs: NOBODY }));
  expect(sitting.runner.send({ type: 'undo' }).ok).toBe(false);
  expect(sitting.world.dir.read(ANSWERS)).toContain('T2');
  sitting.close();
});

it('a file that cannot be read is kept as a copy, and only ours can be chosen', async () => {
  const sitting = await sat();
  sitting.world.dir.write(ANSWERS, 'answers: [half\n');
  says(sitting, 'ctx.purpose', 'New.');
  expect(sitting.runner.scene().foreign).toMatchObject({ readable: false });
  expect(sitting.runner.settle({ way: 'merge', theirs: NOBODY }).ok).toBe(false);
  sure(sitting.runner.settle({ way: 'mine', theirs: NOBODY }));
  expect(sitting.world.dir.read(ANSWERS)).toContain('New.');
  expect(sitting.world.dir.read(COPY)).toBe('answers: [half\n');
  sitting.close();
});

it('a file that was removed is written again', async () => {
  const sitting = await sat();
  rmSync(sitting.world.dir.join(ANSWERS));
  says(sitting, 'ctx.purpose', 'New.');
  expect(sitting.runner.scene().foreign).toMatchObject({ readable: false });
  sure(sitting.runner.settle({ way: 'mine', theirs: NOBODY }));
  expect(sitting.world.dir.read(ANSWERS)).toContain('New.');
  expect(sitting.world.dir.read(ANSWERS)).toContain('T3');
  sitting.close();
});

it('who chose for a state that has gone looks again, and nothing was written', async () => {
  const sitting = await sat();
  edits(sitting, 'Old.', 'Theirs.');
  says(sitting, 'ctx.purpose', 'New.');
  const first = sitting.runner.scene().foreign;
  edits(sitting, 'Theirs.', 'Theirs again.');
  for (const way of ['mine', 'reload', 'merge'] as const) {
    const seen = sitting.runner.scene().foreign;
    edits(sitting, 'Theirs again.', 'Theirs again. ');
    expect(sitting.runner.settle({ way, theirs: NOBODY }).ok).toBe(false);
    expect(sitting.runner.scene().foreign).not.toBe(seen);
  }
  expect(first?.clashes.map(({ theirs }) => theirs)).toEqual(['Theirs.']);
  expect(sitting.runner.scene().foreign?.clashes[0]?.theirs).toContain('Theirs again.');
  expect(readdirSync(sitting.world.dir.join('specs/todo')).join()).not.toContain('replaced');
  sitting.close();
});

it('a copy never takes the place of another', async () => {
  const sitting = await sat();
  for (const round of ['One', 'Two']) {
    edits(sitting, /purpose: (.*)/.exec(sitting.world.dir.read(ANSWERS))?.[1] ?? '', `Theirs ${round}.`);
    says(sitting, 'ctx.purpose', `Mine ${round}.`);
    sure(sitting.runner.settle({ way: 'reload', theirs: NOBODY }));
  }
  expect(sitting.world.dir.read(COPY)).toContain('Mine One.');
  expect(sitting.world.dir.read('specs/todo/answers.replaced-2.yaml')).toContain('Mine Two.');
  sitting.close();
});

it('finishing renders nothing from answers that changed meanwhile', async () => {
  const sitting = await sat();
  edits(sitting, 'T3', 'T2');
  sitting.runner.send({ type: 'review' });
  expect(sitting.runner.send({ type: 'finish' }).ok).toBe(false);
  sure(sitting.runner.settle({ way: 'merge', theirs: NOBODY }));
  expect(sitting.runner.scene().step.type).toBe('finished');
  expect(valueOf(sitting, 'arc.tier')).toBe('T2');
  sitting.close();
});

it('shared answers that another interview changed are joined as well', async () => {
  const sitting = await sat();
  await sitting.world.run('context', '--set', 'rol.flag_system=LaunchDarkly', '--yes');
  sitting.runner.send({ type: 'review' });
  expect(sitting.runner.send({ type: 'finish' }).ok).toBe(false);
  expect(sitting.runner.scene().foreign?.file).toBe('.spec-interview/context.yaml');
  sure(sitting.runner.settle({ way: 'merge', theirs: NOBODY }));
  expect(valueOf(sitting, 'rol.flag_system')).toBe('LaunchDarkly');
  sitting.close();
});
