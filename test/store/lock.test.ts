import { readdirSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { acquireLock, createDisk, readDraft, removeDraft, writeDraft } from '../../src/store/index.js';
import { sure } from '../helpers/a-project.js';
import { aTempDir } from '../helpers/temp-dir.js';
import { aFailingDisk } from './failing-disk.js';

const disk = createDisk();
const holder = (pid: number, host = hostname()) => ({ pid, host, started: '2026-11-21T10:00:00Z' });
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

describe('a lock', () => {
  it('is readable by its owner only, and gone when released', () => {
    const dir = aTempDir();
    const lock = sure(acquireLock(disk, dir.join('.lock'), holder(process.pid)));
    expect(statSync(dir.join('.lock')).mode & 0o777).toBe(0o600);
    lock.release();
    lock.release();
    expect(readdirSync(dir.path)).toEqual([]);
  });

  it('tells a second process who holds it', () => {
    const dir = aTempDir();
    sure(acquireLock(disk, dir.join('.lock'), holder(process.ppid)));
    expect(acquireLock(disk, dir.join('.lock'), holder(process.pid))).toMatchObject({
      ok: false,
      error: [
        {
          code: 'spec-locked',
          message: `Process ${String(process.ppid)} on ${hostname()} works on this spec since 2026-11-21T10:00:00Z.`,
        },
      ],
    });
  });

  it('of another machine is respected', () => {
    const dir = aTempDir();
    sure(acquireLock(disk, dir.join('.lock'), holder(1, 'elsewhere')));
    expect(acquireLock(disk, dir.join('.lock'), holder(process.pid)).ok).toBe(false);
  });

  it.each(['', 'garbage', '{"pid":"x"}', '[]', '{"pid":-1,"host":"x"}'])(
    'that says %j is taken over',
    (text) => {
      const dir = aTempDir();
      dir.write('.lock', text);
      expect(acquireLock(disk, dir.join('.lock'), holder(process.pid)).ok).toBe(true);
    },
  );

  it('of a dead process is taken over, and the texts it left half written are swept away', () => {
    const dir = aTempDir();
    const dead = deadPid();
    sure(acquireLock(disk, dir.join('.lock'), holder(dead)));
    dir.write(`.answers.yaml.${String(dead)}-3.tmp`, 'half');
    dir.write(`.answers.yaml.${String(process.ppid)}-3.tmp`, 'being written');
    dir.write('notes.tmp', 'mine');
    sure(acquireLock(disk, dir.join('.lock'), holder(process.pid)));
    expect(readdirSync(dir.path).sort()).toEqual(
      ['.lock', `.answers.yaml.${String(process.ppid)}-3.tmp`, 'notes.tmp'].sort(),
    );
  });

  it('that somebody else took over is not released', () => {
    const dir = aTempDir();
    const lock = sure(acquireLock(disk, dir.join('.lock'), holder(process.pid)));
    dir.write('.lock', JSON.stringify(holder(process.ppid)));
    lock.release();
    expect(dir.read('.lock')).toContain(String(process.ppid));
  });

  it('that cannot be written is a problem', () => {
    const dir = aTempDir();
    const { disk: broken } = aFailingDisk(0, 'EROFS');
    expect(acquireLock(broken, dir.join('.lock'), holder(process.pid))).toMatchObject({
      ok: false,
      error: [{ code: 'disk-read-only' }],
    });
  });
});

describe('a draft', () => {
  it('is readable by its owner only, and read back as it was', () => {
    const dir = aTempDir();
    const path = dir.join('.draft.json');
    const draft = {
      step: 'rec.rpo',
      at: '2026-11-21T10:00:00Z',
      draft: { text: '5 m\u2028in "x"', caret: 3 },
    };
    sure(writeDraft(disk, path, draft));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readDraft(disk, path)).toEqual(draft);
    sure(removeDraft(disk, path));
    sure(removeDraft(disk, path));
    expect(readDraft(disk, path)).toBeUndefined();
  });

  it.each(['', '{', 'null', '[]', '{"step":1,"draft":{}}', '{"step":"x"}', '\u0000'])(
    'that says %j is none',
    (text) => {
      const dir = aTempDir();
      dir.write('.draft.json', text);
      expect(readDraft(disk, dir.join('.draft.json'))).toBeUndefined();
    },
  );

  it('that cannot be kept is a problem, and the one before stays', () => {
    const dir = aTempDir();
    const path = dir.join('.draft.json');
    const draft = { step: 'a.b', at: '', draft: 1 };
    sure(writeDraft(disk, path, draft));
    const { disk: full } = aFailingDisk(0);
    expect(writeDraft(full, path, { ...draft, draft: 2 })).toMatchObject({
      ok: false,
      error: [{ code: 'disk-full' }],
    });
    expect(readDraft(disk, path)).toEqual(draft);
  });
});
