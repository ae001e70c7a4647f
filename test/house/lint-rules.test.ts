import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { root } from './program.js';

const eslint = new ESLint({ cwd: root });

/** Rules of ours that need no types; the others are tested by their makers. */
const ours = [
  'no-restricted-syntax',
  'no-restricted-properties',
  'no-restricted-globals',
  'no-restricted-imports',
];
const alsoOurs = [
  'max-lines',
  'max-lines-per-function',
  'max-depth',
  'max-params',
  'complexity',
  'no-console',
];

/** The names of the rules that the project's own configuration reports for this text at this place. */
const reported = async (file: string, text: string): Promise<string[]> => {
  const config = (await eslint.calculateConfigForFile(file)) as Linter.Config;
  const rules = Object.fromEntries(
    Object.entries(config.rules ?? {}).filter(([name]) => [...ours, ...alsoOurs].includes(name)),
  );
  const parser = tseslint.parser as unknown as Linter.Parser;
  const messages = new Linter({ cwd: root }).verify(
    text,
    [{ files: ['**'], languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } }, rules }],
    file,
  );
  return messages.map(({ ruleId, message }) => ruleId ?? message);
};

const lines = (count: number): string => 'export {};\n'.repeat(count);
const longFunction = (count: number): string => `export const f = () => {\n${'g();\n'.repeat(count - 2)}};\n`;

describe('the lint rules', () => {
  it.each([
    ['a default export', 'src/kernel/a.ts', 'export default 1;', 'no-restricted-syntax'],
    [
      'a renamed default export',
      'src/store/a.ts',
      'const a = 1; export { a as default };',
      'no-restricted-syntax',
    ],
    ['an enum', 'src/form/a.ts', 'enum A { B }', 'no-restricted-syntax'],
    ['a catch outside its homes', 'src/runner/a.ts', 'try { f(); } catch { g(); }', 'no-restricted-syntax'],
    ['a promise that is caught', 'src/ui/a.ts', 'f().catch(g);', 'no-restricted-syntax'],
    ['a catch in a command', 'src/cli/commands/a.ts', 'try { f(); } catch { g(); }', 'no-restricted-syntax'],
    ['a catch in bank', 'src/bank/parse-bank.ts', 'try { f(); } catch { g(); }', 'no-restricted-syntax'],
    ['an exit', 'src/cli/main.ts', 'process.exit(1);', 'no-restricted-properties'],
    ['the clock in a pure layer', 'src/facts/a.ts', 'f(Date.now());', 'no-restricted-properties'],
    ['a new date in a pure layer', 'src/render/a.ts', 'f(new Date());', 'no-restricted-syntax'],
    ['chance in a pure layer', 'src/spec/a.ts', 'f(Math.random());', 'no-restricted-properties'],
    ['the process in a pure layer', 'src/merge/a.ts', 'f(process.env);', 'no-restricted-globals'],
    ['a class in a pure layer', 'src/bank/a.ts', 'class A {}', 'no-restricted-syntax'],
    ['a hook that remembers', 'src/ui/a.tsx', "import { useState } from 'react';", 'no-restricted-imports'],
    ['a hook behind a name', 'src/ui/a.tsx', 'React.useRef();', 'no-restricted-syntax'],
    ['the console', 'src/plain/a.ts', 'console.log(1);', 'no-console'],
    ['four arguments', 'src/form/a.ts', 'f = (a, b, c, d) => a;', 'max-params'],
    ['a file of 251 lines', 'src/form/a.ts', lines(251), 'max-lines'],
    ['a function of 51 lines', 'src/form/a.ts', longFunction(51), 'max-lines-per-function'],
    ['a component of 61 lines', 'src/ui/a.tsx', longFunction(61), 'max-lines-per-function'],
    ['four levels', 'src/form/a.ts', 'if (a) { if (b) { if (c) { if (d) { e(); } } } }', 'max-depth'],
    ['eleven ways', 'src/form/a.ts', 'f = (a) => a||a||a||a||a||a||a||a||a||a||a;', 'complexity'],
    ['a module mock', 'test/form/a.test.ts', "vi.mock('x');", 'no-restricted-properties'],
  ])('refuse %s', async (_, file, text, rule) => {
    expect(await reported(file, text)).toEqual([rule]);
  });

  it.each([
    ['a catch where other code throws', 'src/bank/expression-engine.ts', 'try { f(); } catch { g(); }'],
    ['a catch in the store', 'src/store/lock.ts', 'try { f(); } catch { g(); }'],
    ['a catch in main', 'src/cli/main.ts', 'try { f(); } catch { g(); }'],
    ['a function of 50 lines', 'src/form/a.ts', longFunction(50)],
    ['a component of 60 lines', 'src/ui/a.tsx', longFunction(60)],
    ['a store that is subscribed to', 'src/ui/a.tsx', "import { useSyncExternalStore } from 'react';"],
    ['a default export in a configuration', 'vitest.config.ts', 'export default 1;'],
    ['a date made from a value', 'src/analysis/a.ts', 'f(new Date(0));'],
  ])('allow %s', async (_, file, text) => {
    expect(await reported(file, text)).toEqual([]);
  });
});
