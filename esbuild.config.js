import { build as bundle } from 'esbuild';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { compiledFile, openProgram } from './bin/load-program.js';

const root = import.meta.dirname;
const entry = 'src/cli/entry.ts';
const checkEntry = 'src/cli/check-entry.ts';
const notices = 'dist/THIRD-PARTY-NOTICES.txt';
const KEEP_COMPILED = '--keep-compiled';
const content = ['question-banks', 'templates'];
const inputs = [
  'src',
  'bin',
  ...content,
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'esbuild.config.js',
];

/**
 * What libraries bring and the product never uses leads to a function that does nothing: React's devtools, which are for
 * DEV=true, a second way to show the cursor at the end, which writes to standard error even when that is a file, and the
 * maps of sources, without which Handlebars joins strings, as it does in a browser.
 * @type {import('esbuild').Plugin}
 */
export const withoutUnused = {
  name: 'without-unused',
  setup(build) {
    build.onResolve({ filter: /^(react-devtools-core|restore-cursor|source-map)$/ }, ({ path: name }) => ({
      path: name,
      namespace: 'unused',
    }));
    build.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({
      contents: 'export default () => {}',
      loader: 'js',
    }));
  },
};

// Characters of one cell that never join with a neighbour: what our own screens are made of, and most of what people type.
const PLAIN =
  ' -~\\u00A1-\\u00A8\\u00AF-\\u02FF\\u2010-\\u2027\\u2030-\\u205E\\u2190-\\u2193\\u2500-\\u25FC\\u276F\\u2713\\u2717';

// The first segmenter of a process takes 9 ms to make.
const LATE_SEGMENTER =
  'let made; const segmenter = { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };';

/**
 * Lines of libraries that cost more at start than all of ours, or wait where a CommonJS file cannot. Yoga carries its
 * WebAssembly as text, loads an HTTP client to read it, and waits for it; here it is made at once. Ink waits for the tools
 * of its developers. The expression of all emoji takes string-width 15 ms to make and
 * as long to run first; it is made when something may be an emoji, which "─" and "é" are not, and so are segmenters. Ink
 * takes every row of the screen apart again for each frame and forgets it; what it knows of rows is kept.
 * @type {readonly { file: RegExp, from: string, to: string }[]}
 */
const lighter = [
  { file: /yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/, from: 'await loadYoga()', to: 'loadYoga()' },
  { file: /yoga-wasm-base64-esm\.js$/, from: 'return loadYoga.ready', to: 'return loadYoga' },
  {
    file: /yoga-wasm-base64-esm\.js$/,
    from: 'if(h.instantiateWasm)try{',
    to: 'a(new WebAssembly.Instance(new WebAssembly.Module(wa()),d));return {};try{',
  },
  { file: /ink[\\/]build[\\/]reconciler\.js$/, from: "process.env['DEV'] === 'true'", to: 'false' },
  {
    file: /string-width[\\/]index\.js$/,
    from: 'if (/^[\\u0020-\\u007E]*$/.test(string))',
    to: `if (ambiguousIsNarrow && /^[${PLAIN}]*$/.test(string))`,
  },
  {
    file: /string-width[\\/]index\.js$/,
    from: 'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
    to: 'let emoji; const rgiEmojiRegex = { test: (text) => (emoji ??= /^\\p{RGI_Emoji}$/v).test(text) };',
  },
  {
    file: /string-width[\\/]index\.js$/,
    from: 'const segmenter = new Intl.Segmenter();',
    to: LATE_SEGMENTER,
  },
  {
    file: /ink[\\/]build[\\/]output\.js$/,
    from: 'export default class Output {',
    to: 'let known; const caches = () => known?.styledChars.size < 2000 ? known : (known = new OutputCaches());\nexport default class Output {',
  },
  { file: /ink[\\/]build[\\/]output\.js$/, from: 'caches = new OutputCaches();', to: 'caches = caches();' },
  {
    file: /wrap-ansi[\\/]index\.js$/,
    from: 'const segmenter = new Intl.Segmenter();',
    to: LATE_SEGMENTER,
  },
  {
    file: /slice-ansi[\\/]tokenize-ansi\.js$/,
    from: "const GRAPHEME_SEGMENTER = new Intl.Segmenter(undefined, {granularity: 'grapheme'});",
    to: LATE_SEGMENTER.replace('const segmenter', 'const GRAPHEME_SEGMENTER'),
  },
  {
    file: /ink[\\/]build[\\/]line-update\.js$/,
    from: "const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });",
    to: LATE_SEGMENTER,
  },
  {
    file: /ansi-tokenize[\\/]build[\\/]tokenize\.js$/,
    from: 'const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });',
    to: LATE_SEGMENTER,
  },
  {
    file: /ansi-tokenize[\\/]build[\\/]tokenize\.js$/,
    from: 'of segmenter.segment(str))',
    to: `of /^[\\u001b${PLAIN}]*$/.test(str) ? Array.from(str, (segment, index) => ({ segment, index })) : segmenter.segment(str))`,
  },
];

/** @type {import('esbuild').Plugin} */
const lighterLibraries = {
  name: 'lighter-libraries',
  setup(build) {
    const filter = /(?:yoga-layout|string-width|wrap-ansi|slice-ansi|ansi-tokenize|ink[\\/]build)\b.*\.js$/;
    build.onLoad({ filter }, async ({ path: file }) => {
      const changes = lighter.filter((change) => change.file.test(file));
      if (changes.length === 0) return undefined;
      let contents = await readFile(file, 'utf8');
      for (const { from, to } of changes) {
        if (!contents.includes(from)) return { errors: [{ text: `${file} no longer contains ${from}` }] };
        contents = contents.replaceAll(from, to);
      }
      return { contents, loader: 'js' };
    });
  },
};

/**
 * A module that loads another one when something of it is first read.
 * @param {object} module_ what it exports
 * @param {string} load how it is loaded
 */
const late = (module_, load) => {
  // Newer Nodes name a `module.exports` among what a CommonJS module exports.
  const names = Object.keys({ ...module_, .../** @type {{ default?: object }} */ (module_).default });
  const getters = names
    .filter((name) => /^[\w$]+$/.test(name) && name !== 'default')
    .map((name) => `get ${name}() { return all().${name}; }`);
  return `let loaded; const all = () => (loaded ??= ${load}); module.exports = { ${getters.join(', ')} };`;
};

/**
 * Modules of Node that take milliseconds to load and that most runs never use.
 * @type {import('esbuild').Plugin}
 */
const lateModules = {
  name: 'late-modules',
  setup(build) {
    const filter = /^node:(?:crypto|child_process|readline\/promises)$/;
    build.onResolve({ filter }, ({ path: name, namespace }) =>
      namespace === 'late' ? { path: name, external: true } : { path: name, namespace: 'late' },
    );
    build.onLoad({ filter: /.*/, namespace: 'late' }, async ({ path: name }) => {
      /** @type {object} */
      const exported = await import(name);
      return { contents: late(exported, `require('${name}')`), loader: 'js' };
    });
  },
};

/** How the product changes the libraries that it bundles, and how it loads those of Node. */
export const plugins = [withoutUnused, lighterLibraries, lateModules];

/** Libraries in files of their own beside the program, for what many commands never do. */
const apart = /** @type {const} */ ({
  yaml: 'documents',
  handlebars: 'documents',
  ink: 'drawing',
  react: 'drawing',
  'react/jsx-runtime': 'drawing',
  '@anthropic-ai/sdk': 'model',
});
const apartFiles = [...new Set(Object.values(apart))];
/** Those that are imported by modules which every start loads. */
const readLate = new Set(['yaml', 'handlebars']);

/** @type {import('esbuild').Plugin} */
const librariesApart = {
  name: 'libraries-apart',
  setup(build) {
    const names = Object.keys(apart).join('|');
    build.onResolve({ filter: new RegExp(`^(?:${names})$`) }, ({ path: name }) => ({
      path: name,
      namespace: 'apart',
    }));
    build.onLoad({ filter: /.*/, namespace: 'apart' }, async ({ path: name }) => {
      const file = apart[/** @type {keyof typeof apart} */ (name)];
      const load = `require('./${file}.cjs')[${JSON.stringify(name)}]`;
      if (!readLate.has(name)) return { contents: `module.exports = ${load}`, loader: 'js' };
      /** @type {object} */
      const exported = await import(name);
      return { contents: late(exported, load), loader: 'js' };
    });
    build.onResolve({ filter: new RegExp(`^\\./(?:${apartFiles.join('|')})\\.cjs$`) }, ({ path: file }) => ({
      path: file,
      external: true,
    }));
  },
};

/**
 * How the product is bundled.
 * @type {import("esbuild").BuildOptions}
 */
export const options = {
  absWorkingDir: root,
  entryPoints: { entry },
  outdir: 'dist',
  bundle: true,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  target: 'node20.19',
  minify: true,
  sourcemap: false,
  legalComments: 'none',
  metafile: true,
  define: { 'process.env.NODE_ENV': '"production"', 'import.meta.url': '$url' },
  banner: { js: "const $url=require('node:url').pathToFileURL(__filename).href;" },
  plugins,
  logLevel: 'warning',
};

/** @type {import('esbuild').Plugin} */
const filesApart = {
  name: 'files-apart',
  setup(build) {
    build.onResolve({ filter: /^apart:/ }, ({ path: name }) => ({ path: name, namespace: 'file-apart' }));
    build.onLoad({ filter: /.*/, namespace: 'file-apart' }, ({ path: name }) => ({
      contents: Object.entries(apart)
        .filter(([, file]) => name === `apart:${file}`)
        .map(([library]) => `export * as ${JSON.stringify(library)} from ${JSON.stringify(library)};`)
        .join('\n'),
      resolveDir: root,
    }));
  },
};

/** Bundles the program and, beside it, the libraries that are apart. */
export const bundleProgram = (/** @type {import("esbuild").BuildOptions} */ given) =>
  Promise.all([
    bundle({ ...given, plugins: [librariesApart, ...plugins] }),
    ...apartFiles.map((file) =>
      bundle({ ...given, entryPoints: { [file]: `apart:${file}` }, plugins: [filesApart, ...plugins] }),
    ),
  ]);

/** What differs for a module of its own; CommonJS libraries inside it call require() for Node's own modules. */
const asModule = /** @type {const} */ ({
  format: 'esm',
  outExtension: { '.js': '.js' },
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: {
    js: "import{createRequire as $createRequire}from'node:module';const require=$createRequire(import.meta.url);",
  },
});

const newest = (/** @type {string} */ file) => {
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const children = readdirSync(file, { recursive: true, encoding: 'utf8' });
  return Math.max(stat.mtimeMs, ...children.map((child) => statSync(path.join(file, child)).mtimeMs));
};

/** Whether `dist` is missing, older than anything it was made from, or made by another Node. */
export const isStale = () => {
  const built = path.join(root, notices);
  if (!existsSync(built) || !existsSync(compiledFile(path.join(root, 'dist')))) return true;
  const builtAt = statSync(built).mtimeMs;
  return inputs.some((input) => newest(path.join(root, input)) > builtAt);
};

const packageFolder = (/** @type {string} */ input) =>
  /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? [];

/** The licence of a package; a few ship only its name, and name the holder in their source. */
const licenceText = async (/** @type {string} */ folder) => {
  const files = readdirSync(path.join(root, folder)).filter((child) =>
    /^(licen[cs]e|copying|notice)/i.test(child),
  );
  const texts = await Promise.all(files.map((file) => readFile(path.join(root, folder, file), 'utf8')));
  if (texts.length > 0) return texts.map((text) => text.trim()).join('\n\n');
  /** @type {{ license: string, author: string, main: string }} */
  const { license, author, main } = JSON.parse(
    await readFile(path.join(root, folder, 'package.json'), 'utf8'),
  );
  if (license !== 'MIT') throw new Error(`${folder} ships no text of its licence, ${license}`);
  const source = await readFile(path.join(root, folder, main), 'utf8');
  const ours = await readFile(path.join(root, 'LICENSE'), 'utf8');
  const holder = /Copyright \(c\)[^\n]*/.exec(source)?.[0] ?? `Copyright (c) ${author}`;
  return ours.trim().replace(/Copyright \(c\)[^\n]*/, () => holder);
};

const notice = async (/** @type {string} */ folder) => {
  /** @type {{ name: string, version: string, license: string }} */
  const { name, version, license } = JSON.parse(
    await readFile(path.join(root, folder, 'package.json'), 'utf8'),
  );
  return `${name} ${version} (${license})\n\n${await licenceText(folder)}\n`;
};

/** Loads a module of the product that the build itself uses. */
const ownModule = async (/** @type {string} */ file) => {
  const outfile = path.join(root, 'dist', `${path.basename(file, '.ts')}.js`);
  await bundle({ ...options, ...asModule, entryPoints: [file], minify: false });
  /** @type {unknown} */
  const loaded = await import(pathToFileURL(outfile).href);
  await rm(outfile);
  return loaded;
};

/** Parses the shipped banks with the product's own code, so that starting reads data instead of YAML. */
const compileBanks = async () => {
  const compiler =
    /** @type {{ compileBanks: (folder: string) => { ok: boolean, value: string, error: { message: string }[] } }} */ (
      await ownModule('src/cli/compile-banks.ts')
    );
  const compiled = compiler.compileBanks(root);
  if (compiled.ok) await writeFile(path.join(root, 'dist', 'banks.json'), compiled.value);
  else
    process.stderr.write('The shipped banks do not parse; they are read as they are, with their problems.\n');
};

/** Compiles the shipped templates with the product's own code, so that rendering runs them at once. */
const compileTemplates = async () => {
  const compiler =
    /** @type {{ compileTemplates: (folder: string) => { ok: boolean, value: [string, string][] } }} */ (
      await ownModule('src/cli/compile-templates.ts')
    );
  const compiled = compiler.compileTemplates(root);
  const folder = path.join(root, 'dist', 'templates');
  await mkdir(folder);
  if (!compiled.ok) process.stderr.write('The shipped templates do not compile; `formats lint` says why.\n');
  else for (const [id, text] of compiled.value) await writeFile(path.join(folder, `${id}.cjs`), text);
};

/** Notes which banks and templates this build was made with, so that a check can tell them by one hash. */
const noteContent = async () => {
  const names = content.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(root, folder, name),
    ),
  );
  const hash = createHash('sha256');
  for (const name of names.filter((name) => statSync(name).isFile()).sort())
    hash
      .update(`${path.relative(root, name)}\0`)
      .update(await readFile(name))
      .update('\0');
  /** @type {{ version: string }} */
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const note = { version, sha256: hash.digest('hex') };
  await writeFile(path.join(root, 'dist', 'shipped.json'), JSON.stringify(note));
};

/**
 * Plays the program in this process and writes down what V8 compiled of it. For a process of its own, without options of
 * Node or coverage: V8 takes what was compiled only under the same flags.
 */
const keepCompiled = async (/** @type {string} */ dist) => {
  // Code that has not run for a while would be thrown away; under another flag nothing would be taken.
  setFlagsFromString('--no-flush-bytecode');
  // V8 writes the name down; the package is to tell nothing of this machine.
  const program = openProgram(dist, (name) => ({ filename: `${name}.cjs` }));
  const { main } = /** @type {{ main: unknown }} */ (program.load('entry'));
  const { warmUp } = /** @type {{ warmUp: (main: unknown) => Promise<void> }} */ (
    await ownModule('src/cli/warm-up.ts')
  );
  await warmUp(main);
  setFlagsFromString('--flush-bytecode');
  for (const [name, script] of program.scripts)
    await writeFile(compiledFile(dist, name), script.createCachedData());
};

/**
 * Writes the program in ASCII, which Node reads without decoding and V8 holds in half the memory. esbuild leaves other
 * characters in regular expressions and raw strings only, all of them patterns, in which an escape means the same.
 */
const writePlainly = async (/** @type {string} */ dist) => {
  const escaped = (/** @type {string} */ unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  for (const name of ['entry', ...apartFiles]) {
    const file = path.join(dist, `${name}.cjs`);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replaceAll(/[^\0-\x7f]/g, escaped));
  }
};

/** Makes the program of a folder quick to start: plain text, and beside it what V8 compiled of it, if it can be kept. */
export const compileProgram = async (/** @type {string} */ dist) => {
  await writePlainly(dist);
  const changesFlags = new Set(['NODE_OPTIONS', 'NODE_V8_COVERAGE']);
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !changesFlags.has(name)));
  const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), KEEP_COMPILED, dist], {
    env: { ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 60_000,
  });
  if (status !== 0)
    process.stderr.write(
      'What V8 compiled of the program could not be kept; every start compiles it again.\n',
    );
};

/** Writes down what each command prints as help, so that help loads nothing; the texts are the program's own. */
const writeHelp = async () => {
  const folder = path.join(root, 'dist', 'help');
  await mkdir(folder);
  const help = (/** @type {string[]} */ ...args) => {
    const command = [path.join(root, 'bin', 'spec-interview.js'), ...args, '--help'];
    return spawnSync(process.execPath, command, { encoding: 'utf8' }).stdout;
  };
  const index = help();
  const names = [...index.matchAll(/^ {2}([a-z]+) .*$/gm)].map((match) => match[1] ?? '');
  await writeFile(path.join(folder, 'index.txt'), index);
  for (const name of names) await writeFile(path.join(folder, `${name}.txt`), help(name));
};

/** Bundles the product into `dist`, with the licences of everything inside it. Rejects when the source does not build. */
export const build = async () => {
  await rm(path.join(root, 'dist'), { recursive: true, force: true });
  const program = await bundleProgram(options);
  // On its own: it shares nothing with what it does not need.
  const alone = await bundle({ ...options, plugins: [], entryPoints: { 'check-entry': checkEntry } });
  const bundled = [...program, alone].flatMap(({ metafile }) =>
    Object.values(metafile?.outputs ?? {}).flatMap((output) => Object.keys(output.inputs)),
  );
  const folders = [...new Set(bundled.flatMap(packageFolder))].sort();
  const texts = await Promise.all(folders.map(notice));
  await compileBanks();
  await compileTemplates();
  await writeHelp();
  await noteContent();
  await compileProgram(path.join(root, 'dist'));
  await writeFile(path.join(root, notices), texts.join(`\n${'-'.repeat(72)}\n\n`));
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const [, , asked, dist] = process.argv;
    await (asked === KEEP_COMPILED && dist !== undefined ? keepCompiled(dist) : build());
  } catch (error) {
    // esbuild has printed its own errors, with file and line.
    if (!(error instanceof Error && 'errors' in error)) throw error;
    process.exitCode = 1;
  }
}
