import { byCodeUnit } from '../kernel/index.js';

/** A requirement as far as its text is compared. */
export type RequirementText = { readonly id: string; readonly text: string };

/** A requirement whose sentence changed. */
export type ModifiedRequirement = { readonly id: string; readonly before: string; readonly after: string };

/** What an implementer has to add, change and remove; each list in order of id. */
export type RequirementDelta = {
  readonly added: readonly RequirementText[];
  readonly modified: readonly ModifiedRequirement[];
  readonly removed: readonly RequirementText[];
};

/** Compares the requirements of two renderings by id; their order says nothing. */
export function requirementDelta(
  before: readonly RequirementText[],
  after: readonly RequirementText[],
): RequirementDelta {
  const old = textsById(before);
  const now = textsById(after);
  return {
    added: inOrder([...now].flatMap(([id, text]) => (old.has(id) ? [] : [{ id, text }]))),
    modified: inOrder(
      [...now].flatMap(([id, text]) => {
        const was = old.get(id);
        return was === undefined || was === text ? [] : [{ id, before: was, after: text }];
      }),
    ),
    removed: inOrder([...old].flatMap(([id, text]) => (now.has(id) ? [] : [{ id, text }]))),
  };
}

function textsById(requirements: readonly RequirementText[]): ReadonlyMap<string, string> {
  return new Map(requirements.map(({ id, text }) => [id, text]));
}

function inOrder<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => byCodeUnit(a.id, b.id));
}
