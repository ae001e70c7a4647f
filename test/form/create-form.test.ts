import { describe, expect, it } from 'vitest';
import { err, ok } from '../../src/kernel/index.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';
import { aForm, fieldText, NOON, press, smallBank } from './a-form.js';

const withPeak = () => aSession(smallBank()).answered('ctx.purpose', 'Limit').answered('ctx.kind', 'job');

describe('the form: state and safety', () => {
  it('I1: hands the draft over at most once a second, and typing is never more than 1 s behind', () => {
    const played = aForm();
    press(played, 'type:Lim');
    played.form.tick(NOON + 300);
    expect(played.files).toEqual([]);
    played.form.tick(NOON + 800);
    expect(played.files).toHaveLength(1);
    press(played, 'type:it');
    played.form.tick(NOON + 1000);
    expect(played.files).toHaveLength(1);
    played.form.tick(NOON + 1700);
    expect(played.files).toHaveLength(2);
    played.form.tick(NOON + 9000);
    expect(played.files).toHaveLength(2);
  });

  it('I1: shows that the draft could not be saved, and that it is saved again', () => {
    let full = true;
    const saveDraft = () => (full ? err([{ code: 'full', message: 'The disk is full.' }]) : ok(undefined));
    const played = aForm(undefined, { saveDraft });
    press(played, 'type:a');
    played.form.tick(NOON + 1000);
    expect(played.view().saved).toBe('The disk is full.');
    full = false;
    press(played, 'type:b');
    played.form.tick(NOON + 2000);
    expect(played.view().saved).toBe('saved');
  });

  it('I1: an answer that cannot be saved stays in the field with the reason under it', () => {
    const save = () => err([{ code: 'full', message: 'The disk is full.' }]);
    const played = aForm(undefined, { scene: { save } });
    press(played, 'type:Limit callers', 'enter');
    expect(played.ask().step).toBe('ctx.purpose');
    expect(played.ask().error).toBe('The disk is full.');
    expect(fieldText(played.ask())).toBe('Limit callers');
  });

  it('I2: comes back to the same question, draft and caret', () => {
    const first = aForm();
    press(
      first,
      'type:Limit',
      'enter',
      'down',
      'shift-tab',
      'type: callers',
      'left',
      'left',
      'ctrl-c',
      'ctrl-z',
    );
    first.form.flush();
    const draft: unknown = JSON.parse(JSON.stringify(first.files.at(-1)));
    const second = aForm(first.session(), { draft });
    expect(second.ask().step).toBe('ctx.purpose');
    expect(second.ask().field).toEqual(first.ask().field);
  });

  it('I1, I2: text in an open dialog is in the draft file, and the dialog comes back with it', () => {
    const first = aForm();
    press(first, 'alt-r', 'type:logs say so', 'left left', 'tab', 'type:a queue');
    first.clock.now += 1000;
    first.form.tick(first.clock.now);
    const draft: unknown = JSON.parse(JSON.stringify(first.files.at(-1)));
    expect(JSON.stringify(draft)).toContain('logs say so');
    const second = aForm(undefined, { draft });
    expect(second.view().overlay).toEqual(first.view().overlay);
    press(second, 'shift-tab', 'type:!', 'tab', 'type:: twice the parts', 'ctrl-s');
    press(second, 'type:Limit', 'enter');
    expect(second.session().saved.answers.get('ctx.purpose')).toMatchObject({
      why: 'logs say !so',
      rejected: [{ option: 'a queue', because: 'twice the parts' }],
    });
  });

  it('I2: a dialog that was closed half filled in is there again when it is opened', () => {
    const first = aForm();
    press(first, 'ctrl-t', '2', 'type:@dba', 'escape');
    first.form.flush();
    const second = aForm(undefined, { draft: JSON.parse(JSON.stringify(first.files.at(-1))) as unknown });
    expect(second.view().overlay.type).toBe('none');
    press(second, 'ctrl-t');
    expect(JSON.stringify(second.view().overlay)).toContain('@dba');
  });

  it.each([
    [{ name: 'waive', about: 'gone', open: true, fields: {} }],
    [{ name: 'status', about: 'ctx.nothing', open: true }],
    [{ name: 'welcome', about: '', open: true, fields: { name: { text: 'x' } } }],
    [
      {
        name: 'remarks',
        about: 'ctx.purpose',
        open: true,
        fields: { why: 7, source: 'nobody' },
        focus: 'gone',
      },
    ],
    ['no dialog'],
  ])('I2: a damaged dialog in the draft file (%j) leaves the question as it is', (dialog) => {
    const draft = { format: 1, step: 'ctx.purpose', drafts: {}, remarks: {}, dialogs: [dialog] };
    const played = aForm(undefined, { draft });
    press(played, 'escape', 'type:Limit', 'enter');
    expect(played.value('ctx.purpose')).toBe('Limit');
  });

  it('I2: a draft that says what was recorded a moment later is done', () => {
    const first = aForm();
    press(first, 'type:Limit');
    first.form.flush();
    press(first, 'enter');
    const second = aForm(aSession(smallBank()).answered('ctx.purpose', 'Limit').build(), {
      draft: first.files[0],
    });
    expect(second.ask().step).toBe('ctx.kind');
  });

  it.each([
    null,
    'x',
    [],
    { format: 1, step: 'no.such', drafts: { 'ctx.purpose': 7, 'no.such': {} }, remarks: 3 },
  ])('I2: a damaged draft file (%j) starts as if nothing had been typed', (draft) => {
    const played = aForm(undefined, { draft });
    expect(played.ask().step).toBe('ctx.purpose');
    expect(fieldText(played.ask())).toBe('');
  });

  it('I3: Esc discards nothing', () => {
    const played = aForm();
    press(played, 'type:Limit callers', 'escape', 'escape');
    expect(fieldText(played.ask())).toBe('Limit callers');
    expect(played.view().overlay.type).toBe('none');
  });

  it('I3: Ctrl+C clears a field with text, and Ctrl+Z brings the text back', () => {
    const played = aForm();
    press(played, 'type:Limit callers', 'ctrl-c');
    expect(fieldText(played.ask())).toBe('');
    expect(played.left).toEqual([]);
    press(played, 'ctrl-z');
    expect(fieldText(played.ask())).toBe('Limit callers');
  });

  it('I3: Ctrl+C on an empty field asks once, and a second one within 2 s saves and leaves', () => {
    const played = aForm();
    press(played, 'ctrl-c');
    expect(played.view().overlay).toEqual({ type: 'leave' });
    expect(played.left).toEqual([]);
    played.clock.now += 2000;
    press(played, 'ctrl-c');
    expect(played.left).toEqual(['cancel']);
    expect(played.files).toHaveLength(1);
  });

  it('I3: a second Ctrl+C after 2 s asks again', () => {
    const played = aForm();
    press(played, 'ctrl-c');
    played.clock.now += 2001;
    press(played, 'ctrl-c');
    expect(played.left).toEqual([]);
    expect(played.view().overlay.type).toBe('leave');
  });

  it('I3: the question about leaving goes away by Esc, by time, and by typing on', () => {
    const played = aForm();
    press(played, 'ctrl-c', 'escape');
    expect(played.view().overlay.type).toBe('none');
    press(played, 'ctrl-c');
    played.form.tick(NOON + 2500);
    expect(played.view().overlay.type).toBe('none');
    press(played, 'ctrl-c', 'type:on');
    expect(fieldText(played.ask())).toBe('on');
  });

  it('I3: leaving from a dialog and staying after all keeps the dialog', () => {
    const played = aForm();
    press(played, 'ctrl-t', 'ctrl-c');
    expect(played.view().overlay.type).toBe('leave');
    press(played, 'escape');
    expect(played.view().overlay.type).toBe('dialog');
  });
});

describe('the form: moving', () => {
  it('I5: Shift+Tab goes back from an invalid draft, and coming back shows it', () => {
    const played = aForm(withPeak().build());
    press(played, 'type:many', 'enter');
    expect(played.ask().step).toBe('trf.peak');
    expect(played.ask().error).not.toBe('');
    press(played, 'shift-tab');
    expect(played.ask().step).toBe('ctx.kind');
    press(played, 'tab');
    expect(fieldText(played.ask())).toBe('many');
  });

  it('I5: the outline says why a question is not asked, and how many checks an open one decides', () => {
    const played = aForm(withPeak().build());
    press(played, 'ctrl-o');
    const { overlay } = played.view();
    const notes =
      overlay.type === 'outline'
        ? Object.fromEntries(overlay.lines.map(({ step, note }) => [step, note]))
        : {};
    expect(notes['ctx.calls']).toBe('not needed: Kind is Job');
    expect(notes['trf.peak']).toBe('decides 1 check');
    expect(notes['ctx.purpose']).toBe('Limit');
  });

  it('I5: the outline filters while typing, and Enter goes there', () => {
    const played = aForm();
    press(played, 'ctrl-o', 'type:avera', 'enter');
    expect(played.ask().step).toBe('trf.average');
    expect(played.view().overlay.type).toBe('none');
  });

  it('I5: a question that is not asked cannot be gone to, and Esc leads back', () => {
    const played = aForm(withPeak().build());
    press(played, 'ctrl-o', 'type:calls', 'enter');
    expect(played.view().overlay.type).toBe('outline');
    expect(played.view().notice).toBe('Calls is not asked: not needed: Kind is Job.');
    press(played, 'escape');
    expect(played.ask().step).toBe('trf.peak');
  });

  it('I6: one line counts what an answer changed, and undo restores everything', () => {
    const played = aForm(
      withPeak().answered('trf.peak', '900 req/s').answered('trf.average', '80 req/s').build(),
    );
    const before = played.session();
    press(played, 'ctrl-o', 'type:peak', 'enter', 'ctrl-u', 'type:500/s', 'enter');
    expect(played.view().notice).toContain('1 answer to look at again');
    press(played, 'ctrl-z');
    expect(played.session().saved).toBe(before.saved);
    expect(played.view().notice).toBe('Undone: Peak rate is 900 req/s again.');
    press(played, 'ctrl-y');
    expect(played.value('trf.peak')).toBe('500 req/s');
    expect(played.view().notice).toBe('Done again: Peak rate is 500 req/s.');
  });

  it('I6: undo works inside the field first', () => {
    const played = aForm();
    press(played, 'type:Limit', 'enter', '1', 'enter', 'type:one two', 'ctrl-z');
    expect(played.ask().step).toBe('ctx.calls');
    expect(fieldText(played.ask())).toBe('one');
    press(played, 'ctrl-z', 'ctrl-z');
    expect(played.ask().step).toBe('ctx.kind');
    expect(played.value('ctx.kind')).toBeUndefined();
  });

  it('I7: progress counts applicable questions and says why it changes', () => {
    const played = aForm();
    press(played, 'type:Limit', 'enter');
    expect(played.view().progress).toMatchObject({ position: 2, total: 6, requiredLeft: 0 });
    press(played, '2', 'enter');
    expect(played.view().progress.total).toBe(5);
    expect(played.view().notice).toContain('1 question no longer asked');
  });

  it.each([
    ['skip', ['ctrl-t', '1', 'enter'], undefined],
    ['skip by its own key', ['ctrl-n'], undefined],
    [
      'unknown',
      ['ctrl-t', '2', 'type:@dba by 15 Dec', 'enter'],
      { status: 'unknown', owner: 'dba', due: '2026-12-15' },
    ],
    ['unknown without a name', ['ctrl-t', '2', 'enter'], { status: 'unknown' }],
    [
      'not applicable',
      ['ctrl-t', '3', 'type:no callers', 'enter'],
      { status: 'not-applicable', reason: 'no callers' },
    ],
    ['deferred', ['ctrl-t', '4', 'type:refuse', 'enter'], { status: 'deferred', meanwhile: 'refuse' }],
    ['assumed', ['type:Limit', 'ctrl-t', '5', 'enter'], { status: 'assumed', value: 'Limit' }],
  ])('I8: a question takes %s', (_, keys, answer) => {
    const played = aForm();
    press(played, ...keys);
    expect(played.session().saved.answers.get('ctx.purpose')).toEqual(answer);
    expect(played.ask().step).toBe('ctx.kind');
  });

  it('I8: a status that lacks its reason says so in the dialog and keeps it open', () => {
    const played = aForm();
    press(played, 'ctrl-t', '3', 'enter');
    const { overlay } = played.view();
    expect(overlay).toMatchObject({
      type: 'dialog',
      dialog: { error: expect.stringContaining('needs a reason') as string },
    });
  });

  it('I8: the last owner and date are offered again', () => {
    const played = aForm();
    press(played, 'ctrl-t', '2', 'type:@dba by 15 Dec', 'enter', 'ctrl-t', '2', 'enter');
    expect(played.session().saved.answers.get('ctx.kind')).toEqual({
      status: 'unknown',
      owner: 'dba',
      due: '2026-12-15',
    });
  });

  it('I8: review comes before finishing, lists gaps, and finishing with gaps is allowed', () => {
    const played = aForm();
    press(played, ...Array.from({ length: 6 }, () => 'ctrl-n'));
    const { screen } = played.view();
    expect(screen.type).toBe('review');
    const lines = screen.type === 'review' ? screen.lines.map(({ type, text }) => `${type}: ${text}`) : [];
    expect(lines[0]).toBe('open: Purpose (required)');
    expect(lines.at(-1)).toBe('finish: Finish; 1 required answer missing, printed as gaps');
    press(played, 'end', 'enter');
    expect(played.view().screen.type).toBe('finished');
    press(played, 'enter');
    expect(played.left).toEqual(['finished']);
  });

  it('names what was typed and not recorded, in the review and before the files are written', () => {
    const played = aForm();
    press(played, 'type:half a purpose', 'ctrl-r');
    const { screen } = played.view();
    const first = screen.type === 'review' ? screen.lines[0] : undefined;
    expect(first).toMatchObject({ text: 'Purpose (typed, not recorded)', step: 'ctx.purpose' });
    press(played, 'end', 'enter');
    expect(played.view().screen).toMatchObject({
      type: 'finished',
      lines: expect.arrayContaining([
        'Typed and not recorded, so kept but not in the files: Purpose.',
      ]) as unknown,
    });
  });

  it('I8: review puts findings first, Enter goes to the answer, w accepts with reason, owner and date', () => {
    const session = withPeak().answered('trf.peak', '10 req/s').answered('trf.average', '50 req/s').build();
    const played = aForm(session);
    press(played, 'ctrl-r', 'enter');
    expect(['trf.peak', 'trf.average']).toContain(played.ask().step);
    press(
      played,
      'ctrl-r',
      'w',
      'type:only in tests',
      'enter',
      'type:payments',
      'enter',
      'ctrl-u',
      'type:1 March',
      'enter',
    );
    expect(played.session().saved.waivers).toEqual([
      {
        finding: 'average-above-peak',
        reason: 'only in tests',
        owner: 'payments',
        until: '2027-03-01',
        given: { 'trf.average': '50 req/s', 'trf.peak': '10 req/s' },
      },
    ]);
  });
});

describe('the form: editing', () => {
  it('I9: the same keys in one burst or apart give the same answers', () => {
    const burst = aForm();
    burst.form.press({ type: 'text', text: 'Limit' });
    press(burst, 'enter', 'down', 'down', 'enter', 'type:1200/s', 'enter');
    const apart = aForm();
    press(
      apart,
      'L',
      'i',
      'm',
      'i',
      't',
      'enter',
      'down',
      'down',
      'enter',
      '1',
      '2',
      '0',
      '0',
      '/',
      's',
      'enter',
    );
    expect([...burst.session().saved.answers]).toEqual([...apart.session().saved.answers]);
    expect(burst.value('ctx.kind')).toBe('tool');
  });

  it('I9: a question mark in front of text means the same in one read and in many', () => {
    const burst = aForm();
    burst.form.press({ type: 'text', text: '?a' });
    const apart = aForm();
    press(apart, '?', 'a');
    expect(burst.view()).toMatchObject({ overlay: apart.view().overlay });
  });

  it('I9: a choice starts with nothing picked, and Enter on nothing is refused', () => {
    const played = aForm();
    press(played, 'type:Limit', 'enter', 'enter');
    expect(played.ask().step).toBe('ctx.kind');
    expect(played.ask().error).not.toBe('');
    expect(played.value('ctx.kind')).toBeUndefined();
  });

  it('I11: a paste goes in verbatim and never submits', () => {
    const played = aForm();
    press(played, 'paste:one\r\ntwo\r\n');
    expect(played.ask().step).toBe('ctx.purpose');
    press(played, 'enter');
    expect(played.value('ctx.purpose')).toMatch(/^one\ntwo/);
  });

  it('I12: Ctrl+G hands out the text with its question, and takes it back for that question only', () => {
    const asked: unknown[] = [];
    const played = aForm(undefined, { onEditor: (request) => asked.push(request) });
    press(played, 'type:Limit', 'ctrl-g');
    expect(asked).toEqual([{ step: 'ctx.purpose', text: 'Limit', comment: ['What is it for?'] }]);
    press(played, 'ctrl-n');
    played.form.takeText('ctx.purpose', 'Limit callers\n');
    expect(played.ask().step).toBe('ctx.kind');
    press(played, 'shift-tab');
    expect(fieldText(played.ask()).trim()).toBe('Limit callers');
  });

  it('I12: an editor that changed nothing keeps the draft', () => {
    const played = aForm(undefined, { onEditor: () => undefined });
    press(played, 'type:Limit', 'ctrl-g');
    const before = played.view();
    played.form.takeText('ctx.purpose', undefined);
    played.form.takeText('ctx.purpose', 'Limit\n');
    expect(played.view()).toBe(before);
  });

  it('I14: a quantity echoes how it was understood', () => {
    const played = aForm(withPeak().build());
    press(played, 'type:1.2k rps');
    expect(played.ask().echo).toContain('1,200 requests per second');
  });

  it('I15: the error line comes after a submit only, says what to do, and goes when the field changes', () => {
    const played = aForm(withPeak().build());
    press(played, 'type:many');
    expect(played.ask().error).toBe('');
    press(played, 'enter');
    expect(played.ask().error).not.toBe('');
    press(played, 'backspace');
    expect(played.ask().error).toBe('');
  });
});

describe('the form: screen', () => {
  it('I16: the pane is computed from 120 columns on, or when it is asked for', () => {
    let asked = 0;
    const sentencesFor = () => {
      asked += 1;
      return [{ id: 'REQ-TRF-001', text: 'The system SHALL hold.' }];
    };
    const played = aForm(withPeak().build(), { sentencesFor });
    expect(played.view().pane.sentences).toEqual([]);
    press(played, 'ctrl-r', 'ctrl-p');
    expect(played.view().overlay.type).toBe('pane');
    press(played, 'escape', 'shift-tab');
    played.form.resize(119, 30);
    expect(played.view().pane.unchecked).toBe('');
    played.form.resize(120, 30);
    expect(played.view().pane.unchecked).toBe('1 check cannot be decided yet');
    const before = asked;
    press(played, 'type:8');
    played.view();
    expect(asked - before).toBeLessThanOrEqual(1);
  });

  it('I16: a view is the same value until something changes', () => {
    const played = aForm();
    expect(played.view()).toBe(played.view());
    let told = 0;
    played.form.subscribe(() => (told += 1));
    press(played, 'alt-q');
    played.form.resize(80, 24);
    played.form.tick(NOON + 5000);
    expect(told).toBe(0);
    press(played, 'a');
    expect(told).toBe(1);
  });

  it.each([
    [0, 0],
    [1, 1],
    [40, 10],
    [300, 90],
  ])('I16: a screen of %i by %i has a view', (columns, rows) => {
    const played = aForm();
    played.form.resize(columns, rows);
    for (const keys of [
      'ctrl-o',
      'escape',
      'f1',
      'escape',
      'ctrl-t',
      'escape',
      'ctrl-r',
      'ctrl-p',
      'escape',
    ]) {
      press(played, keys);
      expect(played.view()).toMatchObject({ columns, rows });
    }
  });

  it('I18: ? on an empty field, F1 and Alt+? open help; ? with text is text', () => {
    for (const key of ['?', 'f1', 'alt-?']) {
      const played = aForm();
      press(played, key);
      expect(played.view().overlay.type).toBe('help');
    }
    const played = aForm();
    press(played, 'type:why', '?');
    expect(fieldText(played.ask())).toBe('why?');
  });

  it('shows why a question is asked', () => {
    const played = aForm();
    press(played, 'alt-w');
    expect(played.view().overlay).toMatchObject({
      type: 'why',
      parts: [{ title: 'Why it matters' }, { title: 'A strong answer', lines: ['Limit callers.'] }],
    });
  });

  it('S7: shows the finished sentence while typing', () => {
    const sentencesFor = (_: unknown, id: string, value?: unknown) => [
      { id, text: `${id} SHALL ${String(value)}` },
    ];
    const played = aForm(undefined, { sentencesFor });
    press(played, 'type:limit');
    expect(played.ask().sentence).toBe('ctx.purpose SHALL limit');
  });
});

describe('the form: the interviewer', () => {
  it('I21: says at once what an answer contradicts, and asks the follow-up as a step', () => {
    const played = aForm(withPeak().answered('trf.peak', '10 req/s').build());
    press(played, 'type:50/s', 'enter');
    expect(played.view().notice).toContain('Contradiction: The average is above the peak');
    expect(played.ask()).toMatchObject({ state: 'probe', prompt: 'Which of the two is right?' });
    press(played, 'type:the peak', 'enter');
    expect(played.session().saved.probes[0]).toMatchObject({ answer: { value: 'the peak' } });
  });

  it('I21: a follow-up can be dismissed, and a contradiction that is gone is said', () => {
    const played = aForm(withPeak().answered('trf.peak', '10 req/s').build());
    press(played, 'type:50/s', 'enter', 'alt-x');
    expect(played.session().saved.probes[0]).toMatchObject({ dismissed: true });
    press(played, 'ctrl-o', 'type:peak', 'enter', 'ctrl-u', 'type:90/s', 'enter');
    expect(played.view().notice).toContain('1 finding resolved');
  });

  it('keeps remarks beside the answer', () => {
    const played = aForm();
    press(
      played,
      'type:Limit',
      'alt-r',
      'type:logs',
      'tab',
      'type:a queue: twice the parts',
      'tab',
      '1',
      'enter',
      'enter',
    );
    expect(played.session().saved.answers.get('ctx.purpose')).toEqual({
      status: 'answered',
      value: 'Limit',
      why: 'logs',
      rejected: [{ option: 'a queue', because: 'twice the parts' }],
      source: 'measured',
    });
  });

  it('takes back a remark that was emptied', () => {
    const played = aForm(
      aSession(smallBank()).answered('ctx.purpose', 'Limit', { why: 'logs', evidence: 'a.log:3' }).build(),
    );
    press(played, 'ctrl-o', 'type:purpose', 'enter', 'alt-r', 'ctrl-u', 'ctrl-s', 'enter');
    const answer = played.session().saved.answers.get('ctx.purpose');
    expect(answer).toStrictEqual({ status: 'answered', value: 'Limit', evidence: 'a.log:3' });
  });

  it('refuses a rejected alternative without its reason, and keeps the text of a closed dialog', () => {
    const played = aForm();
    press(played, 'alt-r', 'tab', 'type:a queue', 'ctrl-s');
    expect(played.view().overlay).toMatchObject({
      dialog: { error: expect.stringContaining('“a queue”') as string },
    });
    press(played, 'escape', 'alt-r', 'type:: cost', 'ctrl-s');
    expect(played.view().overlay.type).toBe('none');
  });

  it('records a shared answer for all specs, or for this one only', () => {
    const language = () =>
      withPeak().answered('trf.peak', '9 req/s').answered('trf.average', '8 req/s').build();
    const shared = aForm(language());
    expect(shared.ask()).toMatchObject({ step: 'stk.language', shared: true });
    press(shared, 'type:Go', 'enter');
    expect(shared.session().context.get('stk.language')).toMatchObject({ value: 'Go' });
    const own = aForm(language());
    press(own, 'type:Go', 'alt-h');
    expect(own.ask().shared).toBe(false);
    press(own, 'enter');
    expect(own.session().saved.answers.get('stk.language')).toMatchObject({ value: 'Go' });
    press(own, 'shift-tab', 'alt-h', 'enter');
    expect(own.session().context.get('stk.language')).toMatchObject({ value: 'Go' });
    expect(own.session().saved.answers.has('stk.language')).toBe(false);
  });
});

describe('the form: before and after the questions', () => {
  it('asks for a name first when there is none', () => {
    const played = aForm(aSession(smallBank()).named('').build());
    expect(played.view().screen.type).toBe('welcome');
    press(played, 'enter');
    expect(played.view().screen).toMatchObject({
      dialog: { error: expect.stringContaining('needs a name') as string },
    });
    press(played, 'type:Rate limiter', 'enter');
    expect(played.session().saved.name).toBe('Rate limiter');
    expect(played.ask().step).toBe('ctx.purpose');
  });

  const routed = () =>
    aBank()
      .question(
        {
          id: 'arc.tier',
          kind: 'choice',
          depth: 'quick',
          options: [
            { id: 'T1', label: 'One' },
            { id: 'T3', label: 'Three' },
          ],
        },
        { id: 'ctx.first', depth: 'quick' },
        { id: 'ctx.second', depth: 'standard' },
        { id: 'ctx.third', depth: 'deep' },
      )
      .joined();

  it.each([
    ['1', 'standard', 2],
    ['2', 'quick', 1],
  ])('offers the depth after the routing questions: option %s leads to %s', (digit, depth, questions) => {
    const played = aForm(aSession(routed()).build(), { depthChosen: false });
    press(played, digit, 'enter');
    const { screen } = played.view();
    const focused = screen.type === 'depth' ? screen.pick.lines.find((line) => line.focused) : undefined;
    expect(focused?.id).toBe(depth);
    expect(focused?.detail).toMatch(new RegExp(`^${String(questions)} question`));
    press(played, 'enter');
    expect(played.session().saved.depth).toBe(depth);
    expect(played.ask().step).toBe('ctx.first');
  });

  it('changes the depth later by its key, and Esc leaves it as it is', () => {
    const played = aForm(aSession(routed()).depth('quick').answered('arc.tier', 'T1').build());
    press(played, 'alt-l', 'escape');
    expect(played.ask().step).toBe('ctx.first');
    press(played, 'alt-l', '3', 'enter');
    expect(played.session().saved.depth).toBe('deep');
    expect(played.view().progress.total).toBe(4);
  });

  it('goes back to the review from the end', () => {
    const played = aForm(
      aSession(aBank().question({ id: 'ctx.a' }).joined())
        .answered('ctx.a', 'x')
        .build(),
    );
    press(played, 'end', 'enter', 'shift-tab');
    expect(played.view().screen.type).toBe('review');
  });
});
