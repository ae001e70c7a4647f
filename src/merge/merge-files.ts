import { isConflicting } from './outcome.js';
import { mergeLines } from './merge-lines.js';
import { mergeMarkdown } from './merge-markdown.js';
import type { MergedText, Texts } from './merged-text.js';
import { sameForm } from './normal-form.js';
import type { BlockPlace, MergedBlock, MergedFile, MergeInput, MergePlan, MergeRequest } from './plan.js';

/** A file with what the whole plan has to know of it. */
type Judged = { readonly file: MergedFile; readonly isEdited: boolean; readonly needsAdopting?: boolean };

/** Merges a new rendering with the files on disk and says what would be written; nothing a person wrote is lost in it. */
export function mergeFiles(request: MergeRequest): MergePlan {
  const judged = request.files.map((input) => mergeFile(input, request));
  const files = judged.map(({ file }) => file);
  return {
    files,
    conflicts: placesOf(files, 'conflict'),
    withheld: placesOf(files, 'withheld'),
    edited: judged.filter(({ isEdited }) => isEdited).map(({ file }) => file.path),
    needsAdopting: judged.filter(({ needsAdopting }) => needsAdopting === true).map(({ file }) => file.path),
  };
}

function placesOf(files: readonly MergedFile[], state: MergedBlock['state']): readonly BlockPlace[] {
  const edited = files.filter((file) => file.state !== 'updated');
  return edited.flatMap(({ path, blocks }) =>
    blocks.filter((block) => block.state === state).map(({ key }) => ({ path, key })),
  );
}

function mergeFile(input: MergeInput, request: MergeRequest): Judged {
  const { path, base, mine, generated, type } = input;
  if (mine === undefined) return { file: absentFile(input), isEdited: false };
  if (mine === generated && base === generated)
    return { file: { path, state: 'unchanged', note: '', newBase: generated, blocks: [] }, isEdited: false };
  if (input.policy === 'once') return { file: ownedFile(path, base ?? generated), isEdited: false };
  if (base === mine)
    return { file: untouchedFile(input, { base, mine, generated }, request), isEdited: false };
  // Also after a crash between a document and its base: what reads as generated is nobody's edit.
  if (sameForm(mine, generated, type))
    return { file: { path, state: 'unchanged', note: '', newBase: generated, blocks: [] }, isEdited: false };
  if (base !== undefined) return mergeThree(input, { base, mine, generated }, request);
  const note = 'this file was not written by the tool; adopt it to have it kept up to date';
  return { file: { path, state: 'kept', note, blocks: [] }, isEdited: false, needsAdopting: true };
}

function absentFile({ path, base, generated, policy }: MergeInput): MergedFile {
  if (policy === 'once' && base !== undefined)
    return { path, state: 'kept', note: 'written once and deleted since', newBase: base, blocks: [] };
  return { path, state: 'new', note: '', text: generated, newBase: generated, blocks: [] };
}

function ownedFile(path: string, base: string): MergedFile {
  return { path, state: 'kept', note: 'written once; it is yours', newBase: base, blocks: [] };
}

/** A file that nobody edited becomes what was generated; which blocks that changes is worked out when somebody asks. */
function untouchedFile({ path, type }: MergeInput, texts: Texts, request: MergeRequest): MergedFile {
  let known: MergedText | undefined;
  return {
    ...{ path, state: 'updated', note: '', text: texts.generated, newBase: texts.generated },
    get blocks() {
      known ??= mergeText(path, { type, texts, request });
      return known.blocks;
    },
  };
}

type Merging = { readonly type: MergeInput['type']; readonly texts: Texts; readonly request: MergeRequest };

function mergeText(path: string, { type, texts, request }: Merging): MergedText {
  return type === 'markdown'
    ? mergeMarkdown(texts, courseOf(path, request))
    : mergeLines(texts, { type, stillParses: (text) => request.stillParses(path, text) });
}

function mergeThree(input: MergeInput, texts: Texts, request: MergeRequest): Judged {
  const { path, type } = input;
  const merged = mergeText(path, { type, texts, request });
  const { text, newBase, blocks, forms } = merged;
  return {
    file: {
      path,
      state: stateOf(merged),
      note: '',
      ...(text === undefined ? {} : { text }),
      newBase,
      blocks,
    },
    isEdited: forms.mine !== forms.base && forms.mine !== forms.generated,
  };
}

function stateOf({ text, blocks, forms }: MergedText): MergedFile['state'] {
  if (isConflicting(blocks)) return 'conflict';
  if (text !== undefined) return forms.mine === forms.base ? 'updated' : 'merged';
  if (forms.mine === forms.generated) return 'unchanged';
  return forms.base === forms.generated ? 'edited' : 'kept';
}

function courseOf(
  path: string,
  { conflict, restore = [] }: MergeRequest,
): Parameters<typeof mergeMarkdown>[1] {
  const wanted = new Set(restore);
  return { conflict, wanted: (key) => wanted.has(key) || wanted.has(`${path}#${key}`) };
}
