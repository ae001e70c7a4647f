import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { truncateText } from '../../kernel/index.js';
import { readIncidents } from '../../store/index.js';
import { isOn, type Run } from '../command.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { entriesOf, searchEntries } from '../explain/search.js';
import { storyOf, type Known } from '../explain/story.js';
import { printJson, printLines, printProblems } from '../print-problems.js';
import { openWorkspace } from '../workspace.js';
import type { World } from '../world.js';

/** Tells what a question, rule, term or incident is about; without a word it asks for one after the other. */
export const run: Run = async (world, given) => {
  const workspace = openWorkspace(world, undefined);
  if (!workspace.ok) {
    printProblems(world, workspace.error);
    return EXIT.usage;
  }
  const { bank, disk } = workspace.value;
  const incidents = readIncidents(disk, join(world.packageDir, 'question-banks', 'incidents.yaml'));
  const known = { bank, incidents: incidents.ok ? incidents.value : [] };
  const word = given.words.join(' ').trim();
  if (word === '' && !isOn(given, 'json')) return asked(world, known);
  const found = storyOf(known, word);
  if (found === undefined) return notFound(world, known, word);
  if (isOn(given, 'json')) printJson(world, { word, lines: found });
  else await tell(world, found);
  return EXIT.fine;
};

/** Reads words, one per line, until an empty line or the end: the story of each, or what is near it. */
async function asked(world: World, known: Known): Promise<ExitCode> {
  const { stdin, stderr } = world;
  const lines = createInterface({ input: stdin, terminal: false, crlfDelay: Infinity });
  const prompt = (): void => {
    if (stdin.isTTY) stderr.write('Question, rule, term or incident (an empty line ends): ');
  };
  let heard = 0;
  let missed = 0;
  prompt();
  for await (const line of lines) {
    const word = line.trim();
    if (word === '') break;
    const story = storyOf(known, word);
    heard += 1;
    if (story === undefined) missed += notFound(world, known, word) === EXIT.usage ? 1 : 0;
    else await tell(world, [...story, '']);
    prompt();
  }
  lines.close();
  if (heard === 0 && !stdin.isTTY) return notFound(world, known, '');
  return missed > 0 && !stdin.isTTY ? EXIT.usage : EXIT.fine;
}

async function tell({ stdout }: World, story: readonly string[]): Promise<void> {
  const { sayLines } = await import('../../plain/index.js');
  for (const line of story) {
    if (LINK.test(line)) printLines(stdout, [line]);
    else sayLines({ stdout, columns: WIDTH }, [line]);
  }
}

function notFound(world: World, { bank, incidents }: Known, word: string): ExitCode {
  const near = searchEntries(entriesOf(bank, incidents), word);
  printLines(world.stderr, [
    word === ''
      ? 'Name a question, rule, term or incident, for example: spec-interview explain rec.rpo'
      : `Nothing is called ${word}.`,
    ...(near.length > 0 ? ['Near it:'] : []),
    ...near.map(({ id, sort, title }) => truncateText(`  ${id} (${sort}): ${title}`, WIDTH)),
  ]);
  return EXIT.usage;
}

const WIDTH = 80;

// A link that is broken in two leads nowhere.
const LINK = /^\s*https?:\S+$/;
