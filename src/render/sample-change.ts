import { buildChange, type Change } from '../spec/index.js';
import { SAMPLE } from './sample-document.js';

const archived = { text_sha256: 'as it read before', scenarios: ['orders survive a crash'] };

const settled = SAMPLE.requirements.filter(({ normative }) => normative);

/** A change of the sample document in which every list has an item: something is added, modified and removed. */
export const SAMPLE_CHANGE: Change = buildChange(
  {
    ...SAMPLE,
    requirements: settled.flatMap((requirement) => [
      requirement,
      { ...requirement, id: `${requirement.id}.new` },
    ]),
  },
  {
    requirements: ['REQ-REC-031', ...settled.map(({ id }) => id)].map((id) => ({
      id,
      name: id,
      ...archived,
    })),
    hash: (text) => text,
  },
  () => ({
    question: 'data.skew',
    reason: 'not applicable: one # customer only',
    instead: ['REQ-TRF-001'],
    migration: 'take out what only this requirement needed',
  }),
);
