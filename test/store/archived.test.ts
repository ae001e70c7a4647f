import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDisk, joinArchived, removeFiles } from '../../src/store/index.js';
import { aTempDir } from '../helpers/temp-dir.js';
import { aFailingDisk } from './failing-disk.js';

const entry = (id: string, ...scenarios: string[]) => ({
  id,
  name: id,
  text_sha256: `sha of ${id}`,
  scenarios,
});

describe('joinArchived', () => {
  it('keeps what either side has archived, once, with the scenarios of both', () => {
    const last = { ...entry('REQ-A-001', 'b'), text_sha256: 'newer' };

    expect(joinArchived([entry('REQ-A-001', 'a'), entry('REQ-A-002')], [last, entry('REQ-A-003')])).toEqual([
      { ...last, scenarios: ['a', 'b'] },
      entry('REQ-A-002'),
      entry('REQ-A-003'),
    ]);
  });

  it('knows nothing only where no side does', () => {
    expect(joinArchived(undefined, undefined)).toBeUndefined();
    expect(joinArchived(undefined, [])).toEqual([]);
  });
});

describe('removeFiles', () => {
  const WITHIN = 'openspec/changes';
  const start = () => {
    const dir = aTempDir();
    dir.write('openspec/changes/x/specs/x/spec.md', 'a');
    dir.write('openspec/changes/x/design.md', 'b');
    dir.write('openspec/changes/x/ours.md', 'c');
    return dir;
  };

  it('removes files and the folders they leave empty, and no other', () => {
    const dir = start();
    const paths = ['openspec/changes/x/specs/x/spec.md', 'openspec/changes/x/design.md'];

    expect(removeFiles(createDisk(), dir.path, { paths, within: WITHIN }).ok).toBe(true);
    expect(existsSync(dir.join('openspec/changes/x/specs'))).toBe(false);
    expect(dir.read('openspec/changes/x/ours.md')).toBe('c');
    const last = { paths: ['openspec/changes/x/ours.md', ...paths], within: WITHIN };
    expect(removeFiles(createDisk(), dir.path, last).ok).toBe(true);
    expect(existsSync(dir.join('openspec/changes/x'))).toBe(false);
    expect(existsSync(dir.join(WITHIN))).toBe(true);
  });

  it('says which file the system does not let go', () => {
    const dir = start();
    const paths = ['openspec/changes/x/design.md'];
    const removed = removeFiles(aFailingDisk(0, 'EACCES').disk, dir.path, { paths, within: WITHIN });

    expect(removed.ok ? '' : removed.error[0]?.message).toContain(
      'openspec/changes/x/design.md is not removed',
    );
    expect(dir.read('openspec/changes/x/design.md')).toBe('b');
  });

  it('refuses a path that leaves the project, by name or by link', () => {
    const [dir, outside] = [start(), aTempDir()];
    outside.write('theirs.md', 'd');
    mkdirSync(dir.join('linked'));
    symlinkSync(outside.path, dir.join('linked/out'));
    for (const path of ['../theirs.md', 'linked/out/theirs.md'])
      expect(removeFiles(createDisk(), dir.path, { paths: [path], within: WITHIN }).ok).toBe(false);

    expect(outside.read('theirs.md')).toBe('d');
  });
});
