import type { Problem } from '../kernel/index.js';

/** Finds the conflicts of an unfinished merge, each at the line it begins. */
export function conflicts(text: string, file: string): readonly Problem[] {
  const marks = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .flatMap((line, index) =>
      /^(?:<{7}|>{7}|={7}|\|{7})(?: |$)/.test(line) ? [{ line: index + 1, start: line.startsWith('<') }] : [],
    );
  const starts = marks.filter(({ start }) => start);
  return (starts.length > 0 ? starts : marks.slice(0, 1)).map(({ line }) => ({
    code: 'conflict-marks',
    message: 'A conflict of an unfinished merge begins here; the file is not read.',
    hint: 'Keep one side of each conflict and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.',
    place: { file, line, column: 1 },
  }));
}
