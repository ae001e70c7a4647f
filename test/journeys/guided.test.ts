import { describe, expect, it } from 'vitest';
import { sentencesFor } from '../../src/cli/sentences.js';
import { createDisk, createSaver } from '../../src/store/index.js';
import { shippedBank } from '../analysis/shipped-bank.js';
import { aForm, press, type Played } from '../form/a-form.js';
import { aSession } from '../helpers/a-session.js';
import { aTempDir } from '../helpers/temp-dir.js';
import { RATE_LIMITER } from './rate-limiter.keys.js';
import type { Step } from './transcript.js';

const bank = shippedBank();

/** What one step of a transcript types, as names of keys, texts and pastes. */
function keysOf({ go, paste, keys }: Step): readonly string[] {
  const typed = keys.split(/(\{[a-z0-9-]+\})/).filter((piece) => piece !== '');
  return [
    ...(go === undefined ? [] : ['ctrl-o', `type:${go}`, 'enter']),
    ...(paste === undefined ? [] : [`paste:${paste}`]),
    ...typed.map((piece) => /^\{(.+)\}$/.exec(piece)?.[1] ?? `type:${piece}`),
  ];
}

/** Reads what a guide says, if one lies over the screen, and goes on. */
function read(played: Played, guides: string[]): void {
  const { overlay } = played.view();
  if (overlay.type !== 'guide') return;
  guides.push(...overlay.parts.map(({ title }) => title));
  press(played, 'enter');
}

/** Plays the transcript on a form over a real file; gives the file, and the titles of every guide on the way. */
function answered(guided: boolean): { readonly text: string; readonly guides: readonly string[] } {
  const dir = aTempDir();
  const places = { own: { path: dir.join('answers.yaml') }, context: { path: dir.join('context.yaml') } };
  const save = createSaver({ disk: createDisk(), bank, ...places });
  const session = aSession(bank).named('').depth('deep').build();
  const played = aForm(session, { guided, sentencesFor, scene: { save } });
  const guides: string[] = [];
  for (const key of RATE_LIMITER.flatMap(keysOf)) {
    read(played, guides);
    press(played, key);
  }
  return { text: dir.read('answers.yaml'), guides };
}

describe('guided mode', () => {
  it('gives the same answers file as the usual mode for the whole rate limiter, byte for byte', () => {
    const usual = answered(false);
    const guided = answered(true);

    expect(guided.text).toBe(usual.text);
    expect(usual.text.split('\n').length).toBeGreaterThan(200);
    expect(usual.guides).toEqual([]);
    const changed = guided.guides.filter((title) => title === 'What your answer changed');
    expect(changed.length).toBeGreaterThan(RATE_LIMITER.length / 2);
    expect(guided.guides).toContain('Failure and recovery: lost data, or no way back');
  });
});
