import { describe, expect, it } from 'vitest';
import { drawn } from './draw.js';
import { anAsk, aView } from './fixtures.js';

describe('notes on the screen', () => {
  it('stand first in the pane, wrapped under their own dot', () => {
    const pane = {
      ...{ findings: [], facts: [], sentences: [], coach: ['Say who notices.'], unchecked: '' },
      notes: ['peak is at noon, about nine hundred requests a second'],
    };
    const screen = { type: 'ask', ask: anAsk({ prompt: 'How many?', detail: '' }) } as const;
    const lines = drawn(aView({ screen, columns: 120, rows: 24, pane })).split('\n');
    const right = lines.map((line) => (line.split('│')[1] ?? '').trim()).filter((line) => line !== '');
    expect(right.slice(0, 5)).toEqual([
      'From your notes',
      '· peak is at noon, about nine hundred requests',
      'a second',
      'To think about',
      '· Say who notices.',
    ]);
  });
});
