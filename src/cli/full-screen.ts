import type { EditorRequest, FormOptions } from '../form/index.js';
import type { Ending, HoldParts } from './hold.js';
import { sentencesFor } from './sentences.js';
import { repositoryProposals } from './repository-proposals.js';
import { incidentsOf } from './sitting.js';
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
  let close: (reason: Ending) => void = () => undefined;
  let edit: (request: EditorRequest) => void = () => undefined;
  const form = createForm({
    runner: sitting.runner,
    options: {
      ...aroundOf(parts),
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
  try {
    return (await face.closed) ?? 'cancel';
  } finally {
    clearInterval(ticking);
    quiet();
    form.flush();
  }
}

/** What the form is given of the world around it. */
function aroundOf(parts: HoldParts): Around {
  const { workspace, sitting, draft, depthChosen, notesFor, guided, keepReport } = parts;
  const { stdout, now } = workspace.world;
  return {
    ...{ columns: stdout.columns || 80, rows: stdout.rows || 24 },
    ...{ now, depthChosen, draft, sentencesFor, notesFor },
    ...{ guided, keepReport },
    saveDraft: (file) => sitting.saveDraft(file.step, file),
    incident: incidentsOf(workspace),
    proposals: repositoryProposals(workspace, sitting.runner.scene().session),
  };
}

type Around = Omit<FormOptions, 'onLeave' | 'onEditor'>;

function onSignals(world: World, end: (signal: 'SIGTERM' | 'SIGHUP') => void): () => void {
  const offs = (['SIGTERM', 'SIGHUP'] as const).map((signal) => world.onSignal(signal, () => end(signal)));
  return () => {
    for (const off of offs) off();
  };
}
