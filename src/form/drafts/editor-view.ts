import type { Editor } from '../editor/editor.js';
import { viewEditor } from '../editor/view.js';
import type { EditorView } from '../view.js';
import type { Room } from './types.js';

/** Draws an editor as data; `above` and `below` say 1 where the text goes on. */
export function editorView(editor: Editor, room: Room, placeholder = ''): EditorView {
  const { lines, caret, above, below } = viewEditor(editor, {
    width: Math.max(1, room.width),
    rows: Math.max(1, room.rows),
  });
  return {
    ...{ type: 'editor', lines, caret, placeholder, multiline: editor.multiline },
    ...{ above: Number(above), below: Number(below) },
  };
}
