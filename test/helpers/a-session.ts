import { analyse } from '../../src/analysis/index.js';
import type { Answer, Depth, JoinedBank, Value } from '../../src/bank/index.js';
import type { Mode, RawAnswer, Session, StoredProbe, Waiver } from '../../src/interview/index.js';
import { openSession } from '../../src/interview/index.js';
import { ok, type Result } from '../../src/kernel/index.js';
import {
  createRunner,
  type Analyst,
  type Runner,
  type Scene,
  type Surveyor,
} from '../../src/runner/index.js';
import { rawValue } from '../../src/bank/index.js';

type Parts = {
  readonly bank: JoinedBank;
  readonly mode: Mode;
  readonly name: string;
  readonly depth: Depth;
  readonly answers: ReadonlyMap<string, RawAnswer>;
  readonly context: ReadonlyMap<string, RawAnswer>;
  readonly stale: ReadonlyMap<string, string>;
  readonly probes: readonly StoredProbe[];
  readonly waivers: readonly Waiver[];
};

/** What is said beside the value of an answer. */
export type Beside = Partial<Omit<Answer, 'value'>>;

/** An immutable builder of a session: every call gives a new one. */
export type SessionBuilder = {
  readonly named: (name: string) => SessionBuilder;
  readonly depth: (depth: Depth) => SessionBuilder;
  readonly answered: (id: string, value: Value, beside?: Beside) => SessionBuilder;
  readonly standing: (id: string, beside: Beside) => SessionBuilder;
  readonly raw: (id: string, raw: unknown) => SessionBuilder;
  readonly shared: (id: string, value: Value) => SessionBuilder;
  readonly stale: (id: string, cause: string) => SessionBuilder;
  readonly waived: (waiver: Waiver) => SessionBuilder;
  readonly inContext: () => SessionBuilder;
  readonly build: () => Session;
};

/** Starts a deep session of a spec called Limiter, without answers. */
export function aSession(bank: JoinedBank): SessionBuilder {
  return builder({
    ...{ bank, mode: 'spec', name: 'Limiter', depth: 'deep' },
    ...{ answers: new Map(), context: new Map(), stale: new Map(), probes: [], waivers: [] },
  });
}

function builder(parts: Parts): SessionBuilder {
  const over = (changed: Partial<Parts>): SessionBuilder => builder({ ...parts, ...changed });
  const answer = (id: string, given: RawAnswer) =>
    over({ answers: new Map([...parts.answers, [id, given]]) });
  return {
    named: (name) => over({ name }),
    depth: (depth) => over({ depth }),
    answered: (id, value, beside = {}) => answer(id, { status: 'answered', ...beside, raw: rawValue(value) }),
    standing: (id, beside) => answer(id, { status: 'unknown', ...beside }),
    raw: (id, raw) => answer(id, { status: 'answered', raw }),
    shared: (id, value) =>
      over({ context: new Map([...parts.context, [id, { status: 'answered', raw: rawValue(value) }]]) }),
    stale: (id, cause) => over({ stale: new Map([...parts.stale, [id, cause]]) }),
    waived: (waiver) => over({ waivers: [...parts.waivers, waiver] }),
    inContext: () => over({ mode: 'context' }),
    build: () => built(parts),
  };
}

function built({ bank, mode, context, name, depth, answers, stale, probes, waivers }: Parts): Session {
  const saved = { name, depth, answers, stale, probes, waivers };
  return openSession({ bank, mode, saved, context }).session;
}

/** What a runner of tests is made of; without a saver everything is saved. */
export type SceneParts = {
  readonly save?: (before: Session, after: Session) => Result<void>;
  readonly analyst?: Analyst;
  readonly surveyor?: Surveyor;
};

/** A runner over a session, with the real analysis. */
export function aRunner(session: Session, { save, analyst = analyse, surveyor }: SceneParts = {}): Runner {
  return createRunner({ session, save: save ?? (() => ok(undefined)), analyse: analyst, surveyor });
}

/** The scene of a session: everything a face may show. */
export function aScene(session: Session): Scene {
  return aRunner(session).scene();
}
