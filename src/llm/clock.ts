/** Time as this layer sees it; `wait` settles when the milliseconds are over or the signal is aborted, and never rejects. */
export type Clock = {
  readonly now: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
};

/** Calls back once nothing was heard for `quiet` milliseconds, or after `longest` in all; `stop` leaves no timer behind. */
export function watch(
  clock: Clock,
  { quiet, longest }: { readonly quiet: number; readonly longest: number },
  onSilence: () => void,
): { readonly heard: () => void; readonly stop: () => void } {
  const stopping = new AbortController();
  let beats = 0;
  const watching = async () => {
    let seen = beats;
    for (let waited = quiet; ; waited += quiet) {
      await clock.wait(quiet, stopping.signal);
      if (stopping.signal.aborted) return;
      if (beats === seen || waited >= longest) break;
      seen = beats;
    }
    onSilence();
  };
  void watching();
  return { heard: () => void (beats += 1), stop: () => stopping.abort() };
}
