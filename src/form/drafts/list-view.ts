import { truncateText } from '../../kernel/index.js';
import type { ListView } from '../view.js';
import { editorHeight } from '../editor/view.js';
import { editorView } from './editor-view.js';
import type { ListDraft } from './list.js';
import type { Room } from './types.js';
import { windowAround } from './window.js';

// A bullet and a space before each item, and as much behind it.
const MARGIN = 4;

/** The cells that the text of an item has in a field of `width` cells. */
export function listLineWidth(width: number): number {
  return Math.max(1, width - MARGIN);
}

/** Draws a list: the items around the one that is edited, and its editor. */
export function viewList(draft: ListDraft, { width, rows }: Room): ListView {
  const room = Math.max(1, rows);
  const inner = listLineWidth(width);
  const editorRows = editorHeight(draft.editor, inner, Math.min(3, room));
  const isNew = draft.at >= draft.items.length;
  const count = draft.items.length;
  // The edited item takes the rows of its editor.
  const shown = windowAround(count, Math.min(draft.at, count), room - editorRows + (isNew ? 0 : 1));
  return {
    type: 'list',
    items: draft.items.slice(shown.from, shown.to).map((text, index) => ({
      text: truncateText(text, inner),
      focused: shown.from + index === draft.at,
    })),
    editor: editorView(draft.editor, { width: inner, rows: editorRows }, 'one item per line'),
    above: shown.from,
    below: count - shown.to,
  };
}
