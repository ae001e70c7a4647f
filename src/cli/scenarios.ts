import type { SpecDocument } from '../spec/index.js';

/** The scenarios of a spec with all their steps in one text, by the requirement each shows. */
export function scenariosOf({
  scenarios,
}: Pick<SpecDocument, 'scenarios'>): readonly { readonly id: string; readonly text: string }[] {
  return scenarios.flatMap((rule) =>
    rule.scenarios.map(({ id, steps }) => ({
      id,
      text: steps.map(({ keyword, text }) => `${keyword} ${text}`).join(', '),
    })),
  );
}
