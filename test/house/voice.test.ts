import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from './program.js';

/** The layers whose words people read. */
const SPEAKING = ['cli', 'plain', 'form', 'store', 'merge', 'render'] as const;

/** Those of them that say more than what others give them to say. */
const TALKATIVE = ['cli', 'form', 'store', 'render'] as const;

/** The parts of a problem that are whole sentences. */
const SENTENCES = new Set(['message', 'hint']);

type Said = { readonly place: string; readonly text: string; readonly isSentence: boolean };

/** A text as a reader meets it; `‹›` stands for what is put in. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `‹›${literal.text}`).join('');
}

/** The texts a value can have: both sides of a choice count. */
function textsOf(node: ts.Node): readonly string[] {
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  const text = textOf(node);
  return text === undefined ? [] : [text];
}

/** A choice of a menu has a name; what it calls its message is a label. */
const isChoice = ({ properties }: ts.ObjectLiteralExpression): boolean =>
  properties.some((property) => property.name?.getText() === 'name');

/** Every sentence of a problem, and every line that is printed as it stands, in one source file. */
function saidIn(file: string, source: string): readonly Said[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const said: Said[] = [];
  const note = (node: ts.Node, isSentence: boolean): void => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    for (const text of textsOf(node)) said.push({ place: `${file}:${String(line)}`, text, isSentence });
  };
  const walk = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && SENTENCES.has(node.name.getText()) && !isChoice(node.parent))
      note(node.initializer, true);
    if (ts.isCallExpression(node) && ['printLines', 'sayLines'].includes(node.expression.getText()))
      for (const list of node.arguments.filter(ts.isArrayLiteralExpression))
        for (const line of list.elements) note(line, false);
    ts.forEachChild(node, walk);
  };
  walk(tree);
  return said;
}

// What is spelled as it must be typed: options, and marks of a comment.
const SPELLED = /(?<!\S)--[a-z-]+|<!--|-->/g;

const LOUD =
  /!(?!=)|\b(please|oops|sorry|invalid|illegal|wrong input|failed to|bad (input|value))\b|\berror:/i;

// A placeholder, a quoted thing, a command, an option, a file or an id may begin a sentence as it is spelled.
const BEGINNING =
  /^(\p{Lu}|\p{N}|‹›|["'“`{<(.-]|spec-interview\b|[a-z]+[./_-][a-z]|(git|formats|banks|ai) )/u;
const ENDING = /([.?:…”"]|‹›|\bspec-interview [^.]*)$/u;

/** What is not in our voice about a text; nothing when it is. */
function faultOf({ text, isSentence }: Omit<Said, 'place'>): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const loud = LOUD.exec(trimmed.replaceAll(SPELLED, ''))?.[0];
  if (loud !== undefined) return `says ${loud}`;
  if (!isSentence) return undefined;
  if (!BEGINNING.test(trimmed)) return 'begins small';
  return ENDING.test(trimmed) ? undefined : 'has no stop';
}

const said = SPEAKING.flatMap((layer) => {
  const names = readdirSync(join(root, 'src', layer), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const file = join('src', layer, name);
      return saidIn(file, readFileSync(join(root, file), 'utf8'));
    });
});

describe('the voice of the program', () => {
  it('is heard in every layer that speaks', () => {
    for (const layer of TALKATIVE)
      expect(said.filter(({ place }) => place.startsWith(join('src', layer))).length).toBeGreaterThan(20);
    expect(said.filter(({ isSentence }) => isSentence).length).toBeGreaterThan(200);
  });

  it('is calm, begins a sentence as one begins it, and ends it with a stop', () => {
    const faults = said.flatMap((one) => {
      const fault = faultOf(one);
      return fault === undefined ? [] : [`${one.place} ${fault}: ${one.text}`];
    });
    expect(faults).toEqual([]);
  });

  it.each([
    ['Please name a spec.', 'says Please'],
    ['The value is invalid.', 'says invalid'],
    ['Error: no spec.', 'says Error:'],
    ['Done!', 'says !'],
    ['no spec is named.', 'begins small'],
    ['No spec is named', 'has no stop'],
  ])('%j is refused: %s', (text, fault) => {
    const source = `const problem = { code: 'x', message: ${JSON.stringify(text)} };`;
    expect(saidIn('a.ts', source).map(faultOf)).toEqual([fault]);
  });

  it('hears both sides of a choice, and printed lines', () => {
    const source = "printLines(s, ['oops']); const p = { hint: a ? `fine ${b}` : 'Fine.' };";
    expect(saidIn('a.ts', source).map(faultOf)).toEqual(['says oops', 'begins small', undefined]);
  });
});
