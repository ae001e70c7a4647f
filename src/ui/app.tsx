import { Box, useApp, useCursor, useInput, usePaste, type SuspendTerminal } from 'ink';
import { useSyncExternalStore, type ReactNode } from 'react';
import { pasted, toKeys, type Key } from '../form/index.js';
import type { FormView } from '../form/index.js';
import { frameOf } from './frame.js';
import type { Block } from './lines.js';
import type { Looks } from './looks.js';
import { Row } from './row.js';

/** What the face needs of a form: its screen as data, word of changes, and a place to put keys. */
export type FormStore = {
  readonly view: () => FormView;
  readonly subscribe: (listener: () => void) => () => void;
  readonly press: (key: Key) => unknown;
};

type AppProps = {
  readonly form: FormStore;
  readonly looks: Looks;
  readonly onTerminal?: (suspend: SuspendTerminal) => void;
};

/** The whole face: draws what the form shows and hands every key to it; it remembers nothing. */
export function App({ form, looks, onTerminal }: AppProps): ReactNode {
  const view = useSyncExternalStore(form.subscribe, form.view);
  // Ink gives the way to lend the terminal to an editor to components only.
  onTerminal?.(useApp().suspendTerminal);
  useInput((input, key) => {
    for (const pressed of toKeys(input, key)) form.press(pressed);
  });
  usePaste((text) => {
    form.press(pasted(text));
  });
  return <Screen view={view} looks={looks} />;
}

/** One screen: exactly the rows of the terminal, the real cursor at the caret so that input methods open there. */
export function Screen({ view, looks }: { readonly view: FormView; readonly looks: Looks }): ReactNode {
  const frame = frameOf(view, looks.glyphs);
  useCursor().setCursorPosition(cursorOf(frame));
  return (
    <Box flexDirection="column" width={view.columns} height={view.rows}>
      {frame.lines.map((line, at) => (
        <Row key={at} line={line} looks={looks} />
      ))}
    </Box>
  );
}

const cursorOf = ({ caret }: Block) => (caret === undefined ? undefined : { x: caret.column, y: caret.row });
