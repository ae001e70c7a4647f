import { Text } from 'ink';
import { memo, type ReactNode } from 'react';
import type { Line } from './lines.js';
import type { Looks } from './looks.js';

type RowProps = { readonly line: Line; readonly looks: Looks };

/** One row of the screen; it is drawn again only when its text or tones changed. */
export const Row = memo(DrawnRow, isSameRow);

function DrawnRow({ line, looks: { theme, glyphs } }: RowProps): ReactNode {
  if (line.length === 0) return <Text> </Text>;
  return (
    <Text wrap="truncate">
      {line.map(({ text, tone }, at) => (
        <Text key={at} {...theme[tone]}>
          {glyphs.spelled(text)}
        </Text>
      ))}
    </Text>
  );
}

function isSameRow(before: RowProps, after: RowProps): boolean {
  if (before.looks.theme !== after.looks.theme || before.line.length !== after.line.length) return false;
  return before.line.every((piece, at) => {
    const other = after.line[at];
    return other !== undefined && piece.text === other.text && piece.tone === other.tone;
  });
}
