import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aWorld, type AWorld } from '../helpers/a-world.js';

const LIMITER = join(import.meta.dirname, '..', '..', 'question-banks', 'cases', 'rate-limiter.yaml');
const ANSWERS = 'specs/rate-limiter/answers.yaml';

const asked = async (): Promise<{ world: AWorld; sheet: string }> => {
  const world = aWorld();
  await world.run('new', 'Rate limiter', '--answers', LIMITER, '--yes');
  for (const id of ['rec.rto', 'traffic.peak_rate'])
    await world.run(
      'answer',
      'rate-limiter',
      id,
      '--status',
      'unknown',
      '--owner',
      '@DBA',
      '--due',
      '2026-12-15',
    );
  return { world, sheet: (await world.run('ask', 'rate-limiter', '--for', 'dba')).out };
};

const WAITING = [
  'format: 1',
  'spec: rate-limiter',
  'depth: quick',
  'banks: { core: 1 }',
  'answers:',
  '  ctx.flows:',
  '    - { id: check-a-limit, name: check a limit }',
  '    - { id: override-a-limit, name: override a limit }',
  '  con.consistency: { status: unknown, owner: DBA, due: 2026-12-15 }',
  '',
].join('\n');

const withTable = async (): Promise<{ world: AWorld; sheet: string }> => {
  const world = aWorld();
  world.dir.write(ANSWERS, WAITING);
  return { world, sheet: (await world.run('ask', 'rate-limiter', '--for', 'dba')).out };
};

const HEAD = [
  '| Flow (required) | Promise to readers (required) | Oldest acceptable value |',
  '| --- | --- | --- |',
  '',
].join('\n');

const ANSWERED_HEAD = `<!-- answer con.consistency -->\n\n${HEAD}`;

const filled = (sheet: string, id: string, text: string) =>
  sheet.replace(`<!-- answer ${id} -->\n`, `<!-- answer ${id} -->\n${text}\n`);

describe('ask and answer --from', () => {
  it('sends the open questions of one person and takes the sheet back with their name', async () => {
    const { world, sheet } = await asked();
    expect(sheet).toContain('Needed by 2026-12-15.');
    expect(sheet.match(/^## /gm)).toHaveLength(2);
    world.dir.write('back.md', filled(sheet, 'rec.rto', '20 min').replaceAll('\n', '\r\n'));
    const { code, err } = await world.run('answer', 'rate-limiter', '--from', 'back.md');
    expect(err).toContain('1 answer taken in.');
    expect(code).toBe(0);
    expect(world.dir.read(ANSWERS)).toMatch(/rec\.rto:\n {4}value: 20 min\n {4}by: dba\n/);
    expect(world.dir.read(ANSWERS)).toMatch(/traffic\.peak_rate:\n {4}status: unknown/);
  });

  it('previews a sheet without saving anything', async () => {
    const { world, sheet } = await asked();
    world.dir.write('back.md', filled(sheet, 'rec.rto', '20 min'));
    const before = world.dir.read(ANSWERS);
    const { code, err } = await world.run('answer', 'rate-limiter', '--from', 'back.md', '--dry-run');
    expect([code, err]).toEqual([
      0,
      expect.stringContaining('Nothing is saved. It would take in:\n1 answer.'),
    ]);
    expect(world.dir.read(ANSWERS)).toBe(before);
  });

  it('shows what was answered otherwise meanwhile, and leaves it', async () => {
    const { world, sheet } = await asked();
    await world.run('answer', 'rate-limiter', 'rec.rto', '15 min');
    world.dir.write('back.md', filled(filled(sheet, 'rec.rto', '20 min'), 'traffic.peak_rate', '9k rps'));
    const { code, err } = await world.run('answer', 'rate-limiter', '--from', 'back.md');
    expect(code).toBe(5);
    expect(err).toContain('rec.rto is answered already: 15 min. The sheet says: 20 min.');
    expect(world.dir.read(ANSWERS)).toContain('rec.rto: 15 min');
    expect(world.dir.read(ANSWERS)).toContain('value: 9000 req/s');
  });

  it('refuses a sheet whose answer does not fit, with its line, and saves nothing of it', async () => {
    const { world, sheet } = await asked();
    const before = world.dir.read(ANSWERS);
    world.dir.write('back.md', filled(filled(sheet, 'rec.rto', 'soon'), 'traffic.peak_rate', '9k rps'));
    const { code, err } = await world.run('answer', 'rate-limiter', '--from', 'back.md');
    expect(code).toBe(2);
    expect(err).toMatch(/^back\.md:\d+: rec\.rto:/);
    expect(world.dir.read(ANSWERS)).toBe(before);
    world.dir.write('open.md', sheet.replace('<!-- end rec.rto -->', ''));
    expect((await world.run('answer', 'rate-limiter', '--from', 'open.md')).err).toContain('has no end');
    expect((await world.run('answer', 'rate-limiter', '--from', ANSWERS)).err).toContain('not a sheet');
    expect((await world.run('answer', 'rate-limiter', '--from', 'none.md')).err).toContain(
      'There is no file',
    );
    expect((await world.run('answer', 'rate-limiter')).err).toContain('No question is named');
    expect((await world.run('ask', 'rate-limiter', '--for', 'nobody')).err).toContain(
      'Questions wait for: @DBA.',
    );
  });

  it('names the columns of a table and the rows that may be referred to', async () => {
    const { sheet } = await withTable();
    expect(sheet).toMatch(/^- Flow \(required\): one of `check-a-limit` or `override-a-limit`$/m);
    expect(sheet).toMatch(/^- Promise to readers \(required\): one of `linearizable` \(/m);
    expect(sheet).toMatch(/^- Oldest acceptable value: a number with its unit, for example \d/m);
    expect(sheet).toContain(ANSWERED_HEAD);
  });

  it('takes the filled table back, and an untouched one as not answered', async () => {
    const { world, sheet } = await withTable();
    world.dir.write('empty.md', sheet);
    expect((await world.run('answer', 'rate-limiter', '--from', 'empty.md')).err).toContain('0 answers');
    world.dir.write(
      'back.md',
      sheet.replace(ANSWERED_HEAD, `${ANSWERED_HEAD}| Check a limit | own-writes | |\n`),
    );
    const { code, err } = await world.run('answer', 'rate-limiter', '--from', 'back.md');
    expect(err).toContain('1 answer taken in.');
    expect(code).toBe(0);
    expect(world.dir.read(ANSWERS)).toMatch(/id: check-a-limit\n +flow: check-a-limit\n +model: own-writes/);
  });

  it('refuses a row that refers to nothing, names what exists and saves nothing', async () => {
    const { world, sheet } = await withTable();
    const before = world.dir.read(ANSWERS);
    world.dir.write('back.md', filled(sheet, 'con.consistency', 'place-order: read your writes'));
    const { code, err } = await world.run('answer', 'rate-limiter', '--from', 'back.md');
    expect(code).toBe(2);
    expect(err).toContain('“place-order: read your writes” is not a row of ctx.flows.');
    expect(err).toContain('Choose check-a-limit');
    expect(world.dir.read(ANSWERS)).toBe(before);
    const one = await world.run('answer', 'rate-limiter', 'con.consistency', 'chek-a-limit | own-writes');
    expect([one.code, one.err]).toEqual([2, expect.stringContaining('Did you mean check-a-limit?')]);
    expect(world.dir.read(ANSWERS)).toBe(before);
  });
});
