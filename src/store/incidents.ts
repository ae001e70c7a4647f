import { parseIncidents, type Incident } from '../bank/index.js';
import { ok, type Result } from '../kernel/index.js';
import type { Disk } from './disk.js';
import { readText } from './file.js';

/** Reads the list of incidents; an absent file is an empty list. */
export function readIncidents(disk: Disk, path: string): Result<readonly Incident[]> {
  const text = readText(disk, path);
  if (!text.ok) return text;
  return text.value === undefined ? ok([]) : parseIncidents({ path, text: text.value });
}
