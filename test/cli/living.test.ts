import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aWorld, type AWorld } from '../helpers/a-world.js';

const LIMITER = join(import.meta.dirname, '..', '..', 'question-banks', 'cases', 'rate-limiter.yaml');
const SPEC = 'specs/rate-limiter/spec.md';

const rendered = async (): Promise<AWorld> => {
  const world = aWorld();
  await world.run('new', 'Rate limiter', '--answers', LIMITER, '--yes');
  return world;
};

const edit = (world: AWorld, file: string, change: (text: string) => string) => {
  const path = world.dir.join(file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};

const peak = (world: AWorld) => world.run('answer', 'rate-limiter', 'traffic.peak_rate', '15k rps');

describe('check', () => {
  it('R1: says that a rendered spec is fresh', async () => {
    const world = await rendered();
    const { code, out } = await world.run('check', 'rate-limiter');
    expect(out).toContain('rate-limiter: fresh');
    expect(code).toBe(0);
  });

  it('R1: names a changed answer as the reason, with the command that fixes it, and exits 3', async () => {
    const world = await rendered();
    await peak(world);
    const { code, out } = await world.run('check', '--all');
    expect(code).toBe(3);
    expect(out).toContain('stale: answers changed. Run: spec-interview regenerate rate-limiter');
  });

  it('R1: keeps an edited document apart from a stale one, and exits 4 only when strict', async () => {
    const world = await rendered();
    edit(world, SPEC, (text) =>
      text.replace('## Purpose and goals\n', '## Purpose and goals\n\nOur own remark.\n'),
    );
    const { code, out } = await world.run('check', 'rate-limiter');
    expect(out).toContain('edited by hand: spec.md');
    expect(code).toBe(0);
    expect((await world.run('check', 'rate-limiter', '--strict')).code).toBe(4);
  });

  it('R1: a changed answer that changes no document is a note', async () => {
    const world = await rendered();
    edit(world, 'specs/rate-limiter/answers.yaml', (text) => `${text}# a comment\n`);
    const { code, out } = await world.run('check', 'rate-limiter');
    expect(code).toBe(0);
    expect(out).toContain('note: answers changed, and no document changes by it.');
  });

  it('R5: running a formatter is not an edit', async () => {
    const world = await rendered();
    edit(world, SPEC, (text) =>
      text.replaceAll('\n', '\r\n').replaceAll('| --- |', '|-----|').replaceAll(/^- /gm, '* '),
    );
    const { code, out } = await world.run('check', 'rate-limiter', '--strict');
    expect(out).not.toContain('edited by hand');
    expect(code).toBe(0);
  });

  it('fails on findings at or above a severity when asked to', async () => {
    const world = await rendered();
    expect((await world.run('check', 'rate-limiter', '--fail-on', 'block')).code).toBe(0);
    expect((await world.run('check', 'rate-limiter', '--fail-on', 'high')).code).toBe(7);
  });

  it('reports overdue unknowns and expired waivers', async () => {
    const world = await rendered();
    await world.run('answer', 'rate-limiter', 'rec.rto', '--status', 'unknown', '--due', '2026-11-01');
    await world.run(
      'waive',
      'rate-limiter',
      'fallback-not-shared.redis',
      '--reason',
      'a',
      '--owner',
      'b',
      '--until',
      '2027-10-01',
    );
    edit(world, 'specs/rate-limiter/answers.yaml', (text) => text.replace('2027-10-01', '2026-10-01'));
    const { out } = await world.run('check', 'rate-limiter');
    expect(out).toContain('overdue: rec.rto');
    expect(out).toContain('the waiver of fallback-not-shared.redis has expired');
  });

  it('prints JSON, annotations of GitHub and SARIF', async () => {
    const world = await rendered();
    await peak(world);
    const json = JSON.parse((await world.run('check', '--all', '--output', 'json')).out) as {
      specs: readonly unknown[];
    };
    expect(json.specs).toHaveLength(1);
    expect((await world.run('check', '--all', '--output', 'github')).out).toContain(
      '::error file=specs/rate-limiter/answers.yaml,title=stale::',
    );
    const sarif = JSON.parse((await world.run('check', '--all', '--output', 'sarif')).out) as {
      version: string;
      runs: readonly { results: readonly { level: string; ruleId: string }[] }[];
    };
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.runs[0]?.results.find(({ ruleId }) => ruleId === 'stale')?.level).toBe('error');
    expect((await world.run('check', '--all', '--output', 'xml')).code).toBe(2);
  });

  it('never writes', async () => {
    const world = await rendered();
    await peak(world);
    const before = world.dir.read('specs/rate-limiter/.base/manifest.json');
    await world.run('check', '--all');
    expect(world.dir.read('specs/rate-limiter/.base/manifest.json')).toBe(before);
  });
});

describe('regenerate', () => {
  it('R2: previews blocks and requirements and writes nothing', async () => {
    const world = await rendered();
    await peak(world);
    const before = world.dir.read(SPEC);
    const { out, code } = await world.run('regenerate', 'rate-limiter', '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('MODIFIED REQ-TRF-001');
    expect(out).toContain('REQ-TRF-001: traffic.peak_rate 12000 req/s → 15000 req/s\n');
    expect(world.dir.read(SPEC)).toBe(before);
    const json = JSON.parse((await world.run('regenerate', 'rate-limiter', '--dry-run', '--json')).out) as {
      requirements: { modified: readonly { id: string }[] };
    };
    expect(json.requirements.modified.map(({ id }) => id)).toContain('REQ-TRF-001');
  });

  it('R3: keeps a human paragraph and takes the new sentence', async () => {
    const world = await rendered();
    edit(world, SPEC, (text) =>
      text.replace('## Purpose and goals\n', '## Purpose and goals\n\nOur own remark.\n'),
    );
    await peak(world);
    expect((await world.run('regenerate', 'rate-limiter')).code).toBe(0);
    expect(world.dir.read(SPEC)).toContain('Our own remark.');
    expect(world.dir.read(SPEC)).toMatch(/15,?000 req\/s/);
  });

  it('R4: marks a block that both sides changed, exits 5, and leaves it to the person', async () => {
    const world = await rendered();
    edit(world, SPEC, (text) =>
      text.replace(/SHALL carry 12,?000 req\/s at peak/, 'SHALL carry 13000 req/s at peak'),
    );
    await peak(world);
    const { code, err } = await world.run('regenerate', 'rate-limiter');
    expect(code).toBe(5);
    expect(err).toContain('conflict in spec.md');
    const text = world.dir.read(SPEC);
    expect(text).toContain('13000 req/s');
    expect(text).toMatch(/15,?000 req\/s/);
    expect(text).toContain('<<<<<<< yours');
    expect((await world.run('check', 'rate-limiter')).code).toBe(5);
  });

  it('R6: a deleted block stays deleted, is listed, and comes back when asked for', async () => {
    const world = await rendered();
    edit(world, SPEC, (text) => text.replace(/- A real-time dashboard.*\n/, ''));
    await peak(world);
    const { err } = await world.run('regenerate', 'rate-limiter');
    const key = /withheld in spec\.md: (.+?)\. You deleted it/.exec(err)?.[1] ?? '';
    expect(key).not.toBe('');
    expect(world.dir.read(SPEC)).not.toContain('A real-time dashboard');
    const wrong = await world.run('regenerate', 'rate-limiter', '--restore', key.slice(1));
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining(`Did you mean ${key}?`)]);
    await world.run('regenerate', 'rate-limiter', '--restore', key);
    expect(world.dir.read(SPEC)).toContain('A real-time dashboard');
  });

  it('R4: a way to settle conflicts that does not exist is refused, not taken for markers', async () => {
    const world = await rendered();
    const { code, err } = await world.run('regenerate', 'rate-limiter', '--conflict', 'mark');
    expect([code, err]).toEqual([2, expect.stringContaining('Did you mean markers?')]);
  });

  it('R7: twice equals once', async () => {
    const world = await rendered();
    await peak(world);
    await world.run('regenerate', 'rate-limiter');
    const once = [SPEC, 'specs/rate-limiter/changes.md', 'specs/rate-limiter/.base/manifest.json'].map(
      (file) => world.dir.read(file),
    );
    await world.run('regenerate', 'rate-limiter');
    expect(
      [SPEC, 'specs/rate-limiter/changes.md', 'specs/rate-limiter/.base/manifest.json'].map((file) =>
        world.dir.read(file),
      ),
    ).toEqual(once);
  });

  it('R8: lists what an implementer must change and remove, newest first, and keeps retired ids', async () => {
    const world = await rendered();
    expect(existsSync(world.dir.join('specs/rate-limiter/changes.md'))).toBe(false);
    await peak(world);
    await world.run('regenerate', 'rate-limiter');
    await world.run('answer', 'rate-limiter', 'ifc.error_hides', '--status', 'unknown');
    await world.run('regenerate', 'rate-limiter');
    const changes = world.dir.read('specs/rate-limiter/changes.md');
    expect(changes.indexOf('## Change 2')).toBeLessThan(changes.indexOf('## Change 1'));
    expect(changes).toContain('`REQ-IFC-012`');
    const manifest = JSON.parse(world.dir.read('specs/rate-limiter/.base/manifest.json')) as {
      retired: readonly { id: string }[];
    };
    expect(manifest.retired.map(({ id }) => id)).toContain('REQ-IFC-012');
  });
});

describe('diff and why', () => {
  it('shows what changed since the last rendering', async () => {
    const world = await rendered();
    await peak(world);
    expect((await world.run('diff', 'rate-limiter')).out).toContain('MODIFIED REQ-TRF-001');
    expect(JSON.parse((await world.run('diff', 'rate-limiter', '--json')).out)).toHaveProperty('modified');
    expect((await world.run('diff', 'nothing')).code).toBe(2);
  });

  it('goes from a requirement, a line and a question to what stands behind it', async () => {
    const world = await rendered();
    expect((await world.run('why', 'rate-limiter', 'REQ-TRF-001')).out).toContain('from traffic.peak_rate');
    expect((await world.run('why', 'rate-limiter', 'traffic.peak_rate')).out).toContain('REQ-TRF-001');
    const line =
      world.dir
        .read(SPEC)
        .split('\n')
        .findIndex((text) => text.includes('REQ-TRF-001')) + 1;
    expect((await world.run('why', 'rate-limiter', `${SPEC}:${String(line)}`)).out).toContain('REQ-TRF-001');
    expect(JSON.parse((await world.run('why', 'rate-limiter', 'REQ-TRF-001', '--json')).out)).toHaveLength(1);
    expect((await world.run('why', 'rate-limiter', 'REQ-TRF-991')).code).toBe(2);
    expect((await world.run('why', 'rate-limiter', 'nowhere.md:3')).err).toContain('cannot be read');
    expect((await world.run('why', 'rate-limiter', `${SPEC}:1`)).err).toContain('No requirement');
    expect((await world.run('why', 'rate-limiter', `${SPEC}:99999`)).err).toMatch(/has \d+ lines/);
  });
});
