import { previousGrapheme } from '../kernel/index.js';
import type { CommandName } from './bindings.js';
import type { Key } from './keys.js';
import { layoutOf } from './layout.js';
import { jumpTo } from './moving.js';
import { filterOutline, isReachable, outlineOf, type OutlineEntry } from './outline.js';
import { closed, withNotice, type FormState, type OverlayState, type World } from './state.js';
import { askingStep } from './step-draft.js';
import type { OutlineLine } from './view.js';
import { windowAround } from './drafts/window.js';
import { focusStep, movedWithin } from './focus.js';

type OutlineState = Extract<OverlayState, { type: 'outline' }>;

/** Opens the outline at the current question. */
export function openOutline(state: FormState): FormState {
  return {
    ...state,
    notice: '',
    overlay: { type: 'outline', filter: '', focus: askingStep(state.scene)?.id },
  };
}

/** Types into the filter of the outline. */
export function typeFilter(state: FormState, outline: OutlineState, key: Key): FormState {
  const filter = filterAfter(outline.filter, key);
  return filter === undefined || filter === outline.filter
    ? state
    : withOutline(state, { ...outline, filter });
}

function filterAfter(filter: string, key: Key): string | undefined {
  if (key.type !== 'key') return (filter + key.text.replaceAll(/\s+/g, ' ')).slice(0, 200);
  if (key.name === 'backspace') return filter.slice(0, previousGrapheme(filter, filter.length));
  return key.name === 'ctrl-u' || key.name === 'ctrl-w' ? '' : undefined;
}

/** Moves the focus of the outline, goes to the focused question, or closes it. */
export function commandOutline(
  state: FormState,
  { outline, command }: { outline: OutlineState; command: CommandName },
  world: World,
): FormState {
  if (command === 'close') return closed(state);
  const { lines, index } = shownOutline(state, outline);
  if (command === 'choose') return chosen(state, lines[index], world);
  const by = focusStep(command, layoutOf(state.size.columns, state.size.rows).listRows);
  if (by === undefined || lines.length === 0) return state;
  return withOutline(state, { ...outline, focus: lines[movedTo(lines, index, by)]?.step });
}

const withOutline = (state: FormState, overlay: OutlineState): FormState => ({ ...state, overlay });

/** Headings cannot be focused: the focus goes over them, or stays. */
function movedTo(lines: readonly OutlineEntry[], index: number, by: number): number {
  const direction = by < 0 ? -1 : 1;
  let at = movedWithin(lines.length, index, by);
  while (lines[at]?.heading === true && at + direction >= 0 && at + direction < lines.length) at += direction;
  if (lines[at]?.heading === true) at = lines.findIndex((line) => !line.heading);
  return at === -1 ? index : at;
}

function chosen(state: FormState, line: OutlineEntry | undefined, world: World): FormState {
  if (line === undefined || line.heading) return state;
  if (isReachable(state.scene, line.step)) return jumpTo(state, line.step, world);
  const hint = line.note.startsWith('only in a') ? ' Alt+L changes the depth.' : '';
  return withNotice(state, `${line.text} is not asked: ${line.note}.${hint}`);
}

/** The lines that pass the filter, and which of them has the focus. */
function shownOutline(
  state: FormState,
  { filter, focus }: Pick<OutlineState, 'filter' | 'focus'>,
): { readonly lines: readonly OutlineEntry[]; readonly index: number } {
  const lines = filterOutline(outlineOf(state.scene), filter);
  const found = focus === undefined ? -1 : lines.findIndex((line) => line.step === focus && !line.heading);
  return { lines, index: found === -1 ? lines.findIndex((line) => !line.heading) : found };
}

/** Draws the outline: only the lines that fit. */
export function outlineView(state: FormState, outline: OutlineState) {
  const { lines, index } = shownOutline(state, outline);
  const { listRows } = layoutOf(state.size.columns, state.size.rows);
  const { from, to } = windowAround(lines.length, Math.max(0, index), listRows);
  return {
    type: 'outline' as const,
    filter: outline.filter,
    lines: lines.slice(from, to).map((line, offset) => shown(line, from + offset === index)),
    above: from,
    below: lines.length - to,
  };
}

function shown({ step, section, heading, text, state, note }: OutlineEntry, focused: boolean): OutlineLine {
  return { step, section, heading, text, state, note, focused };
}
