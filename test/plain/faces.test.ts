import { describe, expect, it } from 'vitest';
import { createDisk, createSaver } from '../../src/store/index.js';
import type { Session } from '../../src/interview/index.js';
import { aForm, press } from '../form/a-form.js';
import { aSession } from '../helpers/a-session.js';
import { aTempDir } from '../helpers/temp-dir.js';
import { limiterBank } from '../interview/bank.js';
import { talked } from './talking.js';

/** The same intents as keys of the full screen and as lines. */
type Journey = { readonly name: string; readonly keys: readonly string[]; readonly lines: readonly string[] };

const ROWS_BY_KEYS = ['a', 'type:Redis', 'enter', 'a', 'type:Mail provider', 'enter', 'down', 'enter'];

const JOURNEYS: readonly Journey[] = [
  {
    name: 'text, a choice and a quantity',
    keys: ['type:Limit requests', 'enter', '2', 'enter', 'type:redis', 'enter', 'type:5 min', 'enter'],
    lines: ['Limit requests', '2', 'redis', '5 min'],
  },
  {
    name: 'going back and answering anew',
    keys: ['type:Limit', 'enter', 'shift-tab', 'ctrl-u', 'type:Limit all', 'enter'],
    lines: ['Limit', 'back', 'Limit all'],
  },
  {
    name: 'unknown, not applicable, deferred and skipped',
    keys: [
      ...['ctrl-t', '2', 'type:@dba by 15 Dec', 'enter', 'ctrl-t', '3', 'type:no state', 'enter'],
      ...['ctrl-t', '4', 'type:refuse', 'enter', 'ctrl-n'],
    ],
    lines: ['unknown @dba by 15 Dec', 'n/a no state', 'defer refuse', 'skip'],
  },
  {
    name: 'undo and redo',
    keys: ['type:Limit', 'enter', '1', 'enter', 'ctrl-z', '2', 'enter', 'ctrl-z', 'ctrl-y'],
    lines: ['Limit', '1', 'undo', '2', 'undo', 'redo'],
  },
  {
    name: 'an ambiguous number that is settled',
    keys: ['type:Limit', 'enter', '1', 'enter', 'type:5', 'enter', '3', 'enter'],
    lines: ['Limit', '1', '5', '3'],
  },
  {
    name: 'a table by rows',
    keys: ['type:Limit', 'enter', '1', 'enter', 'type:5 s', 'enter', ...ROWS_BY_KEYS],
    lines: ['Limit', '1', '5 s', 'Redis', 'Mail provider', ''],
  },
];

const fresh = (): Session => aSession(limiterBank()).depth('quick').build();

/** A saver over a real file, and what is in that file. */
function aFile() {
  const dir = aTempDir();
  const own = { path: dir.join('answers.yaml') };
  const context = { path: dir.join('context.yaml') };
  const save = createSaver({ disk: createDisk(), bank: limiterBank(), own, context });
  return { save, text: () => dir.read('answers.yaml') };
}

describe('the two faces of an interview', () => {
  it.each(JOURNEYS)('I20: leave the same file after $name', async ({ keys, lines }) => {
    const screen = aFile();
    const played = aForm(fresh(), { scene: { save: screen.save } });
    press(played, ...keys);
    const plain = aFile();
    await talked(fresh(), [...lines, 'quit'], { save: plain.save });
    expect(plain.text()).toBe(screen.text());
    expect(plain.text()).toContain('ctx.purpose:');
  });
});
