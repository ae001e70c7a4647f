import { describe, expect, it } from 'vitest';
import { aForm, press } from './a-form.js';

describe('the question about leaving', () => {
  it.each(['ctrl-z', 'ctrl-_'])('I3: is taken back by %s, which undoes no answer behind it', (key) => {
    const played = aForm();
    press(played, 'type:Limit callers', 'enter');
    const next = played.ask().prompt;
    press(played, 'ctrl-c', key);
    expect(played.view().overlay.type).toBe('none');
    expect(played.view().notice).not.toContain('Undone');
    expect(played.ask().prompt).toBe(next);
    press(played, key);
    expect(played.view().notice).toContain('Undone');
    expect(played.ask().prompt).not.toBe(next);
  });
});
