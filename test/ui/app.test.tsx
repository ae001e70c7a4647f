import { render } from 'ink-testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { App } from '../../src/ui/app.js';
import { unicodeGlyphs } from '../../src/ui/glyphs.js';
import { themes } from '../../src/ui/theme.js';
import { fakeForm } from './fake-form.js';

let unmount: () => void = () => undefined;
afterEach(() => {
  unmount();
});

function started() {
  const form = fakeForm();
  const app = render(<App form={form} looks={{ theme: themes.default, glyphs: unicodeGlyphs }} />);
  ({ unmount } = app);
  const types = async (bytes: string) => {
    await Promise.resolve();
    app.stdin.write(bytes);
    await Promise.resolve();
  };
  return { form, app, types };
}

describe('the app', () => {
  it('hands a burst of keys to the form one by one', async () => {
    const { form, types } = started();
    await types('no app\rno reports\rno');
    expect(form.items()).toEqual(['no app', 'no reports']);
  });

  it('records the same whether keys come in one burst or apart', async () => {
    const keys = ['n', 'o', 'x', '\u007f', '\r', 'y', '\r'];
    const burst = started();
    await burst.types(keys.join(''));
    const apart = started();
    for (const key of keys) await apart.types(key);
    expect(burst.form.items()).toEqual(apart.form.items());
    expect(burst.form.items()).toEqual(['no', 'y']);
  });

  it('hands a paste over as one thing that submits nothing', async () => {
    const { form, types } = started();
    await types('\u001b[200~one\rtwo\u001b[201~');
    expect(form.items()).toEqual([]);
    await types('\r');
    expect(form.items()).toEqual(['one\rtwo']);
  });

  it('draws what the form shows now, and nothing when nothing changed', async () => {
    const { app, form, types } = started();
    await types('hello');
    form.resize(80, 24);
    const frames = app.frames.length;
    form.resize(80, 24);
    await Promise.resolve();
    expect(app.lastFrame()).toContain('› 1. hello');
    expect(app.frames).toHaveLength(frames);
  });
});
