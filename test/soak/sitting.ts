// One long sitting in a process of its own: many answers, then undo and redo. Its arguments are how many; it prints what grew.
import { PassThrough } from 'node:stream';
import { createElement } from 'react';
import { render } from 'ink';
import { createForm } from '../../src/form/index.js';
import { ok } from '../../src/kernel/index.js';
import { App } from '../../src/ui/app.js';
import { unicodeGlyphs } from '../../src/ui/glyphs.js';
import { themes } from '../../src/ui/theme.js';
import { aBank } from '../helpers/a-bank.js';
import { aRunner, aSession } from '../helpers/a-session.js';

const [answers = 500, steps = 100] = process.argv.slice(2).map(Number);
const HOURS_4 = 4 * 60 * 60 * 1000;
const ROUNDS = 10;

const bank = aBank()
  .question({ id: 'ctx.purpose', label: 'Purpose' }, { id: 'ctx.next', label: 'Next' })
  .joined();
const runner = aRunner(aSession(bank).build());
const clock = { now: Date.UTC(2026, 10, 21, 9) };
const form = createForm({
  runner,
  options: {
    ...{ columns: 80, rows: 24, depthChosen: true, now: () => clock.now },
    saveDraft: () => ok(1),
    onLeave: () => undefined,
  },
});
const stdin = Object.assign(new PassThrough(), {
  isTTY: true,
  setRawMode: () => undefined,
  ref: () => undefined,
  unref: () => undefined,
});
const stdout = Object.assign(new PassThrough(), { columns: 80, rows: 24, isTTY: true });
stdout.resume();
const app = render(createElement(App, { form, looks: { theme: themes.default, glyphs: unicodeGlyphs } }), {
  ...{ stdin: stdin as never, stdout: stdout as never, stderr: stdout as never },
  ...{ exitOnCtrlC: false, patchConsole: false, interactive: true },
});

/** Lets the face draw what has changed, and the clock run on as long as a person would take. */
async function passing(share: number): Promise<void> {
  await new Promise(setImmediate);
  clock.now += HOURS_4 * share;
  form.tick(clock.now);
}

const listeners = () =>
  [stdin, stdout, process]
    .flatMap((each) => each.eventNames().map((name) => each.listenerCount(name)))
    .reduce((sum, count) => sum + count, 0);
const megabytes = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
};
const look = () => ({
  megabytes: megabytes(),
  listeners: listeners(),
  measures: performance.getEntriesByType('measure').length,
});

const looks: ReturnType<typeof look>[] = [];
let recorded = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  for (let at = 0; at < answers / ROUNDS; at += 1) {
    runner.send({ type: 'go-to', to: 'ctx.purpose' });
    const before = runner.scene().session.saved;
    for (const sign of ['\u0015', `answer ${String(round)} ${String(at)}`, '\r']) {
      stdin.write(sign);
      await passing(1 / answers / 3);
    }
    recorded += runner.scene().session.saved === before ? 0 : 1;
  }
  for (let at = 0; at < steps / ROUNDS / 2; at += 1) {
    stdin.write('\u001a');
    await passing(0);
    stdin.write('\u0019');
    await passing(0);
  }
  looks.push(look());
}
const shown = JSON.stringify(form.view());
app.unmount();
process.stdout.write(
  `${JSON.stringify({ recorded, looks, hours: (clock.now - Date.UTC(2026, 10, 21, 9)) / 3.6e6, answering: shown.includes('"ask"') })}\n`,
);
stdin.destroy();
