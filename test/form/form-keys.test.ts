import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BINDINGS, commandFor, footerFor, helpFor, type Where } from '../../src/form/bindings.js';
import { COMMANDS } from '../../src/form/commands.js';
import { keyNamed, pasted, type Key, type KeyName } from '../../src/form/keys.js';
import { answerOf } from '../../src/interview/index.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';
import { aForm, fieldText, press, smallBank, type Played } from './a-form.js';

const PLACES: readonly Where[] = [
  'ask',
  'depth',
  'review',
  'finished',
  'help',
  'outline',
  'pane',
  'why',
  'leave',
  'dialog',
  'welcome',
];
const CHOOSING = new Set(['field', 'up', 'down', 'page-up', 'page-down', 'first', 'last', 'choose', 'waive']);

describe('I18: the key table', () => {
  it.each(PLACES)('says what every key does at “%s”, and none twice', (where) => {
    const here = BINDINGS.filter(({ at }) => at.includes(where));
    const keys = here.flatMap((binding) => [...binding.keys, ...(binding.typed ?? [])]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(helpFor(where).flatMap((group) => group.keys)).toHaveLength(here.length);
    expect(footerFor(where).length).toBeGreaterThan(0);
  });

  it('has a deed for every command', () => {
    for (const { command } of BINDINGS) {
      if (!CHOOSING.has(command)) expect(COMMANDS[command], command).toBeDefined();
    }
  });

  it('is what the dispatcher reads', () => {
    for (const { at, keys, command, phase } of BINDINGS) {
      for (const where of at)
        for (const name of keys) expect(commandFor(where, keyNamed(name), phase)).toBe(command);
    }
  });

  it('uses no function key but F1: terminals cannot tell the others apart', () => {
    const names = BINDINGS.flatMap(({ keys }) => keys);
    expect(names.filter((name) => /^(?:.*-)?f\d+$/.test(name))).toEqual(['f1', 'f1']);
  });

  it.each<[string, (played: Played) => void, string]>([
    ['Ctrl+O', (played) => press(played, 'ctrl-o'), 'outline'],
    ['Ctrl+P', (played) => press(played, 'ctrl-p'), 'pane'],
    ['Alt+W', (played) => press(played, 'alt-w'), 'why'],
    ['Ctrl+T', (played) => press(played, 'ctrl-t'), 'dialog'],
    ['Alt+R', (played) => press(played, 'alt-r'), 'dialog'],
    ['F1', (played) => press(played, 'f1'), 'help'],
  ])('opens with %s, and Esc leads back to the question and its text', (_, open, overlay) => {
    const played = aForm();
    press(played, 'type:Limit');
    open(played);
    expect(played.view().overlay.type).toBe(overlay);
    press(played, 'escape');
    expect(played.view().overlay.type).toBe('none');
    expect(fieldText(played.ask())).toBe('Limit');
  });

  it('scrolls help and stays inside it', () => {
    const played = aForm();
    press(played, 'f1', 'up', 'page-down', 'end', 'down');
    const { overlay } = played.view();
    expect(overlay.type === 'help' && overlay.from > 0).toBe(true);
    press(played, 'home');
    expect(played.view().overlay).toMatchObject({ type: 'help', from: 0 });
  });

  it('says so when a key has nothing to do here', () => {
    const played = aForm();
    for (const key of ['alt-h', 'alt-i', 'ctrl-g', 'alt-x', 'ctrl-z', 'ctrl-s']) {
      press(played, key);
      expect(`${played.view().notice}${played.ask().error}`, key).not.toBe('');
      expect(played.ask().step).toBe('ctx.purpose');
    }
  });
});

const names: readonly KeyName[] = [...new Set(BINDINGS.flatMap(({ keys }) => keys))];
const editing: readonly KeyName[] = [
  'left',
  'right',
  'backspace',
  'delete',
  'ctrl-u',
  'ctrl-w',
  'ctrl-k',
  'newline',
  'alt-b',
  'alt-up',
  'ctrl-a',
];
const anyKey: fc.Arbitrary<Key> = fc.oneof(
  fc.constantFrom(...names, ...editing).map(keyNamed),
  fc
    .constantFrom(
      '1',
      '2',
      '3',
      'a',
      'n',
      'y',
      'x',
      'd',
      '|',
      '?',
      ' ',
      'w',
      '5 min',
      '900/s',
      'Limit',
      '👩‍👩‍👧',
      '中',
    )
    .map((text): Key => ({ type: 'text', text })),
  fc.string({ maxLength: 6 }).map((text): Key => ({ type: 'text', text })),
  fc.constantFrom('one\ntwo', 'a\tb\nc\td', '| name |\n| --- |\n| Redis |').map(pasted),
);

const tables = aBank()
  .question(
    { id: 'arc.tier', kind: 'choice', options: [{ id: 'T1', label: 'One' }] },
    {
      id: 'dep.parts',
      kind: 'table',
      key: 'name',
      columns: [
        { id: 'name', kind: 'text', required: true, ask: 'row' },
        { id: 'p99', kind: 'quantity', dimension: 'duration', ask: 'later' },
      ],
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
    { id: 'dep.steps', kind: 'list' },
    {
      id: 'dep.kinds',
      kind: 'many',
      options: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
    },
    { id: 'dep.sure', kind: 'confirm' },
  )
  .joined();

describe('any keys', () => {
  it('never throw, keep the size of the screen, and record nothing on a question that was not asked', () => {
    fc.assert(
      fc.property(fc.constantFrom(smallBank(), tables), fc.array(anyKey, { maxLength: 60 }), (bank, keys) => {
        const played = aForm(aSession(bank).build(), { depthChosen: false });
        for (const key of keys) {
          const before = played.session();
          const { step } = played.runner.scene();
          played.form.press(key);
          expect(played.view()).toMatchObject({ columns: 80, rows: 24 });
          const changed = bank.questions.filter(
            ({ id }) => answerOf(before, id) !== answerOf(played.session(), id),
          );
          // Typed text may hold no Enter, so one key records at most one answer: that of the step it met.
          const asked = step.type === 'ask' ? step.item.question.id : undefined;
          const travelled =
            key.type === 'key' && /^(?:ctrl-z|ctrl-_|ctrl-y|alt-z|ctrl-shift-z)$/.test(key.name);
          if (!travelled && key.type === 'key') for (const { id } of changed) expect(id).toBe(asked);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('mean the same in one read and in many', () => {
    fc.assert(
      fc.property(fc.array(anyKey, { maxLength: 25 }), (keys) => {
        const burst = aForm(aSession(tables).build());
        const apart = aForm(aSession(tables).build());
        for (const key of keys) {
          burst.form.press(key);
          const singles: readonly Key[] =
            key.type === 'text'
              ? [...new Intl.Segmenter().segment(key.text)].map(({ segment }) => ({
                  type: 'text',
                  text: segment,
                }))
              : [key];
          for (const single of singles) apart.form.press(single);
        }
        expect([...burst.session().saved.answers]).toEqual([...apart.session().saved.answers]);
        expect(burst.view().screen).toEqual(apart.view().screen);
      }),
      { numRuns: 100 },
    );
  });

  it('come back as they were typed after a restart', () => {
    fc.assert(
      fc.property(fc.array(anyKey, { maxLength: 25 }), (keys) => {
        const first = aForm(aSession(tables).build());
        for (const key of keys) first.form.press(key);
        first.form.flush();
        const file: unknown = JSON.parse(JSON.stringify(first.files.at(-1)));
        const second = aForm({ ...first.session(), skipped: new Set() }, { draft: file });
        const { screen } = first.view();
        if (
          screen.type !== 'ask' ||
          second.view().screen.type !== 'ask' ||
          screen.ask.step !== second.ask().step
        )
          return;
        expect(fieldText(second.ask())).toBe(fieldText(screen.ask));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a bank of a thousand questions', () => {
  const many = (count: number) =>
    aBank()
      .question(
        ...Array.from({ length: count }, (_, index) => ({
          id: `s${String(index % 20)}.q${String(index)}`,
          label: `Question ${String(index)}`,
        })),
      )
      .joined();

  it('shows only the lines of the outline that fit, whatever the filter', () => {
    const played = aForm(aSession(many(1000)).build());
    press(played, 'ctrl-o');
    for (const key of ['end', 'page-up', 'up', 'home', '9', '9', 'down', 'backspace']) {
      press(played, key);
      const { overlay } = played.view();
      if (overlay.type !== 'outline') throw new Error('The outline is closed.');
      expect(overlay.lines.length).toBeLessThanOrEqual(16);
      expect(overlay.lines.filter(({ focused }) => focused)).toHaveLength(1);
      expect(overlay.lines.find(({ focused }) => focused)?.heading).toBe(false);
    }
  });

  it('reads no question of the plan for a typed character', () => {
    let read = 0;
    const bank = many(300);
    const session = aSession(bank).build();
    const played = aForm(session);
    press(played, 'type:a');
    played.view();
    const { plan } = played.runner.scene().situation;
    for (const item of plan.slice(1)) {
      Object.defineProperty(item, 'state', { get: () => ((read += 1), 'open') });
    }
    press(played, 'type:b');
    expect(fieldText(played.ask())).toBe('ab');
    expect(read).toBe(0);
  });
});
