import type { Key } from '../keys.js';

/** The digit that a key is, or nothing. */
export function digitOf(key: Key): number | undefined {
  return key.type === 'text' && /^[0-9]$/.test(key.text) ? Number(key.text) : undefined;
}

/** Where a moving key leads in a list that ends at both ends; nothing for any other key. */
export function clampedMove(
  key: Key,
  { at, count, page = 8 }: { readonly at: number; readonly count: number; readonly page?: number },
): number | undefined {
  if (key.type !== 'key' || count === 0) return undefined;
  const steps: Readonly<Record<string, number>> = {
    up: -1,
    down: 1,
    'page-up': -page,
    'page-down': page,
    home: -count,
    end: count,
  };
  const step = steps[key.name];
  return step === undefined ? undefined : Math.max(0, Math.min(count - 1, at + step));
}
