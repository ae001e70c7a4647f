import { text as readStream } from 'node:stream/consumers';
import { err, ok, problemText, type Problem, type Result } from '../../kernel/index.js';
import { answerOf, type Remarks, type Session, type Standing } from '../../interview/index.js';
import { createSaver } from '../../store/index.js';
import { blastRadius } from '../blast-radius.js';
import { radiusLines } from '../radius-lines.js';
import { takenLines, takeSheet } from '../answer-from.js';
import { isOn, textOption, type Given, type Run } from '../command.js';
import { decideFor, parseFor, unusedNote } from '../deciding.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { lockSpec } from '../lock-spec.js';
import { printLines, printProblems } from '../print-problems.js';
import { contextOnDisk, onDisk } from '../on-disk.js';
import { openOne, type OneSpec } from '../one-spec.js';
import type { OpenSpec, Workspace } from '../workspace.js';

/** Writes one answer of one spec, or the many answers of a sheet that came back. */
export const run: Run = async (world, given) => {
  const [slug = '', question = '', ...rest] = given.words;
  const from = textOption(given, 'from');
  const typed = rest.join(' ') === '-' ? (await readStream(world.stdin)).replace(/\n$/, '') : rest.join(' ');
  const wanted = { world, slug, question, typed };
  const done = from === undefined ? answerOne(given, wanted) : answerMany(given, wanted, from);
  if (!done.ok) {
    printProblems(world, done.error);
    return EXIT.usage;
  }
  printLines(world.stderr, done.value.lines);
  return done.value.code;
};

type Done = { readonly lines: readonly string[]; readonly code: ExitCode };

type Wanted = {
  readonly world: Parameters<Run>[0];
  readonly slug: string;
  readonly question: string;
  readonly typed: string;
};

function answerOne(given: Given, wanted: Wanted): Result<Done> {
  const opened = openWanted(given, wanted);
  if (!opened.ok) return opened;
  const { workspace, spec } = opened.value;
  const { question } = wanted;
  if (question === '') return err([QUESTION_MISSING]);
  const after = decideGiven(given, spec.session, wanted);
  if (!after.ok) return after;
  const radius = radiusOf(workspace, spec, after.value);
  if (isOn(given, 'dry-run'))
    return ok({ lines: ['Nothing is saved. It would change:', ...orNone(radius)], code: EXIT.fine });
  const saved = save(workspace, spec, after.value);
  if (!saved.ok) return saved;
  const note = unusedNote(after.value, question);
  const next = `Render it with: spec-interview regenerate ${spec.paths.slug}`;
  return ok({
    lines: [`${question} is saved.`, ...(note === undefined ? [] : [note]), ...radius, next],
    code: EXIT.fine,
  });
}

/** What the answer reaches; templates that cannot be rendered do not keep an answer from being taken. */
function radiusOf(workspace: Workspace, spec: OpenSpec, after: Session): readonly string[] {
  const radius = blastRadius(workspace, spec, after);
  return radius.ok ? radiusLines(radius.value) : radius.error.map(problemText);
}

const orNone = (radius: readonly string[]): readonly string[] =>
  radius.length > 0 ? radius : ['no requirement, no finding and no document.'];

const QUESTION_MISSING = {
  code: 'question-missing',
  message: 'No question is named.',
  hint: 'Write it as: spec-interview answer <name> <question> <value>, or take many with --from FILE.',
};

function answerMany(given: Given, wanted: Wanted, file: string): Result<Done> {
  const opened = openWanted(given, wanted);
  if (!opened.ok) return opened;
  const { workspace, spec } = opened.value;
  const taken = takeSheet(workspace, spec, file);
  if (!taken.ok) return taken;
  if (isOn(given, 'dry-run')) {
    const radius = orNone(radiusOf(workspace, spec, taken.value.session));
    const said = [
      'Nothing is saved. It would take in:',
      ...takenLines(taken.value, spec.paths.slug, 'dry-run'),
    ];
    return ok({ lines: [...said, 'It would change:', ...radius], code: EXIT.fine });
  }
  const saved = save(workspace, spec, taken.value.session);
  if (!saved.ok) return saved;
  const code = taken.value.conflicts.length > 0 ? EXIT.conflict : EXIT.fine;
  return ok({ lines: takenLines(taken.value, spec.paths.slug), code });
}

function openWanted(given: Given, { world, slug }: Wanted): Result<OneSpec> {
  return openOne(world, textOption(given, 'dir'), slug);
}

function decideGiven(given: Given, session: Session, { question, typed }: Wanted): Result<Session> {
  const at = question;
  const source = unknownSource(given);
  if (source !== undefined) return err([source]);
  if (isOn(given, 'inherit')) return decideFor(session, question, { type: 'inherit', at });
  const status = textOption(given, 'status');
  if (status !== undefined && status !== 'answered')
    return decideStatus(given, session, { question, typed, status });
  const value = parseFor(session, question, typed);
  // As in the interview, what was said beside the answer stays until something else is said.
  const remarks = { ...saidBefore(session, question), ...remarksOf(given) };
  return value.ok
    ? decideFor(session, question, { type: 'answer', at, value: value.value, remarks, here: true })
    : value;
}

function decideStatus(
  given: Given,
  session: Session,
  wanted: { question: string; typed: string; status: string },
): Result<Session> {
  const { status, typed } = wanted;
  if (typed !== '' && (status === 'unknown' || status === 'not-applicable'))
    return err([noValueWith(status)]);
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

function noValueWith(status: string): Problem {
  return {
    code: 'value-with-status',
    message: `An answer that is ${status} holds no value, so the one that is given would be lost.`,
    hint: 'Leave the value out, or use --status assumed or deferred, which keep it.',
  };
}

function some<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, V>>);
}

const SOURCES = ['measured', 'contract', 'code', 'estimate', 'guess'] as const;

function unknownSource(given: Given): Problem | undefined {
  const source = textOption(given, 'source');
  if (source === undefined || SOURCES.some((known) => known === source)) return undefined;
  const hint = `Use ${SOURCES.slice(0, -1).join(', ')} or guess.`;
  return { code: 'unknown-source', message: `${source} is not a source.`, hint };
}

/** What stands beside the recorded answer of this spec. */
function saidBefore(session: Session, question: string): Remarks {
  const { why, rejected, source, evidence } = answerOf(session, question) ?? {};
  return {
    ...some('why', why),
    ...some('rejected', rejected),
    ...some('source', source),
    ...some('evidence', evidence),
  };
}

function remarksOf(given: Given): Remarks {
  const why = textOption(given, 'why');
  const source = textOption(given, 'source');
  const found = SOURCES.find((candidate) => candidate === source);
  return { ...some('why', why), ...some('source', found) };
}

function save(workspace: Workspace, spec: OpenSpec, after: Session): Result<void> {
  const lock = lockSpec(workspace, spec.paths);
  if (!lock.ok) return lock;
  const saver = createSaver({
    disk: workspace.disk,
    bank: workspace.bank,
    own: onDisk(spec),
    context: contextOnDisk(workspace),
  });
  const saved = saver(spec.session, after);
  lock.value.release();
  return saved;
}
