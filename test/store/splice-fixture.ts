import type { Answer, JoinedBank } from '../../src/bank/index.js';
import { checkValue } from '../../src/bank/value.js';
import type { RawSaved, Saved } from '../../src/interview/index.js';
import { parseAnswers } from '../../src/store/answers-file.js';
import { spliceSaved } from '../../src/store/splice-saved.js';
import { aBank } from '../helpers/a-bank.js';

/** One question of every kind, over three sections and an archetype bank. */
export const bank: JoinedBank = aBank()
  .question(
    {
      id: 'arc.archetypes',
      kind: 'many',
      options: [{ id: 'http-api' }, { id: 'worker' }],
    },
    { id: 'arc.tier', kind: 'choice', options: [{ id: 'T0' }, { id: 'T1' }, { id: 'T2' }] },
    { id: 'arc.purpose', kind: 'prose' },
    { id: 'arc.name', kind: 'text' },
    { id: 'arc.new', kind: 'confirm' },
    { id: 'arc.goals', kind: 'list' },
    { id: 'traffic.peak', kind: 'quantity', dimension: 'rate' },
    { id: 'traffic.pods', kind: 'quantity', dimension: 'count' },
    {
      id: 'dep.dependencies',
      kind: 'table',
      key: 'name',
      columns: [
        { id: 'name', kind: 'text', ask: 'row' },
        { id: 'needed', kind: 'choice', options: [{ id: 'hard' }, { id: 'soft' }], ask: 'row' },
        { id: 'timeout', kind: 'quantity', dimension: 'duration', ask: 'row' },
        { id: 'replicas', kind: 'quantity', dimension: 'count', ask: 'row' },
        { id: 'cached', kind: 'confirm', ask: 'row' },
        { id: 'uses', kind: 'many', options: [{ id: 'reads' }, { id: 'writes' }], ask: 'later' },
      ],
    },
    { id: 'rec.rpo', kind: 'quantity', dimension: 'duration' },
    { id: 'rec.restore', kind: 'text' },
  )
  .joined(
    aBank()
      .named('http-api', { version: 3, archetype: 'http-api' })
      .question({ id: 'api.base', kind: 'text' })
      .build(),
  );

/** A state with these answers and nothing else. */
export function saved(answers: Readonly<Record<string, Answer>> = {}, over: Partial<Saved> = {}): Saved {
  return {
    name: 'Rate limiter',
    depth: 'standard',
    answers: new Map(Object.entries(answers)),
    stale: new Map(),
    probes: [],
    waivers: [],
    ...over,
  };
}

/** Reads a text back as a state: every value checked against its question, as opening a session does. */
export function readBack(text: string): Saved {
  const parsed = parseAnswers(text, 'specs/rate-limiter/answers.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return typed(parsed.value.raw);
}

function typed(raw: RawSaved): Saved {
  const answers = [...raw.answers].map(([id, { raw: value, ...rest }]): [string, Answer] => {
    const question = bank.question(id);
    if (value === undefined || question === undefined) return [id, rest];
    const checked = checkValue(question, value);
    if (!checked.ok) throw new Error(JSON.stringify(checked.error));
    return [id, { ...rest, value: checked.value }];
  });
  return { ...raw, answers: new Map(answers) };
}

/** Changes a text from the state it says to another one. */
export function spliced(text: string, after: Saved): string {
  return spliceSaved(text, { before: text === '' ? after : readBack(text), after, bank });
}

/** Changes some answers of a text; nothing removes one. */
export function changed(text: string, answers: Readonly<Record<string, Answer | undefined>>): string {
  const before = readBack(text);
  const next = new Map(before.answers);
  for (const [id, answer] of Object.entries(answers)) {
    if (answer === undefined) next.delete(id);
    else next.set(id, answer);
  }
  return spliceSaved(text, { before, after: { ...before, answers: next }, bank });
}
