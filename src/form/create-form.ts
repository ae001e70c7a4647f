import { welcomeDialog } from './dialogs.js';
import { openDialog } from './dialog-file.js';
import { flushDraft, restoredDialogs, restoredDrafts } from './draft-file.js';
import { pressed } from './dispatch.js';
import { formView } from './form-view.js';
import { withOpening } from './guide.js';
import { takeText } from './hand-off.js';
import type { Key } from './keys.js';
import { timedOut } from './leave.js';
import { withSettling } from './settle-dialog.js';
import type { FormOptions, FormState, World } from './state.js';
import type { FormView } from './view.js';

/** What is on the screen but not yet recorded, as a plain store: views subscribe, keys go in, nothing answers back. */
export type Form = {
  readonly view: () => FormView;
  readonly subscribe: (listener: () => void) => () => void;
  readonly press: (key: Key) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** Says what time it is; called about four times a second, it keeps the saved draft at most 1 s behind. */
  readonly tick: (now: number) => void;
  /** Takes the text back that `onEditor` handed out; `undefined` leaves the draft as it is. */
  readonly takeText: (step: string, text: string | undefined) => void;
  /** Saves what is being typed at once, for signals and the end; says why that failed, or nothing. */
  readonly flush: () => string;
};

/** What a form is made of: the loop of the interview, and the world around it. */
export type FormParts = { readonly runner: World['runner']; readonly options: FormOptions };

const SAVE_AFTER = 750;

/** Opens the form of an interview, where the draft says it stopped. */
export function createForm({ runner, options }: FormParts): Form {
  const world: World = { runner, options };
  const listeners = new Set<() => void>();
  let state = openedState(world);
  const viewed = cachedView(world);
  let saving = { kept: state, at: options.now(), problem: '' };
  let busy = false;

  const changeTo = (next: FormState, problem = saving.problem) => {
    if (next === state && problem === saving.problem) return;
    state = next;
    saving = { ...saving, problem };
    for (const listener of listeners) listener();
  };
  const acting = (act: () => FormState) => {
    busy = true;
    const { foreign } = runner.scene();
    const next = withSettling(act(), foreign, world);
    busy = false;
    changeTo(next);
  };
  const save = (at: number) => {
    const problem = flushDraft(state, world);
    saving = { ...saving, kept: state, at };
    changeTo(state, problem);
    return problem;
  };
  const saveLate = (now: number) => {
    if (now - saving.at >= SAVE_AFTER && isUnsaved(saving.kept, state)) save(now);
  };

  runner.subscribe(() => {
    if (!busy) changeTo({ ...state, scene: runner.scene() });
  });
  return {
    view: () => viewed(state, saving.problem),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    press: (key) => acting(() => pressed(state, key, world)),
    resize: (columns, rows) => changeTo(resized(state, columns, rows)),
    tick: (now) => {
      changeTo(timedOut(state, now));
      saveLate(now);
    },
    takeText: (step, text) => changeTo(takeText(state, step, text)),
    flush: () => save(options.now()),
  };
}

/** Computes the view once per state: a store must give the same value until something changes. */
function cachedView(world: World): (state: FormState, problem: string) => FormView {
  let shown: { state: FormState; problem: string; view: FormView } | undefined;
  return (state, problem) => {
    if (shown?.state !== state || shown.problem !== problem) {
      shown = { state, problem, view: formView(state, problem, world) };
    }
    return shown.view;
  };
}

function resized(state: FormState, columns: number, rows: number): FormState {
  if (state.size.columns === columns && state.size.rows === rows) return state;
  return { ...state, size: { columns, rows } };
}

const isUnsaved = (kept: FormState, now: FormState): boolean =>
  kept.drafts !== now.drafts ||
  kept.remarks !== now.remarks ||
  kept.dialogs !== now.dialogs ||
  openDialog(kept.overlay) !== openDialog(now.overlay) ||
  kept.scene.step !== now.scene.step;

function openedState(world: World): FormState {
  const { runner, options } = world;
  const state = freshState(world);
  const { step, drafts, remarks } = restoredDrafts(state, options.draft);
  if (step !== undefined) runner.send(step === 'review' ? { type: 'review' } : { type: 'go-to', to: step });
  const there = { ...state, scene: runner.scene(), drafts, remarks };
  return withOpening(restoredDialogs(there, options.draft, options.now()), world);
}

function freshState({ runner, options }: World): FormState {
  const scene = runner.scene();
  const nameless = scene.session.mode === 'spec' && scene.session.saved.name.trim() === '';
  return {
    size: { columns: options.columns, rows: options.rows },
    scene,
    overlay: { type: 'none' },
    welcome: nameless ? welcomeDialog(options.guided === true) : undefined,
    guide: { on: options.guided === true, told: new Set(), keeps: false },
    depth: { chosen: options.depthChosen, asked: false, focus: undefined },
    drafts: new Map(),
    proposals: options.proposals ?? new Map(),
    remarks: new Map(),
    here: new Set(),
    dialogs: new Map(),
    notice: '',
    error: undefined,
    leaveAskedAt: undefined,
    reviewFocus: undefined,
    lastOwnerDue: '',
    lastWaiver: { owner: '', until: '' },
    returnTo: undefined,
  };
}
