import { problemText } from '../kernel/index.js';
import type { Choice, Foreign } from '../runner/index.js';
import type { Ending, Held } from './held.js';
import type { MenuLine, Talk } from './talk.js';

type Way = Choice['way'];

const WAYS: readonly (MenuLine & { readonly id: Way })[] = [
  { id: 'merge', label: 'join both', detail: 'answer by answer' },
  { id: 'mine', label: 'keep mine', detail: 'the other file is kept as a copy' },
  { id: 'reload', label: 'reload', detail: 'what was said here is kept as a copy' },
];

const SIDES: readonly MenuLine[] = [
  { id: 'mine', label: 'mine' },
  { id: 'theirs', label: 'theirs' },
];

/** Asks what counts when somebody else changed a file that was to be written, until it is settled or the person leaves. */
export async function settleForeign(held: Held): Promise<Ending | 'go-on'> {
  const { runner, talk } = held;
  for (;;) {
    const { foreign } = runner.scene();
    if (foreign === undefined) return 'go-on';
    const choice = await chosen(talk, foreign);
    if (typeof choice === 'string') return choice;
    const settled = runner.settle(choice);
    talk.say(settled.ok ? settled.value : problemText(settled.error));
    if (settled.ok && choice.way !== 'reload') forget(held, foreign.at);
  }
}

/** What was said is recorded now; after a reload rows, items and remarks wait for their question. */
function forget({ rows, items, unsaved, remarks, here }: Held, at: string | undefined): void {
  if (at === undefined) return;
  for (const waiting of [rows, items, unsaved, remarks, here]) waiting.delete(at);
}

async function chosen(talk: Talk, { file, readable, says, clashes }: Foreign): Promise<Choice | Ending> {
  talk.say(
    '',
    `Somebody else changed ${file}. Nothing was saved over it yet, and nothing is lost either way.`,
    ...says,
  );
  const way = await picked(
    talk,
    'What counts',
    WAYS.filter(({ id }) => readable || id === 'mine'),
  );
  if (way.type !== 'line') return way.type;
  const theirs = new Set<string>();
  for (const { key, label, mine, theirs: other } of way.id === 'merge' ? clashes : []) {
    talk.say('', `Both changed ${label}.`, `mine: ${mine}`, `theirs: ${other}`);
    const side = await picked(talk, label, SIDES);
    if (side.type !== 'line') return side.type;
    if (side.id === 'theirs') theirs.add(key);
  }
  return { way: WAYS.find(({ id }) => id === way.id)?.id ?? 'mine', theirs };
}

type Picked = { readonly type: 'line'; readonly id: string } | { readonly type: Exclude<Ending, 'finished'> };

async function picked(talk: Talk, label: string, lines: readonly MenuLine[]): Promise<Picked> {
  for (;;) {
    const typed = await talk.pick(label, { many: false, lines });
    if (typed.type !== 'line') return typed;
    const word = typed.text.trim().toLowerCase();
    const line = lines.find(({ id, label: name }, at) => [id, name, String(at + 1)].includes(word));
    if (line !== undefined) return { type: 'line', id: line.id };
    talk.say(`Write a number from 1 to ${String(lines.length)}.`);
  }
}
