/** Makes a file-name and row-id safe word of at most `max` characters: `Mail provider` gives `mail-provider`; may be empty. */
export function slug(text: string, max = 40): string {
  const plain = text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
  const words = plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return withoutEnd(words.join('-').slice(0, max), '-');
}

// What Windows takes for a device, whatever follows behind a point.
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;
// eslint-disable-next-line no-control-regex -- control characters are among what no name may hold
const UNNAMEABLE = /[\u0000-\u001f<>:"|?*\\/]/;

/** Says whether one name of a path can be a file on every system: no device, no sign with a meaning, no point or blank at the end. */
export function isPortableName(name: string): boolean {
  return name !== '' && !DEVICE.test(name) && !UNNAMEABLE.test(name) && !/[. ]$/.test(name);
}

/** The folder of a spec by its name; a name of signs alone, or one that is a device somewhere, still gets a folder. */
export function specSlug(name: string): string {
  const word = slug(name) || 'spec';
  return isPortableName(word) ? word : `${word}-spec`;
}

/** Gives the slug of `text`, or `fallback`, with the lowest suffix (`-2`, `-3`) that is not taken. */
export function freeSlug(text: string, taken: ReadonlySet<string>, fallback: string): string {
  const base = slug(text) || fallback;
  if (!taken.has(base)) return base;
  for (let n = 2; ; n += 1) {
    const tail = `-${String(n)}`;
    const candidate = `${withoutEnd(base.slice(0, 40 - tail.length), '-')}${tail}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Takes every one of `signs` off the end of a text. A pattern that ends in `+$` would begin anew at each of them. */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Counts a thing in words: `1 answer`, `3 answers`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

/** Joins words as a sentence does: `a`, `a and b`, `a, b and c`. */
export function joined(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

/** Compares two ids by code unit: the same order on every machine and in every locale. */
export function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Finds the candidates within a few typing slips of `text`, nearest first. */
export function nearest(text: string, candidates: readonly string[], limit = 3): readonly string[] {
  const wanted = text.toLowerCase();
  const allowed = Math.max(2, Math.floor(wanted.length / 3));
  return candidates
    .map((candidate) => ({ candidate, distance: distanceTo(wanted, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance || byCodeUnit(a.candidate, b.candidate))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

function distanceTo(a: string, b: string): number {
  if (b.startsWith(a) || b.endsWith(`.${a}`)) return 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i += 1) {
    const row = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const cost = a[i] === b[j] ? 0 : 1;
      row.push(Math.min((row[j] ?? 0) + 1, (previous[j + 1] ?? 0) + 1, (previous[j] ?? 0) + cost));
    }
    previous = row;
  }
  return previous.at(-1) ?? 0;
}

const ASCII: Readonly<Record<string, string>> = {
  ...{ '×': 'x', '−': '-', '–': '-', '→': '>', '…': '.', '•': '*' },
  ...{ '“': '"', '”': '"', '‘': "'", '’': "'", '≥': '>', '≤': '<', '≈': '~' },
};

/** Writes the signs of our own sentences in ASCII, one cell for one cell; letters of other scripts stay. */
export function asciiSigns(text: string): string {
  return text.replace(/[×−–→…•“”‘’≥≤≈]/g, (sign) => ASCII[sign] ?? sign);
}
