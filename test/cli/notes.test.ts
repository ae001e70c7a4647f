import { describe, expect, it } from 'vitest';
import { notesFinder } from '../../src/cli/notes.js';
import { aBank } from '../helpers/a-bank.js';
import { aWorld } from '../helpers/a-world.js';

const bank = aBank()
  .question(
    { id: 'trf.peak', label: 'Peak rate', prompt: 'How many requests arrive in the busiest second?' },
    { id: 'rec.retries', label: 'Retries', prompt: 'Which calls are retried, and how often?' },
    { id: 'ctx.empty', label: 'Why', prompt: 'What is it for?' },
  )
  .joined();

const about = (notes: string, id: string) => {
  const question = bank.question(id);
  return question === undefined ? undefined : notesFinder(notes)(question);
};

describe('notes beside a question', () => {
  it('are the lines that share words with it, in the order they were written', () => {
    const notes = '# Limiter\n\n- 900 requests a second at peak\n- owner: ledger\n* peak is at noon\n';
    expect(about(notes, 'trf.peak')).toEqual(['900 requests a second at peak', 'peak is at noon']);
  });

  it('meet words in another number or form', () => {
    expect(about('one retry per call\nwe retried too much once', 'rec.retries')).toEqual([
      'one retry per call',
      'we retried too much once',
    ]);
  });

  it('are none when only everyday words are shared', () => {
    expect(about('what is it for? which and how often would there be any?', 'ctx.empty')).toEqual([]);
  });

  it('are at most five, those that share most', () => {
    const weak = Array.from({ length: 6 }, (_, n) => `request ${String(n)}`);
    const notes = [...weak, 'requests of the busiest second at peak rate'].join('\n');
    const found = about(notes, 'trf.peak');
    expect(found).toHaveLength(5);
    expect(found?.at(-1)).toBe('requests of the busiest second at peak rate');
    expect(found?.[0]).toBe('request 0');
  });

  it('lose control characters, and are cut when very long', () => {
    const [first = ''] = about(`\u001b[31mrequests${' and more'.repeat(100)}`, 'trf.peak') ?? [];
    expect(first).not.toContain('\u001b');
    expect(first.length).toBeLessThanOrEqual(300);
    expect(first.endsWith('…')).toBe(true);
  });
});

describe('new --notes', () => {
  it('refuses a file that is not there, before anything is drawn', async () => {
    const { code, err } = await aWorld().runWith({}, 'new', 'Todo', '--notes', 'gone.md', '--plain');
    expect(code).toBe(2);
    expect(err).toContain('There is no file gone.md.');
  });
});
