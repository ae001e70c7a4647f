import { join } from 'node:path';
import {
  gitSides,
  mergeFiles,
  type BlockPlace,
  type MergedFile,
  type MergeInput,
  type MergePlan,
  type MergeRequest,
} from '../merge/index.js';
import { joinArchived, parseManifest, type Manifest, type SpecPaths } from '../store/index.js';
import { textAt } from './text-at.js';
import type { Workspace } from './workspace.js';

/** Reads what is left of a manifest that git could not merge: our side of it, with everything either side retired or accepted. */
export function recoverManifest(workspace: Workspace, paths: SpecPaths): Manifest | undefined {
  const path = join(paths.base, 'manifest.json');
  const { ours, theirs } = gitSides(textAt(workspace, path) ?? '');
  const [own, other] = [ours, theirs].map((text) => {
    const parsed = parseManifest(text, path);
    return parsed.ok ? parsed.value : undefined;
  });
  if (own === undefined || other === undefined) return own ?? other;
  // What only they required and nobody requires now is retired too; who plans leaves out what is required again.
  const theirOwn = other.requirements.map(({ id, text }) => ({ id, text }));
  const archived = joinArchived(other.openspec_archived, own.openspec_archived);
  return {
    ...own,
    retired: [...theirOwn, ...other.retired, ...own.retired],
    ...(own.accepted === undefined && other.accepted === undefined
      ? {}
      : { accepted: { ...other.accepted, ...own.accepted } }),
    ...(archived === undefined ? {} : { openspec_archived: archived }),
  };
}

/** Merges documents of which git may have two versions: first ours with what is generated now, then the hand edits of theirs. */
export function mergeRecovered(request: MergeRequest): MergePlan {
  const ours = request.files.map((file) => sided(file, 'ours'));
  const theirs = request.files.map((file) => sided(file, 'theirs'));
  const first = mergeFiles({ ...request, files: ours });
  const between = first.files.map((file, at) => file.text ?? ours[at]?.mine ?? ours[at]?.generated ?? '');
  const second = mergeFiles({
    ...request,
    files: theirs.map((file, at) => ({ ...file, generated: between[at] ?? file.generated })),
  });
  const files = first.files.map((file, at): MergedFile => {
    const last = second.files[at] ?? file;
    return joined([file, last], { raw: request.files[at], theirs: theirs[at] });
  });
  return {
    files,
    conflicts: places([...first.conflicts, ...second.conflicts]),
    withheld: places([...first.withheld, ...second.withheld]),
    edited: [...new Set([...first.edited, ...second.edited])],
    needsAdopting: first.needsAdopting,
  };
}

function sided(file: MergeInput, side: 'ours' | 'theirs'): MergeInput {
  const { base, mine } = file;
  return {
    ...file,
    ...(base === undefined ? {} : { base: gitSides(base)[side] }),
    ...(mine === undefined ? {} : { mine: gitSides(mine)[side] }),
  };
}

function joined(
  [first, last]: readonly [MergedFile, MergedFile],
  { raw, theirs }: { raw: MergeInput | undefined; theirs: MergeInput | undefined },
): MergedFile {
  const { path, note } = last;
  const text = last.text ?? theirs?.mine;
  const isConflict = first.state === 'conflict' || last.state === 'conflict';
  const changes = text !== undefined && text !== raw?.mine;
  return {
    ...{ path, note },
    state: isConflict ? 'conflict' : stateOf(first, changes),
    ...(changes ? { text } : {}),
    ...(first.newBase === undefined ? {} : { newBase: first.newBase }),
    blocks: [...first.blocks, ...last.blocks.filter(({ state }) => state === 'conflict')],
  };
}

function stateOf({ state }: MergedFile, changes: boolean): MergedFile['state'] {
  return changes ? 'merged' : state;
}

function places(all: readonly BlockPlace[]): readonly BlockPlace[] {
  return [...new Map(all.map((place) => [`${place.path}#${place.key}`, place])).values()];
}
