import { coachLines } from '../analysis/index.js';
import { isAsked, type AskingStep } from '../interview/index.js';
import { counted } from '../kernel/index.js';
import type { Scene } from '../runner/index.js';
import { isActive } from './notices.js';
import type { FormOptions } from './state.js';
import { askingStep } from './step-draft.js';
import type { PaneView } from './view.js';

/** A pane with nothing in it: what a narrow screen carries. */
export const EMPTY_PANE: PaneView = { findings: [], facts: [], sentences: [], coach: [], unchecked: '' };

const panes = new WeakMap<Scene, PaneView>();

/** What the live pane shows beside a question; computed once per scene. */
export function paneOf(scene: Scene, options: FormOptions): PaneView {
  const known = panes.get(scene) ?? buildPane(scene, options);
  panes.set(scene, known);
  return known;
}

function buildPane(scene: Scene, options: FormOptions): PaneView {
  const step = askingStep(scene);
  const question = step === undefined ? undefined : questionId(step);
  const findings = scene.analysis.findings.filter(isActive);
  return {
    findings: findings.map(({ severity, title, quotes }) => ({
      severity,
      title,
      quotes: quotes.map(({ label, text }) => `${label}: ${text}`),
    })),
    facts: [...scene.facts.values()]
      .flat()
      .map((fact) => ({ title: fact.title, text: fact.text, formula: fact.formula })),
    sentences: question === undefined ? [] : sectionSentences(scene, question, options),
    coach: question === undefined ? [] : coachOf(scene, question),
    notes: step === undefined ? [] : notesOf(step, options),
    unchecked:
      scene.analysis.unchecked.length === 0
        ? ''
        : `${counted(scene.analysis.unchecked.length, 'check')} cannot be decided yet`,
  };
}

/** The lines of the person's own notes that belong beside a question. */
export function notesOf(step: AskingStep, { notesFor }: FormOptions): readonly string[] {
  return step.type === 'ask' && notesFor !== undefined ? notesFor(step.item.question) : [];
}

const questionId = (step: AskingStep): string | undefined =>
  step.type === 'ask' ? step.item.question.id : step.probe.about[0]?.split('.').slice(0, 2).join('.');

function coachOf({ session, situation }: Scene, id: string): readonly string[] {
  const question = session.bank.question(id);
  const value = situation.view.value(id);
  if (question === undefined || value === undefined) return [];
  return coachLines(question, value, session.bank).map(({ text }) => text);
}

/** The paragraph being written: the sentences of the section of a question, in the order of its questions. */
function sectionSentences(
  scene: Scene,
  question: string,
  { sentencesFor }: FormOptions,
): PaneView['sentences'] {
  if (sentencesFor === undefined) return [];
  const section = scene.session.bank.question(question)?.section;
  const items = scene.situation.plan.filter(
    (item) => item.question.section === section && item.cell === undefined,
  );
  return items
    .filter((item) => isAsked(item) && item.value !== undefined)
    .flatMap((item) => sentencesFor(scene, item.id));
}
