import { counted, joined, textWidth } from '../kernel/index.js';
import { requiredOpen, isOpen } from '../interview/index.js';
import { askView } from './ask-view.js';
import { footerFor, helpFor, type Where } from './bindings.js';
import { asksDepth, depthPick } from './depth.js';
import { dialogView } from './dialog-view.js';
import { fieldFooter, fieldKeys } from './field-keys.js';
import { layoutOf } from './layout.js';
import { isActive } from './notices.js';
import { stepLabel } from './outline.js';
import { outlineView } from './outline-press.js';
import { EMPTY_PANE, notesOf, paneOf } from './pane.js';
import { reviewView, shownReview } from './review-press.js';
import { radiusOf, writingLine } from './radius.js';
import type { FormState, World } from './state.js';
import { askingStep, shapeOf, typedSteps } from './step-draft.js';
import type { FormView, Overlay, WhyPart } from './view.js';
import { findingParts, whyOf } from './why.js';

/** Says where keys go now: to what lies over the screen, else to the screen. */
export function whereOf(state: FormState): Where {
  if (state.overlay.type !== 'none') return state.overlay.type;
  return screenOf(state);
}

/** The screen under whatever lies over it. */
function screenOf(state: FormState): Where {
  if (state.welcome !== undefined) return 'welcome';
  if (state.scene.step.type === 'finished') return 'finished';
  if (asksDepth(state)) return 'depth';
  return state.scene.step.type === 'review' ? 'review' : 'ask';
}

/** Computes the whole screen as data. */
export function formView(state: FormState, saved: string, world: World): FormView {
  const { scene, size } = state;
  const shown = layoutOf(size.columns, size.rows).pane > 0 || state.overlay.type === 'pane';
  const screen = screenView(state, world);
  return {
    columns: size.columns,
    rows: size.rows,
    title: scene.session.mode === 'context' ? 'Shared context' : scene.session.saved.name,
    progress: { ...scene.progress, section: sectionTitle(state) },
    notice: state.notice === '' ? (scene.whisper ?? '') : state.notice,
    saved: saved === '' ? 'saved' : saved,
    screen,
    overlay: overlayView(state, world),
    pane: shown ? paneOf(scene, world.options) : EMPTY_PANE,
    footer: footerOf(whereOf(state), screen, state.guide.on),
    scene,
  };
}

/** In a table or a list Enter means something else: the footer says what. */
function footerOf(where: Where, screen: FormView['screen'], isGuided: boolean): FormView['footer'] {
  const keys = footerFor(where, isGuided);
  if (where !== 'ask' || screen.type !== 'ask') return keys;
  const own = fieldFooter(screen.ask.field);
  const inside = screen.ask.field.type === 'table' && screen.ask.field.mode !== 'rows';
  if (inside) return [...own, ...keys.filter(({ does }) => does === 'help')];
  const named = new Set(own.map((key) => key.keys));
  return own.length === 0 ? keys : [...own, ...keys.slice(1).filter((key) => !named.has(key.keys))];
}

function sectionTitle({ scene }: FormState): string {
  const { section } = scene.progress;
  return scene.session.bank.section(section)?.title ?? section;
}

function screenView(state: FormState, world: World): FormView['screen'] {
  const width = layoutOf(state.size.columns, state.size.rows).main;
  if (state.welcome !== undefined)
    return { type: 'welcome', dialog: dialogView(state.welcome, width, footerFor('welcome')) };
  const step = askingStep(state.scene);
  const screen = screenOf(state);
  if (screen === 'finished') return { type: 'finished', lines: finishedLines(state) };
  if (screen === 'depth')
    return { type: 'depth', pick: depthPick(state), prompt: 'How deep shall this interview go?' };
  if (step === undefined) return reviewView(state, world.options.now());
  return { type: 'ask', ask: askView(state, step, world.options) };
}

const REPORT_OFFERED = 'k keeps the report of this interview as learning.md beside the spec.';
const REPORT_KEPT = 'The report will stand beside the spec as learning.md. k takes that back.';

function finishedLines(state: FormState): readonly string[] {
  const { scene, guide } = state;
  const open = scene.situation.plan.filter(isOpen).length;
  const required = requiredOpen(scene.situation).length;
  const findings = scene.analysis.findings.filter(isActive).length;
  const { answers } = scene.session.saved;
  return [
    `${scene.session.saved.name}: ${counted(answers.size, 'answer')}, ${counted(findings, 'finding')}, ${counted(open, 'open question')}.`,
    required > 0
      ? `${counted(required, 'required answer')} missing: printed in the spec as gaps.`
      : 'Every required answer is given.',
    ...typedLines(state),
    ...writingLine(scene),
    ...(guide.on ? [guide.keeps ? REPORT_KEPT : REPORT_OFFERED] : []),
    'Enter writes the files. Shift+Tab goes back to the review.',
  ];
}

function typedLines(state: FormState): readonly string[] {
  const items = typedSteps(state).flatMap((step) => state.scene.situation.item(step) ?? []);
  return items.length === 0
    ? []
    : [`Typed and not recorded, so kept but not in the files: ${joined(items.map(stepLabel))}.`];
}

function overlayView(state: FormState, world: World): Overlay {
  const { overlay } = state;
  const width = layoutOf(state.size.columns, state.size.rows).main;
  switch (overlay.type) {
    case 'none':
    case 'pane':
    case 'guide':
      return overlay;
    case 'leave':
      return { type: 'leave' };
    case 'help':
      return { type: 'help', from: overlay.from, groups: helpGroups(state) };
    case 'radius':
      return { type: 'radius', from: overlay.from, parts: radiusOf(state.scene) };
    case 'why':
      return { type: 'why', from: overlay.from, parts: whyParts(state, world) };
    case 'outline':
      return outlineView(state, overlay);
    case 'dialog':
      return { type: 'dialog', dialog: dialogView(overlay.dialog, width, footerFor('dialog')) };
  }
}

/** The keys that work on the screen below help, and in its field. */
function helpGroups(state: FormState): Extract<Overlay, { type: 'help' }>['groups'] {
  const screen = screenOf(state);
  const step = askingStep(state.scene);
  const groups = helpFor(screen);
  return screen === 'ask' && step !== undefined
    ? [...groups, { title: 'In this field', keys: fieldKeys(shapeOf(step).kind) }]
    : groups;
}

function whyParts(state: FormState, { options }: World): readonly WhyPart[] {
  const step = askingStep(state.scene);
  if (step !== undefined) {
    const notes = { title: 'From your notes', lines: notesOf(step, options) };
    return [
      ...[notes].filter(({ lines }) => lines.length > 0),
      ...whyOf(state.scene, step, options.incident),
    ];
  }
  const { lines, index } = shownReview(state, options.now());
  const finding = state.scene.analysis.findings.find(({ id }) => id === lines[index]?.id);
  return finding === undefined ? [] : findingParts(finding, options.incident);
}

/** About how many lines an overlay that scrolls has at this width. */
export function pageLines(state: FormState, world: World): number {
  const { overlay } = state;
  const width = layoutOf(state.size.columns, state.size.rows).main;
  if (overlay.type === 'help')
    return helpGroups(state).reduce((sum, group) => sum + group.keys.length + 2, 0);
  if (overlay.type === 'pane') return paneLines(state, world);
  const parts = partsOver(state, world);
  return parts.reduce(
    (sum, part) =>
      sum + 2 + part.lines.reduce((rows, line) => rows + 1 + Math.floor(textWidth(line) / width), 0),
    0,
  );
}

function partsOver(state: FormState, world: World): readonly WhyPart[] {
  const { overlay, scene } = state;
  if (overlay.type === 'guide') return overlay.parts;
  return overlay.type === 'radius' ? radiusOf(scene) : whyParts(state, world);
}

function paneLines(state: FormState, { options }: World): number {
  const { findings, facts, sentences, coach, notes = [] } = paneOf(state.scene, options);
  const quoted = findings.reduce((sum, finding) => sum + 2 + finding.quotes.length, 0);
  return quoted + facts.length * 2 + sentences.length * 2 + coach.length + notes.length * 2 + 6;
}
