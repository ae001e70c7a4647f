import { describe, expect, it } from 'vitest';
import type { ValueShape } from '../../src/bank/index.js';
import {
  clearDraft,
  createDraft,
  draftText,
  fieldView,
  holdsText,
  isDirty,
  pasteInto,
  pressDraft,
  readDraft,
  replaceDraftText,
  type Draft,
  type DraftContext,
} from '../../src/form/draft.js';
import { aContext, enter, play, press, refs, result } from './press.js';

const context = aContext();
const room = { width: 60, rows: 12 };

const tiers: ValueShape = {
  kind: 'choice',
  options: [
    { id: 'gold', label: 'Gold', trade_off: 'costs more' },
    { id: 'silver', label: 'Silver' },
    { id: 'bronze', label: 'Bronze' },
  ],
};
const many: ValueShape = { ...tiers, kind: 'many' };
const confirm: ValueShape = { kind: 'confirm' };
const duration: ValueShape = { kind: 'quantity', dimension: 'duration' };
const list: ValueShape = { kind: 'list' };
const text: ValueShape = { kind: 'text' };
const prose: ValueShape = { kind: 'prose' };

const made = (shape: ValueShape, value?: string | boolean | readonly string[]): Draft =>
  createDraft(shape, { value, context });

const pickOf = (draft: Draft, within: DraftContext = context) => {
  const view = fieldView(draft, room, within);
  if (view.type !== 'pick') throw new Error('not a pick');
  return view;
};

const picked = (draft: Draft): readonly string[] =>
  pickOf(draft)
    .lines.filter((line) => line.picked)
    .map(({ id }) => id);

describe('a choice', () => {
  it('starts with nothing picked, and Enter on nothing is refused', () => {
    const draft = made(tiers);
    expect(picked(draft)).toEqual([]);
    expect(result(press(draft, 'enter'))).toEqual({ refused: 'Nothing is picked yet.' });
    expect(readDraft(draft, context)).toEqual({ type: 'empty' });
  });

  it('takes the third option after Down Down Enter', () => {
    expect(result(press(made(tiers), 'down down enter'))).toBe('bronze');
  });

  it('takes an option by its digit, by its first letters, and by Space where the focus stands', () => {
    expect(result(press(made(tiers), '2 enter'))).toBe('silver');
    expect(result(press(made(tiers), 'br enter'))).toBe('bronze');
    expect(result(press(made(tiers), 'space enter'))).toBe('gold');
  });

  it('submits what is seen when the focus left the option that was picked before', () => {
    expect(result(press(made(tiers, 'gold'), 'down enter'))).toBe('silver');
    expect(result(press(made(tiers, 'gold'), 'enter'))).toBe('gold');
  });

  it('starts with the default of the bank', () => {
    const draft = createDraft({ ...tiers, default: 'silver' }, { context });
    expect(picked(draft)).toEqual(['silver']);
    expect(isDirty(draft)).toBe(false);
  });

  it('picks nothing by letters that begin no option, and says so', () => {
    const typed = press(made(tiers), 'gold water'.replace(' ', ''));
    expect(picked(typed.draft)).toEqual([]);
    expect(result(press(typed.draft, 'enter'))).toEqual({ refused: 'No option is picked by “goldwater”.' });
    expect(press(typed.draft, 'escape').ignored).toEqual([]);
  });

  it('leaves a question mark, and Esc without letters, to the screen', () => {
    expect(press(made(tiers), '?').ignored).toHaveLength(1);
    expect(press(made(tiers), 'escape').ignored).toHaveLength(1);
  });

  it('takes picks back and makes them again', () => {
    const two = press(made(tiers), '1 3').draft;
    const back = press(two, 'ctrl-z').draft;
    expect(picked(back)).toEqual(['gold']);
    expect(picked(press(back, 'ctrl-y').draft)).toEqual(['bronze']);
    expect(press(made(tiers), 'ctrl-z').ignored).toHaveLength(1);
  });

  it('narrows more than nine options while letters are typed', () => {
    const options = Array.from({ length: 40 }, (_, n) => ({
      id: `o${String(n)}`,
      label: `Option ${String(n)}`,
    }));
    const draft = made({ kind: 'choice', options });
    const typed = press(draft, 'Option space 3').draft;
    expect(pickOf(typed).filter).toBe('Option 3');
    expect(pickOf(typed).lines.map(({ label }) => label)).toContain('Option 35');
    expect(result(press(typed, '7 enter'))).toBe('o37');
    expect(pickOf(press(typed, 'escape').draft).below).toBeGreaterThan(0);
  });

  it('scrolls a thousand options inside its rows', () => {
    const names = Array.from({ length: 1000 }, (_, n) => `Row${String(n)}`);
    const within = aContext({ rows: () => refs(...names) });
    const end = press(made({ kind: 'choice', of: 'dep.dependencies' }), 'end up', within).draft;
    const view = fieldView(end, { width: 60, rows: 7 }, within);
    if (view.type !== 'pick') throw new Error('not a pick');
    expect(view.lines).toHaveLength(7);
    expect(view.above + view.lines.length + view.below).toBe(1001);
    expect(view.lines.find((line) => line.focused)?.id).toBe('row999');
  });

  it('offers the rows of a table, and to add one', () => {
    const within = aContext({ rows: () => refs('Redis', 'Stripe') });
    const draft = made({ kind: 'choice', of: 'dep.dependencies' });
    expect(result(press(draft, 'st enter', within))).toBe('stripe');
    expect(press(draft, 'end enter', within).outcomes).toEqual([
      { type: 'add-referenced', table: 'dep.dependencies' },
    ]);
    expect(press(draft, '+', within).outcomes).toHaveLength(1);
  });

  it('refuses a row that is no longer there', () => {
    const draft = made({ kind: 'choice', of: 'dep.dependencies' }, 'redis');
    const within = aContext({ rows: () => refs('Stripe') });
    expect(readDraft(draft, within)).toMatchObject({ type: 'refused' });
    expect(pickOf(draft, within).lines.map(({ id, detail }) => [id, detail])).toContainEqual([
      'redis',
      'no longer there',
    ]);
  });
});

describe('a pick of many', () => {
  it('turns options on and off by Space and digits, in the order of the bank', () => {
    expect(result(press(made(many), '3 1 enter'))).toEqual(['gold', 'bronze']);
    expect(result(press(made(many), 'down space up space space enter'))).toEqual(['silver']);
  });

  it('says none only when asked to', () => {
    expect(result(press(made(many), 'enter'))).toEqual({ refused: 'Nothing is picked yet.' });
    expect(result(press(made(many), '0 enter'))).toEqual([]);
    expect(picked(press(made(many), '0 2').draft)).toEqual(['silver']);
    expect(result(press(made(many), '2 0 enter'))).toEqual([]);
  });

  it('says how many are missing', () => {
    const draft = made({ ...tiers, kind: 'many', min_items: 2 });
    expect(result(press(draft, '1 enter'))).toMatchObject({
      refused: expect.stringContaining('at least 2') as string,
    });
  });

  it('keeps what is picked while the focus moves', () => {
    expect(picked(press(made(many), '1 down down').draft)).toEqual(['gold']);
  });
});

describe('a yes or no', () => {
  it('takes y, n, digits and arrows; the last letter counts', () => {
    expect(result(press(made(confirm), 'y enter'))).toBe(true);
    expect(result(press(made(confirm), 'n enter'))).toBe(false);
    expect(result(press(made(confirm), 'yn enter'))).toBe(false);
    expect(result(press(made(confirm), '2 enter'))).toBe(false);
    expect(result(press(made(confirm), 'down enter'))).toBe(false);
    expect(result(press(made(confirm), 'enter'))).toEqual({ refused: 'Nothing is picked yet.' });
  });
});

describe('a text', () => {
  it('submits what was typed, trimmed', () => {
    expect(result(enter(made(text), '  hello world '))).toBe('hello world');
    expect(result(press(made(text), 'enter'))).toEqual({ refused: 'Nothing is written yet.' });
  });

  it('says the rule, the value and an example when it does not fit', () => {
    const played = enter(made({ kind: 'text', form: 'date' }), '2026-02-30');
    expect(played.outcomes).toMatchObject([
      { type: 'refused', problem: { message: '“2026-02-30” is not a date.' } },
    ]);
    expect(draftText(played.draft)).toBe('2026-02-30');
  });

  it('clears and brings back', () => {
    const typed = press(made(text), 'hello').draft;
    expect(holdsText(typed)).toBe(true);
    const cleared = clearDraft(typed);
    expect(draftText(cleared)).toBe('');
    expect(holdsText(cleared)).toBe(false);
    expect(draftText(press(cleared, 'ctrl-z').draft)).toBe('hello');
  });

  it('leaves Tab, Esc, Ctrl+C, and undo with nothing to undo, to the screen', () => {
    expect(press(made(text), 'tab shift-tab escape ctrl-c ctrl-z up down').ignored).toHaveLength(7);
  });

  it('is drawn within its width, wide characters and emoji too', () => {
    const draft = press(made(text), '日本語のテキスト👩‍👩‍👧‍👦です'.repeat(3)).draft;
    const view = fieldView(draft, { width: 11, rows: 3 }, context);
    if (view.type !== 'editor') throw new Error('not an editor');
    expect(view.lines.length).toBeLessThanOrEqual(3);
    expect(view.caret.column).toBeLessThan(11);
  });
});

describe('prose', () => {
  it('takes line breaks, and Enter submits', () => {
    const played = press(made(prose), 'one newline two enter');
    expect(result(played)).toBe('one\ntwo');
  });

  it('takes a paste of a megabyte verbatim, as one undo step', () => {
    const megabyte = 'a line of words\n'.repeat(65_536).trimEnd();
    const { draft, outcome } = pasteInto(made(prose), megabyte, context);
    expect(outcome).toBeUndefined();
    expect(draftText(draft)).toBe(megabyte);
    expect(result(press(draft, 'enter'))).toBe(megabyte);
    expect(draftText(press(draft, 'ctrl-z').draft)).toBe('');
  });

  it('takes the text of an outside editor as one change', () => {
    const { draft } = replaceDraftText(press(made(prose), 'before').draft, 'after\nall\n', context);
    expect(draftText(draft)).toBe('after\nall');
    expect(draftText(press(draft, 'ctrl-z').draft)).toBe('before');
  });
});

describe('a quantity', () => {
  it('echoes how it was understood', () => {
    expect(readDraft(press(made(duration), '250ms').draft, context)).toMatchObject({
      type: 'value',
      value: '250 ms',
      echo: expect.stringContaining('understood as') as string,
    });
  });

  it('asks which unit a bare number has, and picks nothing before the person does', () => {
    const asked = enter(made(duration), '250');
    expect(asked.outcomes).toEqual([]);
    const view = fieldView(asked.draft, room, context);
    expect(view.type === 'editor' && view.picks?.length).toBeGreaterThan(1);
    expect(view.type === 'editor' && view.picks?.some((line) => line.picked)).toBe(false);
    expect(result(press(asked.draft, 'enter'))).toEqual({ refused: 'Nothing is picked yet.' });
  });

  it('takes the reading that is picked by digit or arrows, and writes it into the field', () => {
    const asked = enter(made(duration), '250').draft;
    const choices = readDraft(asked, context);
    if (choices.type !== 'ambiguous') throw new Error('not ambiguous');
    expect(result(press(asked, '2 enter'))).toBe(choices.choices[1]?.text);
    const first = press(asked, 'down enter');
    expect(result(first)).toBe(choices.choices[0]?.text);
    expect(draftText(first.draft)).toBe(choices.choices[0]?.text);
  });

  it('goes back to the text on Esc or on typing on', () => {
    const asked = enter(made(duration), '250').draft;
    expect(result(press(asked, 'escape space ms enter'))).toBe('250 ms');
    expect(result(press(asked, 'ms enter'))).toBe('250 ms');
  });

  it('takes a stored spelling as it is', () => {
    const megabytes = made({ kind: 'quantity', dimension: 'size' }, '5 MB');
    expect(result(press(megabytes, 'enter'))).toBe('5 MB');
  });

  it('keeps the text that is refused', () => {
    const played = enter(made(duration), 'soon');
    expect(played.outcomes[0]).toMatchObject({ type: 'refused' });
    expect(draftText(played.draft)).toBe('soon');
  });
});

describe('a list', () => {
  it('takes one item per line; Enter on the empty line submits', () => {
    const played = play(made(list), [
      { type: 'text', text: 'first item' },
      { type: 'key', name: 'enter' },
      { type: 'text', text: 'second' },
      { type: 'key', name: 'enter' },
      { type: 'key', name: 'enter' },
    ]);
    expect(result(played)).toEqual(['first item', 'second']);
  });

  it('is refused while nothing is listed; the word none is an answer', () => {
    expect(result(press(made(list), 'enter'))).toEqual({ refused: 'Nothing is listed yet.' });
    expect(result(press(made(list), 'none enter enter'))).toEqual([]);
    expect(result(press(made(list, []), 'enter'))).toEqual([]);
  });

  it('edits, moves and removes earlier items', () => {
    const three = made(list, ['a', 'b', 'c']);
    expect(result(press(three, 'up up x enter down enter'))).toEqual(['a', 'bx', 'c']);
    expect(result(press(three, 'up alt-up alt-up down down down enter'))).toEqual(['c', 'a', 'b']);
    expect(result(press(three, 'up up backspace delete down enter'))).toEqual(['a', 'c']);
    expect(result(press(three, 'up up backspace enter down enter'))).toEqual(['a', 'c']);
    expect(result(press(three, 'up up backspace down x down enter'))).toEqual(['a', 'cx']);
    expect(press(three, 'down').ignored).toHaveLength(1);
  });

  it('makes items of a paste of many lines, without bullets and numbers', () => {
    const { draft } = pasteInto(made(list, ['zero']), '- one\n* two\r\n\n3. three\n- [ ] four\n', context);
    expect(result(press(draft, 'enter'))).toEqual(['zero', 'one', 'two', 'three', 'four']);
    expect(readDraft(press(draft, 'ctrl-z').draft, context)).toMatchObject({ value: ['zero'] });
  });

  it('keeps a minus that is no bullet', () => {
    const { draft } = pasteInto(made(list), '-1 is an error\n2.5 s at most', context);
    expect(readDraft(draft, context)).toMatchObject({ value: ['-1 is an error', '2.5 s at most'] });
  });

  it('draws the items around the edited one', () => {
    const items = Array.from({ length: 500 }, (_, n) => `item ${String(n)}`);
    const up = press(made(list, items), 'up up').draft;
    const view = fieldView(up, { width: 30, rows: 6 }, context);
    if (view.type !== 'list') throw new Error('not a list');
    expect(view.items.find((item) => item.focused)?.text).toBe('item 498');
    expect(view.items.length).toBeLessThanOrEqual(6);
    expect(view.editor.lines).toEqual(['item 498']);
  });

  it('takes changes to items back one by one', () => {
    const moved = press(made(list, ['a', 'b']), 'up alt-up').draft;
    expect(readDraft(moved, context)).toMatchObject({ value: ['b', 'a'] });
    const back = press(moved, 'ctrl-z').draft;
    expect(readDraft(back, context)).toMatchObject({ value: ['a', 'b'] });
    expect(readDraft(press(back, 'alt-z').draft, context)).toMatchObject({ value: ['b', 'a'] });
  });
});

describe('a burst', () => {
  it('gives the same as single keys', () => {
    const shapes = [tiers, many, confirm, duration, list, text];
    for (const shape of shapes) {
      const burst = pressDraft(made(shape), { type: 'text', text: '21ys' }, context).draft;
      const single = play(
        made(shape),
        ['2', '1', 'y', 's'].map((letter) => ({ type: 'text', text: letter })),
      ).draft;
      expect(readDraft(burst, context)).toEqual(readDraft(single, context));
    }
  });
});
