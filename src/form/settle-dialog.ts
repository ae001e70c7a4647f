import { problemText } from '../kernel/index.js';
import type { Choice, Foreign } from '../runner/index.js';
import { dialogText, withError, type DialogField, type DialogState } from './dialog.js';
import { closed, withNotice, type FormState, type World } from './state.js';
import { withoutDraft } from './step-draft.js';

type Way = Choice['way'];

const WAYS: readonly { readonly id: Way; readonly label: string; readonly detail: string }[] = [
  { id: 'merge', label: 'Join both', detail: 'answer by answer; you choose where both changed the same one' },
  { id: 'mine', label: 'Keep mine', detail: 'what was said here counts; the other file is kept as a copy' },
  {
    id: 'reload',
    label: 'Reload',
    detail: 'what stands on the disk counts; what was said here is kept as a copy',
  },
];

/** Lays the choice over the screen when a key met a file that somebody else had changed. */
export function withSettling(state: FormState, before: Foreign | undefined, { runner }: World): FormState {
  const { foreign } = runner.scene();
  if (foreign === undefined || foreign === before) return state;
  return { ...state, scene: runner.scene(), overlay: { type: 'dialog', dialog: settleDialog(foreign) } };
}

function settleDialog({ file, readable, says, clashes }: Foreign): DialogState {
  const options = WAYS.filter(({ id }) => readable || id === 'mine');
  const way: DialogField = {
    ...{ id: WAY, label: 'What counts', required: true, kind: 'pick' },
    ...{ options, picked: '' },
  };
  return {
    name: 'settle',
    about: '',
    title: `Somebody else changed ${file}`,
    body: ['Nothing was saved over it yet, and nothing is lost either way.', ...says],
    fields: [way, ...clashes.map(clashField)],
    focus: WAY,
    error: '',
  };
}

const WAY = 'way';

function clashField({ key, label, mine, theirs }: Foreign['clashes'][number]): DialogField {
  const options = [
    { id: 'mine', label: 'Mine', detail: mine },
    { id: 'theirs', label: 'Theirs', detail: theirs },
  ];
  return { id: key, label, required: true, onlyFor: 'merge', kind: 'pick', options, picked: '' };
}

/** Goes on from what was chosen, or says what still has to be. */
export function submitSettling(state: FormState, dialog: DialogState, world: World): FormState {
  const way = WAYS.find(({ id }) => id === dialogText(dialog, WAY))?.id;
  const open = dialog.fields.find(
    ({ id }) => dialogText(dialog, id) === '' && (id === WAY || way === 'merge'),
  );
  if (way === undefined || open !== undefined)
    return over(
      state,
      withError({ ...dialog, focus: open?.id ?? WAY }, 'Nothing is picked yet. Press a digit.'),
    );
  const theirs = dialog.fields.filter(({ id }) => dialogText(dialog, id) === 'theirs').map(({ id }) => id);
  const { at } = world.runner.scene().foreign ?? {};
  const settled = world.runner.settle({ way, theirs: new Set(theirs) });
  if (!settled.ok) return over(state, withError(dialog, problemText(settled.error)));
  const there = closed({ ...state, scene: world.runner.scene(), error: undefined });
  // What was typed is recorded now; after a reload it waits in its field.
  const recorded = way === 'reload' || at === undefined ? there : withoutDraft(there, at);
  return withNotice(recorded, settled.value);
}

const over = (state: FormState, dialog: DialogState): FormState => ({
  ...state,
  overlay: { type: 'dialog', dialog },
});
