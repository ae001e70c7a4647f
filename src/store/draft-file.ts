import { ok, type Result } from '../kernel/index.js';
import type { Disk } from './disk.js';
import { attempt } from './failure.js';
import { readText, writeAtomic } from './file.js';

/** What was being typed when the program stopped: at which step, when (ISO time), and whatever the form wants back. */
export type StoredDraft = { readonly step: string; readonly at: string; readonly draft: unknown };

/** Reads the draft; nothing when there is none or when the file makes no sense. */
export function readDraft(disk: Disk, path: string): StoredDraft | undefined {
  const text = readText(disk, path);
  if (!text.ok || text.value === undefined) return undefined;
  return draftOf(parsed(text.value));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function draftOf(data: unknown): StoredDraft | undefined {
  if (typeof data !== 'object' || data === null || !('step' in data) || !('draft' in data)) return undefined;
  const { step, draft } = data;
  if (typeof step !== 'string') return undefined;
  return { step, draft, at: 'at' in data && typeof data.at === 'string' ? data.at : '' };
}

/** Keeps the draft, readable by its owner only. */
export function writeDraft(disk: Disk, path: string, draft: StoredDraft): Result<void> {
  const text = `${JSON.stringify(draft)}\n`;
  return attempt({ failed: 'What you are typing is not kept', path }, () =>
    writeAtomic(disk, { path, text, mode: 0o600 }),
  );
}

/** Forgets the draft; fine when there is none. */
export function removeDraft(disk: Disk, path: string): Result<void> {
  if (disk.kind(path) === undefined) return ok(undefined);
  return attempt({ failed: 'The old draft is not removed', path }, () => disk.remove(path));
}
