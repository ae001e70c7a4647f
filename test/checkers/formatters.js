// Lets formatters rewrite rendered files and asks the product whether that was an edit.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = import.meta.dirname;
const root = path.join(here, '..', '..');
const bin = path.join(here, 'node_modules', '.bin');

// Every rule that can mend what it finds, but the length of lines.
const CONFIG = { config: { default: true, MD013: false } };

/** @type {() => Promise<(text: string) => string>} */
const ourNormalForm = async () => {
  const outfile = path.join(root, '.cache', 'normal-form.mjs');
  await build({
    entryPoints: [path.join(root, 'src', 'merge', 'normal-form.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  /** @type {{ normalForm: (text: string) => string }} */
  const { normalForm } = await import(pathToFileURL(outfile).href);
  return normalForm;
};

/** @type {Readonly<Record<string, (folder: string) => readonly [string, readonly string[]]>>} */
const FORMATTERS = {
  'markdownlint --fix': (folder) => {
    const config = path.join(folder, '.markdownlint-cli2.jsonc');
    writeFileSync(config, JSON.stringify(CONFIG));
    return ['markdownlint-cli2', ['--fix', '--config', config, '**/*.md']];
  },
  'prettier --write': () => ['prettier', ['--no-config', '--log-level', 'warn', '--write', '**/*.md']],
};

// Our own files leave a formatter nothing to do: blanks at the ends of lines do.
const untidy = (/** @type {string} */ text) => text.replaceAll(/(\S)\n/g, '$1 \n');

/** Names the files in which a formatter changed what we take for their content, and how many files each of them rewrote. */
export const formatterProblems = async (
  /** @type {string} */ folder,
  /** @type {readonly string[]} */ files,
) => {
  const normalForm = await ourNormalForm();
  const read = (/** @type {string} */ from, /** @type {string} */ file) =>
    readFileSync(path.join(from, file), 'utf8');
  return Object.entries(FORMATTERS).map(([name, commandFor]) => {
    const copy = mkdtempSync(path.join(tmpdir(), 'spec-interview-formatted-'));
    cpSync(folder, copy, { recursive: true });
    for (const file of files) writeFileSync(path.join(copy, file), untidy(read(folder, file)));
    const [program, args] = commandFor(copy);
    // What cannot be mended is complained about and leaves another exit code: that is not asked here.
    spawnSync(path.join(bin, program), args, { cwd: copy, stdio: 'ignore' });
    const rewritten = files.filter((file) => read(copy, file) !== untidy(read(folder, file)));
    const edited = rewritten.filter(
      (file) => normalForm(read(copy, file)) !== normalForm(read(folder, file)),
    );
    rmSync(copy, { recursive: true, force: true });
    return { name, rewritten: rewritten.length, problems: edited.map((file) => `${name} edits ${file}`) };
  });
};
