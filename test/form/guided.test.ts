import { describe, expect, it } from 'vitest';
import type { Incident } from '../../src/bank/index.js';
import type { FormView } from '../../src/form/view.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';
import { aForm, press, type Played } from './a-form.js';

const incident = (id: string): Incident => ({
  ...{ id, org: 'Acme', year: 1999, title: 'Nobody asked' },
  ...{ story: 'It broke on Monday.', lesson: 'Ask first.', url: 'https://example.org', basis: 'report' },
});

const opening = {
  failure: 'Building what nobody needed',
  says: 'Scope grows in silence.',
  incident: 'acme-1999',
};

const bank = aBank()
  .section('ctx', { title: 'Purpose', opening })
  .section('trf', { title: 'Traffic', opening: { ...opening, failure: 'Too much load' } })
  .question(
    {
      ...{ id: 'ctx.purpose', kind: 'prose', label: 'Purpose', why: 'It is what the rest is measured by.' },
      ...{ weak: 'A platform.', strong: 'Limits callers to 900 req/s.', terms: ['goal-line'] },
      says: [{ number: 1, ears: 'ubiquitous', shall: 'serve: {value}', verify: 'inspection' }],
    },
    { id: 'ctx.kind', kind: 'choice', label: 'Kind', options: [{ id: 'api', label: 'API' }] },
    { id: 'trf.peak', kind: 'quantity', dimension: 'rate', label: 'Peak rate' },
  )
  .term('goal-line')
  .joined();

const guidedForm = (over: Parameters<typeof aForm>[1] = {}) =>
  aForm(aSession(bank).build(), {
    ...{ guided: true, incident, columns: 80, rows: 24 },
    sentencesFor: (scene, id) =>
      scene.situation.view.value(id) === undefined
        ? []
        : [{ id: 'REQ-CTX-001', text: 'The system SHALL serve.' }],
    ...over,
  });

/** What lies over the screen as a guide, title by title. */
function guideOf({ view }: Pick<Played, 'view'>): Readonly<Record<string, readonly string[]>> {
  const { overlay }: FormView = view();
  if (overlay.type !== 'guide') throw new Error(`Over the screen lies ${overlay.type}, no guide.`);
  return Object.fromEntries(overlay.parts.map(({ title, lines }) => [title, lines]));
}

describe('guided mode', () => {
  it('tells before a section what goes wrong there, with an incident, once', () => {
    const played = guidedForm();
    expect(guideOf(played)).toEqual({
      'Purpose: building what nobody needed': ['Scope grows in silence.'],
      'It happened': ['Acme, 1999: Nobody asked. It broke on Monday.', 'Ask first.'],
    });
    expect(played.view().footer).toEqual([{ keys: 'Enter', does: 'go on' }]);
    press(played, 'enter', 'tab', 'shift-tab');
    expect(played.view().overlay.type).toBe('none');
  });

  it('shows under a question why it matters, a weak and a strong answer, and words that a key explains', () => {
    const played = guidedForm();
    press(played, 'enter');
    expect(played.ask().guide).toEqual([
      { title: 'Why', text: 'It is what the rest is measured by.' },
      { title: 'Weak', text: 'A platform.' },
      { title: 'Strong', text: 'Limits callers to 900 req/s.' },
      { title: 'Words', text: 'goal line (Alt+W explains)' },
    ]);
    press(played, 'alt-w');
    expect(JSON.stringify(played.view().overlay)).toContain('What goal-line means.');
  });

  it('coaches an answer and says which sentence of the spec it became', () => {
    const played = guidedForm();
    press(played, 'enter', 'type:Serve callers', 'enter');
    expect(guideOf(played)).toEqual({
      'Your answer to “Purpose”': [
        'Serve callers',
        'It would carry more with a number; a name: who, or which one.',
        'For comparison: Limits callers to 900 req/s.',
      ],
      'What your answer changed': ['REQ-CTX-001: The system SHALL serve.'],
    });
  });

  it('coaches an answer that nobody knows yet, and stays silent about a question that is skipped', () => {
    const played = guidedForm();
    press(played, 'enter', 'ctrl-t', '2', 'enter');
    expect(guideOf(played)['Your answer to “Purpose”']).toContain(
      'It would carry more with an owner: who finds out.',
    );
    press(played, 'enter', 'ctrl-n');
    expect(Object.keys(guideOf(played))).toEqual(['Traffic: too much load', 'It happened']);
  });

  it('gives what is typed over a guide to the question under it', () => {
    const played = guidedForm();
    press(played, 'type:Serve', 'enter', 'type:1', 'enter');
    expect(played.value('ctx.purpose')).toBe('Serve');
    expect(played.value('ctx.kind')).toBe('api');
  });

  it('is chosen on the first screen with Tab, and Enter begins from either line', () => {
    const welcomed = () => aForm(aSession(bank).named('').build(), { incident });
    const plain = welcomed();
    press(plain, 'type:Limiter', 'enter');
    expect(plain.view().overlay.type).toBe('none');
    expect(plain.ask().guide).toBeUndefined();
    const played = welcomed();
    expect(played.view().footer).toContainEqual({ keys: 'Tab', does: 'guided or not' });
    press(played, 'type:Limiter', 'tab', '2', 'enter');
    expect(played.session().saved.name).toBe('Limiter');
    expect(Object.keys(guideOf(played))).toContain('It happened');
  });

  it('is turned on and off by a key in the middle', () => {
    const played = guidedForm({ guided: false });
    press(played, 'alt-g');
    expect(Object.keys(guideOf(played))).toContain('It happened');
    press(played, 'enter', 'alt-g');
    expect(played.ask().guide).toBeUndefined();
    expect(played.view().notice).toContain('off');
  });

  it('ends with a report that is kept only when somebody wants it', () => {
    const kept: string[] = [];
    const ended = (...keys: readonly string[]) => {
      const played = guidedForm({ keepReport: () => kept.push('kept') });
      press(played, 'enter', 'ctrl-r', 'end', 'enter');
      expect(Object.keys(guideOf(played))).toEqual([
        'What you covered',
        'Kinds of failure left open',
        'Worth reading next',
      ]);
      press(played, ...keys, 'enter');
      return played;
    };
    expect(ended('enter').left).toEqual(['finished']);
    expect(kept).toEqual([]);
    expect(ended('k').left).toEqual(['finished']);
    expect(kept).toEqual(['kept']);
    ended('k', 'k');
    expect(kept).toEqual(['kept']);
  });

  it('names the key of the report only where there is one', () => {
    const plain = guidedForm({ guided: false });
    press(plain, 'ctrl-r', 'end', 'enter');
    expect(plain.view().footer.map(({ keys }) => keys)).not.toContain('k');
    const played = guidedForm();
    press(played, 'enter', 'ctrl-r', 'end', 'enter', 'enter');
    expect(played.view().footer).toContainEqual({ keys: 'k', does: 'keep report' });
  });
});
