import type { Pty } from '../helpers/pty.js';
import { createEffort, whatIsKnown, type Asked, type Effort, type Known } from './newcomer-knows.js';
import { spaced } from './play.js';
import { still } from './still.js';

/** What the names of keys mean on a keyboard; which of them do something here, only the screen can say. */
const KEYBOARD: Readonly<Record<string, string>> = {
  Enter: '\r',
  Tab: '\t',
  'Up/Down': '\u001b[B',
  End: '\u001b[F',
  'Ctrl+S': '\u0013',
  'Ctrl+T': '\u0014',
  a: 'a',
};

type Hint = { readonly keys: string; readonly does: string };

/** The keys the bottom line of a screen names, with what it says they do. */
function hintsOn(shown: string): readonly Hint[] {
  const footer = shown.split('\n').findLast((line) => line.trim() !== '') ?? '';
  return footer.split(' · ').flatMap((part) => {
    const [, keys, does] = /^\s*(\S+) (.+?)\s*$/.exec(part) ?? [];
    return keys === undefined || does === undefined ? [] : [{ keys, does }];
  });
}

/** A person before a terminal; `pressedAt` is the screen as it was when they pressed a key last. */
type At = { readonly pty: Pty; readonly effort: Effort; pressedAt: string };

/** Presses the key that the screen names for what is wanted; without such a hint nobody would know. */
async function press(at: At, wanted: string): Promise<void> {
  const { pty, effort } = at;
  const bytesOn = (shown: string) => KEYBOARD[hintsOn(shown).find(({ does }) => does === wanted)?.keys ?? ''];
  await pty.until((text) => bytesOn(text) !== undefined, `No key is named for “${wanted}”.`);
  const shown = await still(pty);
  effort.types(1);
  at.pressedAt = shown;
  pty.sends(bytesOn(shown) ?? '');
}

/** Types text where the screen has a field. */
async function type({ pty, effort }: At, text: string): Promise<void> {
  if (text === '') return;
  effort.types(text.length);
  pty.sends(text);
  const end = text.split(' ').slice(-2).join(' ');
  await pty.until((shown) => spaced(end).test(shown), `“${text}” was not taken.`);
}

/** Presses the digit that stands before an option, unless it is picked already. */
async function pick({ pty, effort }: At, label: string): Promise<void> {
  const escaped = label.replace(/[()?]/g, String.raw`\$&`);
  const picked = new RegExp(String.raw`\d (?:\[✓\]|●) ${escaped}`);
  const option = new RegExp(String.raw`(\d) (?:\[.\]|[○●]) ${escaped}`);
  const shown = await pty.until((text) => option.test(text), `No digit stands before “${label}”.`);
  if (picked.test(shown)) return;
  effort.types(1);
  pty.sends(option.exec(shown)?.[1] ?? '');
  await pty.until((text) => picked.test(text), `“${label}” was not picked.`);
}

const isDone = /› ✓ done/;

async function addRows(at: At, rows: readonly (readonly string[])[]): Promise<void> {
  for (const row of rows) {
    await press(at, 'add');
    await at.pty.sees('New row');
    for (const [index, cell] of row.entries()) {
      await type(at, cell);
      if (index < row.length - 1) await moved(at, 'next field');
    }
    await press(at, 'store');
    await at.pty.sees('+ add a row');
  }
  while (!isDone.test(at.pty.text())) await moved(at, 'move');
  await press(at, 'open');
}

/** Presses a key that only moves, and waits until it has. */
async function moved(at: At, wanted: string): Promise<void> {
  const before = at.pty.text();
  await press(at, wanted);
  await at.pty.until((shown) => shown !== before, `Nothing moved for “${wanted}”.`);
}

async function answer(at: At, known: Known): Promise<void> {
  if ('rows' in known) return addRows(at, known.rows);
  if ('text' in known) await type(at, known.text);
  else for (const label of known.picks) await pick(at, label);
  await press(at, 'next');
}

async function skip(at: At): Promise<void> {
  await press(at, 'other answers');
  await at.pty.sees('Another kind of answer');
  await pick(at, 'Skip for now');
  await press(at, 'go on');
}

/** What a screen is, by what it says. */
type Place = 'welcome' | 'depth' | 'review' | 'done' | 'guide' | 'question';

function placeOf(shown: string): Place | undefined {
  const hints = new Set(hintsOn(shown).map(({ does }) => does));
  if (hints.has('begin')) return 'welcome';
  if (hints.has('write and leave')) return 'done';
  if (hints.has('to finish')) return 'review';
  if (shown.includes('How deep')) return 'depth';
  if (hints.has('go on') && !shown.includes('Another kind of answer')) return 'guide';
  return hints.has('other answers') ? 'question' : undefined;
}

/** What is asked, without what may change below it. */
const headOf = (shown: string): string => shown.split('\n').slice(2, 6).join('\n');

const FINISH = /› ✓ finish/;

async function act(at: At, place: Place, asked: Asked | undefined): Promise<void> {
  switch (place) {
    case 'welcome':
      await type(at, 'To-do API');
      await press(at, 'begin');
      break;
    case 'depth':
      await pick(at, 'Quick');
      await press(at, 'go');
      break;
    case 'review':
      await press(at, 'to finish');
      await at.pty.sees(FINISH);
      await press(at, 'go');
      break;
    case 'done':
      await press(at, 'write and leave');
      break;
    case 'guide':
      await press(at, 'go on');
      break;
    case 'question':
      await (asked === undefined ? skip(at) : answer(at, asked.known));
  }
}

const MOST_SCREENS = 120;

/** Interviews a newcomer on the full screen, who presses only what the screen names, until the program is over. */
export async function newcomerOnScreen(pty: Pty): Promise<ReturnType<Effort['total']>> {
  const at: At = { pty, effort: createEffort(), pressedAt: '' };
  const known = whatIsKnown();
  for (let screen = 0; screen < MOST_SCREENS; screen += 1) {
    await pty.until((text) => placeOf(text) !== undefined, 'Nothing here says what it is.');
    const shown = await still(pty);
    at.effort.reads(shown);
    const place = placeOf(shown) ?? 'question';
    const asked = known.find(({ prompt }) => spaced(prompt).test(shown));
    await act(at, place, asked);
    if (place === 'done') break;
    const isNew = (text: string) => placeOf(text) !== undefined && headOf(text) !== headOf(at.pressedAt);
    await pty.until(isNew, 'The screen stays as it was.');
  }
  return at.effort.total();
}
