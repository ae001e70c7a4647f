import { text as readStream } from 'node:stream/consumers';
import { err, ok, type Result } from '../../kernel/index.js';
import type { Remarks, Session, Standing } from '../../interview/index.js';
import { createSaver } from '../../store/index.js';
import { isOn, textOption, type Given, type Run } from '../command.js';
import { decideFor, parseFor, unusedNote } from '../deciding.js';
import { EXIT } from '../exit-codes.js';
import { lockSpec } from '../lock-spec.js';
import { printLines, printProblems } from '../print-problems.js';
import { contextOnDisk, onDisk } from '../on-disk.js';
import { openSpec, openWorkspace, type OpenSpec, type Workspace } from '../workspace.js';

/** Writes one answer of one spec. */
export const run: Run = async (world, given) => {
  const [slug = '', question = '', ...rest] = given.words;
  const typed = rest.join(' ') === '-' ? (await readStream(world.stdin)).replace(/\n$/, '') : rest.join(' ');
  const done = answerOne(given, { world, slug, question, typed });
  if (!done.ok) {
    printProblems(world, done.error);
    return EXIT.usage;
  }
  printLines(world.stderr, done.value);
  return EXIT.fine;
};

type Wanted = {
  readonly world: Parameters<Run>[0];
  readonly slug: string;
  readonly question: string;
  readonly typed: string;
};

function answerOne(given: Given, wanted: Wanted): Result<readonly string[]> {
  const workspace = openWorkspace(wanted.world, textOption(given, 'dir'));
  if (!workspace.ok) return workspace;
  const spec = openSpec(workspace.value, wanted.slug);
  if (!spec.ok) return spec;
  if (spec.value.file === undefined) {
    return err([
      {
        code: 'no-such-spec',
        message: `There is no spec ${wanted.slug}.`,
        hint: 'spec-interview list shows all.',
      },
    ]);
  }
  const after = decideGiven(given, spec.value.session, wanted);
  return after.ok
    ? save(workspace.value, spec.value, { after: after.value, question: wanted.question })
    : after;
}

function decideGiven(given: Given, session: Session, { question, typed }: Wanted): Result<Session> {
  const at = question;
  const remarks = remarksOf(given);
  if (isOn(given, 'inherit')) return decideFor(session, question, { type: 'inherit', at });
  const status = textOption(given, 'status');
  if (status !== undefined && status !== 'answered')
    return decideStatus(given, session, { question, typed, status });
  const value = parseFor(session, question, typed);
  return value.ok
    ? decideFor(session, question, { type: 'answer', at, value: value.value, remarks, here: true })
    : value;
}

function decideStatus(
  given: Given,
  session: Session,
  wanted: { question: string; typed: string; status: string },
): Result<Session> {
  const standing = standingOf(given, session, wanted);
  if (!standing.ok) return standing;
  return decideFor(session, wanted.question, {
    type: 'set-status',
    at: wanted.question,
    standing: standing.value,
    remarks: remarksOf(given),
    here: true,
  });
}

function standingOf(
  given: Given,
  session: Session,
  wanted: { question: string; typed: string; status: string },
): Result<Standing> {
  const value = wanted.typed === '' ? undefined : parseFor(session, wanted.question, wanted.typed);
  if (value !== undefined && !value.ok) return value;
  switch (wanted.status) {
    case 'unknown':
      return ok({
        status: 'unknown',
        ...some('owner', textOption(given, 'owner')),
        ...some('due', textOption(given, 'due')),
      });
    case 'not-applicable':
      return ok({ status: 'not-applicable', reason: textOption(given, 'reason') ?? '' });
    case 'deferred':
      return ok({
        status: 'deferred',
        meanwhile: textOption(given, 'meanwhile') ?? '',
        ...some('value', value?.value),
      });
    case 'assumed':
      return value === undefined
        ? err([{ code: 'value-missing', message: 'An assumed answer needs its value.' }])
        : ok({ status: 'assumed', value: value.value });
    default:
      return err([
        {
          code: 'unknown-status',
          message: `${wanted.status} is not a status.`,
          hint: 'Use unknown, not-applicable, deferred or assumed.',
        },
      ]);
  }
}

function some<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, V>>);
}

function remarksOf(given: Given): Remarks {
  const why = textOption(given, 'why');
  const source = textOption(given, 'source');
  const known = ['measured', 'contract', 'code', 'estimate', 'guess'] as const;
  const found = known.find((candidate) => candidate === source);
  return { ...some('why', why), ...some('source', found) };
}

function save(
  workspace: Workspace,
  spec: OpenSpec,
  change: { after: Session; question: string },
): Result<readonly string[]> {
  const lock = lockSpec(workspace, spec.paths);
  if (!lock.ok) return lock;
  const saver = createSaver({
    disk: workspace.disk,
    bank: workspace.bank,
    own: onDisk(spec),
    context: contextOnDisk(workspace),
  });
  const saved = saver(spec.session, change.after);
  lock.value.release();
  if (!saved.ok) return saved;
  const note = unusedNote(change.after, change.question);
  return ok([
    `${change.question} is saved.`,
    ...(note === undefined ? [] : [note]),
    `Render it with: spec-interview regenerate ${spec.paths.slug}`,
  ]);
}
