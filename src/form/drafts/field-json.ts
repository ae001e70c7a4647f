import { safeText } from '../../kernel/index.js';
import { editorFrom, editorJson } from './editor-json.js';
import { byKind, createField, type FieldDraft, type FieldShape } from './field.js';
import { isMap, numberIn, own, textIn, textsIn, type JsonMap } from './json.js';
import { listAt, type ListDraft } from './list.js';
import type { PickDraft } from './pick.js';
import { readTyped, type TypedDraft } from './typed.js';
import type { DraftContext, DraftOptions } from './types.js';

/** Turns a field into plain data. */
export function fieldJson(draft: FieldDraft): unknown {
  return byKind<unknown>(draft, { typed: typedJson, pick: pickJson, list: listJson });
}

function typedJson({ kind, editor, settled, asking }: TypedDraft): unknown {
  return {
    kind,
    editor: editorJson(editor),
    ...(settled === undefined ? {} : { settled }),
    ...(asking === undefined ? {} : { asking: { at: asking.at ?? -1 } }),
  };
}

function pickJson({ kind, picked, focus, typed }: PickDraft): unknown {
  return { kind, picked, ...(focus === undefined ? {} : { focus }), ...(typed === '' ? {} : { typed }) };
}

function listJson({ kind, items, at, editor }: ListDraft): unknown {
  return { kind, items, at, editor: editorJson(editor) };
}

/** Takes a field back from plain data; what does not fit is as if it had never been typed. */
export function fieldFrom(shape: FieldShape, json: unknown, options: DraftOptions): FieldDraft {
  return restoredField(createField(shape, options), json, options.context);
}

/** Puts what was typed into a fresh field of the same kind. */
export function restoredField(fresh: FieldDraft, json: unknown, context: DraftContext): FieldDraft {
  if (!isMap(json) || textIn(json, 'kind') !== fresh.kind) return fresh;
  return byKind<FieldDraft>(fresh, {
    typed: (typed) => typedFrom(typed, json, context),
    pick: (pick) => pickFrom(pick, json),
    list: (list) => listFrom(list, json),
  });
}

function typedFrom(fresh: TypedDraft, json: JsonMap, context: DraftContext): TypedDraft {
  const editor = editorFrom(own(json, 'editor'), fresh.editor.multiline);
  if (editor === undefined) return fresh;
  const draft = { ...fresh, editor, settled: textIn(json, 'settled') };
  const asking = own(json, 'asking');
  if (!isMap(asking)) return draft;
  const read = readTyped(draft, context);
  if (read.type !== 'ambiguous') return draft;
  const at = numberIn(asking, 'at') ?? -1;
  const isThere = Number.isInteger(at) && at >= 0 && at < read.choices.length;
  return { ...draft, asking: { message: read.message, choices: read.choices, at: isThere ? at : undefined } };
}

function pickFrom(fresh: PickDraft, json: JsonMap): PickDraft {
  const picked = [...new Set(textsIn(json, 'picked') ?? fresh.picked)].map(oneLine);
  return {
    ...fresh,
    picked: fresh.kind === 'many' ? picked : picked.slice(0, 1),
    focus: textIn(json, 'focus') ?? picked[0],
    typed: oneLine(textIn(json, 'typed') ?? ''),
  };
}

function listFrom(fresh: ListDraft, json: JsonMap): ListDraft {
  const items = textsIn(json, 'items');
  if (items === undefined) return fresh;
  const kept = items.map((item) => oneLine(item).trim()).filter((item) => item !== '');
  const at = numberIn(json, 'at');
  const draft = listAt(fresh, { items: kept, at: at === undefined ? kept.length : Math.trunc(at) });
  const editor = editorFrom(own(json, 'editor'), false);
  return editor === undefined ? draft : { ...draft, editor };
}

const oneLine = (text: string): string => safeText(text).replaceAll('\n', ' ');
