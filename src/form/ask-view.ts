import { labelOf, rowName, valueText, type Value } from '../bank/index.js';
import type { AskingStep, PlanItem } from '../interview/index.js';
import { problemText } from '../kernel/index.js';
import type { Scene } from '../runner/index.js';
import { keepsHere } from './ask.js';
import { fieldView, holdsText, readDraft, type Draft, type Read } from './draft.js';
import { guideLines } from './guide-lines.js';
import { layoutOf } from './layout.js';
import { stepLabel } from './outline.js';
import type { FormOptions, FormState } from './state.js';
import { draftContext, keptDraft, proposedFor } from './step-draft.js';
import type { AskView } from './view.js';

/** Draws one question with its field, what was understood, and the sentence it becomes. */
export function askView(state: FormState, step: AskingStep, options: FormOptions): AskView {
  const { draft } = keptDraft(state, step);
  const context = draftContext(state, step.id);
  const layout = layoutOf(state.size.columns, state.size.rows);
  const read = readDraft(draft, context);
  return {
    ...(step.type === 'probe' ? probeText(state, step) : questionText(state, step.item)),
    ...proposalText(state, step),
    step: step.id,
    section: sectionOf(state, step),
    field: fieldView(draft, { width: layout.main, rows: layout.fieldRows }, context),
    shared: isShared(state, step),
    echo: echoOf(read, draft),
    sentence: sentenceOf(state, { step, read }, options),
    error: errorOf(state, step),
    ...(state.guide.on ? { guide: guideLines(step) } : {}),
  };
}

type Texts = Pick<AskView, 'prompt' | 'detail' | 'label' | 'state' | 'example'>;

function probeText({ scene }: FormState, { probe }: Extract<AskingStep, { type: 'probe' }>): Texts {
  const about = probe.about
    .map((id) => scene.session.bank.question(id))
    .filter((question) => question !== undefined);
  const names = [...new Set(about.map(labelOf))];
  const detail = [
    ...(probe.why === undefined ? [] : [probe.why]),
    ...(names.length > 0 ? [`Follows from: ${names.join(', ')}.`] : []),
    ...(probe.by === undefined ? [] : [`Asked by ${probe.by.split(',')[0] ?? ''}.`]),
    'Alt+X dismisses it.',
  ].join(' ');
  return { prompt: probe.asks, detail, label: 'Follow-up', state: 'probe', example: '' };
}

function questionText({ scene }: FormState, item: PlanItem): Texts {
  const { question, cell, state } = item;
  const base = { label: stepLabel(item), state, example: exampleOf(item) };
  if (cell !== undefined) {
    return { ...base, label: labelOf(question), prompt: cellPrompt(item), detail: question.prompt };
  }
  return { ...base, prompt: question.prompt, detail: staleText(scene, item) + (question.detail ?? '') };
}

/** Says where a prefilled answer was read: nothing of it is recorded before Enter. */
function proposalText(state: FormState, step: AskingStep): Partial<Texts> {
  const proposed = proposedFor(state, step);
  if (proposed === undefined || step.type === 'probe') return {};
  const detail = step.item.question.detail ?? '';
  return { detail: `Read from ${proposed.evidence}; Enter confirms it. ${detail}`.trim() };
}

function exampleOf({ question, cell }: PlanItem): string {
  const shape = cell?.column ?? question;
  return shape.strong === undefined || typeof shape.strong === 'boolean'
    ? ''
    : valueText(shape, shape.strong);
}

function staleText({ session }: Scene, { question, state }: PlanItem): string {
  const cause = state === 'stale' ? session.saved.stale.get(question.id) : undefined;
  const changed = cause === undefined ? undefined : session.bank.question(cause);
  return changed === undefined ? '' : `${labelOf(changed)} changed since; Enter keeps this answer. `;
}

/** Asks for one cell by the name of its row: “redis: what is its p99?”. */
function cellPrompt({ question, cell }: PlanItem): string {
  if (cell === undefined || question.kind !== 'table') return question.prompt;
  return `${rowName(question, cell.row)}: ${cell.column.prompt ?? cell.column.label}`;
}

function sectionOf({ scene }: FormState, step: AskingStep): string {
  const id = step.type === 'ask' ? step.item.question.section : step.probe.about[0]?.split('.')[0];
  return scene.session.bank.section(id ?? '')?.title ?? '';
}

function isShared(state: FormState, step: AskingStep): boolean {
  if (step.type === 'probe' || state.scene.session.mode === 'context') return false;
  return step.item.question.scope === 'repository' && !keepsHere(state, step);
}

function echoOf(read: Read, draft: Draft): string {
  if (read.type === 'ambiguous') return read.message;
  return read.type === 'value' && holdsText(draft) ? read.echo : '';
}

function sentenceOf(state: FormState, now: { step: AskingStep; read: Read }, options: FormOptions): string {
  const { step, read } = now;
  if (step.type === 'probe' || step.item.cell !== undefined || read.type !== 'value') return '';
  return sentenceFor(state, { id: step.item.question.id, value: read.value }, options);
}

function sentenceFor(
  { scene }: FormState,
  answer: { id: string; value: Value },
  { sentencesFor }: FormOptions,
): string {
  return sentencesFor?.(scene, answer.id, answer.value)[0]?.text ?? '';
}

/** The line under the field: what was refused, or why a stored value has to be asked again. */
function errorOf(state: FormState, step: AskingStep): string {
  if (state.error?.step === step.id) return state.error.text;
  if (step.type === 'probe' || step.item.state !== 'unfit' || state.drafts.has(step.id)) return '';
  const problem = state.scene.session.unfit.get(step.item.question.id);
  return problem === undefined ? '' : problemText(problem);
}
