/** How a run ends, as a number for scripts. */
export const EXIT = {
  fine: 0,
  bug: 1,
  usage: 2,
  stale: 3,
  edited: 4,
  conflict: 5,
  unfinished: 6,
  findings: 7,
  hangup: 129,
  cancelled: 130,
  terminated: 143,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const ORDER: readonly ExitCode[] = [1, 2, 5, 3, 7, 4, 6];

/** Picks the code that counts when several things are so at once. */
export function worstExit(codes: readonly ExitCode[]): ExitCode {
  return ORDER.find((code) => codes.includes(code)) ?? codes.find((code) => code !== EXIT.fine) ?? EXIT.fine;
}
