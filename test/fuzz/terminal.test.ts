import fc from 'fast-check';
import { render } from 'ink-testing-library';
import { createElement } from 'react';
import { afterAll, describe, expect, it } from 'vitest';
import type { JoinedBank } from '../../src/bank/index.js';
import type { Session } from '../../src/interview/index.js';
import { ok } from '../../src/kernel/index.js';
import { App } from '../../src/ui/app.js';
import { unicodeGlyphs } from '../../src/ui/glyphs.js';
import { themes } from '../../src/ui/theme.js';
import { aForm, press, type Played } from '../form/a-form.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';
import { counted, rounds } from './rounds.js';
import { reads } from './terminal-bytes.js';

const options = ['gold', 'silver', 'bronze'].map((id) => ({ id, label: `The ${id}` }));
const bank: JoinedBank = aBank()
  .question(
    { id: 'ctx.purpose', kind: 'prose', label: 'Purpose', strong: 'Limit callers.' },
    { id: 'ctx.kind', kind: 'choice', label: 'Kind', options },
    { id: 'ctx.calls', label: 'Calls', when: "a.ctx.kind == 'gold'" },
    { id: 'ctx.flows', kind: 'list', label: 'Flows', strong: ['one', 'two'] },
    { id: 'ctx.grades', kind: 'many', label: 'Grades', options },
    { id: 'ctx.sure', kind: 'confirm', label: 'Sure' },
    { id: 'trf.peak', kind: 'quantity', dimension: 'rate', label: 'Peak rate', strong: '900 req/s' },
    {
      id: 'dep.calls',
      kind: 'table',
      key: 'name',
      label: 'Dependencies',
      columns: [
        { id: 'name', label: 'Name', kind: 'text', required: true },
        { id: 'grade', label: 'Grade', kind: 'choice', options },
        { id: 'timeout', label: 'Timeout', kind: 'quantity', dimension: 'duration' },
      ],
    },
  )
  .joined();

// What draws colours and starts a line; everything else that a frame holds is text.
// eslint-disable-next-line no-control-regex -- taking them out is the purpose
const ours = /\u001b\[[0-9;]*m|\u001b\]8;;\u0007|\n/g;
// eslint-disable-next-line no-control-regex -- that none is left is what is checked
const controls = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** A real form in a real face, and the answers that were saved last. */
function aFace(): Played & {
  readonly reads: (text: string) => string;
  readonly close: () => void;
  readonly saved: () => Session;
} {
  const start = aSession(bank).build();
  let saved = start;
  const played = aForm(start, {
    scene: {
      save: (_, after) => {
        saved = after;
        return ok(undefined);
      },
    },
  });
  const looks = { theme: themes.default, glyphs: unicodeGlyphs };
  const app = render(createElement(App, { form: played.form, looks }));
  const read = (text: string) => {
    app.stdin.write(text);
    return app.lastFrame() ?? '';
  };
  return { ...played, reads: read, close: app.unmount, saved: () => saved };
}

/** Whatever is open is closed, and a question is answered as if nothing had happened. */
function stillAnswers(face: Played): void {
  press(face, ...Array.from({ length: 8 }, () => 'escape'));
  face.runner.send({ type: 'choose-depth', depth: 'deep' });
  face.runner.send({ type: 'go-to', to: 'ctx.kind' });
  face.runner.send({ type: 'clear', at: 'ctx.kind' });
  expect(face.value('ctx.kind')).toBeUndefined();
  face.runner.send({ type: 'go-to', to: 'ctx.kind' });
  press(face, 'ctrl-u', 'home', 'enter');
  expect(face.value('ctx.kind')).toBe('gold');
}

let bytes = 0;
let runs = 0;
let committed = 0;
afterAll(() => {
  counted(
    `${bytes.toLocaleString('en')} bytes of terminals in ${runs.toLocaleString('en')} sittings, ${committed.toLocaleString('en')} answers committed by them`,
  );
});

describe('any bytes that a terminal sends', () => {
  it(
    'never stop the form, never reach the screen as they are, and answer only by being committed',
    { timeout: 3_600_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...bank.questions.map(({ id }) => id)),
          reads,
          async (start, chunks) => {
            const face = aFace();
            face.runner.send({ type: 'go-to', to: start });
            await Promise.resolve();
            try {
              for (const chunk of chunks) {
                const frame = face.reads(chunk);
                bytes += Buffer.byteLength(chunk);
                expect(frame.replace(ours, '')).not.toMatch(controls);
                expect(face.session().saved).toBe(face.saved().saved);
              }
              await new Promise(setImmediate);
              runs += 1;
              stillAnswers(face);
              committed += face.session().saved.answers.size;
            } finally {
              face.close();
            }
          },
        ),
        { numRuns: rounds(22, 920) },
      );
      expect(committed).toBeGreaterThan(runs / 4);
    },
  );
});
