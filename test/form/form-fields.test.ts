import { describe, expect, it } from 'vitest';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';
import { aForm, press } from './a-form.js';

describe('the footer', () => {
  const parts = aBank()
    .question({
      id: 'dep.parts',
      kind: 'table',
      key: 'name',
      columns: [{ id: 'name', kind: 'text', required: true, ask: 'row' }],
    })
    .joined();

  it('says what Enter does where it does not record the answer', () => {
    const played = aForm(aSession(parts).build());
    const first = () => played.view().footer[0];
    expect(first()).toEqual({ keys: 'Enter', does: 'open' });
    press(played, 'a');
    expect(first()).toEqual({ keys: 'Tab', does: 'next field' });
    press(played, 'escape', '|');
    expect(first()).toEqual({ keys: 'Enter', does: 'add row' });
  });

  it('says what leads on everywhere else', () => {
    const played = aForm();
    expect(played.view().footer[0]).toEqual({ keys: 'Enter', does: 'next' });
    press(played, 'ctrl-r');
    expect(played.view().footer[0]).toEqual({ keys: 'Enter', does: 'go' });
    press(played, 'end', 'enter');
    expect(played.view().footer[0]).toEqual({ keys: 'Enter', does: 'write and leave' });
  });

  it('finds words by their beginning before it finds them inside others', () => {
    const played = aForm(
      aSession(
        aBank()
          .question({ id: 'ctx.purpose', label: 'Purpose' }, { id: 'rec.loss', label: 'Data loss (RPO)' })
          .joined(),
      ).build(),
    );
    press(played, 'ctrl-o', 'type:rpo', 'enter');
    expect(played.ask().step).toBe('rec.loss');
  });
});

describe('I13: a reference to a row that does not exist yet', () => {
  it('leads to its table, keeps the half-typed row, and comes back', () => {
    const bank = aBank()
      .question(
        {
          id: 'dep.parts',
          kind: 'table',
          key: 'name',
          columns: [{ id: 'name', kind: 'text', required: true, ask: 'row' }],
        },
        {
          id: 'dep.calls',
          kind: 'table',
          key: 'name',
          columns: [
            { id: 'name', kind: 'text', required: true, ask: 'row' },
            { id: 'part', kind: 'choice', of: 'dep.parts', ask: 'row' },
          ],
        },
      )
      .joined();
    const played = aForm(aSession(bank).build());
    press(played, 'ctrl-n', 'a', 'type:get', 'tab', 'space', 'end', 'enter');
    expect(played.ask().step).toBe('dep.parts');
    expect(played.view().notice).toContain('brings you back');
    press(played, 'a', 'type:Redis', 'enter', 'escape', 'end', 'enter');
    expect(played.value('dep.parts')).toEqual([{ id: 'redis', cells: { name: 'Redis' } }]);
    expect(played.ask().step).toBe('dep.calls');
    expect(JSON.stringify(played.ask().field)).toContain('get');
  });
});
