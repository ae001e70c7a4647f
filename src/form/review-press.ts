import type { CommandName } from './bindings.js';
import { waiveDialog } from './waive-dialog.js';
import { windowAround } from './drafts/window.js';
import { focusStep, movedWithin } from './focus.js';
import { layoutOf } from './layout.js';
import { jumpTo, moved } from './moving.js';
import { dayFrom } from './owner-due.js';
import { reviewOf, reviewSummary, type ReviewEntry } from './review.js';
import { typedSteps } from './step-draft.js';
import { withNotice, type FormState, type World } from './state.js';

/** Moves in the review, goes to what can be fixed, waives a finding, or finishes. */
export function commandReview(state: FormState, command: CommandName, world: World): FormState {
  const { lines, index } = shownReview(state, world.options.now());
  const line = lines[index];
  if (command === 'choose') return line === undefined ? state : chosen(state, line, world);
  if (command === 'waive') return waived(state, line, world);
  const by = focusStep(command, layoutOf(state.size.columns, state.size.rows).listRows);
  return by === undefined
    ? state
    : { ...state, reviewFocus: keyOf(lines[movedWithin(lines.length, index, by)]) };
}

const keyOf = (line: ReviewEntry | undefined): string | undefined =>
  line === undefined ? undefined : `${line.type} ${line.id}`;

function chosen(state: FormState, line: ReviewEntry, world: World): FormState {
  if (line.type === 'finish') return moved(state, { type: 'finish' }, world);
  if (line.step === undefined) return withNotice(state, 'There is no question to go to from here.');
  return jumpTo({ ...state, reviewFocus: keyOf(line) }, line.step, world);
}

function waived(state: FormState, line: ReviewEntry | undefined, world: World): FormState {
  const finding = state.scene.analysis.findings.find(({ id }) => id === line?.id);
  const isFinding = line?.type === 'finding' || line?.type === 'waived';
  if (finding === undefined || !isFinding)
    return withNotice(state, 'Only a finding can be accepted. Enter goes to what is open.');
  const dialog = state.dialogs.get(`waive ${finding.id}`) ?? waiveDialog(state, finding, world.options.now());
  return { ...state, overlay: { type: 'dialog', dialog } };
}

/** The lines of the review, and which of them has the focus. */
export function shownReview(
  state: FormState,
  now: number,
): { readonly lines: readonly ReviewEntry[]; readonly index: number } {
  const lines = reviewOf(state.scene, dayFrom(now, 0), typedSteps(state));
  const found = lines.findIndex((line) => keyOf(line) === state.reviewFocus);
  return { lines, index: Math.max(0, found) };
}

/** Draws the review: the lines that fit, details of the focused one only. */
export function reviewView(state: FormState, now: number) {
  const { lines, index } = shownReview(state, now);
  const { listRows } = layoutOf(state.size.columns, state.size.rows);
  const room = Math.max(1, listRows - (lines[index]?.detail.length ?? 0));
  const { from, to } = windowAround(lines.length, index, room);
  return {
    type: 'review' as const,
    lines: lines.slice(from, to).map((line, offset) => shown(line, from + offset === index)),
    above: from,
    below: lines.length - to,
    summary: reviewSummary(state.scene),
  };
}

const shown = (line: ReviewEntry, focused: boolean) => ({
  ...line,
  detail: focused ? line.detail : [],
  focused,
});
