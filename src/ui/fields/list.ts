import type { EditorView, ListView } from '../../form/index.js';
import { padText } from '../../kernel/index.js';
import { block, clipLine, indent, span, type Block } from '../lines.js';
import { around, fitOf, narrower, type Pen } from '../pen.js';
import { drawEditor } from './editor.js';

/** Draws a list of lines: numbered items, and the editor in the place of the one being written. */
export function drawList(view: ListView, pen: Pen): Block {
  const { above = 0, below = 0 } = view;
  const beyond = { above, below };
  const digits = String(above + view.items.length + below + 1).length;
  const edited = view.items.findIndex((item) => item.focused);
  const items = view.items.map((item, index) =>
    index === edited
      ? numberedEditor(view.editor, { pen, index: above + index, digits })
      : block(
          clipLine(
            [span(`  ${padText(String(above + index + 1), digits, 'start')}. `, 'dim'), span(item.text)],
            fitOf(pen),
          ),
        ),
  );
  if (edited !== -1) return around(items, edited, { pen, beyond });
  const last = numberedEditor(view.editor, { pen, index: above + items.length, digits });
  return around([...items, last], items.length, { pen, beyond });
}

type Place = { readonly pen: Pen; readonly index: number; readonly digits: number };

function numberedEditor(editor: EditorView, { pen, index, digits }: Place): Block {
  const number = `${padText(String(index + 1), digits, 'start')}. `;
  const drawn = drawEditor({ ...editor, multiline: false }, narrower(pen, number.length));
  const rows = indent(drawn, number.length).lines.map((line, row) => {
    const [, mark, ...text] = line;
    return row === 0 && mark !== undefined ? [mark, span(number, 'dim'), ...text] : line;
  });
  return { ...indent(drawn, number.length), lines: rows };
}
