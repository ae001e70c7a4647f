import { Text } from 'ink';
import { memo, type ReactNode } from 'react';
import type { Line } from './lines.js';
import type { Theme } from './theme.js';

type RowProps = { readonly line: Line; readonly theme: Theme };

/** One row of the screen; it is drawn again only when its text or tones changed. */
export const Row = memo(DrawnRow, isSameRow);

function DrawnRow({ line, theme }: RowProps): ReactNode {
  if (line.length === 0) return <Text> </Text>;
  return (
    <Text wrap="truncate">
      {line.map(({ text, tone }, at) => (
        <Text key={at} {...theme[tone]}>
          {text}
        </Text>
      ))}
    </Text>
  );
}

function isSameRow(before: RowProps, after: RowProps): boolean {
  if (before.theme !== after.theme || before.line.length !== after.line.length) return false;
  return before.line.every((piece, at) => {
    const other = after.line[at];
    return other !== undefined && piece.text === other.text && piece.tone === other.tone;
  });
}
