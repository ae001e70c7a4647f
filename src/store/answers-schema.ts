import * as z from 'zod';
import { strictMap, type Status } from '../bank/index.js';
import { once } from '../kernel/index.js';

/** Text of any scalar; line breaks at its end do not count. */
const text = once(() =>
  z.union([z.string(), z.number(), z.boolean()], 'text').transform((value) => String(value).trimEnd()),
);

const word = once(() => text().pipe(z.string().min(1, 'text')));

const date = once(() => z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date like 2026-12-15'));

const status = once(() => z.enum(['answered', 'assumed', 'unknown', 'not-applicable', 'deferred']));

/** Everything an answer may carry beside its value. */
const remarks = once(() => ({
  status: status()
    .nullish()
    .transform((given) => given ?? ('answered' as const)),
  why: text().nullish(),
  rejected: z.array(strictMap({ option: text(), because: text() })).nullish(),
  source: z.enum(['measured', 'contract', 'code', 'estimate', 'guess']).nullish(),
  evidence: text().nullish(),
  by: text().nullish(),
  owner: text().nullish(),
  due: date().nullish(),
  reason: text().nullish(),
  meanwhile: text().nullish(),
  numbered: text().nullish(),
}));

type Remarks = ReturnType<typeof remarks>;

/** What was said beside a value, as it leaves the schema. */
export type Beside = { readonly status: Status } & {
  readonly [Key in Exclude<keyof Remarks, 'status'>]?: z.output<Remarks[Key]> | undefined;
};

/** The long form of an answer; keys it does not know stay in the file. */
export const longAnswer = once(() => z.looseObject({ value: z.unknown().optional(), ...remarks() }));

/** A settled follow-up question. */
const storedProbe = once(() =>
  z.looseObject({
    id: word(),
    asks: word(),
    about: z.array(word()).default([]),
    value: text().nullish(),
    ...remarks(),
    status: status().nullish(),
    answered_by: text().nullish(),
    dismissed: z.boolean().nullish(),
  }),
);

const waiver = once(() =>
  z.looseObject({
    finding: word(),
    reason: word(),
    owner: word(),
    until: date(),
    given: z
      .record(z.string(), text())
      .nullish()
      .transform((given) => given ?? {}),
  }),
);

const caseInfo = once(() =>
  z.looseObject({
    id: word(),
    title: word(),
    brief: word(),
    notices: z
      .array(strictMap({ says: word(), by: z.enum(['finding', 'fact', 'probe']), id: word() }))
      .default([]),
    seeds: z
      .array(strictMap({ question: word(), from: z.unknown(), to: z.unknown(), notice: word() }))
      .default([]),
  }),
);

const version = once(() => z.int().min(0));

/** The top of an answers file; answers themselves are read one by one. */
export const answersTop = once(() =>
  z.looseObject({
    format: version().default(1),
    name: word().nullish(),
    depth: z.enum(['quick', 'standard', 'deep']).nullish(),
    banks: z.record(z.string(), version()).nullish(),
    answers: z.record(z.string(), z.unknown()).nullish(),
    stale: z.record(z.string(), word()).nullish(),
    probes: z.array(storedProbe()).nullish(),
    waivers: z.array(waiver()).nullish(),
    retired: z.record(z.string(), z.unknown()).nullish(),
    case: caseInfo().nullish(),
  }),
);

/** The keys of the top of an answers file. */
export const topKeys = once(() => Object.keys(answersTop().shape));

/** The keys of the long form of an answer. */
export const longKeys = once(() => Object.keys(longAnswer().shape));
