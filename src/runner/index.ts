// runner: the one loop of an interview (intent, decide, save, evolve). It knows the session; it must never know keys, screens or files.
export { changeText, rowRefs, wordsOf, type RowRef, type Shape } from './change-text.js';
export { createRunner, type RunnerParts } from './create-runner.js';
export { radiusParts, radiusText, type Radius, type RadiusChange, type RadiusPart } from './radius.js';
export type {
  Analyst,
  Choice,
  Foreign,
  Prober,
  Runner,
  Saver,
  Scene,
  Sentence,
  Sentencer,
  Settled,
  Settler,
  Surveyed,
  Surveyor,
  Unsaved,
} from './scene.js';
