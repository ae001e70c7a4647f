import type { DraftFile } from '../form/index.js';

/** The lines that show what was typed and could not be kept, so that it can be typed again; none when nothing was. */
export function typedLines({ drafts, remarks, dialogs = [] }: DraftFile): readonly string[] {
  const typed = [...Object.entries(drafts), ...Object.entries(remarks)];
  return [
    ...typed.map(([id, said]) => `Typed at ${id} and not kept: ${textsIn(said).join(' | ')}`),
    ...dialogs.map((dialog) => `Typed and not kept: ${textsIn(dialog).join(' | ')}`),
  ];
}

const NAMES = new Set(['kind', 'type', 'step']);

/** Every text in what is kept of a draft, without the names of its kinds. */
function textsIn(json: unknown): readonly string[] {
  if (typeof json === 'string') return json === '' ? [] : [json];
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, value]) => (NAMES.has(name) ? [] : textsIn(value)));
}
