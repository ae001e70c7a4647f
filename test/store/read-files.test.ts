import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createDisk,
  listFormats,
  readBankFolder,
  readBankSources,
  readCases,
  readContext,
  readFormatSources,
  readIncidents,
  readText,
} from '../../src/store/index.js';
import { sure } from '../helpers/a-project.js';
import { aTempDir } from '../helpers/temp-dir.js';

const disk = createDisk();
const shipped = join(import.meta.dirname, '..', '..', 'question-banks');

const places = (dir: { readonly path: string }, ...banks: readonly string[]) => ({
  shipped,
  root: dir.path,
  banks,
});

describe('reading banks', () => {
  it('gives the core bank first, then every archetype, with paths as people know them', () => {
    const sources = sure(readBankSources(disk, places(aTempDir())));
    expect(sources.map(({ id }) => id).slice(0, 3)).toEqual(['core', 'cli-library', 'frontend']);
    const paths = sources[0]?.files.map(({ path }) => path) ?? [];
    expect(paths).toContain('question-banks/core/bank.yaml');
    expect(paths).toContain('question-banks/core/arc/questions.yaml');
  });

  it('adds the banks of a team by path and by package', () => {
    const dir = aTempDir();
    dir.write('banks/team/bank.yaml', 'bank: team\n');
    dir.write('node_modules/@acme/specs/package.json', '{ "spec-interview": { "bank": "questions" } }');
    dir.write('node_modules/@acme/specs/questions/bank.yaml', 'bank: acme\n');
    dir.write('node_modules/plain-bank/bank.yaml', 'bank: plain\n');
    const sources = sure(
      readBankSources(disk, places(dir, './banks/team', '@acme/specs', 'plain-bank')),
    ).slice(-3);
    expect(sources.map(({ files }) => files.map(({ path }) => path))).toEqual([
      ['banks/team/bank.yaml'],
      ['node_modules/@acme/specs/bank.yaml'],
      ['node_modules/plain-bank/bank.yaml'],
    ]);
  });

  it.each(['../outside', '/etc', './missing', 'not-installed', '@a/../../b', 'a\0b', ''])(
    'refuses the bank %j',
    (bank) => {
      expect(readBankSources(disk, places(aTempDir(), bank)).ok).toBe(false);
    },
  );

  it('refuses files that lie elsewhere, are too large or no text', () => {
    const dir = aTempDir();
    const outside = aTempDir();
    symlinkSync(outside.write('bank.yaml', 'bank: x\n'), dir.join('bank.yaml'));
    expect(readBankFolder(disk, dir.path)).toMatchObject({
      ok: false,
      error: [{ code: 'link-leaves-folder' }],
    });
    const large = dir.write('large/bank.yaml', 'x'.repeat(5_000_001));
    expect(readBankFolder(disk, dir.join('large'))).toMatchObject({
      ok: false,
      error: [{ code: 'file-too-large', place: { file: large } }],
    });
    expect(readBankFolder(disk, dir.join('missing')).ok).toBe(false);
    const many = aTempDir();
    for (let index = 0; index <= 500; index += 1) many.write(`${String(index)}.yaml`, '');
    expect(readBankFolder(disk, many.path)).toMatchObject({
      ok: false,
      error: [{ code: 'folder-too-large' }],
    });
  });

  it('keeps a byte order mark and refuses what is not UTF-8', () => {
    const dir = aTempDir();
    expect(sure(readText(disk, dir.write('a', '\uFEFFx')))).toBe('\uFEFFx');
    const broken = { ...disk, read: () => new Uint8Array([0xff, 0xfe, 0x00]) };
    expect(readText(broken, dir.join('a'))).toMatchObject({ ok: false, error: [{ code: 'file-not-text' }] });
  });
});

describe('reading formats', () => {
  const formats = (dir: { readonly path: string; readonly join: (...names: string[]) => string }) => ({
    shipped: dir.join('templates'),
    root: dir.path,
  });

  it('takes the set of the project as a whole before the shipped one', () => {
    const dir = aTempDir();
    dir.write('templates/spec/template.yaml', 'shipped');
    dir.write('templates/spec/_partial.hbs', 'shipped');
    dir.write('templates/brief/template.yaml', 'shipped');
    dir.write('.spec-interview/templates/spec/template.yaml', 'own');
    const sources = sure(readFormatSources(disk, formats(dir), ['spec', 'brief']));
    expect(sources).toEqual([
      { id: 'spec', files: [{ path: '.spec-interview/templates/spec/template.yaml', text: 'own' }] },
      { id: 'brief', files: [{ path: 'templates/brief/template.yaml', text: 'shipped' }] },
    ]);
    expect(listFormats(disk, formats(dir))).toEqual(['brief', 'spec']);
  });

  it('names the nearest format for one it does not know, and follows no link out', () => {
    const dir = aTempDir();
    const outside = aTempDir();
    outside.write('template.yaml', 'x');
    dir.write('templates/brief/template.yaml', 'x');
    dir.write('.spec-interview/templates/x', '');
    symlinkSync(outside.path, dir.join('.spec-interview', 'templates', 'spec'));
    expect(readFormatSources(disk, formats(dir), ['breif'])).toMatchObject({
      ok: false,
      error: [{ hint: 'Did you mean brief?' }],
    });
    expect(readFormatSources(disk, formats(dir), ['../../etc'])).toMatchObject({
      ok: false,
      error: [{ code: 'format-unknown' }],
    });
    expect(readFormatSources(disk, formats(dir), ['spec'])).toMatchObject({
      ok: false,
      error: [{ code: 'link-leaves-project' }],
    });
  });
});

describe('reading the rest', () => {
  it('gives the shared answers, and nothing when there are none', () => {
    const dir = aTempDir();
    expect(sure(readContext(disk, dir.join('context.yaml')))).toBeUndefined();
    const path = dir.write('context.yaml', 'format: 1\nanswers:\n  sta.language: Go\n');
    expect(sure(readContext(disk, path))?.raw.answers.get('sta.language')).toEqual({
      status: 'answered',
      raw: 'Go',
    });
  });

  it('gives the cases of a folder, and names a file that is none', () => {
    const dir = aTempDir();
    expect(sure(readCases(disk, dir.join('cases')))).toEqual([]);
    dir.write(
      'cases/todo.yaml',
      'case: { id: todo, title: To-do, brief: A list. }\nanswers:\n  rec.rpo: 24 h\n',
    );
    expect(sure(readCases(disk, dir.join('cases'))).map(({ caseInfo }) => caseInfo.id)).toEqual(['todo']);
    dir.write('cases/z.yaml', 'answers:\n');
    expect(readCases(disk, dir.join('cases'))).toMatchObject({
      ok: false,
      error: [{ code: 'case-without-case' }],
    });
  });

  it('gives no incidents without their file', () => {
    const dir = aTempDir();
    expect(sure(readIncidents(disk, dir.join('incidents.yaml')))).toEqual([]);
    expect(readIncidents(disk, dir.write('incidents.yaml', '- id: x\n')).ok).toBe(false);
  });
});
