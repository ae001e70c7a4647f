// The reference: the least that an Ink program with one text field and a full screen can be.
import './node-20.js';
import { Box, render, Text, useInput } from 'ink';
import { useSyncExternalStore } from 'react';

let text = '';
const listeners = new Set<() => void>();

function Field() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => text,
  );
  useInput((input) => {
    text += input;
    for (const listener of listeners) listener();
  });
  const rows = process.stdout.rows || 24;
  return (
    <Box height={rows} flexDirection="column">
      <Text>ready</Text>
      {Array.from({ length: rows - 3 }, (_, row) => (
        <Text key={row}>{`line ${String(row)}`}</Text>
      ))}
      <Text>{`› ${shown}`}</Text>
    </Box>
  );
}

render(<Field />, {
  alternateScreen: true,
  incrementalRendering: true,
  exitOnCtrlC: false,
  patchConsole: false,
  maxFps: 60,
});
