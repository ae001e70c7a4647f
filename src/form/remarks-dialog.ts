import type { Rejected, Source } from '../bank/index.js';
import type { AskingStep, Remarks } from '../interview/index.js';
import { besides } from './ask.js';
import { dialogText, lineField, withError, type DialogOption, type DialogState } from './dialog.js';
import { closed, withNotice, type FormState } from './state.js';

const SOURCES: readonly (DialogOption & { readonly id: Source })[] = [
  { id: 'measured', label: 'Measured', detail: 'from logs, metrics or a test' },
  { id: 'contract', label: 'Contract', detail: 'somebody promised it in writing' },
  { id: 'code', label: 'Code', detail: 'it is what the code does today' },
  { id: 'estimate', label: 'Estimate', detail: 'calculated, not measured' },
  { id: 'guess', label: 'Guess', detail: 'nobody calculated it' },
];

/** Opens what can be said beside an answer; it starts with what was said before. */
export function remarksDialog(state: FormState, step: AskingStep): DialogState {
  const said = besides(state, step).remarks ?? {};
  const rejected = (said.rejected ?? []).map(({ option, because }) => `${option}: ${because}`).join('\n');
  const line = (id: string, label: string) => ({ id, label, required: false, multiline: true });
  return {
    name: 'remarks',
    about: step.id,
    title: 'Beside the answer',
    body: [],
    fields: [
      lineField({
        ...line('why', 'Why this answer'),
        placeholder: 'thirty days of gateway logs',
        text: said.why ?? '',
      }),
      lineField({
        ...line('rejected', 'Rejected, one per line'),
        placeholder: 'a second region: twice the cost',
        text: rejected,
      }),
      {
        kind: 'pick',
        id: 'source',
        label: 'Source',
        required: false,
        options: SOURCES,
        picked: said.source ?? '',
      },
    ],
    focus: 'why',
    error: '',
  };
}

/** Keeps what was said until the answer is recorded, or says which line cannot be read. */
export function submitRemarks(state: FormState, dialog: DialogState): FormState {
  const lines = dialogText(dialog, 'rejected')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const rejected = lines.map(rejectedOf);
  const unclear = lines.find((_, index) => rejected[index] === undefined);
  if (unclear !== undefined) {
    const error = `“${unclear.trim()}” has no reason. Write it as option: because, for example: a queue: twice the parts.`;
    return {
      ...state,
      overlay: { type: 'dialog', dialog: withError({ ...dialog, focus: 'rejected' }, error) },
    };
  }
  const remarks = new Map([...state.remarks, [dialog.about, remarksOf(dialog, rejected)]]);
  return withNotice(
    closed({ ...state, remarks }),
    'Kept beside the answer; Enter in the field records both.',
  );
}

function rejectedOf(line: string): Rejected | undefined {
  const colon = line.indexOf(':');
  const option = line.slice(0, Math.max(0, colon)).trim();
  const because = line.slice(colon + 1).trim();
  return colon > 0 && option !== '' && because !== '' ? { option, because } : undefined;
}

// What was emptied stays as `undefined`, so that it replaces what was said before.
function remarksOf(dialog: DialogState, rejected: readonly (Rejected | undefined)[]): Remarks {
  const why = dialogText(dialog, 'why');
  const kept = rejected.filter((entry) => entry !== undefined);
  const source = SOURCES.find(({ id }) => id === dialogText(dialog, 'source'))?.id;
  const said = { why: why === '' ? undefined : why, rejected: kept.length === 0 ? undefined : kept, source };
  return said as Remarks;
}
