import { isHeadOnly, isTable, valueText, type Question } from '../bank/index.js';
import type { Problem } from '../kernel/index.js';
import { tableGuide, tableHead, type RowIds } from './sheet-table.js';

/** A question as it is sent to the person who knows the answer. */
export type SheetQuestion = { readonly question: Question; readonly due: string };

/** Whom a sheet is for, which spec it is about, and which rows its answers may refer to. */
export type SheetHead = {
  readonly spec: string;
  readonly name: string;
  readonly owner: string;
  readonly rowsOf: RowIds;
};

/** Prints open questions as a small Markdown file; answers go between two comments, so that they come back by id. */
export function sheetText(
  { spec, name, owner, rowsOf }: SheetHead,
  questions: readonly SheetQuestion[],
): string {
  return [
    `# Questions for ${owner}: ${name}`,
    '',
    'Write each answer between the two comments below its question, and send the file back.',
    'What you leave empty stays open.',
    `It is taken in with \`spec-interview answer ${spec} --from FILE\`.`,
    '',
    `<!-- answers by ${owner.replaceAll('--', '- -')} -->`,
    ...questions.flatMap((each) => questionLines(each, rowsOf)),
    '',
  ].join('\n');
}

function questionLines({ question, due }: SheetQuestion, rowsOf: RowIds): readonly string[] {
  return [
    '',
    `## ${question.prompt}`,
    '',
    question.why,
    ...(due === '' ? [] : ['', `Needed by ${due}.`]),
    ...(isTable(question) ? tableGuide(question, rowsOf) : valueGuide(question)),
    '',
    `<!-- answer ${question.id} -->`,
    '',
    ...(isTable(question) ? [...tableHead(question), ''] : []),
    `<!-- end ${question.id} -->`,
  ];
}

function valueGuide(question: Question): readonly string[] {
  const options = 'options' in question ? (question.options ?? []) : [];
  return [
    ...(options.length === 0 ? [] : ['', ...options.map((option) => `- \`${option.id}\`: ${option.label}`)]),
    ...(question.strong === undefined ? [] : ['', `For example: ${valueText(question, question.strong)}`]),
  ];
}

/** One filled answer of a sheet, and the line it begins at. */
export type SheetAnswer = { readonly id: string; readonly text: string; readonly line: number };

/** A sheet that came back: who filled it, and what it says. */
export type Sheet = { readonly by: string; readonly answers: readonly SheetAnswer[] };

/** Reads a sheet that came back; a formatter may have been over it, and what is empty is left out. */
export function parseSheet(text: string, file: string): Sheet | Problem {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  const by = lines
    .map((line) => /^<!-- answers by (.+) -->$/.exec(line)?.[1])
    .find((found) => found !== undefined);
  if (by === undefined) return notSheet(file);
  const answers: SheetAnswer[] = [];
  for (const [at, line] of lines.entries()) {
    const id = /^<!-- answer ([a-z0-9_.]+) -->$/.exec(line)?.[1];
    if (id === undefined) continue;
    const end = lines.indexOf(`<!-- end ${id} -->`, at);
    if (end === -1) return notClosed({ file, line: at + 1 }, id);
    const filled = lines
      .slice(at + 1, end)
      .join('\n')
      .trim();
    if (filled !== '' && !isHeadOnly(filled)) answers.push({ id, text: filled, line: at + 2 });
  }
  return { by, answers };
}

function notSheet(file: string): Problem {
  return {
    code: 'not-a-sheet',
    message: 'This file is not a sheet of questions.',
    hint: 'Make one with: spec-interview ask <name> --for <owner>',
    place: { file },
  };
}

function notClosed(place: NonNullable<Problem['place']>, id: string): Problem {
  return {
    code: 'answer-not-closed',
    message: `The answer to ${id} has no end.`,
    hint: `Put <!-- end ${id} --> on a line of its own below it.`,
    place,
  };
}
