import fc from 'fast-check';

// The same examples on every machine; SPEC_INTERVIEW_SEED=random looks for new ones, and the seed of a failure is printed.
const seed = process.env['SPEC_INTERVIEW_SEED'] ?? '20261121';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
