/** The two versions of a text that git could not merge. */
export type GitSides = { readonly ours: string; readonly theirs: string };

type Part = 'both' | 'ours' | 'base' | 'theirs';

/** Takes apart a text with the conflict markers of git; our own markers, which a person still has to look at, stay. */
export function gitSides(text: string): GitSides {
  const sides = { ours: [] as string[], theirs: [] as string[] };
  let part: Part = 'both';
  for (const line of text.split('\n')) {
    const next = partAfter(part, line);
    if (next !== undefined) {
      part = next;
      continue;
    }
    if (part === 'both' || part === 'ours') sides.ours.push(line);
    if (part === 'both' || part === 'theirs') sides.theirs.push(line);
  }
  return { ours: sides.ours.join('\n'), theirs: sides.theirs.join('\n') };
}

/** Says whether git left conflict markers in a text. */
export function hasGitMarkers(text: string): boolean {
  return text.split('\n').some((line) => partAfter('both', line) === 'ours');
}

function partAfter(part: Part, line: string): Part | undefined {
  if (part === 'both') return /^<{7} (?!yours\r?$)/.test(line) ? 'ours' : undefined;
  if (/^>{7} /.test(line)) return 'both';
  if (part === 'ours' && /^\|{7}(?: |\r?$)/.test(line)) return 'base';
  return part !== 'theirs' && /^={7}\r?$/.test(line) ? 'theirs' : undefined;
}
