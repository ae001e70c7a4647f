import type { AnswerView, FactReading, FactSignature, JoinedBank } from '../bank/index.js';
import type { Fact, FactDefinition, FactFigure, Facts } from './fact.js';
import { createReader } from './reader.js';
import { FACTS } from './registry.js';

/** Facts computed on demand and remembered; `all` computes the rest. */
export type FactSource = {
  readonly of: (id: string) => readonly Fact[];
  readonly all: () => Facts;
};

/** Opens the facts of a set of visible answers; a fact is computed when it is first read. */
export function openFacts(view: AnswerView, bank: JoinedBank): FactSource {
  const known = new Map<string, readonly Fact[]>();
  const byId = new Map(FACTS.map((definition) => [definition.id, definition]));
  const of = (id: string): readonly Fact[] => {
    const ready = known.get(id);
    if (ready !== undefined) return ready;
    const definition = byId.get(id);
    const facts = definition === undefined ? [] : figuresOf(definition);
    known.set(id, facts);
    return facts;
  };
  const reader = createReader(view, bank, of);
  const figuresOf = (definition: FactDefinition) =>
    definition.derive(reader).map((figure) => factOf(definition, figure));
  const all = (): Facts => new Map(FACTS.map(({ id }) => [id, of(id)]));
  return { of, all };
}

/** The types of all facts as conditions see them. */
export const factSignatures: readonly FactSignature[] = FACTS.map(({ id, type, per_row, inputs }) =>
  per_row === undefined ? { id, type, inputs } : { id, type, per_row, inputs },
);

/** The value of a fact as conditions see it: a plain value, or a map by row id; nothing while it cannot be computed. */
export function factReading(facts: readonly Fact[], perRow: boolean): FactReading | undefined {
  if (perRow) return new Map(facts.map((fact) => [fact.subject ?? '', fact.value]));
  return facts[0]?.value;
}

function factOf(definition: FactDefinition, figure: FactFigure): Fact {
  return { id: definition.id, title: definition.title, unit: definition.unit, ...figure };
}
