import type { Rejected, Source } from '../bank/index.js';
import type { AskingStep, Remarks } from '../interview/index.js';
import type { Held, Next } from './held.js';
import { keepsHere, record, saidBefore } from './record.js';

const SOURCES: readonly { readonly id: Source; readonly label: string; readonly detail: string }[] = [
  { id: 'measured', label: 'Measured', detail: 'from logs, metrics or a test' },
  { id: 'contract', label: 'Contract', detail: 'somebody promised it in writing' },
  { id: 'code', label: 'Code', detail: 'it is what the code does today' },
  { id: 'estimate', label: 'Estimate', detail: 'calculated, not measured' },
  { id: 'guess', label: 'Guess', detail: 'nobody calculated it' },
];

/** Asks what can be said beside an answer; it is recorded with the answer. */
export async function askRemarks(held: Held, step: AskingStep): Promise<Next> {
  const { talk } = held;
  const said = { ...saidBefore(held, step), ...held.remarks.get(step.id) };
  talk.say('An empty line leaves what was said before; - takes it away.');
  const why = await talk.line(`Why this answer${now(said.why)}`);
  if (why.type !== 'line') return why.type;
  const rejected = await askRejected(held, said.rejected);
  if (typeof rejected === 'string') return rejected;
  const source = await askSource(held, said.source);
  if (source.type === 'left') return source.next;
  const remarks = { ...said, why: kept(why.text, said.why), rejected: rejected.entries, source: source.id };
  held.remarks.set(step.id, remarks as Remarks);
  talk.say('Kept beside the answer; the answer records both, and an empty line keeps the answer.');
  return 'stay';
}

const now = (text: string | undefined): string => (text === undefined ? '' : `, now ${text}`);

function kept(typed: string, before: string | undefined): string | undefined {
  const text = typed.trim();
  if (text === '-') return undefined;
  return text === '' ? before : text;
}

type Entries = { readonly entries: readonly Rejected[] | undefined };

async function askRejected(
  { talk }: Held,
  before: readonly Rejected[] | undefined,
): Promise<Entries | Exclude<Next, 'stay'>> {
  const shown = before?.map(({ option, because }) => `${option}: ${because}`).join('; ');
  const entries: Rejected[] = [];
  for (;;) {
    const typed = await talk.line(`Rejected, as option: because, or an empty line${now(shown)}`);
    if (typed.type !== 'line') return typed.type;
    const text = typed.text.trim();
    if (text === '-') return { entries: undefined };
    if (text === '') return { entries: entries.length > 0 ? entries : before };
    const found = /^([^:]+):\s*(\S.*)$/.exec(text);
    if (found === null)
      talk.say(
        `“${text}” has no reason. Write it as option: because, for example: a queue: twice the parts.`,
      );
    else entries.push({ option: (found[1] ?? '').trim(), because: (found[2] ?? '').trim() });
  }
}

type SourceReply =
  | { readonly type: 'source'; readonly id: Source | undefined }
  | { readonly type: 'left'; readonly next: Exclude<Next, 'stay'> };

async function askSource({ talk }: Held, before: Source | undefined): Promise<SourceReply> {
  for (;;) {
    const typed = await talk.pick(`Source, or an empty line${now(before)}`, { many: false, lines: SOURCES });
    if (typed.type !== 'line') return { type: 'left', next: typed.type };
    const text = typed.text.trim().toLowerCase();
    if (text === '') return { type: 'source', id: before };
    if (text === '-') return { type: 'source', id: undefined };
    const found = SOURCES.find(({ id }, index) => id === text || String(index + 1) === text);
    if (found !== undefined) return { type: 'source', id: found.id };
    talk.say(`“${typed.text.trim()}” is not a source. Write one of them, or its number.`);
  }
}

/** Keeps a shared answer for this spec only, or shares it again. */
export function toggleHere(held: Held, step: AskingStep): Next {
  const { session } = held.runner.scene();
  if (step.type === 'probe' || step.item.question.scope !== 'repository' || session.mode === 'context') {
    held.talk.say('This answer belongs to this spec anyway.');
    return 'stay';
  }
  if (!held.here.delete(step.id)) held.here.add(step.id);
  const who = keepsHere(held, step) ? 'this spec only' : 'all specs';
  held.talk.say(`The answer will be kept for ${who}.`);
  return 'stay';
}

/** Drops the answer of this spec in favour of the shared one. */
export function dropOwn(held: Held, step: AskingStep): Next {
  const { session } = held.runner.scene();
  if (!session.context.has(step.id) || !session.saved.answers.has(step.id)) {
    held.talk.say('There is no answer of this spec to drop in favour of a shared one.');
    return 'stay';
  }
  return record(held, step, { intent: { type: 'inherit', at: step.id } });
}
