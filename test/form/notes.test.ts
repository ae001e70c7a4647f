import { describe, expect, it } from 'vitest';
import { aForm, press } from './a-form.js';

const played = () => aForm(undefined, { columns: 140, notesFor: ({ id }) => [`a line about ${id}`] });

describe('notes in the form', () => {
  it('stand in the pane beside the question they belong to', () => {
    const form = played();
    expect(form.view().pane.notes).toEqual(['a line about ctx.purpose']);
    press(form, 'type:Limit', 'enter');
    expect(form.view().pane.notes).toEqual(['a line about ctx.kind']);
  });

  it('come first when asked why', () => {
    const form = played();
    press(form, 'alt-w');
    const { overlay } = form.view();
    expect(overlay.type === 'why' ? overlay.parts[0] : undefined).toEqual({
      title: 'From your notes',
      lines: ['a line about ctx.purpose'],
    });
  });

  it('take no room when there are none', () => {
    const form = aForm(undefined, { columns: 140 });
    expect(form.view().pane.notes).toEqual([]);
    press(form, 'alt-w');
    const { overlay } = form.view();
    const titles = overlay.type === 'why' ? overlay.parts.map(({ title }) => title) : [];
    expect(titles).toContain('Why it matters');
    expect(titles).not.toContain('From your notes');
  });
});
