import type { AskingStep, Intent, Standing } from '../interview/index.js';
import { err, ok, type Problem, type Result } from '../kernel/index.js';
import { besides, commit } from './ask.js';
import { dialogText, lineField, withError, type DialogOption, type DialogState } from './dialog.js';
import { readDraft } from './draft.js';
import { parseOwnerDue } from './owner-due.js';
import { closed, type FormState, type World } from './state.js';
import { draftContext, keptDraft } from './step-draft.js';

const STATUSES: readonly DialogOption[] = [
  { id: 'skip', label: 'Skip for now', detail: 'asked again later; listed as a gap until then' },
  { id: 'unknown', label: 'Unknown', detail: 'somebody else knows; becomes an open question' },
  { id: 'not-applicable', label: 'Not applicable', detail: 'with the reason, printed in the spec' },
  { id: 'deferred', label: 'Deferred', detail: 'decided later, with the behaviour until then' },
  { id: 'assumed', label: 'Assumed', detail: 'what is in the field, but nobody confirmed it' },
];

/** Opens the statuses that a question takes instead of an answer. */
export function statusDialog(step: AskingStep, lastOwnerDue: string): DialogState {
  const line = (id: string, onlyFor: string, label: string) => ({
    id,
    onlyFor,
    label,
    required: onlyFor !== 'unknown',
  });
  return {
    name: 'status',
    about: step.id,
    title: 'Another kind of answer',
    body: [],
    fields: [
      { kind: 'pick', id: 'status', label: 'Status', required: true, options: STATUSES, picked: '' },
      lineField({
        ...line('owner', 'unknown', 'Who knows, and until when'),
        placeholder: '@dba by 15 Dec',
        text: lastOwnerDue,
      }),
      lineField({
        ...line('reason', 'not-applicable', 'Reason'),
        placeholder: 'no personal data is stored',
        text: '',
      }),
      lineField({
        ...line('meanwhile', 'deferred', 'What it does meanwhile'),
        placeholder: 'refuse with 503',
        text: '',
      }),
    ],
    focus: 'status',
    error: '',
  };
}

/** Records the chosen status for the current question, or says in the dialog what is missing. */
export function submitStatus(
  state: FormState,
  about: { dialog: DialogState; step: AskingStep },
  world: World,
): FormState {
  const { dialog, step } = about;
  if (dialog.about !== step.id) return closed(state);
  const intent = intentOf(state, about, world);
  if (!intent.ok) return withDialog(state, withError(dialog, sentenceOf(intent.error)));
  const after = commit(closed(state), intent.value, world);
  if (after.error !== undefined)
    return withDialog({ ...after, error: undefined }, withError(dialog, after.error.text));
  const used = dialogText(dialog, 'status') === 'unknown' ? dialogText(dialog, 'owner') : '';
  return used === '' ? after : { ...after, lastOwnerDue: used };
}

const withDialog = (state: FormState, dialog: DialogState): FormState => ({
  ...state,
  overlay: { type: 'dialog', dialog },
});

const sentenceOf = ({ message, hint }: Problem): string =>
  hint === undefined ? message : `${message} ${hint}`;

type IntentAt = Extract<Intent, { at: string }>;
type About = { readonly dialog: DialogState; readonly step: AskingStep };

function intentOf(state: FormState, { dialog, step }: About, world: World): Result<IntentAt, Problem> {
  const status = dialogText(dialog, 'status');
  if (status === '')
    return err({ code: 'nothing-picked', message: 'Nothing is picked yet.', hint: 'Press a digit.' });
  if (status === 'skip') return ok({ type: 'skip', at: step.id });
  const standing = standingOf(state, { dialog, step }, world);
  if (!standing.ok) return standing;
  return ok({ type: 'set-status', at: step.id, standing: standing.value, ...besides(state, step) });
}

function standingOf(state: FormState, { dialog, step }: About, world: World): Result<Standing, Problem> {
  const read = readDraft(keptDraft(state, step).draft, draftContext(state, step.id));
  const value = read.type === 'value' ? read.value : undefined;
  switch (dialogText(dialog, 'status')) {
    case 'unknown':
      return unknownOf(dialogText(dialog, 'owner'), world.options.now());
    case 'not-applicable':
      return ok({ status: 'not-applicable', reason: dialogText(dialog, 'reason') });
    case 'deferred':
      return ok({
        status: 'deferred',
        meanwhile: dialogText(dialog, 'meanwhile'),
        ...(value === undefined ? {} : { value }),
      });
    default:
      if (value !== undefined) return ok({ status: 'assumed', value });
      return err({
        code: 'nothing-assumed',
        message: 'There is no answer to assume yet.',
        hint: 'Press Esc, type it in the field, then open this again.',
      });
  }
}

function unknownOf(line: string, now: number): Result<Standing, Problem> {
  const read = parseOwnerDue(line, now);
  return read.ok ? ok({ status: 'unknown', ...read.value }) : read;
}
