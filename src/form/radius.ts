import { radiusParts, radiusText, type Scene } from '../runner/index.js';
import { withNotice, type Command, type FormState, type World } from './state.js';
import type { WhyPart } from './view.js';

/** Lays what writing would change over the screen; the documents are looked at while it is open. */
export const openRadius: Command = (state, world) =>
  state.scene.session.mode === 'context'
    ? withNotice(state, 'Shared answers have no documents of their own; check --all shows whom they reach.')
    : withSurvey({ ...state, notice: '', overlay: { type: 'radius', from: 0 } }, world);

/** Has the documents looked at, unless that is known of the answers as they are. */
export function withSurvey(state: FormState, { runner }: World): FormState {
  runner.survey();
  const scene = runner.scene();
  return scene === state.scene ? state : { ...state, scene };
}

/** What writing would change, kind by kind, or why that is not known. */
export function radiusOf({ surveyed }: Scene): readonly WhyPart[] {
  switch (surveyed?.type) {
    case undefined:
    case 'looking':
      return [{ title: 'Looking at the documents', lines: [] }];
    case 'never-rendered':
      return [
        { title: 'Nothing was written yet', lines: ['Finishing writes every document for the first time.'] },
      ];
    case 'refused':
      return [{ title: 'The documents cannot be compared', lines: [surveyed.message] }];
    case 'seen':
      return [{ title: `${radiusText(surveyed.radius)}.`, lines: [] }, ...radiusParts(surveyed.radius)];
  }
}

/** In one line, what writing the documents again would change; nothing before they were written or looked at. */
export function writingLine({ surveyed }: Scene): readonly string[] {
  return surveyed?.type === 'seen' ? [`${radiusText(surveyed.radius)} (Alt+C).`] : [];
}
