import type { EditorRequest, FormOptions } from '../form/index.js';
import type { Ending, HoldParts } from './hold.js';
import { sentencesFor } from './sentences.js';
import { printLines } from './print-problems.js';
import { repositoryProposals } from './repository-proposals.js';
import { incidentsOf } from './sitting.js';
import { typedLines } from './typed-lines.js';
import { isUnicode, type World } from './world.js';

const TICK = 250;

/** Interviews on the full screen until the person leaves, finishes, or the system ends it. */
export async function holdFullScreen(parts: HoldParts): Promise<Ending> {
  const { workspace, sitting } = parts;
  const { world } = workspace;
  const [{ createForm }, { mount }] = await Promise.all([
    import('../form/index.js'),
    import('../ui/index.js'),
  ]);
  let typed: readonly string[] = [];
  let close: (reason: Ending) => void = () => undefined;
  let edit: (request: EditorRequest) => void = () => undefined;
  const form = createForm({
    runner: sitting.runner,
    options: {
      ...aroundOf(parts),
      saveDraft: (file) => {
        typed = typedLines(file);
        return sitting.saveDraft(file.step, file);
      },
      onLeave: (reason) => close(reason),
      onEditor: (request) => edit(request),
    },
  });
  const { stdin, stdout, stderr } = world;
  const face = mount<Ending>({
    form,
    stdin,
    stdout,
    stderr,
    theme: parts.theme,
    unicode: isUnicode(world.env),
  });
  close = face.close;
  edit = (request) =>
    void face.suspend(async () => {
      const { editText } = await import('./edit-text.js');
      form.takeText(request.step, await editText(world, request));
    });
  const ticking = setInterval(() => form.tick(world.now()), TICK);
  const quiet = onSignals(world, (signal) => {
    form.flush();
    face.close(signal);
  });
  let problem = '';
  const ending = await face.closed.finally(() => {
    clearInterval(ticking);
    quiet();
    problem = form.flush();
  });
  return problem === '' ? (ending ?? 'cancel') : unkept(ending ?? 'cancel', { problem, typed, stderr });
}

type Unkept = {
  readonly problem: string;
  readonly typed: readonly string[];
  readonly stderr: World['stderr'];
};

/** Shows what was typed and could not be kept: the screen that held it is gone. */
function unkept(ending: Ending, { problem, typed, stderr }: Unkept): Ending {
  if (typed.length === 0) return ending;
  printLines(stderr, [problem, ...typed]);
  return ending === 'cancel' || ending === 'end-of-input' ? 'unsaved' : ending;
}

/** What the form is given of the world around it. */
function aroundOf(parts: HoldParts): Around {
  const { workspace, sitting, draft, depthChosen, notesFor, guided, keepReport } = parts;
  const { stdout, now } = workspace.world;
  return {
    ...{ columns: stdout.columns || 80, rows: stdout.rows || 24 },
    ...{ now, depthChosen, draft, sentencesFor, notesFor },
    ...{ guided, keepReport },
    incident: incidentsOf(workspace),
    proposals: repositoryProposals(workspace, sitting.runner.scene().session),
  };
}

type Around = Omit<FormOptions, 'onLeave' | 'onEditor' | 'saveDraft'>;

function onSignals(world: World, end: (signal: 'SIGTERM' | 'SIGHUP') => void): () => void {
  const offs = (['SIGTERM', 'SIGHUP'] as const).map((signal) => world.onSignal(signal, () => end(signal)));
  return () => {
    for (const off of offs) off();
  };
}
