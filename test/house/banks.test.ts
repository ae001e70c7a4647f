import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  joinBanks,
  lintBank,
  parseBank,
  parseIncidents,
  type Bank,
  type BankSource,
  type Incident,
} from '../../src/bank/index.js';
import { factSignatures } from '../../src/facts/index.js';
import { problemText, type Result } from '../../src/kernel/index.js';
import { root } from './program.js';

const home = path.join(root, 'question-banks');

function sourceOf(folder: string): BankSource {
  const inside = readdirSync(path.join(home, folder), { recursive: true, encoding: 'utf8' });
  const files = inside
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => path.join(home, folder, file))
    .map((file) => ({ path: path.relative(root, file), text: readFileSync(file, 'utf8') }));
  return { id: path.basename(folder), files };
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(path.join(home, folder)).map((name) => path.join(folder, name));
}

function sound<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.map(problemText).join('\n'));
  return result.value;
}

const sources = ['core', ...foldersIn('archetypes')].map(sourceOf);
const banks = (): readonly Bank[] => sources.map((source) => sound(parseBank(source)));
const incidents = (): readonly Incident[] | undefined => {
  const file = path.join(home, 'incidents.yaml');
  if (!existsSync(file)) return undefined;
  return sound(parseIncidents({ path: path.relative(root, file), text: readFileSync(file, 'utf8') }));
};

describe('the shipped banks', () => {
  it.each(sources)('parse: $id', (source) => {
    expect(sound(parseBank(source)).id).toBe(source.id);
  });

  it('join and lint clean', () => {
    const joined = sound(joinBanks(banks(), factSignatures, incidents()));

    expect(joined.questions.length).toBeGreaterThan(0);
    expect(lintBank(joined, incidents()).map(problemText)).toEqual([]);
  });

  it('ask every question that a fact reads', () => {
    const joined = sound(joinBanks(banks(), factSignatures, incidents()));
    const known = new Set(joined.questions.map(({ id }) => id));
    const inputs = joined.facts.flatMap((fact) => fact.inputs.filter((input) => !input.startsWith('f.')));
    const questions = inputs.map((input) => input.split('.').slice(0, 2).join('.'));

    expect(questions.filter((id) => !known.has(id))).toEqual([]);
  });

  it('join one at a time too: an archetype needs the core bank and no other archetype', () => {
    const [core, ...archetypes] = banks();

    for (const archetype of archetypes) sound(joinBanks(core ? [core, archetype] : [], factSignatures));
    expect(archetypes.map(({ id, archetype }) => [id, archetype])).toEqual(
      archetypes.map(({ id }) => [id, id]),
    );
  });

  it('keep every file within 600 lines', () => {
    const long = sources.flatMap(({ files }) => files).filter(({ text }) => text.split('\n').length > 601);

    expect(long.map((file) => file.path)).toEqual([]);
  });
});
