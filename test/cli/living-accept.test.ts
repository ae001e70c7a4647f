import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aWorld, type AWorld } from '../helpers/a-world.js';

const LIMITER = join(import.meta.dirname, '..', '..', 'question-banks', 'cases', 'rate-limiter.yaml');
const SPEC = 'specs/rate-limiter/spec.md';

const rendered = async (world = aWorld()): Promise<AWorld> => {
  await world.run('new', 'Rate limiter', '--answers', LIMITER, '--yes');
  return world;
};

const edit = (world: AWorld, change: (text: string) => string) => {
  const path = world.dir.join(SPEC);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};

const remark = (text: string) =>
  text.replace('## Purpose and goals\n', '## Purpose and goals\n\nOur own remark.\n');
const peak = (world: AWorld) => world.run('answer', 'rate-limiter', 'traffic.peak_rate', '15k rps');
const strict = (world: AWorld) => world.run('check', 'rate-limiter', '--strict');

describe('accept', () => {
  it('takes over hand edits, so that a strict check is fine, and reports the next edit again', async () => {
    const world = await rendered();
    edit(world, remark);
    expect((await strict(world)).code).toBe(4);
    expect((await world.run('accept', 'rate-limiter', SPEC)).err).toContain('accepted spec.md');
    expect((await strict(world)).code).toBe(0);
    edit(world, (text) => text.replace('Our own remark.', 'Our other remark.'));
    expect((await strict(world)).code).toBe(4);
  });

  it('keeps accepted edits through a regeneration that changes something else', async () => {
    const world = await rendered();
    edit(world, remark);
    await world.run('accept', 'rate-limiter');
    await peak(world);
    expect((await world.run('regenerate', 'rate-limiter')).code).toBe(0);
    expect(world.dir.read(SPEC)).toContain('Our own remark.');
    expect(world.dir.read(SPEC)).toMatch(/15,?000 req\/s/);
    expect((await strict(world)).code).toBe(0);
  });

  it('settles a sentence that both sides changed in favour of the document', async () => {
    const world = await rendered();
    edit(world, (text) =>
      text.replace(/SHALL carry 12,?000 req\/s at peak/, 'SHALL carry 13000 req/s at peak'),
    );
    await peak(world);
    await world.run('accept', 'rate-limiter');
    expect((await world.run('regenerate', 'rate-limiter')).code).toBe(0);
    expect(world.dir.read(SPEC)).toContain('SHALL carry 13000 req/s at peak');
    expect(world.dir.read(SPEC)).not.toContain('<<<<<<<');
    expect(world.dir.read('specs/rate-limiter/changes.md')).toContain('`REQ-TRF-001`');
  });

  it('refuses a document with conflict markers, one that is missing and one that is none', async () => {
    const world = await rendered();
    edit(world, (text) =>
      text.replace(/SHALL carry 12,?000 req\/s at peak/, 'SHALL carry 13000 req/s at peak'),
    );
    await peak(world);
    await world.run('regenerate', 'rate-limiter');
    const marked = await world.run('accept', 'rate-limiter');
    expect(marked.code).toBe(2);
    expect(marked.err).toContain('still holds conflict markers');
    const { out } = await world.run('check', 'rate-limiter');
    expect(out).toContain('conflict markers in spec.md');
    expect(out).not.toContain('spec-interview accept');
    expect((await world.run('accept', 'rate-limiter', 'notes.md')).err).toContain(
      'Its documents are: spec.md',
    );
  });
});

describe('adopt', () => {
  const handMade = async (): Promise<AWorld> => {
    const made = await rendered();
    const text = remark(made.dir.read(SPEC)).replace(/- A real-time dashboard.*\n/, '');
    const world = aWorld();
    world.dir.write(SPEC, text);
    return rendered(world);
  };

  it('R10: leaves a hand-made document alone and says how to have it kept up to date', async () => {
    const world = await handMade();
    const { out, code } = await world.run('check', 'rate-limiter');
    expect(out).toContain(
      'not written by the tool: spec.md. Have it kept up to date with: spec-interview adopt rate-limiter spec.md',
    );
    expect(code).toBe(0);
    expect((await world.run('accept', 'rate-limiter', 'spec.md')).err).toContain('Link it first');
  });

  it('R10: links what reads as generated, keeps the rest, and brings what is missing', async () => {
    const world = await handMade();
    const { err, code } = await world.run('adopt', 'rate-limiter');
    expect(code).toBe(0);
    expect(err).toMatch(/adopted spec\.md: \d+ blocks linked, [1-9]\d* stay yours, [1-9]\d* to come/);
    expect((await world.run('check', 'rate-limiter')).code).toBe(3);
    await peak(world);
    expect((await world.run('regenerate', 'rate-limiter')).code).toBe(0);
    const text = world.dir.read(SPEC);
    expect(text).toContain('Our own remark.');
    expect(text).toContain('A real-time dashboard');
    expect(text).toMatch(/15,?000 req\/s/);
    expect((await world.run('adopt', 'rate-limiter')).err).toContain('known to the tool already');
    expect((await world.run('adopt', 'rate-limiter', 'spec.md')).code).toBe(2);
  });
});
