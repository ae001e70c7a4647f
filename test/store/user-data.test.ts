import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  appendLog,
  createDisk,
  readConsent,
  readLog,
  removeLog,
  userDataDir,
  writeConsent,
} from '../../src/store/index.js';
import { aTempDir } from '../helpers/temp-dir.js';

const disk = createDisk();

describe('the data of one person', () => {
  it('lies outside every repository', () => {
    expect(userDataDir({ env: {}, home: '/home/jo' })).toBe('/home/jo/.local/share/spec-interview');
    expect(userDataDir({ env: { XDG_DATA_HOME: '/data' }, home: '/home/jo' })).toBe('/data/spec-interview');
    expect(userDataDir({ env: { XDG_DATA_HOME: '' }, home: '/home/jo' })).toContain('/home/jo');
  });

  it('remembers consent per repository, and forgets one without the others', () => {
    const dir = aTempDir().join('own');
    writeConsent(disk, dir, { root: '/work/b', since: '2026-11-21' });
    writeConsent(disk, dir, { root: '/work/a', since: '2026-11-22' });
    expect(readConsent(disk, dir, '/work/a')).toBe('2026-11-22');

    writeConsent(disk, dir, { root: '/work/a', since: undefined });

    expect(readConsent(disk, dir, '/work/a')).toBeUndefined();
    expect(readConsent(disk, dir, '/work/b')).toBe('2026-11-21');
    expect(readConsent(disk, dir, '/work')).toBeUndefined();
  });

  it.each(['', 'no json', '[]', '{"repositories": 7}', '{"repositories": {"/work/a": true}}'])(
    'takes a file that says %j for no consent',
    (text) => {
      const dir = aTempDir();
      dir.write('consent.json', text);

      expect(readConsent(disk, dir.path, '/work/a')).toBeUndefined();
    },
  );

  it('keeps the newest 60 exchanges, readable by the owner only', () => {
    const dir = aTempDir();
    for (let at = 1; at <= 65; at += 1) appendLog(disk, dir.path, { at });

    const log = readLog(disk, dir.path);
    expect(log).toHaveLength(60);
    expect(log.at(-1)).toEqual({ at: 65 });
    expect(statSync(dir.join('ai-log.jsonl')).mode & 0o777).toBe(0o600);
    removeLog(disk, dir.path);
    expect(readLog(disk, dir.path)).toEqual([]);
    expect(removeLog(disk, dir.path).ok).toBe(true);
  });

  it('keeps at most a megabyte of exchanges, and always the newest', () => {
    const dir = aTempDir();
    for (const at of [1, 2, 3]) appendLog(disk, dir.path, { at, sent: 'x'.repeat(400_000) });
    expect(readLog(disk, dir.path)).toMatchObject([{ at: 2 }, { at: 3 }]);

    appendLog(disk, dir.path, { at: 4, sent: 'x'.repeat(1_200_000) });

    expect(readLog(disk, dir.path)).toMatchObject([{ at: 4 }]);
  });

  it('is a problem, not a crash, when it cannot be kept', () => {
    const dir = aTempDir();
    const file = dir.write('taken', 'a file');

    expect(appendLog(disk, file, { at: 1 })).toMatchObject({ ok: false });
  });
});
