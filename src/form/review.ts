import { SEVERITIES, labelOf } from '../bank/index.js';
import type { Finding } from '../analysis/index.js';
import {
  answerOf,
  isAsked,
  isOpen,
  questionOfStep,
  requiredOpen,
  type PlanItem,
  type StepId,
} from '../interview/index.js';
import { counted } from '../kernel/index.js';
import type { Scene } from '../runner/index.js';
import { isActive, thinText } from './notices.js';
import { stepLabel } from './outline.js';
import { writingLine } from './radius.js';
import type { ReviewLine } from './view.js';

/** One line of the review before one of them has the focus. */
export type ReviewEntry = Omit<ReviewLine, 'focused'>;

/** Everything that is worth a look before finishing: what was typed at `typed` and not recorded, then the most severe first; `today` tells what is overdue. */
export function reviewOf(scene: Scene, today: string, typed: readonly StepId[]): readonly ReviewEntry[] {
  const key = [today, ...typed].join(' ');
  const known = reviews.get(scene);
  if (known?.key === key) return known.lines;
  const { findings } = scene.analysis;
  const lines = [
    ...typedLines(scene, typed),
    ...bySeverity(findings.filter(isActive)).map((finding) => findingLine(scene, finding)),
    ...openLines(scene, today).filter(({ id }) => !typed.includes(id)),
    ...thinLines(scene),
    ...findings.filter((finding) => !isActive(finding)).map((finding) => waivedLine(finding, today)),
    ...uncheckedLine(scene),
    finishLine(scene),
  ];
  reviews.set(scene, { key, lines });
  return lines;
}

const reviews = new WeakMap<Scene, { key: string; lines: readonly ReviewEntry[] }>();

function typedLines(scene: Scene, typed: readonly StepId[]): readonly ReviewEntry[] {
  return typed.flatMap((id) => {
    const item = scene.situation.item(id);
    return item === undefined ? [] : [openLine(scene, item, 'typed, not recorded')];
  });
}

function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

function findingLine(scene: Scene, finding: Finding): ReviewEntry {
  const quotes = finding.quotes.map(({ label, text }) => `${label}: ${text}`);
  const reopened = finding.reopened === true ? ['It was accepted once; the answers have changed since.'] : [];
  const lowered = finding.lowered === undefined ? [] : [finding.lowered];
  return {
    type: 'finding',
    id: finding.id,
    severity: finding.severity,
    text: finding.title,
    detail: [finding.why, ...quotes, ...lowered, ...reopened],
    step: stepOfQuote(scene, finding),
  };
}

/** The step where the first quoted answer can be changed: its cell if that is asked, else its question. */
function stepOfQuote({ situation, session }: Scene, { quotes }: Finding): StepId | undefined {
  for (const { id } of quotes) {
    const candidates = [id, questionOfStep(session.bank, id)?.id];
    const found = candidates.find((step) => step !== undefined && isThere(situation.item(step)));
    if (found !== undefined) return found;
  }
  return undefined;
}

const isThere = (item: PlanItem | undefined): boolean => item !== undefined && isAsked(item);

function openLines(scene: Scene, today: string): readonly ReviewEntry[] {
  const open = scene.situation.plan.filter(isOpen);
  const promised = scene.situation.plan.filter(({ state }) => state === 'unknown' || state === 'deferred');
  const required = open.filter((item) => item.question.required && item.cell === undefined);
  const rest = open.filter((item) => !required.includes(item));
  return [
    ...required.map((item) => openLine(scene, item, 'required')),
    ...promised.map((item) => openLine(scene, item, promiseText(scene, item, today))),
    ...rest.map((item) => openLine(scene, item, REASONS[item.state] ?? '')),
  ];
}

const REASONS: Partial<Record<PlanItem['state'], string>> = {
  stale: 'to be looked at again',
  default: 'default, not confirmed',
  unfit: 'the stored value does not fit',
};

function promiseText({ session }: Scene, item: PlanItem, today: string): string {
  const answer = answerOf(session, item.question.id);
  if (item.state === 'deferred') return `deferred; meanwhile ${answer?.meanwhile ?? ''}`;
  const owner = answer?.owner === undefined ? 'nobody named' : answer.owner;
  const due = answer?.due === undefined ? '' : `, due ${answer.due}${answer.due < today ? ' (overdue)' : ''}`;
  return `unknown: ${owner}${due}`;
}

function openLine(scene: Scene, item: PlanItem, note: string): ReviewEntry {
  const checks = scene.analysis.decides.get(item.id) ?? 0;
  const notes = [note, checks > 0 ? `decides ${counted(checks, 'check')}` : ''].filter((text) => text !== '');
  const text = notes.length > 0 ? `${stepLabel(item)} (${notes.join('; ')})` : stepLabel(item);
  return {
    type: 'open',
    id: item.id,
    severity: undefined,
    text,
    detail: [item.question.prompt],
    step: item.id,
  };
}

function thinLines(scene: Scene): readonly ReviewEntry[] {
  return scene.analysis.thin.map((thin) => {
    const question = questionOfStep(scene.session.bank, thin.id);
    const text = question === undefined ? thin.id : labelOf(question);
    const said = thinText(thin);
    return {
      type: 'thin',
      id: thin.id,
      severity: undefined,
      text,
      detail: said === undefined ? [] : [`${said}.`],
      step: thin.id,
    };
  });
}

function waivedLine(finding: Finding, today: string): ReviewEntry {
  const { waiver } = finding;
  const until =
    waiver === undefined
      ? ''
      : ` until ${waiver.until}${waiver.until < today ? ' (expired)' : ''}, by ${waiver.owner}`;
  return {
    type: 'waived',
    id: finding.id,
    severity: finding.severity,
    text: `${finding.title} (accepted${until})`,
    detail: waiver === undefined ? [] : [waiver.reason],
    step: undefined,
  };
}

function uncheckedLine({ analysis, session }: Scene): readonly ReviewEntry[] {
  const { unchecked } = analysis;
  if (unchecked.length === 0) return [];
  const needs = [...new Set(unchecked.flatMap((check) => check.needs))].slice(0, 5);
  const labels = needs.map((id) => {
    const question = questionOfStep(session.bank, id);
    return question === undefined ? id : labelOf(question);
  });
  const text = `${counted(unchecked.length, 'check')} cannot be decided yet`;
  const detail = labels.length > 0 ? [`They need: ${[...new Set(labels)].join(', ')}.`] : [];
  const step = needs[0] === undefined ? undefined : questionOfStep(session.bank, needs[0])?.id;
  return [{ type: 'unchecked', id: 'unchecked', severity: undefined, text, detail, step }];
}

function finishLine(scene: Scene): ReviewEntry {
  const required = requiredOpen(scene.situation).length;
  const gap = required > 0 ? `; ${counted(required, 'required answer')} missing, printed as gaps` : '';
  return {
    type: 'finish',
    id: 'finish',
    severity: undefined,
    text: `Finish${gap}`,
    detail: [],
    step: undefined,
  };
}

/** Says in one line what is left: findings, open questions, required answers. */
export function reviewSummary(scene: Scene): string {
  const active = scene.analysis.findings.filter(isActive);
  const block = active.filter(({ severity }) => severity === 'block').length;
  const open = scene.situation.plan.filter((item) => isOpen(item) || item.state === 'unknown').length;
  const required = requiredOpen(scene.situation).length;
  const parts = [
    `${counted(active.length, 'finding')}${block > 0 ? ` (${String(block)} blocking)` : ''}`,
    counted(open, 'open question'),
    required > 0 ? `${counted(required, 'required answer')} missing` : 'all required answers given',
  ];
  return [parts.join(', '), ...writingLine(scene)].join('. ');
}
