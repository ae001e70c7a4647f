import { Composer, LineCounter, Lexer, Parser, type CST, type Document } from 'yaml';
import { err, ok, type Place, type Problem, type Result } from '../kernel/index.js';
import { nodeToData, offsetOf, type YamlPath } from './yaml-source-data.js';
import { yamlProblem } from './yaml-source-problems.js';

/** A text file by its path as people know it. */
export type SourceFile = { readonly path: string; readonly text: string };

/** A parsed YAML file: plain data, and the place of any key or value in it. */
export type YamlFile = {
  readonly path: string;
  readonly data: unknown;
  readonly placeOf: (path: YamlPath, part?: 'key' | 'value') => Place;
};

const MAX_BYTES = 5_000_000;
// The parser takes a second per few hundred thousand tokens and 4 GB for four million stray brackets (measured with yaml 2.9.1).
const MAX_TOKENS = 300_000;
const MAX_DEPTH = 64;
const MAX_PROBLEMS = 100;

/** Parses one YAML 1.2 file of at most 5 MB; aliases, tags, merge keys and duplicate keys are refused, a BOM and CRLF are not noticed. */
export function parseYaml(source: SourceFile): Result<YamlFile> {
  const text = source.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const refused = refusedUnread(source, text);
  if (refused !== undefined) return err([refused]);
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => placeIn(source.path, lines, offset);
  const scanned = scan(text, lines);
  if (scanned.refused !== undefined) return err([at(placeAt(scanned.offset), scanned.refused)]);
  const documents = [...new Composer(COMPOSER).compose(scanned.tokens, true, text.length)];
  const [document, second] = documents;
  const problems = documents.flatMap((each) => syntaxProblems(each, text, placeAt));
  if (problems.length > 0) return err(problems.slice(0, MAX_PROBLEMS));
  if (second !== undefined) return err([at(placeAt(second.range[0]), SEVERAL_DOCUMENTS)]);
  if (!document?.contents) return err([at({ file: source.path, line: 1, column: 1 }, EMPTY)]);
  const { data, faults } = nodeToData(document.contents);
  if (faults.length > 0) {
    return err(faults.slice(0, MAX_PROBLEMS).map(({ offset, ...fault }) => at(placeAt(offset), fault)));
  }
  const { contents } = document;
  return ok({
    path: source.path,
    data,
    placeOf: (path, part = 'value') => placeAt(offsetOf(contents, path, part)),
  });
}

// Duplicate keys are found by our own conversion: the library compares every key of a map with every other.
const COMPOSER = {
  version: '1.2',
  schema: 'core',
  merge: false,
  uniqueKeys: false,
  logLevel: 'silent',
} as const;

const EMPTY = {
  code: 'yaml-empty',
  message: 'The file is empty.',
  hint: 'Write at least one key and its value, or remove the file.',
};

const SEVERAL_DOCUMENTS = {
  code: 'yaml-several-documents',
  message: 'A second document begins here; one per file is expected.',
  hint: 'Remove the line `---`, or move what follows to its own file.',
};

function at(place: Place, fault: Omit<Problem, 'place'>): Problem {
  return { ...fault, place };
}

function refusedUnread(source: SourceFile, text: string): Problem | undefined {
  const bytes = text.length * 3 > MAX_BYTES ? new TextEncoder().encode(source.text).length : 0;
  if (bytes > MAX_BYTES) {
    return {
      code: 'file-too-large',
      message: `The file has ${(bytes / 1e6).toFixed(1)} MB; at most 5 MB are read.`,
      hint: 'Split it into several files.',
      place: { file: source.path },
    };
  }
  const zero = text.indexOf('\0');
  if (zero < 0) return undefined;
  const before = text.slice(0, zero).split('\n');
  return {
    code: 'file-not-text',
    message: 'The file is not text: it holds a zero byte.',
    hint: 'Save it as UTF-8 text.',
    place: { file: source.path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
  };
}

type Scanned = {
  readonly tokens: readonly CST.Token[];
  readonly offset: number;
  readonly refused?: Omit<Problem, 'place'>;
};

// Tokens are counted as they come, so that no input can exhaust the stack or the memory of the steps that follow.
function scan(text: string, lines: LineCounter): Scanned {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser;
    lexemes += 1;
    for (const token of parser.next(lexeme)) tokens.push(token);
    const refused = beyondBounds(parser.stack.length, lexemes);
    if (refused !== undefined) return { tokens, offset, refused };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, offset: parser.offset };
}

function beyondBounds(depth: number, lexemes: number): Omit<Problem, 'place'> | undefined {
  if (depth > MAX_DEPTH) {
    return {
      code: 'yaml-too-deep',
      message: `More than ${String(MAX_DEPTH)} levels are nested here.`,
      hint: 'Write the value with fewer levels.',
    };
  }
  if (lexemes > MAX_TOKENS) {
    return {
      code: 'yaml-too-many-tokens',
      message: `The file holds more than ${String(MAX_TOKENS)} words and marks.`,
      hint: 'Split it into several files.',
    };
  }
  return undefined;
}

function placeIn(file: string, lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
}

function syntaxProblems(
  document: Document.Parsed,
  text: string,
  placeAt: (offset: number) => Place,
): readonly Problem[] {
  const faults = [...document.errors, ...document.warnings].slice(0, MAX_PROBLEMS);
  const problems = faults.map((fault) => at(placeAt(fault.pos[0]), yamlProblem(fault, text)));
  const seen = new Set<string>();
  return problems.filter(({ code, place }) => {
    const key = `${code} ${String(place?.line)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
