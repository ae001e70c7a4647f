import type { JoinedBank } from '../../src/bank/index.js';
import { createForm, type Form } from '../../src/form/create-form.js';
import { parseKeyNames, pasted, type Key } from '../../src/form/keys.js';
import type { DraftFile, FormOptions } from '../../src/form/state.js';
import type { AskView, FormView } from '../../src/form/view.js';
import { answerOf, type Session } from '../../src/interview/index.js';
import { ok } from '../../src/kernel/index.js';
import type { Runner } from '../../src/runner/index.js';
import { aBank } from '../helpers/a-bank.js';
import { aRunner, aSession, type SceneParts } from '../helpers/a-session.js';

/** Noon of 21 November 2026: the same day in every time zone. */
export const NOON = Date.UTC(2026, 10, 21, 12);

/** A form that can be played with, and everything it told the world. */
export type Played = {
  readonly form: Form;
  readonly runner: Runner;
  readonly files: DraftFile[];
  readonly left: string[];
  readonly clock: { now: number };
  readonly view: () => FormView;
  readonly ask: () => AskView;
  readonly session: () => Session;
  readonly value: (id: string) => unknown;
};

/** A small interview with one question of most kinds, a rule, a dependent question and a shared one. */
export function smallBank(): JoinedBank {
  return aBank()
    .question(
      {
        id: 'ctx.purpose',
        kind: 'prose',
        required: true,
        prompt: 'What is it for?',
        label: 'Purpose',
        strong: 'Limit callers.',
      },
      {
        id: 'ctx.kind',
        kind: 'choice',
        label: 'Kind',
        options: [
          { id: 'api', label: 'API' },
          { id: 'job', label: 'Job' },
          { id: 'tool', label: 'Tool' },
        ],
      },
      { id: 'ctx.calls', label: 'Calls', when: "a.ctx.kind == 'api'" },
      { id: 'trf.peak', kind: 'quantity', dimension: 'rate', label: 'Peak rate', strong: '900 req/s' },
      {
        id: 'trf.average',
        kind: 'quantity',
        dimension: 'rate',
        label: 'Average rate',
        rests_on: ['trf.peak'],
      },
      { id: 'stk.language', scope: 'repository', label: 'Language' },
    )
    .rule({
      id: 'average-above-peak',
      severity: 'block',
      class: 'contradiction',
      fires_when: 'a.trf.average > a.trf.peak',
      title: 'The average is above the peak',
      probe: 'Which of the two is right?',
    })
    .joined();
}

/** Opens a form over a session of the small bank, or another one. */
export function aForm(
  session: Session = aSession(smallBank()).build(),
  over: Partial<FormOptions> & { readonly scene?: SceneParts } = {},
): Played {
  const { scene, ...options } = over;
  const runner = aRunner(session, scene);
  const files: DraftFile[] = [];
  const left: string[] = [];
  const clock = { now: NOON };
  const form = createForm({
    runner,
    options: {
      ...{ columns: 80, rows: 24, depthChosen: true, now: () => clock.now },
      saveDraft: (file) => ok(files.push(file)),
      onLeave: (reason) => left.push(reason),
      ...options,
    },
  });
  return {
    ...{ form, runner, files, left, clock, view: form.view },
    ask: () => askOf(form.view()),
    session: () => runner.scene().session,
    value: (id) => answerOf(runner.scene().session, id)?.value,
  };
}

function askOf({ screen }: FormView): AskView {
  if (screen.type !== 'ask') throw new Error(`The screen is ${screen.type}, not ask.`);
  return screen.ask;
}

/** Presses keys by name, one after the other; `type:some words` types them, `paste:…` pastes. */
export function press({ form }: Pick<Played, 'form'>, ...names: readonly string[]): void {
  for (const key of names.flatMap(keysOf)) form.press(key);
}

function keysOf(name: string): readonly Key[] {
  if (name.startsWith('type:')) return [{ type: 'text', text: name.slice('type:'.length) }];
  return name.startsWith('paste:') ? [pasted(name.slice('paste:'.length))] : parseKeyNames(name);
}

/** The text of the field, whatever its kind. */
export function fieldText({ field }: AskView): string {
  switch (field.type) {
    case 'editor':
      return field.lines.join('\n');
    case 'list':
      return [...field.items.map(({ text }) => text), ...field.editor.lines].join('\n');
    case 'pick':
      return field.lines
        .filter(({ picked }) => picked)
        .map(({ label }) => label)
        .join(', ');
    case 'table':
      return field.rows.map(({ cells }) => cells.join(' | ')).join('\n');
  }
}
