import { answersJsonSchema, bankJsonSchema } from '../bank/index.js';
import { writeSchemas } from '../store/index.js';
import { printProblems } from './print-problems.js';
import type { Workspace } from './workspace.js';

/** Writes the JSON Schemas that editors use; failing to do so is told and stops nothing. */
export function writeProjectSchemas(workspace: Workspace): void {
  const parts = { answers: answersJsonSchema(workspace.bank), bank: bankJsonSchema() };
  const written = writeSchemas(workspace.disk, workspace.project.root, parts);
  if (!written.ok) printProblems(workspace.world, written.error);
}
