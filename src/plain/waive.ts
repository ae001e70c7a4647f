import { givenFor, type Finding } from '../analysis/index.js';
import { dayFrom, parseDay } from './days.js';
import type { Held, Next } from './held.js';
import { activeFindings } from './look.js';
import { refused } from './record.js';

const WAIVED_DAYS = 90;

/** Accepts a finding for a while, named by its number or its id; asks for reason, owner and date. */
export async function waive(held: Held, said: string): Promise<Next> {
  const { runner, talk } = held;
  const found = findingOf(held, said);
  if (found === undefined) {
    talk.say(`There is no finding ${said}. findings lists them with their numbers.`);
    return 'stay';
  }
  talk.say(
    `Accept for a while: ${found.title}`,
    'It stays in the spec as accepted, and opens again when the answers it rests on change.',
  );
  const reason = await talk.line('Reason');
  if (reason.type !== 'line') return reason.type;
  const owner = await talk.line('Owner');
  if (owner.type !== 'line') return owner.type;
  const until = await askDay(held);
  if (until.type === 'left') return until.next;
  const waiver = {
    finding: found.id,
    reason: reason.text.trim(),
    owner: owner.text.trim().replace(/^@/, ''),
    until: until.day,
    given: givenFor(found, runner.scene().session),
  };
  const sent = runner.send({ type: 'waive', waiver });
  if (!sent.ok) return refused(held, sent.error);
  talk.say(`Accepted: ${found.title}.`);
  return 'go-on';
}

function findingOf(held: Held, said: string): Finding | undefined {
  const scene = held.runner.scene();
  const numbered = /^\d+$/.test(said) ? activeFindings(scene)[Number(said) - 1] : undefined;
  return numbered ?? scene.analysis.findings.find(({ id }) => id === said);
}

type Day =
  | { readonly type: 'day'; readonly day: string }
  | { readonly type: 'left'; readonly next: Exclude<Next, 'stay'> };

async function askDay({ talk, now }: Held): Promise<Day> {
  const usual = dayFrom(now(), WAIVED_DAYS);
  for (;;) {
    const typed = await talk.line(`Until, or an empty line for ${usual}`);
    if (typed.type !== 'line') return { type: 'left', next: typed.type };
    const day = typed.text.trim() === '' ? usual : parseDay(typed.text, now());
    if (day !== undefined) return { type: 'day', day };
    talk.say(`“${typed.text.trim()}” is not a date. Write for example 2027-03-01, or 1 March.`);
  }
}
