import type { RepositoryFile } from '../../store/index.js';

/** Where something was read: a file of the repository and a line of it. */
export type Place = { readonly path: string; readonly line: number };

/** What a file says about one question, as plain data; `rows` are parts of a table, `value` is all there is. */
export type Reading =
  | {
      readonly question: string;
      readonly row: Readonly<Record<string, string | boolean>>;
      readonly place: Place;
    }
  | { readonly question: string; readonly value: string | readonly string[]; readonly place: Place };

/** Reads answers out of the files of a repository. */
export type Reader = (files: readonly RepositoryFile[]) => readonly Reading[];

/** Gives every line of a file with its number that matches, and what was matched. */
export function matches(
  { path, text }: RepositoryFile,
  pattern: RegExp,
): readonly { readonly found: RegExpExecArray; readonly place: Place }[] {
  return text.split('\n').flatMap((line, index) => {
    const found = pattern.exec(line);
    return found === null ? [] : [{ found, place: { path, line: index + 1 } }];
  });
}

/** Gives the first of several files that is there. */
export function firstOf(
  files: readonly RepositoryFile[],
  paths: readonly string[],
): RepositoryFile | undefined {
  return paths.flatMap((path) => files.filter((file) => file.path === path))[0];
}

/** Gives the workflows of a pipeline, GitLab's included. */
export function pipelinesOf(files: readonly RepositoryFile[]): readonly RepositoryFile[] {
  return files.filter(({ path }) => path.startsWith('.github/workflows/') || path === '.gitlab-ci.yml');
}
