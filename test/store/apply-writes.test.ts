import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  applyWrites,
  createDisk,
  readManifest,
  writeBase,
  writeSchemas,
  type BaseRecord,
} from '../../src/store/index.js';
import { sure } from '../helpers/a-project.js';
import { aTempDir, type TempDir } from '../helpers/temp-dir.js';
import { aFailingDisk } from './failing-disk.js';

const disk = createDisk();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const writes = [
  { path: 'specs/x/spec.md', text: 'new spec' },
  { path: 'openspec/changes/x/proposal.md', text: 'new proposal' },
  { path: 'specs/x/brief.md', text: 'new brief' },
];

const filesIn = (dir: TempDir): readonly string[] =>
  readdirSync(dir.path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .sort();

describe('applyWrites', () => {
  it('makes folders and writes every file', () => {
    const dir = aTempDir();
    sure(applyWrites(disk, dir.path, writes));
    expect(filesIn(dir)).toEqual(['openspec/changes/x/proposal.md', 'specs/x/brief.md', 'specs/x/spec.md']);
    expect(dir.read('specs/x/spec.md')).toBe('new spec');
  });

  it.each([
    '../out.md',
    '/tmp/out.md',
    'a/../../out.md',
    'a\0b.md',
    '',
    '.',
    '.git/hooks/pre-commit',
    'sub/.GIT/x',
    'C:\\x',
    '\\x',
  ])('writes nothing at all when one path is %j', (path) => {
    const dir = aTempDir();
    expect(applyWrites(disk, dir.path, [...writes, { path, text: 'x' }]).ok).toBe(false);
    expect(readdirSync(dir.path)).toEqual([]);
  });

  it('follows no link out of the root, for folders and for files', () => {
    const outside = aTempDir();
    outside.write('victim.md', 'untouched');
    const dir = aTempDir();
    mkdirSync(dir.join('specs'));
    symlinkSync(outside.path, dir.join('specs', 'x'));
    symlinkSync(outside.join('victim.md'), dir.join('file.md'));
    symlinkSync(outside.join('new.md'), dir.join('dangling.md'));
    for (const path of ['specs/x/spec.md', 'file.md', 'dangling.md']) {
      expect(applyWrites(disk, dir.path, [{ path, text: 'x' }])).toMatchObject({
        ok: false,
        error: [{ code: 'link-leaves-project' }],
      });
    }
    expect(readdirSync(outside.path)).toEqual(['victim.md']);
    expect(outside.read('victim.md')).toBe('untouched');
  });

  it('writes through a link that stays inside, and keeps the link', () => {
    const dir = aTempDir();
    dir.write('real.md', 'old');
    symlinkSync(dir.join('real.md'), dir.join('link.md'));
    sure(applyWrites(disk, dir.path, [{ path: 'link.md', text: 'new' }]));
    expect(dir.read('real.md')).toBe('new');
  });

  it('leaves every file whole, old or new, wherever it crashes, and says what was written', () => {
    for (let failing = 0; failing < 12; failing += 1) {
      for (const stays of [false, true]) {
        const dir = aTempDir();
        for (const { path } of writes) dir.write(path, 'old');
        const broken = aFailingDisk(failing, 'ENOSPC', stays);
        const result = applyWrites(broken.disk, dir.path, writes);
        const texts = writes.map(({ path }) => dir.read(path));
        expect(texts.every((text, index) => text === 'old' || text === writes[index]?.text)).toBe(true);
        const failed = broken.steps[failing];
        if (result.ok) expect(failed ?? 'syncFolder').toBe('syncFolder');
        else if (broken.steps.slice(0, failing + 1).includes('rename'))
          expect(result.error[0]?.message).toContain('is not written: the disk is full.');
        else expect(texts).toEqual(['old', 'old', 'old']);
        if (!stays) expect(filesIn(dir)).toEqual(filesIn(dir).filter((name) => !name.endsWith('.tmp')));
      }
    }
  });
});

const record: BaseRecord = {
  tool: '0.1.0',
  banks: [{ id: 'core', version: 1, sha256: sha256('bank') }],
  formats: [{ id: 'spec', text: 'templates' }],
  answers: 'answers',
  config: '',
  context: { 'sta.language': '"Go"' },
  files: [{ path: 'spec.md', generated: '# generated', onDisk: '# merged' }],
  requirements: [{ id: 'REQ-REC-003', text: 'The system SHALL …', answers: ['rec.rpo'] }],
  findings: [{ id: 'upside-down.redis', severity: 'high', until: '2027-03-01' }],
  due: [{ id: 'rec.rpo', date: '2026-12-15' }],
};

describe('the base', () => {
  it('keeps the generated texts and a manifest with every hash', () => {
    const dir = aTempDir();
    sure(writeBase(disk, dir.path, record));
    expect(dir.read('.base/spec.md')).toBe('# generated');
    expect(sure(readManifest(disk, dir.path))).toEqual({
      format: 1,
      tool: '0.1.0',
      banks: { core: { version: 1, sha256: sha256('bank') } },
      formats: { spec: sha256('templates') },
      answers: sha256('answers'),
      context: { 'sta.language': sha256('"Go"') },
      config: sha256(''),
      files: { 'spec.md': { sha256: sha256('# generated'), on_disk: sha256('# merged'), blocks: [] } },
      requirements: record.requirements,
      retired: [],
      findings: record.findings,
      due: record.due,
    });
    const before = dir.read('.base/manifest.json');
    sure(writeBase(disk, dir.path, record));
    expect(dir.read('.base/manifest.json')).toBe(before);
  });

  it('writes the manifest last', () => {
    for (let failing = 0; failing < 6; failing += 1) {
      const dir = aTempDir();
      const result = writeBase(aFailingDisk(failing, 'EIO', true).disk, dir.path, record);
      const generated = existsSync(dir.join('.base', 'spec.md'));
      if (existsSync(dir.join('.base', 'manifest.json'))) expect(generated).toBe(true);
      else expect(result.ok).toBe(false);
    }
  });

  it('is nothing before the first rendering, and a problem when damaged', () => {
    const dir = aTempDir();
    expect(sure(readManifest(disk, dir.path))).toBeUndefined();
    dir.write('.base/manifest.json', '{"format":1}');
    expect(readManifest(disk, dir.path)).toMatchObject({ ok: false, error: [{ code: 'manifest-damaged' }] });
  });
});

describe('the schemas', () => {
  it('are written once, and again only when they differ', () => {
    const dir = aTempDir();
    const parts = { answers: { title: 'Answers' }, bank: { title: 'Bank' } };
    sure(writeSchemas(disk, dir.path, parts));
    expect(filesIn(dir).map((name) => name.split('/').at(-1))).toEqual([
      'answers.json',
      'bank.json',
      'config.json',
      'context.json',
    ]);
    expect(dir.read('.spec-interview/schema/config.json')).toContain('"fail_on"');
    const { disk: counted, steps } = aFailingDisk(-1);
    sure(writeSchemas(counted, dir.path, parts));
    expect(steps).toEqual([]);
    sure(writeSchemas(counted, dir.path, { ...parts, bank: { title: 'Other' } }));
    expect(steps.filter((step) => step === 'rename')).toHaveLength(1);
  });
});
