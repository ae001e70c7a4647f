// llm: the one layer that talks to a model. It knows prompts, replies, faults and budgets; it must never know screens, files, or what to do with an answer.
export { KNOWN_MISSES, maskSecrets, SECRET_FORMS } from './mask.js';
export { createBudget, type Limits } from './budget.js';
export type { Clock } from './clock.js';
export { createModel, DEFAULT_MODEL, type Asking, type Exchange, type Model } from './model.js';
export { anchorsOf, lostIn } from './survives.js';
export { toldAnswer, type Told } from './answer-texts.js';
export { polish } from './polish.js';
export { rateAnswer } from './rate-answer.js';
export { criticise, type Critique, type Objection } from './critic.js';
export { createFollowUps, type FollowUps } from './follow-ups.js';
export { CRITIC } from './prompts/critic.js';
export { FOLLOW_UP } from './prompts/follow-up.js';
export { definePrompt } from './prompt.js';
