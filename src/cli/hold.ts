import type { ThemeChoice } from './choose-theme.js';
import type { NotesFinder } from './notes.js';
import type { Sitting } from './sitting.js';
import type { Workspace } from './workspace.js';

/** How a face came to its end; `unsaved` when something that was said could not be saved. */
export type Ending = 'finished' | 'cancel' | 'end-of-input' | 'unsaved' | 'SIGTERM' | 'SIGHUP';

/** What a face is held with. */
export type HoldParts = {
  readonly workspace: Workspace;
  readonly sitting: Sitting;
  readonly draft: unknown;
  readonly depthChosen: boolean;
  readonly guided: boolean;
  readonly theme: ThemeChoice;
  readonly keepReport: () => void;
  readonly notesFor: NotesFinder | undefined;
};
