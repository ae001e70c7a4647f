import type { Prober } from '../runner/index.js';
import { mayAskModel } from './model-consent.js';
import { openModel, usedText } from './open-model.js';
import { printLines } from './print-problems.js';
import type { Workspace } from './workspace.js';

/** A model that takes part in one interview: it hears committed answers, and is let go at the end. */
export type Interviewer = { readonly prober: Prober; readonly leave: () => void };

/** Lets a model take part where the person agreed; otherwise one line says why it does not, and the interview goes on. */
export async function openInterviewer(workspace: Workspace): Promise<Interviewer | undefined> {
  if (!(await mayAskModel(workspace))) return undefined;
  const { createFollowUps } = await import('../llm/index.js');
  const model = await openModel(workspace);
  const followUps = createFollowUps(model);
  return {
    prober: ({ question, scene, raise, whisper }) => {
      const { session, facts, analysis } = scene;
      followUps.hear({ question, session, facts, findings: analysis.findings, raise, whisper });
    },
    leave: () => {
      followUps.stop();
      if (model.budget.used() > 0)
        printLines(workspace.world.stderr, [`${usedText(model)} What was sent: spec-interview ai log`]);
    },
  };
}
