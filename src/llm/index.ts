// llm: the one layer that talks to a model. It knows prompts, replies, faults and budgets; it must never know screens, files, or what to do with an answer.
export { KNOWN_MISSES, maskSecrets, SECRET_FORMS, type Masked, type SecretForm } from './mask.js';
