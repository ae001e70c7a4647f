// facts: arithmetic on answers. It knows units, formulas and graphs; it must never know what was asked when, or how it is shown.
export type { Fact, FactDefinition, FactFigure, FactInput, FactReader, FactRow, Facts } from './fact.js';
export { factReading, factSignatures, openFacts, type FactSource } from './derive-facts.js';
