import { migrateAnswers, type JoinedBank } from '../bank/index.js';
import { counted, err, ok, type Problem, type Result } from '../kernel/index.js';
import type { Upgradable } from '../store/index.js';
import { renamedReferences } from './renamed-references.js';

/** What an upgrade does to the answers of a spec, and the words for it. */
export type UpgradePlan = {
  readonly after: Upgradable;
  readonly banks: readonly { readonly id: string; readonly from: number; readonly to: number }[];
  readonly kept: number;
  readonly renamed: Readonly<Record<string, string>>;
  readonly changed: readonly string[];
  readonly asked_again: Readonly<Record<string, readonly string[]>>;
  readonly retired: Readonly<Record<string, unknown>>;
};

/** Brings the answers of a spec to the banks of today; a bank that is newer in the file, or not here, is refused. */
export function planUpgrade(before: Upgradable, bank: JoinedBank, file: string): Result<UpgradePlan> {
  const versions = Object.entries(before.banks).map(([id, from]) => {
    const to = bank.banks.find((one) => one.id === id)?.version;
    return { id, from: Number(from), to };
  });
  const refused = versions.flatMap(({ id, from, to }) =>
    to === undefined ? [unknownBank(id, file)] : from > to ? [newerBank(id, { from, to, file })] : [],
  );
  if (refused.length > 0) return err(refused);
  const due = versions.flatMap(({ id, from, to }) =>
    to === undefined || from >= to ? [] : [{ id, from, to }],
  );
  return ok(upgraded(before, bank, due));
}

function upgraded(before: Upgradable, bank: JoinedBank, banks: UpgradePlan['banks']): UpgradePlan {
  let answers: ReadonlyMap<string, unknown> = new Map(Object.entries(before.answers));
  const all = { retired: {}, renamed: {}, askAgain: {} };
  for (const { id, from } of banks) {
    const plan = { bank: id, from, migrations: bank.migrations[id] ?? [], question: bank.question };
    const migrated = migrateAnswers(answers, plan);
    answers = migrated.answers;
    Object.assign(all.retired, migrated.retired);
    Object.assign(all.renamed, migrated.renamed);
    Object.assign(all.askAgain, migrated.askAgain);
  }
  const ids = [...answers.keys()];
  const isSame = (id: string): boolean =>
    JSON.stringify(before.answers[id]) === JSON.stringify(answers.get(id));
  const renamed = onlyFrom(all.renamed, before.answers);
  const isNew = new Set(Object.values(renamed));
  return {
    after: {
      banks: { ...before.banks, ...Object.fromEntries(banks.map(({ id, to }) => [id, to])) },
      answers: Object.fromEntries(answers),
      ...renamedReferences(before, all.renamed),
      retired: { ...before.retired, ...all.retired },
    },
    banks,
    kept: ids.filter((id) => isSame(id) && !isNew.has(id)).length,
    renamed,
    changed: ids.filter((id) => !isSame(id) && !isNew.has(id)),
    asked_again: all.askAgain,
    retired: all.retired,
  };
}

function onlyFrom(
  renamed: Readonly<Record<string, string>>,
  answers: Upgradable['answers'],
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(renamed).filter(([from]) => answers[from] !== undefined));
}

/** Says what an upgrade does, as the rows of a small table. */
export function upgradeLines(plan: UpgradePlan): readonly string[] {
  return [
    ...plan.banks.map(({ id, from, to }) => `  bank      ${id} ${String(from)} → ${String(to)}`),
    `  kept      ${counted(plan.kept, 'answer')}`,
    ...Object.entries(plan.renamed).map(([from, to]) => `  renamed   ${from} → ${to}`),
    ...plan.changed.map((id) => `  changed   ${id}`),
    ...Object.entries(plan.asked_again).map(
      ([id, old]) =>
        `  ask again ${id}${old.length === 0 ? '' : ` (was: ${old.map((one) => shown(plan, one)).join('; ')})`}`,
    ),
    ...Object.keys(plan.retired).map((id) => `  retired   ${id}`),
  ];
}

function shown({ retired }: UpgradePlan, id: string): string {
  const entry = retired[id];
  const value = typeof entry === 'object' && entry !== null && 'value' in entry ? entry.value : undefined;
  return `${id} ${typeof value === 'string' ? value : JSON.stringify(value)}`;
}

function unknownBank(id: string, file: string): Problem {
  return {
    code: 'bank-unknown',
    message: `The answers come from the bank ${id}, which is not here.`,
    hint: 'Name it under banks in .spec-interview/config.yaml.',
    place: { file },
  };
}

function newerBank(id: string, { from, to, file }: { from: number; to: number; file: string }): Problem {
  return {
    code: 'bank-newer',
    message: `The answers come from version ${String(from)} of the bank ${id}; version ${String(to)} is here.`,
    hint: 'Update spec-interview or the bank; nothing is changed until then.',
    place: { file },
  };
}
