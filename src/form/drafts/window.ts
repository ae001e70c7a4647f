/** Which lines of a long list are shown: from `from`, up to and without `to`. */
export type Window = { readonly from: number; readonly to: number };

/** Shows at most `rows` of `count` lines, the focused one near the middle and never outside. */
export function windowAround(count: number, focus: number, rows: number): Window {
  const size = Math.max(0, Math.min(count, Math.floor(rows)));
  const from = Math.max(0, Math.min(focus - Math.floor(size / 2), count - size));
  return { from, to: from + size };
}
