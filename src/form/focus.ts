/** Says how far a key moves the focus of a list with `page` lines on the screen; nothing when it does not move it. */
export function focusStep(command: string, page: number): number | undefined {
  switch (command) {
    case 'up':
      return -1;
    case 'down':
      return 1;
    case 'page-up':
      return -Math.max(1, page - 1);
    case 'page-down':
      return Math.max(1, page - 1);
    case 'first':
      return -Infinity;
    case 'last':
      return Infinity;
    default:
      return undefined;
  }
}

/** Moves a place in a list of `count` lines and stays inside it. */
export function movedWithin(count: number, at: number, by: number): number {
  return Math.max(0, Math.min(count - 1, at + by));
}
