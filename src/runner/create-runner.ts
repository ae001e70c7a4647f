import type { Analysis } from '../analysis/index.js';
import {
  currentStep,
  decide,
  evolve,
  planChange,
  planChangeText,
  progressOf,
  situationOf,
  waitingRaised,
  type Event,
  type Intent,
  type Position,
  type Raised,
  type Session,
  type Step,
} from '../interview/index.js';
import { err, ok, type Problem, type Result } from '../kernel/index.js';
import { createSettling } from './create-settling.js';
import type { Analyst, Choice, Prober, Runner, Saver, Scene, Settler, Surveyed, Surveyor } from './scene.js';

/** What a runner is made of: where it starts, how to save, how to judge, and who may ask follow-up questions later. */
export type RunnerParts = {
  readonly session: Session;
  readonly save: Saver;
  readonly analyse: Analyst;
  readonly prober?: Prober | undefined;
  readonly surveyor?: Surveyor | undefined;
  readonly settler?: Settler | undefined;
};

/** Makes the loop of one interview; an intent that cannot be saved changes nothing. */
export function createRunner({ session, save, analyse, prober, surveyor, settler }: RunnerParts): Runner {
  let scene = sceneOf(session, analyse, undefined);
  const listeners = new Set<() => void>();
  const show = (next: Scene) => {
    scene = next;
    for (const listener of listeners) listener();
  };
  const settling = createSettling(settler, (foreign) => show({ ...scene, foreign }));
  const settle = (choice: Choice): Result<string, Problem> => {
    const settled = settling.settle(choice);
    if (!settled.ok) return settled;
    show(sceneOf(settled.value.session, analyse, undefined));
    return ok(settled.value.says);
  };
  const send = (intent: Intent): Result<Event, Problem> => {
    const ground = { current: scene.step, probes: scene.analysis.probes };
    const decided = decide(scene.session, intent, ground);
    if (!decided.ok) return decided;
    const after = evolve(scene.session, decided.value);
    const saved = save(scene.session, after);
    if (!saved.ok) return err(settling.refused(saved.error, { before: scene.session, after }, intent));
    show(nextScene(scene, after, analyse));
    if (decided.value.type === 'answered')
      prober?.({ question: decided.value.question, scene, raise, whisper });
    return decided;
  };
  const raise = (raised: readonly Raised[]) => {
    const event: Event = { type: 'probes-raised', raised, position: whereNow(scene) };
    show(raisedScene(scene, evolve(scene.session, event)));
  };
  const whisper = (line: string) => show({ ...scene, whisper: line });
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const survey = () => {
    if (surveyor === undefined || scene.surveyed !== undefined) return;
    show({ ...scene, surveyed: { type: 'looking' } });
    const { session: looked } = scene;
    // What comes back about answers that have changed meanwhile says nothing about those that are there now.
    const tell = (surveyed: Surveyed) => {
      if (isSame(scene.session, looked)) show({ ...scene, surveyed });
    };
    void surveyor(scene).then(tell);
  };
  return { scene: () => scene, subscribe, send, survey, settle };
}

/** What arrives in the background never moves the person: the step that is asked stays the step that is asked. */
function whereNow({ session, step }: Scene): Position {
  if (step.type === 'ask' || step.type === 'probe') return { type: 'step', id: step.id };
  return step.type === 'review' ? { type: 'review' } : session.position;
}

function nextScene(before: Scene, session: Session, analyse: Analyst): Scene {
  if (isSame(session, before.session)) return moved(before, session);
  const change = planChange(before.situation, situationOf(session));
  return sceneOf(session, analyse, planChangeText(change));
}

const isSame = (session: Session, before: Session): boolean =>
  session.saved === before.saved && session.context === before.context;

function moved(before: Scene, session: Session): Scene {
  const step = currentStep(session, before.situation, before.analysis.probes);
  return { ...before, session, step, progress: progressOf(before.situation, step), notice: undefined };
}

function raisedScene(before: Scene, session: Session): Scene {
  const rules = before.analysis.probes.filter(
    ({ id }) => !before.session.raised.some((probe) => probe.id === id),
  );
  const analysis = { ...before.analysis, probes: [...rules, ...waitingRaised(session)] };
  return { ...before, session, analysis, step: stepOf(session, before, analysis) };
}

function sceneOf(session: Session, analyse: Analyst, notice: string | undefined): Scene {
  const situation = situationOf(session);
  const analysis = withRaised(analyse(session, situation), session);
  const step = stepOf(session, { situation }, analysis);
  return {
    session,
    situation,
    facts: situation.facts,
    analysis,
    step,
    progress: progressOf(situation, step),
    notice,
  };
}

const stepOf = (session: Session, { situation }: Pick<Scene, 'situation'>, { probes }: Analysis): Step =>
  currentStep(session, situation, probes);

/** Without a follow-up of a model the analysis stays as it is, also what in it is computed only when somebody asks. */
function withRaised(analysis: Analysis, session: Session): Analysis {
  const waiting = waitingRaised(session);
  return waiting.length === 0 ? analysis : { ...analysis, probes: [...analysis.probes, ...waiting] };
}
