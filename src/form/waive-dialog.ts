import { givenFor, type Finding } from '../analysis/index.js';
import type { Session, Waiver } from '../interview/index.js';
import { err, ok, problemText, type Problem, type Result } from '../kernel/index.js';
import { dialogText, lineField, withError, type DialogState } from './dialog.js';
import { dayFrom, parseDay } from './owner-due.js';
import { closed, withNotice, type FormState, type World } from './state.js';

const WAIVED_DAYS = 90;

/** Opens a waiver for one finding; owner and date start with those used last. */
export function waiveDialog(state: FormState, finding: Finding, now: number): DialogState {
  const known = finding.waiver;
  const owner = known?.owner ?? state.lastWaiver.owner;
  const until = state.lastWaiver.until === '' ? dayFrom(now, WAIVED_DAYS) : state.lastWaiver.until;
  return {
    name: 'waive',
    about: finding.id,
    title: `Accept for a while: ${finding.title}`,
    body: ['It stays in the spec as accepted, and opens again when the answers it rests on change.'],
    fields: [
      lineField({
        id: 'reason',
        label: 'Reason',
        required: true,
        placeholder: 'the bill is checked by hand until May',
        text: known?.reason ?? '',
      }),
      lineField({ id: 'owner', label: 'Owner', required: true, placeholder: 'payments', text: owner }),
      lineField({
        id: 'until',
        label: 'Until',
        required: true,
        placeholder: '2027-03-01',
        text: known?.until ?? until,
      }),
    ],
    focus: 'reason',
    error: '',
  };
}

/** Records the waiver, or says in the dialog what is missing. */
export function submitWaiver(state: FormState, dialog: DialogState, world: World): FormState {
  const finding = state.scene.analysis.findings.find(({ id }) => id === dialog.about);
  if (finding === undefined)
    return withNotice(closed(state), 'That finding is gone: its answers have changed.');
  const waiver = waiverOf(dialog, finding, { session: state.scene.session, now: world.options.now() });
  const sent = waiver.ok ? world.runner.send({ type: 'waive', waiver: waiver.value }) : waiver;
  if (!sent.ok)
    return { ...state, overlay: { type: 'dialog', dialog: withError(dialog, problemText(sent.error)) } };
  const lastWaiver = { owner: dialogText(dialog, 'owner'), until: dialogText(dialog, 'until') };
  return withNotice(
    closed({ ...state, scene: world.runner.scene(), lastWaiver }),
    `Accepted: ${finding.title}.`,
  );
}

type Ground = { readonly session: Session; readonly now: number };

function waiverOf(dialog: DialogState, finding: Finding, { session, now }: Ground): Result<Waiver, Problem> {
  const typed = dialogText(dialog, 'until');
  const until = parseDay(typed, now);
  if (until === undefined) {
    return err({
      code: 'waiver-date',
      message: `“${typed}” is not a date.`,
      hint: 'Write for example 2027-03-01, or 1 March.',
    });
  }
  const owner = dialogText(dialog, 'owner').replace(/^@/, '');
  return ok({
    finding: finding.id,
    reason: dialogText(dialog, 'reason'),
    owner,
    until,
    given: givenFor(finding, session),
  });
}
