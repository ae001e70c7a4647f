import { utimesSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseBank, parseExpression, type Bank } from '../../src/bank/index.js';
import { compiledText, createDisk, readBankFolder, readCompiledBanks } from '../../src/store/index.js';
import { sure } from '../helpers/a-project.js';
import { aTempDir } from '../helpers/temp-dir.js';

const disk = createDisk();

/** A folder with one bank and the file that a build makes of it. */
function built() {
  const dir = aTempDir();
  dir.write('banks/team/bank.yaml', 'format: 1\nbank: team\nversion: 3\n');
  const source = sure(readBankFolder(disk, dir.join('banks', 'team')));
  const bank: Bank = sure(parseBank(source));
  const condition = sure(parseExpression("a.arc.tier == 'T0' && known('arc.tier')"));
  const file = dir.write('dist/banks.json', compiledText([source], [bank]));
  const changed = (path: string, seconds: number) => utimesSync(path, seconds, seconds);
  for (const path of ['banks/team/bank.yaml', 'banks/team', 'banks']) changed(dir.join(path), 1000);
  changed(file, 2000);
  return { dir, file, condition, changed };
}

describe('banks that the build parsed', () => {
  it('are read with their version and the hash of their files', () => {
    const { dir, file } = built();
    const compiled = readCompiledBanks(disk, file, dir.join('banks'));
    expect(compiled?.banks.map(({ id, version }) => [id, version])).toEqual([['team', 3]]);
    expect(compiled?.records).toMatchObject([{ id: 'team', version: 3 }]);
    expect(compiled?.records[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('bring their conditions along, as they were parsed', () => {
    const { dir, file, condition } = built();
    readCompiledBanks(disk, file, dir.join('banks'));
    const again = sure(parseExpression(condition.text));
    expect(again).not.toBe(condition);
    expect(again).toEqual(condition);
  });

  it('are not taken when a bank file is newer', () => {
    const { dir, file, changed } = built();
    changed(dir.join('banks', 'team', 'bank.yaml'), 3000);
    expect(readCompiledBanks(disk, file, dir.join('banks'))).toBeUndefined();
  });

  it('are not taken when the file is not there or not whole', () => {
    const { dir, file, changed } = built();
    expect(readCompiledBanks(disk, dir.join('none.json'), dir.join('banks'))).toBeUndefined();
    dir.write('dist/banks.json', '{ "banks": [');
    changed(file, 4000);
    expect(readCompiledBanks(disk, file, dir.join('banks'))).toBeUndefined();
  });
});
