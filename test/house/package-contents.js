// What the package may hold: every file of it is one of these, and nothing in it tells of the machine that made it.

/** What the package holds, file by file. */
const allowed = [
  /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
  /^bin\/(?:(?:spec-interview|load-program)\.js|package\.json)$/,
  /^dist\/(?:entry|check-entry|documents|drawing|model)\.cjs$/,
  /^dist\/(?:entry|documents|drawing|model)-[\w.-]+\.bin$/,
  /^dist\/(?:banks|shipped)\.json$/,
  /^dist\/help\/[a-z]+\.txt$/,
  /^dist\/templates\/[a-z-]+\.cjs$/,
  /^dist\/THIRD-PARTY-NOTICES\.txt$/,
  /^(?:question-banks|templates)\/README\.md$/,
  /^question-banks\/incidents\.yaml$/,
  /^question-banks\/cases\/[a-z0-9-]+\.yaml$/,
  /^question-banks\/(?:core|archetypes\/[a-z-]+)\/(?:[a-z]+\/)?[a-z0-9-]+\.yaml$/,
  /^templates\/[a-z-]+\/(?:template\.yaml|[a-z0-9_-]+(?:\.[a-z]+)*\.hbs)$/,
];

/** Without these the program does not run, or may not be passed on. */
const needed = [
  'package.json',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'bin/spec-interview.js',
  'bin/load-program.js',
  'bin/package.json',
  'dist/entry.cjs',
  'dist/documents.cjs',
  'dist/drawing.cjs',
  'dist/model.cjs',
  'dist/check-entry.cjs',
  'dist/banks.json',
  'dist/help/index.txt',
  'dist/THIRD-PARTY-NOTICES.txt',
  'question-banks/core/bank.yaml',
  'templates/spec/template.yaml',
];

const MOST_FILES = 500;
const MOST_BYTES = 8e6;
// What V8 compiled of the program comes on top.
const MOST_COMPILED = 3.5e6;

/** @typedef {{ unpackedSize: number, files: readonly { path: string, size: number, mode?: number }[] }} Packed */

/** @type {(packed: Packed) => readonly string[]} */
export const wrongContents = ({ files, unpackedSize }) => {
  const paths = files.map((file) => file.path);
  const compiled = files.filter(({ path }) => path.endsWith('.bin')).reduce((sum, { size }) => sum + size, 0);
  const rest = unpackedSize - compiled;
  return [
    ...needed.filter((path) => !paths.includes(path)).map((path) => `${path} is missing from the package`),
    ...paths
      .filter((path) => !allowed.some((pattern) => pattern.test(path)))
      .map((path) => `${path} does not belong in the package`),
    ...files
      .filter(({ path, mode = 0 }) => path !== 'bin/spec-interview.js' && (mode & 0o111) !== 0)
      .map(({ path }) => `${path} can be run`),
    ...(files.length > MOST_FILES ? [`the package holds ${String(files.length)} files`] : []),
    ...(rest > MOST_BYTES ? [`the package takes ${String(rest)} bytes`] : []),
    ...(compiled > MOST_COMPILED ? [`what V8 compiled takes ${String(compiled)} bytes`] : []),
  ];
};

/**
 * What a file tells of the machine that made it: its folders, the person, a map back to the sources.
 * @type {(text: string, folders: readonly string[]) => readonly string[]}
 */
export const toldOfMachine = (text, folders) => {
  const signs = [
    ...folders.filter((folder) => folder.length > 4),
    'sourceMappingURL=',
    '"sourcesContent":',
    'file:///home/',
    'file:///Users/',
  ];
  return [
    ...signs.filter((sign) => text.includes(sign)),
    ...(/(?<![\w.])\/(?:home|Users)\/[a-z][\w.-]*\/(?!…)/.exec(text) ?? []),
  ];
};
