import {
  currentStep,
  decide,
  evolve,
  planChange,
  planChangeText,
  progressOf,
  situationOf,
  type Event,
  type Intent,
  type Session,
} from '../interview/index.js';
import { err, type Problem, type Result } from '../kernel/index.js';
import type { Analyst, Runner, Saver, Scene } from './scene.js';

/** What a runner is made of: where it starts, how to save, how to judge. */
export type RunnerParts = { readonly session: Session; readonly save: Saver; readonly analyse: Analyst };

/** Makes the loop of one interview; an intent that cannot be saved changes nothing. */
export function createRunner({ session, save, analyse }: RunnerParts): Runner {
  let scene = sceneOf(session, analyse, undefined);
  const listeners = new Set<() => void>();
  const send = (intent: Intent): Result<Event, Problem> => {
    const ground = { current: scene.step, probes: scene.analysis.probes };
    const decided = decide(scene.session, intent, ground);
    if (!decided.ok) return decided;
    const after = evolve(scene.session, decided.value);
    const saved = save(scene.session, after);
    if (!saved.ok)
      return err(saved.error[0] ?? { code: 'not-saved', message: 'The answer could not be saved.' });
    scene = nextScene(scene, after, analyse);
    for (const listener of listeners) listener();
    return decided;
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return { scene: () => scene, subscribe, send };
}

function nextScene(before: Scene, session: Session, analyse: Analyst): Scene {
  const sameAnswers = session.saved === before.session.saved && session.context === before.session.context;
  if (sameAnswers) return moved(before, session);
  const change = planChange(before.situation, situationOf(session));
  return sceneOf(session, analyse, planChangeText(change));
}

function moved(before: Scene, session: Session): Scene {
  const step = currentStep(session, before.situation, before.analysis.probes);
  return { ...before, session, step, progress: progressOf(before.situation, step), notice: undefined };
}

function sceneOf(session: Session, analyse: Analyst, notice: string | undefined): Scene {
  const situation = situationOf(session);
  const analysis = analyse(session, situation);
  const step = currentStep(session, situation, analysis.probes);
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
