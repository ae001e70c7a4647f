import { checkValue, isRows, rawValue } from '../bank/index.js';
import type { DraftFile } from '../form/index.js';
import { stepsOf, type AskingStep, type StepId } from '../interview/index.js';
import type { Runner } from '../runner/index.js';
import type { Held, RowsDraft } from './held.js';
import { shapeOf } from './words.js';

type Saver = {
  readonly runner: Runner;
  readonly rows: ReadonlyMap<StepId, RowsDraft>;
  readonly items: ReadonlyMap<StepId, readonly string[]>;
  readonly before: unknown;
  readonly save: ((draft: DraftFile) => unknown) | undefined;
};

/** Makes the function that saves what is written and not recorded, beside what another face left of other questions. */
export function draftSaver({ runner, rows, items, before, save }: Saver): () => void {
  if (save === undefined) return () => undefined;
  const others = mapIn(before, 'drafts');
  const remarks = mapIn(before, 'remarks') as DraftFile['remarks'];
  const known = new Set<StepId>();
  return () => {
    const tables = [...rows].map(
      ([id, draft]) => [id, { kind: 'table', rows: rawValue(draft.rows) }] as const,
    );
    const lists = [...items].map(([id, written]) => [id, { kind: 'list', items: written }] as const);
    for (const [id] of [...tables, ...lists]) known.add(id);
    const untouched = Object.entries(others).filter(([id]) => !known.has(id));
    const drafts = Object.fromEntries([...untouched, ...tables, ...lists]);
    const { step } = runner.scene();
    save({ format: 1, step: 'id' in step ? step.id : step.type, drafts, remarks });
  };
}

/** Takes back rows and items that were written before and never recorded; undo in the table brings the recorded rows. */
export function restoreWritten(held: Held, draft: unknown): void {
  const drafts = mapIn(draft, 'drafts');
  const { situation, analysis } = held.runner.scene();
  for (const step of stepsOf(situation, analysis.probes)) {
    const written = mapIn(drafts, step.id);
    restoreRows(held, step, written['rows']);
    restoreItems(held, step, written['items']);
  }
  if (held.rows.size + held.items.size > 0) held.keepDraft();
}

function restoreRows({ rows }: Held, step: AskingStep, json: unknown): void {
  const shape = shapeOf(step);
  if (shape.kind !== 'table') return;
  const checked = checkValue({ ...shape, min_rows: 0 }, json);
  if (!checked.ok || !isRows(checked.value) || checked.value.length === 0) return;
  const recorded = step.type === 'ask' ? step.item.value : undefined;
  rows.set(step.id, { rows: checked.value, past: [isRows(recorded) ? recorded : []], future: [] });
}

function restoreItems({ items }: Held, step: AskingStep, json: unknown): void {
  if (shapeOf(step).kind !== 'list' || !Array.isArray(json)) return;
  const written = json.filter((item) => typeof item === 'string');
  if (written.length > 0) items.set(step.id, written);
}

function mapIn(json: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, name)) return {};
  const value: unknown = (json as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
