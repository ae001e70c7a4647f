import * as z from 'zod';
import { once } from '../kernel/index.js';
import { kebabId, line, positive, prose, questionId, sectionCode, strictMap, wordId } from './schema.js';
import { question } from './schema-question.js';
import { value } from './schema-value.js';

const format = once(() => z.literal(1, 'the format 1'));

const opening = once(() => strictMap({ failure: line, says: prose, incident: kebabId }));

const section = once(() =>
  strictMap({
    id: wordId,
    code: sectionCode,
    title: line,
    order: z.int(),
    intro: prose,
    opening: opening().exactOptional(),
  }),
);

const example = once(() => z.record(questionId, value()));

const rule = once(() =>
  strictMap({
    id: kebabId,
    severity: z.enum(['block', 'high', 'med', 'info']),
    class: z.enum(['contradiction', 'risk', 'numeric', 'missing']),
    archetypes: z.array(kebabId).default([]),
    for: questionId.exactOptional(),
    fires_when: z.string().trim().min(1),
    title: line,
    why: prose,
    probe: prose,
    incidents: z.array(kebabId).default([]),
    merges_with: z.array(kebabId).default([]),
    tier_exempt: z.boolean().default(false),
    examples: strictMap({ fires: example(), quiet: example(), undecided: example().exactOptional() }),
  }),
);

const term = once(() => strictMap({ id: kebabId, means: prose }));

const migration = once(() =>
  strictMap({
    from: positive,
    rename: z.record(questionId, questionId).default({}),
    map: z.record(questionId, z.record(z.string(), z.string())).default({}),
    retype: z.record(questionId, z.string()).default({}),
    split: z.record(questionId, z.array(questionId).min(1)).default({}),
    merge: z.record(questionId, z.array(questionId).min(1)).default({}),
    drop: z.record(questionId, line).default({}),
    ask_again: z.array(questionId).default([]),
  }),
);

const contents = once(() => ({
  questions: z.array(question()).default([]),
  rules: z.array(rule()).default([]),
}));

/** The main file of a bank; a small bank holds its section, questions and rules here too. */
export const bankFile = once(() =>
  strictMap({
    format: format(),
    bank: kebabId,
    title: line.exactOptional(),
    version: positive,
    archetype: kebabId.exactOptional(),
    sections: z.array(section()).default([]),
    section: section().exactOptional(),
    ...contents(),
    terms: z.array(term()).default([]),
    lexicons: z.record(kebabId, z.array(line)).default({}),
    retired_numbers: z.record(sectionCode, z.array(positive)).default({}),
    migrations: z.array(migration()).default([]),
  }),
);

/** A file of questions, of rules, or of both, of one section. */
export const sectionFile = once(() =>
  strictMap({
    format: format().exactOptional(),
    section: z.union([wordId, section()], 'the id of a section, or a map that describes it'),
    ...contents(),
  }),
);

const incident = once(() =>
  strictMap({
    id: kebabId,
    org: line,
    year: z.int().min(1940).max(2100),
    title: line,
    story: prose,
    lesson: prose,
    url: z.url({ protocol: /^https?$/, error: 'a web address' }),
    basis: prose,
  }),
);

/** The list of incidents. */
export const incidentsFile = once(() => z.array(incident()));

/** The main file as it leaves the schema. */
export type BankFile = z.output<ReturnType<typeof bankFile>>;

/** A section file as it leaves the schema. */
export type SectionFile = z.output<ReturnType<typeof sectionFile>>;

/** A section as files describe it. */
export type SectionEntry = z.output<ReturnType<typeof section>>;
