import { readFileSync, utimesSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseBank, parseExpression, type Bank } from '../../src/bank/index.js';
import { compiledText, createDisk, readBankFolder, readCompiledBanks } from '../../src/store/index.js';
import { sure } from '../helpers/a-project.js';
import { aTempDir } from '../helpers/temp-dir.js';

const disk = createDisk();

/** A folder with one bank and the file that a build makes of it. */
function built() {
  const dir = aTempDir();
  dir.write(
    'question-banks/team/bank.yaml',
    'format: 1\nbank: team\nversion: 3\ntitle: Pläne – für später ✓ 🙂\n',
  );
  const source = sure(readBankFolder(disk, dir.join('question-banks', 'team')));
  const bank: Bank = sure(parseBank(source));
  const condition = sure(parseExpression("a.arc.tier == 'T0' && known('arc.tier')"));
  const file = dir.write('dist/banks.json', compiledText([source], [bank]));
  const changed = (path: string, seconds: number) => utimesSync(path, seconds, seconds);
  for (const path of ['question-banks/team/bank.yaml', 'question-banks/team', 'question-banks'])
    changed(dir.join(path), 1000);
  changed(file, 2000);
  return { dir, file, condition, changed };
}

describe('banks that the build parsed', () => {
  it('are read with their version and the hash of their files', () => {
    const { dir } = built();
    const compiled = readCompiledBanks(disk, dir.path);
    expect(compiled?.banks.map(({ id, version }) => [id, version])).toEqual([['team', 3]]);
    expect(compiled?.records).toMatchObject([{ id: 'team', version: 3 }]);
    expect(compiled?.records[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('bring their conditions along, as they were parsed', () => {
    const { dir, condition } = built();
    readCompiledBanks(disk, dir.path);
    const again = sure(parseExpression(condition.text));
    expect(again).not.toBe(condition);
    expect(again).toEqual(condition);
  });

  it('are kept in ASCII, and read as they were', () => {
    const { dir, file } = built();
    expect(readFileSync(file, 'latin1')).toMatch(/^[\0-\x7f]+$/);
    expect(readCompiledBanks(disk, dir.path)?.banks[0]?.title).toBe('Pläne – für später ✓ 🙂');
  });

  it('are taken from an installed package, which holds no sources, whenever its files were unpacked', () => {
    const { dir, changed } = built();
    changed(dir.join('question-banks', 'team', 'bank.yaml'), 3000);
    expect(readCompiledBanks(disk, dir.path)?.banks).toHaveLength(1);
  });

  it('are not taken in a checkout when a bank file is newer', () => {
    const { dir, changed } = built();
    dir.write('src/main.ts', '');
    expect(readCompiledBanks(disk, dir.path)?.banks).toHaveLength(1);
    changed(dir.join('question-banks', 'team', 'bank.yaml'), 3000);
    expect(readCompiledBanks(disk, dir.path)).toBeUndefined();
  });

  it('are not taken when the file is not there or not whole', () => {
    const { dir, file, changed } = built();
    expect(readCompiledBanks(disk, dir.join('none'))).toBeUndefined();
    dir.write('dist/banks.json', '{ "banks": [');
    changed(file, 4000);
    expect(readCompiledBanks(disk, dir.path)).toBeUndefined();
  });
});
