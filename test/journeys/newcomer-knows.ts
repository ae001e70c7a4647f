import { questionAt } from './transcript.js';

/** What somebody knows about one question: words, options by their label, rows cell by cell; a cell may be empty. */
export type Known =
  | { readonly text: string }
  | { readonly picks: readonly string[] }
  | { readonly rows: readonly (readonly string[])[] };

/** What the newcomer knows about the to-do API, by question; of everything else they know nothing. */
const KNOWS: Readonly<Record<string, Known>> = {
  'arc.archetypes': { picks: ['HTTP API', 'Scheduled job'] },
  'arc.tier': { picks: ['T2: internal work stops or waits'] },
  'arc.stage': { picks: ['Nothing yet, and this goes to production'] },
  'arc.state_class': { picks: ['The only copy of something'] },
  'ctx.purpose': {
    text: 'People need to keep tasks in lists, share a list with other people, and be reminded by e-mail.',
  },
  'ctx.flows': {
    rows: [
      ['manage tasks', 'a user', 'a user changes a task', 'store the change and show it'],
      ['remind', 'the reminder job', 'a reminder is due', 'send one e-mail to the person who asked'],
    ],
  },
  'ctx.non_goals': {
    rows: [
      ['offline sync', 'nobody asked for it'],
      ['attachments', 'storage would cost more than the service'],
    ],
  },
  'traffic.peak_rate': { text: '150 requests per second' },
  'rec.slo': { text: '99.5 %' },
  'rec.rpo': { text: '24 hours' },
  'rol.strategy': { picks: ['Rolling'] },
};

/** A question the newcomer can answer, as the screen asks it. */
export type Asked = { readonly prompt: string; readonly known: Known };

/** Everything the newcomer can answer, by the words of the question. */
export function whatIsKnown(): readonly Asked[] {
  return Object.entries(KNOWS).map(([id, known]) => ({ prompt: questionAt(id).prompt, known }));
}

/** How fast people read and type, in words a minute; five strokes are a word. */
const READS = 200;
const TYPES = 40;
const STROKES_PER_WORD = 5;

/** What an interview cost a person: what they read, and every key they pressed. */
export type Effort = {
  readonly reads: (shown: string) => void;
  readonly types: (strokes: number) => void;
  readonly total: () => { readonly words: number; readonly strokes: number; readonly minutes: number };
};

/** Counts words that were not on the screen before, line by line, and keystrokes. */
export function createEffort(): Effort {
  const seen = new Set<string>();
  let words = 0;
  let strokes = 0;
  return {
    reads: (shown) => {
      for (const line of shown.split('\n').map((text) => text.replace(/[^\p{L}\p{N}' -]+/gu, ' ').trim())) {
        if (seen.has(line)) continue;
        seen.add(line);
        words += line.split(/\s+/).filter((word) => word !== '').length;
      }
    },
    types: (count) => {
      strokes += count;
    },
    total: () => ({ words, strokes, minutes: words / READS + strokes / STROKES_PER_WORD / TYPES }),
  };
}
