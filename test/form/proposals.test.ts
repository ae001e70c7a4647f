import { describe, expect, it } from 'vitest';
import { answerOf } from '../../src/interview/index.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';
import { aForm, fieldText, press, smallBank } from './a-form.js';

const LANGUAGE = new Map([['stk.language', { value: 'Go', evidence: 'go.mod:3' }]]);

const atLanguage = () => {
  const session = aSession(smallBank())
    .answered('ctx.purpose', 'Limit')
    .answered('ctx.kind', 'job')
    .answered('trf.peak', '900 req/s')
    .answered('trf.average', '90 req/s')
    .build();
  return aForm(session, { proposals: LANGUAGE });
};

describe('proposals in the form', () => {
  it('prefill the field, say where they were read, and record nothing', () => {
    const played = atLanguage();
    expect(played.ask().step).toBe('stk.language');
    expect(fieldText(played.ask())).toBe('Go');
    expect(played.ask().detail).toContain('Read from go.mod:3; Enter confirms it.');
    expect(played.value('stk.language')).toBeUndefined();
  });

  it('are recorded by Enter, with the file as their source', () => {
    const played = atLanguage();
    press(played, 'enter');
    expect(answerOf(played.session(), 'stk.language')).toEqual({
      status: 'answered',
      value: 'Go',
      source: 'code',
      evidence: 'go.mod:3',
    });
  });

  it('are the answer of the person once changed', () => {
    const played = atLanguage();
    press(played, 'type: 1.26', 'enter');
    expect(answerOf(played.session(), 'stk.language')).toEqual({ status: 'answered', value: 'Go 1.26' });
  });

  it('are not put before a recorded answer', () => {
    const played = atLanguage();
    press(played, 'type: 1.26', 'enter');
    played.runner.send({ type: 'go-to', to: 'stk.language' });
    expect(fieldText(played.ask())).toBe('Go 1.26');
    expect(played.ask().detail).not.toContain('Read from');
  });

  it('confirm a whole table with Enter', () => {
    const bank = aBank()
      .question({
        id: 'aia.commands',
        kind: 'table',
        key: 'purpose',
        scope: 'repository',
        columns: [
          { id: 'purpose', label: 'Purpose', kind: 'text', required: true, ask: 'row' },
          { id: 'command', label: 'Command', kind: 'text', required: true, ask: 'row' },
        ],
      })
      .joined();
    const value = [{ id: 'test', cells: { purpose: 'test', command: 'make test' } }];
    const proposals = new Map([['aia.commands', { value, evidence: 'Makefile:3' }]]);
    const played = aForm(aSession(bank).build(), { proposals });
    expect(fieldText(played.ask())).toContain('test | make test');
    press(played, 'enter');
    expect(answerOf(played.session(), 'aia.commands')?.evidence).toBe('Makefile:3');
  });
});
