/** Something that has a place in one order or in two. */
type Ordered<Entry> = {
  readonly primary: readonly Entry[];
  readonly secondary: readonly Entry[];
  /** Entries that stay right behind the entry before them, whatever else is put there. */
  readonly clings: (entry: Entry) => boolean;
};

/** Puts what only the second order knows into the first: each behind the neighbour it has in its own order. */
export function weave<Entry>({ primary, secondary, clings }: Ordered<Entry>): readonly Entry[] {
  const places = new Map(primary.map((entry, index) => [entry, index]));
  const behind = new Map<number, Entry[]>();
  let anchor = -1;
  for (const entry of secondary) {
    const place = places.get(entry);
    if (place !== undefined) anchor = place;
    else {
      const at = clings(entry) ? anchor : endOfRun(primary, anchor, clings);
      behind.set(at, [...(behind.get(at) ?? []), entry]);
    }
  }
  return [
    ...(behind.get(-1) ?? []),
    ...primary.flatMap((entry, index) => [entry, ...(behind.get(index) ?? [])]),
  ];
}

function endOfRun<Entry>(
  entries: readonly Entry[],
  anchor: number,
  clings: (entry: Entry) => boolean,
): number {
  let end = anchor;
  for (let next = end + 1; next < entries.length; next += 1) {
    const entry = entries[next];
    if (entry === undefined || !clings(entry)) break;
    end = next;
  }
  return end;
}
