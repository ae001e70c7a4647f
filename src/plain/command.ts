/** Everything a person can say that is not an answer. */
export type CommandName =
  | 'back'
  | 'next'
  | 'skip'
  | 'unknown'
  | 'n/a'
  | 'defer'
  | 'assume'
  | 'take'
  | 'dismiss'
  | 'remarks'
  | 'here'
  | 'inherit'
  | 'list'
  | 'goto'
  | 'why'
  | 'guide'
  | 'findings'
  | 'facts'
  | 'changes'
  | 'waive'
  | 'undo'
  | 'redo'
  | 'depth'
  | 'rename'
  | 'review'
  | 'finish'
  | 'help'
  | 'save'
  | 'quit';

/** A command, with what stood behind its word. */
export type Command = { readonly name: CommandName; readonly said: string };

/** A line as it was meant: an answer, or a command. */
export type Meant =
  { readonly type: 'text'; readonly text: string } | { readonly type: 'command'; readonly command: Command };

/** One command: how it is written, what it does, and what may stand behind its word. */
export type CommandLine = {
  readonly name: CommandName;
  readonly shown: string;
  readonly does: string;
  readonly takes: RegExp;
};

const nothing = /^$/;
const words = /^.*$/s;
const oneWord = /^\S+$/;
const maybeWord = /^\S*$/;

/** Every command in the order help shows them; what does not look like its command is an answer. */
// prettier-ignore
export const COMMANDS: readonly CommandLine[] = [
  { name: 'back', shown: 'back', does: 'go to the question before', takes: nothing },
  { name: 'next', shown: 'next', does: 'go to the question after, without answering', takes: nothing },
  { name: 'skip', shown: 'skip', does: 'skip for now; the gap is listed', takes: nothing },
  { name: 'unknown', shown: 'unknown @dba by 15 Dec', does: 'somebody else knows; owner and date may be left out', takes: /^$|^(?:@|by |until |due )/i },
  { name: 'n/a', shown: 'n/a no personal data', does: 'not applicable, with the reason', takes: words },
  { name: 'defer', shown: 'defer refuse with 503', does: 'decided later, with the behaviour until then', takes: words },
  { name: 'assume', shown: 'assume 15 min', does: 'an answer that nobody confirmed; alone it takes the answer shown', takes: words },
  { name: 'take', shown: 'take', does: 'take what was read from the repository as the answer', takes: nothing },
  { name: 'dismiss', shown: 'dismiss', does: 'dismiss a follow-up question for good', takes: nothing },
  { name: 'remarks', shown: 'remarks', does: 'say why, what was rejected, and where the answer comes from', takes: nothing },
  { name: 'here', shown: 'here', does: 'keep a shared answer for this spec only, or share it again', takes: nothing },
  { name: 'inherit', shown: 'inherit', does: 'drop the answer of this spec and use the shared one', takes: nothing },
  { name: 'list', shown: 'list', does: 'outline: the sections, and the questions of this one; list all, or list and a section', takes: maybeWord },
  { name: 'goto', shown: 'goto rec.rpo', does: 'go to a question by its id', takes: oneWord },
  { name: 'why', shown: 'why', does: 'why this is asked: examples, words, incidents', takes: nothing },
  { name: 'guide', shown: 'guide', does: 'guided mode on or off: reasons, examples, and a coach after each answer', takes: nothing },
  { name: 'findings', shown: 'findings', does: 'what the answers contradict or leave open', takes: nothing },
  { name: 'facts', shown: 'facts', does: 'what follows from the numbers, with formulas', takes: nothing },
  { name: 'changes', shown: 'changes', does: 'what the answers change in the documents, before anything is written', takes: nothing },
  { name: 'waive', shown: 'waive 2', does: 'accept a finding for a while, with reason, owner and date', takes: oneWord },
  { name: 'undo', shown: 'undo', does: 'undo the last answer; in a table the last row', takes: nothing },
  { name: 'redo', shown: 'redo', does: 'do again what was undone', takes: nothing },
  { name: 'depth', shown: 'depth', does: 'change the length of the interview', takes: nothing },
  { name: 'rename', shown: 'rename', does: 'give the spec another name', takes: nothing },
  { name: 'review', shown: 'review', does: 'findings, gaps, thin answers', takes: nothing },
  { name: 'finish', shown: 'finish', does: 'review, then write the files', takes: nothing },
  { name: 'help', shown: 'help', does: 'this list', takes: nothing },
  { name: 'save', shown: 'save', does: 'leave; every answer is saved', takes: nothing },
  { name: 'quit', shown: 'quit', does: 'the same as save', takes: nothing },
];

/** Reads a line: a slash before a command word always works, a bare word in lines that only append; `\` makes it an answer. */
export function meantBy(text: string, mode: 'inline' | 'append'): Meant {
  const line = text.trim();
  if (line.startsWith('\\')) {
    const rest = line.slice(1);
    const hides = rest.startsWith('\\') || commandIn(rest, mode) !== undefined;
    return { type: 'text', text: hides ? rest : text };
  }
  const command = commandIn(line, mode);
  return command === undefined ? { type: 'text', text } : { type: 'command', command };
}

function commandIn(line: string, mode: 'inline' | 'append'): Command | undefined {
  if (line === '?' || line === '/?') return { name: 'help', said: '' };
  if (line.startsWith('/')) return named(line.slice(1));
  return mode === 'append' ? named(line) : undefined;
}

/** A word alone is read in any case; with words behind it only in lower case, so that a sentence stays an answer. */
function named(line: string): Command | undefined {
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)/s.exec(line) ?? [];
  const wanted = rest === '' ? word.toLowerCase() : word;
  const found = COMMANDS.find(({ name, takes }) => name === wanted && takes.test(rest));
  return found === undefined ? undefined : { name: found.name, said: rest };
}
