import { aWorld, type AWorld } from '../helpers/a-world.js';

const head = (version: number): string => `format: 1
bank: acme
title: Rules of Acme
version: ${String(version)}
section: { id: acme, code: ACM, title: Rules of Acme, order: 900, intro: What Acme wants to know. }
questions:
`;

const question = (id: string): string => `  - id: acme.${id}
    kind: text
    depth: quick
    scope: spec
    required: false
    prompt: What about ${id}?
    why: Somebody has to know.
    says:
      - number: ${String(NUMBERS.indexOf(id) + 1)}
        ears: ubiquitous
        shall: respect {value}
        verify: inspection
`;

const NUMBERS: readonly string[] = ['check', 'review', 'old', 'other'];

const NEWER = `${head(2)}${question('review')}${question('other')}migrations:
  - from: 1
    rename: { acme.check: acme.review }
    drop: { acme.old: nobody asks for it any more }
`;

/** A project with a spec called todo that was rendered with the first version of a bank, of which the second has come. */
export async function anUpgradableProject(): Promise<AWorld> {
  const world = aWorld();
  world.dir.write('.spec-interview/config.yaml', 'format: 1\nbanks:\n  - ./banks/acme\n');
  world.dir.write('banks/acme/bank.yaml', `${head(1)}${question('check')}${question('old')}`);
  const sets = ['acme.check=the yearly review', 'acme.old=the old rule', 'arc.tier=T3'];
  await world.run('new', 'Todo', '--yes', ...sets.flatMap((set) => ['--set', set]));
  world.dir.write('banks/acme/bank.yaml', NEWER);
  return world;
}
