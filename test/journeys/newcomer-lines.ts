import { spawn } from 'node:child_process';
import process from 'node:process';
import { program } from '../house/program.js';
import type { TempDir } from '../helpers/temp-dir.js';
import { createEffort, whatIsKnown, type Effort, type Known } from './newcomer-knows.js';
import { spaced } from './play.js';

type Talked = {
  readonly code: number | null;
  readonly out: string;
  readonly total: ReturnType<Effort['total']>;
};

/** The prompt at the end of what was printed, once the program waits for a line. */
const promptIn = (text: string): string | undefined => /(?:^|\n)([^\n]+):\n$/.exec(text)?.[1];

/** The number that stands before an option. */
function numberOf(said: string, label: string): string {
  const found = said.split('\n').find((line) => line.includes(`. ${label}`));
  const number = /^\s*(\d+)\. /.exec(found ?? '')?.[1];
  if (number === undefined) throw new Error(`No number stands before “${label}”:\n${said}`);
  return number;
}

/** The word that is said to do what is wanted; without such words nobody would know it. */
function wordFor(said: string, does: string): string {
  const word = new RegExp(String.raw`(\S+) ${does}`).exec(said)?.[1];
  if (word === undefined) throw new Error(`Nothing said which word “${does}”:\n${said}`);
  return word;
}

/** The lines that answer what was asked, in the form that the prompts ask for. */
function linesFor(known: Known, said: string): readonly string[] {
  if ('rows' in known) return [...known.rows.map((row) => row.join(' | ')), ''];
  if ('picks' in known) return [known.picks.map((label) => numberOf(said, label)).join(', ')];
  return said.includes('then a full stop alone') ? [known.text, '.'] : [known.text];
}

/** What a newcomer says next: one line for one prompt; they know no word that was not printed before. */
function createNewcomer(): (said: string, prompt: string) => string {
  const known = whatIsKnown();
  const ahead: string[] = [];
  let heard = '';
  return (said, prompt) => {
    heard += said;
    if (ahead.length > 0) return ahead.shift() ?? '';
    if (prompt.startsWith('Name of the spec')) return 'To-do API';
    if (prompt.startsWith('Depth')) return numberOf(said, 'quick');
    if (prompt.includes('writes the files')) return wordFor(prompt, 'writes the files');
    const asked = known.find((one) => spaced(one.prompt).test(said));
    if (asked === undefined) return wordFor(heard, 'leaves a question open');
    ahead.push(...linesFor(asked.known, said));
    return ahead.shift() ?? '';
  };
}

/** Interviews a newcomer in lines that only append, through pipes, until the program is over. */
export async function newcomerInLines(dir: TempDir): Promise<Talked> {
  const effort = createEffort();
  const says = createNewcomer();
  const child = spawn(process.execPath, [program, 'new', '--plain'], { cwd: dir.path });
  let out = '';
  let since = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    since += text;
    const prompt = promptIn(since);
    if (prompt === undefined) return;
    effort.reads(since);
    const line = says(since, prompt);
    since = '';
    effort.types(line.length + 1);
    child.stdin.write(`${line}\n`);
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  effort.reads(since);
  return { code, out, total: effort.total() };
}
