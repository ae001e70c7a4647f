import { parseGlob, type Glob } from './glob.js';

/** One line of a .gitignore: what it means below its folder, and whether it takes back what an earlier line ignored. */
export type IgnoreRule = {
  readonly folder: string;
  readonly fits: Glob;
  readonly onlyFolders: boolean;
  readonly takesBack: boolean;
};

/** Parses a .gitignore; `folder` is where it lies, from the root, empty for the root itself. */
export function parseIgnoreFile(text: string, folder: string): readonly IgnoreRule[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const bare = line.trimEnd();
    // A blank behind a backslash belongs to the name.
    const trimmed = bare.endsWith('\\') ? line.slice(0, bare.length + 1) : bare;
    if (trimmed === '' || trimmed.startsWith('#')) return [];
    const takesBack = trimmed.startsWith('!');
    const pattern = trimmed.slice(takesBack ? 1 : 0);
    const onlyFolders = pattern.endsWith('/');
    const body = onlyFolders ? pattern.slice(0, -1) : pattern;
    // A pattern with a slash inside is meant from its folder, any other at every depth.
    const glob = body.includes('/') ? body : `**/${body}`;
    return [{ folder, fits: parseGlob(glob), onlyFolders, takesBack }];
  });
}

/** Says whether git would leave a path out; the last rule that fits decides. */
export function isIgnored(rules: readonly IgnoreRule[], path: string, isFolder: boolean): boolean {
  const rule = rules.findLast(({ folder, fits, onlyFolders }) => {
    if (onlyFolders && !isFolder) return false;
    return fits(folder === '' ? path : path.slice(folder.length + 1));
  });
  return rule !== undefined && !rule.takesBack;
}
