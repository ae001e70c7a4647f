import { describe, expect, it } from 'vitest';
import type { DraftFile } from '../../src/form/index.js';
import type { Session } from '../../src/interview/index.js';
import { err } from '../../src/kernel/index.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';
import { limiterBank } from '../interview/bank.js';
import { talked, talkedSlowly } from './talking.js';

const fresh = (): Session => aSession(limiterBank()).depth('quick').build();

/** A whole interview: back, unknown, undo, an ambiguous number, a table with a command between its rows, another that refers to it. */
const WHOLE: readonly string[] = [
  ...['Limit requests', 'back', 'Limit all requests'],
  ...['2', 'unknown @dba by 15 Dec', 'undo', 'redis'],
  ...['5', '2'],
  ...['Redis', 'why', 'Mail provider', ''],
  ...['Redis | get', 'Mail provider', 'send', '', 'finish'],
];

const ESCAPE = String.fromCharCode(27);

describe('an interview in lines that only append', () => {
  it('asks one thing after the other until the review is finished', async () => {
    const { ending, session, out } = await talked(fresh(), WHOLE);
    expect(ending).toBe('finished');
    expect(
      Object.fromEntries([...session.saved.answers].map(([id, { value }]) => [id, value])),
    ).toMatchObject({
      'ctx.purpose': 'Limit all requests',
      'ctx.state': 'some',
      'ctx.store': 'redis',
      'rec.rpo': '5 s',
      'dep.parts': [
        { id: 'redis', cells: { name: 'Redis' } },
        { id: 'mail-provider', cells: { name: 'Mail provider' } },
      ],
      'dep.calls': [
        { id: 'get', cells: { part: 'redis', name: 'get' } },
        { id: 'send', cells: { part: 'mail-provider', name: 'send' } },
      ],
    });
    expect(out).toContain('Review: 0 findings, 0 open questions, all required answers given.');
  });

  it('writes not one escape sequence and no other control character', async () => {
    const typed = [...WHOLE.slice(0, 2), `Limit ${ESCAPE}[31mred`, ...WHOLE.slice(3)];
    const { out } = await talked(fresh(), typed);
    // eslint-disable-next-line no-control-regex -- these are what must not be there
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it('does the same with all lines at once and with one after the other', async () => {
    const burst = await talked(fresh(), WHOLE);
    const slow = await talkedSlowly(fresh(), WHOLE);
    expect(slow.out).toBe(burst.out);
    expect(slow.session.saved).toEqual(burst.session.saved);
  });

  it('keeps everything that was answered when the input ends', async () => {
    const { ending, session, out } = await talked(fresh(), WHOLE.slice(0, 7));
    expect(ending).toBe('end-of-input');
    expect(session.saved.answers.get('ctx.store')?.value).toBe('redis');
    expect(out).not.toContain('Review');
  });

  it.each([
    ['save at the next row', ['save']],
    ['save inside a row that was begun', ['Redis | get', 'Mail provider', 'save']],
    ['save at another question', ['goto rec.rpo', 'save']],
    ['the end of the input', ['goto rec.rpo']],
  ])('keeps the rows that were written, left by %s', async (_, lines) => {
    const toTable = ['goto dep.parts', 'Redis', 'Mail provider'];
    const written = lines.length === 3 ? [...toTable, '', ...lines] : [...toTable, ...lines];
    const { session, out } = await talked(fresh(), written);
    expect(session.saved.answers.get('dep.parts')?.value).toMatchObject([
      { id: 'redis' },
      { id: 'mail-provider' },
    ]);
    expect(out.includes('The row that was begun is not complete')).toBe(lines.length === 3);
    if (lines.length === 3)
      expect(session.saved.answers.get('dep.calls')?.value).toMatchObject([{ id: 'get' }]);
  });

  it.each([
    ['review and finish', ['review', 'finish']],
    ['going to another question', ['goto rec.rpo', 'review', 'finish']],
    ['next', ['next', 'review', 'finish']],
    ['skip', ['skip', 'review', 'finish']],
  ])('keeps the rows that were not closed, left by %s, until the files are written', async (_, lines) => {
    const { session, out, ending } = await talked(fresh(), ['goto dep.parts', 'Redis', ...lines]);
    expect(ending).toBe('finished');
    expect(session.saved.answers.get('dep.parts')?.value).toMatchObject([{ id: 'redis' }]);
    expect(out).not.toContain('is not kept');
  });

  it('goes on with a row that was begun, where it was left', async () => {
    const lines = [
      'goto dep.parts',
      'Redis',
      '',
      'goto dep.calls',
      'Redis',
      'goto rec.rpo',
      'goto dep.calls',
    ];
    const { session, out } = await talked(fresh(), [...lines, 'get', '', '', 'quit']);
    expect(out).toContain('The row that was begun goes on: Redis.');
    expect(session.saved.answers.get('dep.calls')?.value).toMatchObject([{ id: 'get' }]);
  });

  it('says what a row held that was begun and cannot be kept', async () => {
    const lines = ['goto dep.parts', 'Redis', '', 'goto dep.calls', 'Redis', 'goto rec.rpo', 'quit'];
    const { out } = await talked(fresh(), lines);
    expect(out).toContain('The row that was begun is not complete, so it is not kept: Redis.');
  });

  it('saves each row as it is written, and takes it back when the interview goes on', async () => {
    const saved: DraftFile[] = [];
    const saveDraft = (draft: DraftFile) => void saved.push(draft);
    await talked(fresh(), ['goto dep.parts', 'Redis', 'Mail provider'], { saveDraft });
    const typed = { 'ctx.purpose': { kind: 'typed', editor: { text: 'half' } } };
    const killed = saved.find(({ drafts }) => JSON.stringify(drafts).includes('Mail provider'));
    const draft = { ...killed, drafts: { ...killed?.drafts, ...typed } };
    const again: DraftFile[] = [];
    const keep = (file: DraftFile) => void again.push(file);
    const { session } = await talked(fresh(), ['goto dep.parts', ''], { draft, saveDraft: keep });

    expect(saved.at(-1)?.drafts).toEqual({});
    expect(session.saved.answers.get('dep.parts')?.value).toMatchObject([
      { id: 'redis' },
      { id: 'mail-provider' },
    ]);
    expect(again.at(-1)?.drafts).toEqual(typed);
  });

  it('asks which number is meant, and offers the readings by number', async () => {
    const { out } = await talked(fresh(), WHOLE);
    expect(out).toMatch(/has no unit\. Which one is it\?\n {2}1\. 5 milliseconds .*\n {2}2\. 5 seconds/);
  });

  it('takes a command word as an answer behind a backslash', async () => {
    const { session } = await talked(fresh(), ['\\skip', 'quit']);
    expect(session.saved.answers.get('ctx.purpose')?.value).toBe('skip');
  });

  it('says how a text of many lines ends, and that words of commands at its end were taken as text', async () => {
    const bank = aBank().question({ id: 'ctx.note', kind: 'prose', depth: 'quick' }).joined();
    const { session, out } = await talked(aSession(bank).build(), ['one', 'quit', 'two', 'skip', 'quit']);
    expect(out).toContain('Next line, or a full stop alone to end:');
    expect(session.saved.answers.get('ctx.note')?.value).toBe('one\nquit\ntwo\nskip\nquit');
    expect(out).toContain('“skip” and “quit” are kept as part of the text.');
    const ended = await talked(aSession(bank).build(), ['one', 'quit', '.', 'quit']);
    expect(ended.out).not.toContain('part of the text');
  });

  it.each([
    ['unknown @dba by 15 Dec', { status: 'unknown', owner: 'dba', due: '2026-12-15' }],
    ['n/a there is no caller', { status: 'not-applicable', reason: 'there is no caller' }],
    ['defer refuse with 503', { status: 'deferred', meanwhile: 'refuse with 503' }],
    ['assume redis', { status: 'assumed', value: 'redis' }],
  ])('takes %j as what is so instead of an answer', async (line, answer) => {
    const { session } = await talked(fresh(), [line, 'quit']);
    expect(session.saved.answers.get('ctx.purpose')).toEqual(answer);
  });

  it('leaves by quit without asking for more', async () => {
    const { ending, out } = await talked(fresh(), ['quit', 'an answer that comes too late']);
    expect(ending).toBe('end-of-input');
    expect(out).not.toContain('Question 2');
  });

  it.each([
    ['help', 'A line is the answer, or a command:'],
    ['list', 'ctx.purpose: Purpose, open (required)'],
    ['why', 'Why it matters: It matters.'],
    ['findings', 'There are no findings.'],
    ['goto rec.rpo', 'Question 4 of 6 (rec.rpo)'],
    ['goto rec.rpu', 'rec.rpo'],
    ['skip', 'Question 2 of 6 (ctx.state)'],
    ['review', 'Review: 0 findings, 6 open questions, 1 required answer missing'],
  ])('answers the command %j', async (command, says) => {
    expect((await talked(fresh(), [command])).out).toContain(says);
  });

  it('says why an answer could not be saved, and asks again', async () => {
    const save = () => err([{ code: 'full', message: 'The disk is full.', hint: 'Make room.' }]);
    const { out, session } = await talked(fresh(), ['Limit requests'], { save });
    expect(out).toContain('The disk is full. Make room.');
    expect(session.saved.answers.size).toBe(0);
  });

  it('finishes with gaps only after naming them', async () => {
    const { out, ending } = await talked(fresh(), ['review', 'finish', 'finish']);
    expect(out).toContain('ctx.purpose: Purpose (required)');
    expect(ending).toBe('finished');
  });
});
