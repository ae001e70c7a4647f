import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aWorld, type AWorld } from '../helpers/a-world.js';

const TODO = join(import.meta.dirname, '..', '..', 'question-banks', 'cases', 'todo-api.yaml');
const CHANGE = 'openspec/changes/to-do-api';
const DELTA = `${CHANGE}/specs/to-do-api/spec.md`;
const MAIN = 'openspec/specs/to-do-api/spec.md';
const MANIFEST = 'specs/to-do-api/.base/manifest.json';

type Entry = { id: string; name: string; text_sha256: string; scenarios: string[] };
type Manifest = {
  files: Record<string, unknown>;
  openspec_archived?: Entry[];
  standing?: unknown;
};

const aProject = (formats = '[openspec]'): AWorld => {
  const world = aWorld();
  world.dir.write('.spec-interview/config.yaml', `format: 1\nformats: ${formats}\n`);
  return world;
};

const rendered = async (formats?: string): Promise<AWorld> => {
  const world = aProject(formats);
  expect((await world.run('new', 'To-do API', '--answers', TODO, '--yes')).code).toBe(0);
  return world;
};

const manifestOf = (world: AWorld) => JSON.parse(world.dir.read(MANIFEST)) as Manifest;
const isThere = (world: AWorld, path: string) => existsSync(world.dir.join(path));
const namesIn = (text: string) =>
  [...text.matchAll(/^### Requirement: (.+)$/gm)].map(([, name = '']) => name);

/** Archives as OpenSpec does a first change: the requirements into the main spec, the folder out of the way. */
const archive = (world: AWorld) => {
  const blocks = world.dir.read(DELTA).split('## ADDED Requirements\n')[1] ?? '';
  world.dir.write(MAIN, `# to-do-api Specification\n\n## Requirements\n${blocks}`);
  mkdirSync(world.dir.join('openspec/changes/archive'), { recursive: true });
  renameSync(world.dir.join(CHANGE), world.dir.join('openspec/changes/archive/2026-11-21-to-do-api'));
};

const accept = (world: AWorld) => world.run('accept', 'to-do-api', '--archived');
const regenerate = (world: AWorld, ...more: readonly string[]) =>
  world.run('regenerate', 'to-do-api', ...more);
const answer = async (world: AWorld, ...words: readonly string[]) =>
  expect((await world.run('answer', 'to-do-api', ...words)).code).toBe(0);

const archived = async (formats?: string): Promise<AWorld> => {
  const world = await rendered(formats);
  archive(world);
  expect((await accept(world)).code).toBe(0);
  return world;
};

describe('accept --archived', () => {
  it('records every requirement of the change, and forgets the files that left with it', async () => {
    const world = await archived();
    const { openspec_archived: recorded = [], files } = manifestOf(world);

    expect(recorded.map(({ id }) => id)).toEqual(namesIn(world.dir.read(MAIN)));
    expect(recorded[0]).toEqual({
      id: 'REQ-CTX-001.manage-tasks-and-lists',
      name: 'REQ-CTX-001.manage-tasks-and-lists',
      text_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      scenarios: ['REQ-CTX-001.manage-tasks-and-lists holds'],
    });
    expect(Object.keys(files)).toEqual([]);
    expect(isThere(world, `specs/to-do-api/.base/${CHANGE}`)).toBe(false);
  });

  it('leaves nothing to propose while the answers stay, and says so', async () => {
    const world = await archived('[brief, openspec]');

    expect((await world.run('check', 'to-do-api', '--strict')).code).toBe(0);
    expect((await regenerate(world)).err).toContain('nothing to propose to OpenSpec since the last archive');
    expect(isThere(world, CHANGE)).toBe(false);
    expect((await world.run('check', 'to-do-api', '--strict')).code).toBe(0);
    expect((await accept(world)).err).toContain('(0 added, 0 modified, 0 removed)');
  });

  it('has the next change written against the record: added, modified and removed, and nothing else', async () => {
    const world = await archived();
    await answer(world, 'traffic.peak_rate', '200 req/s');
    await answer(world, 'rec.rpo', '--status', 'not-applicable', '--reason', 'the mails are elsewhere');
    await answer(world, 'rol.strategy', 'canary');
    expect((await world.run('check', 'to-do-api')).code).toBe(3);
    expect((await regenerate(world)).code).toBe(0);
    const delta = world.dir.read(DELTA);

    expect(delta.match(/^## .+$/gm)).toEqual([
      '## ADDED Requirements',
      '## MODIFIED Requirements',
      '## REMOVED Requirements',
    ]);
    expect(namesIn(delta)).toEqual(['REQ-ROL-003', 'REQ-TRF-001', 'REQ-REC-028', 'REQ-ROL-006']);
    expect(delta).toContain('#### Scenario: REQ-TRF-001 holds');
    expect(delta).toContain('**Reason**: `rec.rpo`: not applicable: the mails are elsewhere.');
    expect(delta).toContain('**Migration**: Follow `REQ-ROL-003` instead, then take out');
    expect(world.dir.read(`${CHANGE}/proposal.md`)).toContain('### Modified Capabilities');
    expect(world.dir.read(`${CHANGE}/proposal.md`)).toContain('- Removed: `REQ-REC-028`, `REQ-ROL-006`');
    expect(world.dir.read(`${CHANGE}/tasks.md`)).toContain('No longer required');
    expect((await world.run('check', 'to-do-api', '--strict')).code).toBe(0);
  });

  it('folds the next change into the record when that is archived too', async () => {
    const world = await archived();
    const before = manifestOf(world).openspec_archived ?? [];
    await answer(world, 'traffic.peak_rate', '200 req/s');
    await regenerate(world);
    rmSync(world.dir.join(CHANGE), { recursive: true });
    expect((await accept(world)).err).toContain('(0 added, 1 modified, 0 removed)');
    const after = manifestOf(world).openspec_archived ?? [];
    const changed = after.filter((entry, index) => entry.text_sha256 !== before[index]?.text_sha256);

    expect(changed.map(({ id }) => id)).toEqual(['REQ-TRF-001']);
    await regenerate(world);
    expect(isThere(world, CHANGE)).toBe(false);
  });

  it('takes a change away that the answers no longer ask for, unless somebody edited it', async () => {
    const world = await archived();
    const there = async (figure: string) => {
      await answer(world, 'traffic.peak_rate', figure);
      return (await regenerate(world)).err;
    };
    await there('200 req/s');
    const own = `${world.dir.read(`${CHANGE}/design.md`)}\n## Ours\n\nBy hand.\n`;
    world.dir.write(`${CHANGE}/design.md`, own);
    await answer(world, 'traffic.peak_rate', '150 req/s');
    expect((await world.run('check', 'to-do-api')).code).toBe(3);
    expect((await regenerate(world, '--dry-run')).out).toContain(`removed  ${DELTA}`);
    expect((await regenerate(world, '--dry-run')).out).not.toContain(`${DELTA} it stays on disk`);
    expect(isThere(world, DELTA)).toBe(true);
    const said = (await regenerate(world)).err;

    expect(said).toContain(`removed  ${DELTA}`);
    expect(said).toContain(`kept     ${CHANGE}/design.md (you edited it`);
    expect(isThere(world, `${CHANGE}/specs`)).toBe(false);
    expect(world.dir.read(`${CHANGE}/design.md`)).toBe(own);
    expect((await world.run('check', 'to-do-api')).code).toBe(0);
    expect((await world.run('check', 'to-do-api', '--strict')).code).toBe(4);
    expect(await there('300 req/s')).toContain(`written  ${DELTA}`);
    expect(world.dir.read(`${CHANGE}/design.md`)).toContain('By hand.');
  });

  it('warns while the change still lies where it was, and has the next one take its place', async () => {
    const world = await rendered();
    const { err, code } = await accept(world);
    expect(code).toBe(0);
    expect(err).toContain(`${CHANGE} is still there`);
    await answer(world, 'traffic.peak_rate', '200 req/s');
    await regenerate(world);

    expect(namesIn(world.dir.read(DELTA))).toEqual(['REQ-TRF-001']);
  });

  it('warns of a requirement that the archive does not have, in regenerate, check and accept', async () => {
    const world = await archived();
    world.dir.write(
      MAIN,
      world.dir.read(MAIN).replace('### Requirement: REQ-TRF-001\n', '### Requirement: Peak\n'),
    );
    const missing = `The requirement REQ-TRF-001 is not in ${MAIN}.`;
    expect((await accept(world)).err).toContain(missing);
    expect((await world.run('check', 'to-do-api')).out).not.toContain(missing);
    await answer(world, 'traffic.peak_rate', '200 req/s');

    expect((await regenerate(world)).err).toContain(missing);
    expect((await world.run('check', 'to-do-api')).out).toContain(missing);
  });

  it('changes nothing but the OpenSpec change', async () => {
    const [world, other] = [
      await archived('[spec, brief, kiro, openspec]'),
      await rendered('[spec, brief, kiro, openspec]'),
    ];
    for (const one of [world, other]) {
      await answer(one, 'traffic.peak_rate', '200 req/s');
      await regenerate(one);
    }
    for (const file of [
      'specs/to-do-api/spec.md',
      'specs/to-do-api/brief.md',
      '.kiro/specs/to-do-api/tasks.md',
    ])
      expect(world.dir.read(file)).toBe(other.dir.read(file));
  });

  it('is compared by a check: a record that git changed is looked at in earnest', async () => {
    const world = await archived();
    await regenerate(world);
    const path = world.dir.join(MANIFEST);
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    const fewer = (manifest.openspec_archived ?? []).slice(1);
    writeFileSync(path, JSON.stringify({ ...manifest, openspec_archived: fewer }));

    expect((await world.run('check', 'to-do-api')).code).toBe(3);
  });
});

describe('accept --archived refuses', () => {
  const refusal = async (world: AWorld, ...more: readonly string[]) => {
    const { code, err } = await world.run('accept', 'to-do-api', ...more, '--archived');
    expect(code).toBe(2);
    return err;
  };

  it('a spec that is not rendered for OpenSpec', async () => {
    const err = await refusal(await rendered('[brief]'));

    expect(err).toContain('to-do-api is not rendered for OpenSpec');
    expect(err).toContain('Add openspec to the formats');
  });

  it('a spec that was never rendered, and one that was not since OpenSpec is used', async () => {
    const never = await rendered();
    rmSync(never.dir.join('specs/to-do-api/.base'), { recursive: true });
    const later = await rendered('[brief]');
    later.dir.write('.spec-interview/config.yaml', 'format: 1\nformats: [brief, openspec]\n');

    for (const world of [never, later])
      expect(await refusal(world)).toContain('Write it with: spec-interview regenerate to-do-api');
  });

  it('a stale spec, of which nobody knows what was archived', async () => {
    const world = await rendered();
    archive(world);
    await answer(world, 'traffic.peak_rate', '200 req/s');

    expect(await refusal(world)).toContain('what was archived is not known');
    await answer(world, 'traffic.peak_rate', '150 req/s');
    expect((await accept(world)).code).toBe(0);
  });

  it('a single file', async () => {
    expect(await refusal(await rendered(), DELTA)).toContain('OpenSpec archives a change as a whole');
  });
});

describe('regenerate --recover', () => {
  it('keeps what either side has archived', async () => {
    const world = await archived('[brief, openspec]');
    const whole = manifestOf(world);
    const all = whole.openspec_archived ?? [];
    const side = (entries: Entry[]) => JSON.stringify({ ...whole, openspec_archived: entries }, null, 2);
    const [first, ...rest] = all;
    const renamed = first === undefined ? [] : [{ ...first, scenarios: ['theirs'] }];
    world.dir.write(MANIFEST, `<<<<<<< ours\n${side(rest)}\n=======\n${side(renamed)}\n>>>>>>> theirs\n`);
    expect((await regenerate(world, '--recover')).code).toBe(0);
    const kept = manifestOf(world).openspec_archived ?? [];

    expect(kept.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
    expect(kept.find(({ id }) => id === first?.id)?.scenarios).toContain('theirs');
    expect(isThere(world, CHANGE)).toBe(false);
  });
});
