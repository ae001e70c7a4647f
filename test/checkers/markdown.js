// Reads rendered Markdown with a parser that is not ours: what did it become, and does prettier read the same?
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** @typedef {{ type: string, lang?: string | null, value?: string, url?: string, children?: readonly Node[] }} Node */

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);

/** @type {(text: string) => Node} */
const treeOf = (text) => parser.parse(text);

const layout = new Set(['position', 'spread', 'align', 'checked']);

/** The tree without what only concerns layout. */
const normalForm = (/** @type {string} */ text) =>
  JSON.stringify(treeOf(text), (key, value) => (layout.has(key) ? undefined : value), 1);

/** Says where a file and its prettier form differ in normal form; nothing when they are the same. */
export const differsFromPrettier = async (/** @type {string} */ file) => {
  const text = readFileSync(file, 'utf8');
  const own = normalForm(text).split('\n');
  const pretty = normalForm(await format(text, { parser: 'markdown' })).split('\n');
  const at = own.findIndex((line, index) => line !== pretty[index]);
  if (at === -1 && own.length === pretty.length) return undefined;
  return `${file}: ${own[at] ?? 'the end'} becomes ${pretty[at] ?? 'the end'}`;
};

/** @type {(node: Node) => readonly Node[]} */
const nodesOf = (node) => [node, ...(node.children ?? []).flatMap(nodesOf)];

const plain = (/** @type {string} */ text) => text.replaceAll('`', '').replaceAll(/\s+/g, ' ').trim();

/** @type {(node: Node) => string} */
const textOf = (node) =>
  node.value ?? (node.children ?? []).map(textOf).join(node.type === 'root' ? '\n' : '');

const foreign = [
  'html',
  'image',
  'imageReference',
  'linkReference',
  'definition',
  'footnoteReference',
].concat(['footnoteDefinition', 'thematicBreak', 'code', 'emphasis', 'delete']);

/** What our own documents stress: how Kiro marks a property and the work on some criteria, and Spec Kit what a file must have. */
const marks =
  /^(?:For any|Requirements: [\d., ]+|\(mandatory\)|\(include if feature involves data\)|GATE: [a-z ,]+\.)$/;

/** What our own documents hold as code. */
const ours = new Set(['mermaid', 'gherkin', 'json', 'text']);

/** Where links may lead: an address that somebody wrote, and from one of our documents to another. */
const known = /^(?:https?:|mailto:|(?:\.\.\/)?spec\.md$)/;

/** Headings that we begin and that go on with a name of somebody else's, as Spec Kit has them. */
const named = /^(?:(?:User Story|Phase|Try story) \d+(?: -|:)|Decision:|Record:|Fields of|States of) /;

/** Says how answers got out of their sentences in files of hostile answers; the whole specification holds every one of them. */
export const escapesOf = (/** @type {string} */ folder) =>
  readdirSync(path.join(folder, 'hostile'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => escapesOfFile(folder, file).map((says) => `${file} ${says}`));

/** @type {(folder: string, file: string) => readonly string[]} */
const escapesOfFile = (folder, file) => {
  const nodes = nodesOf(treeOf(readFileSync(path.join(folder, 'hostile', file), 'utf8')));
  /** @type {readonly string[]} */
  const hostile = JSON.parse(readFileSync(path.join(folder, 'hostile', 'texts.json'), 'utf8'));
  const isHostile = (/** @type {Node} */ node) =>
    hostile.some((one) => plain(textOf(node)).includes(plain(one).replace(/^#+ /, '')));
  const links = nodes.filter(({ type, url }) => type === 'link' && !known.test(url ?? ''));
  const markup = nodes.filter(
    (node) => foreign.includes(node.type) && !ours.has(node.lang ?? '') && !marks.test(textOf(node)),
  );
  // What a document is about is its title, and a title is what somebody wrote.
  const title = nodes.find(({ type }) => type === 'heading');
  const headings = nodes.filter(
    (node) => node.type === 'heading' && node !== title && !named.test(textOf(node)) && isHostile(node),
  );
  const text = plain(nodes.map(({ value }) => value ?? '').join(''));
  return [
    ...[...links, ...markup, ...headings].map((node) => `became ${node.type}: ${textOf(node)}`),
    ...(file === 'spec.md' ? hostile : [])
      .filter((one) => !text.includes(plain(one)))
      .map((one) => `is not in the text: ${one}`),
  ];
};
