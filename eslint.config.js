import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { mayCatch, pureLayers } from './test/house/layers.js';

const pureFiles = pureLayers.map((layer) => `src/${layer}/**`);
const configFiles = ['*.config.{js,ts}', '.dependency-cruiser.js'];
const rememberingHooks = ['useState', 'useReducer', 'useEffect', 'useLayoutEffect', 'useRef', 'useContext'];

const exportsByName = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Export by name.' },
];
const noEnum = [{ selector: 'TSEnumDeclaration', message: 'Use a union of strings.' }];
const noCatch = [
  { selector: 'CatchClause', message: 'Return a Result; bugs are caught once, in cli/main.' },
  {
    selector: 'CallExpression[callee.property.name="catch"]',
    message: 'Return a Result; bugs are caught once, in cli/main.',
  },
];
const noClock = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Take the time as a value.' },
  { selector: 'ClassDeclaration, ClassExpression', message: 'Pure layers hold values and functions only.' },
];
const noMemory = [
  {
    selector: `CallExpression[callee.property.name=/^(${rememberingHooks.join('|')})$/]`,
    message: 'React draws; it does not remember. Put it in form or runner.',
  },
];
const noExit = [
  {
    object: 'process',
    property: 'exit',
    message: 'Return an exit code: main turns it into process.exitCode.',
  },
];
const noChance = [
  { object: 'Date', property: 'now', message: 'Take the time as a value.' },
  { object: 'Math', property: 'random', message: 'Take the randomness as a function.' },
];
const machineGlobals = [
  'process',
  'performance',
  'fetch',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'globalThis',
];

/** @type {import('eslint').Linter.RulesRecord} */
const typeScriptRules = {
  '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
  '@typescript-eslint/consistent-type-exports': 'error',
  '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
  ],
};

export default defineConfig(
  globalIgnores([
    'dist/',
    'coverage/',
    '.cache/',
    'test/golden/',
    'test/**/fixtures/',
    'question-banks/',
    'templates/',
  ]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...typeScriptRules,
      eqeqeq: 'error',
      'no-else-return': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'max-depth': ['error', 3],
      complexity: ['error', { max: 10, variant: 'modified' }],
      'no-restricted-properties': ['error', ...noExit],
      'no-restricted-syntax': ['error', ...exportsByName, ...noEnum],
    },
  },
  {
    files: ['src/**'],
    rules: {
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', 50],
      'max-params': ['error', 3],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...exportsByName, ...noEnum, ...noCatch],
    },
  },
  { files: ['src/**/*.tsx'], rules: { 'max-lines-per-function': ['error', 60] } },
  {
    files: pureFiles,
    rules: {
      'no-restricted-globals': [
        'error',
        ...machineGlobals.map((name) => ({
          name,
          message: 'Pure layers touch nothing: take it as an argument.',
        })),
      ],
      'no-restricted-properties': ['error', ...noExit, ...noChance],
      'no-restricted-syntax': ['error', ...exportsByName, ...noEnum, ...noCatch, ...noClock],
    },
  },
  {
    files: mayCatch,
    ignores: pureFiles,
    rules: { 'no-restricted-syntax': ['error', ...exportsByName, ...noEnum] },
  },
  {
    files: mayCatch.filter((pattern) => pureLayers.some((layer) => pattern.startsWith(`src/${layer}/`))),
    rules: { 'no-restricted-syntax': ['error', ...exportsByName, ...noEnum, ...noClock] },
  },
  {
    files: ['src/ui/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'react',
              importNames: rememberingHooks,
              message: 'React draws; it does not remember. Put it in form or runner.',
            },
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...exportsByName, ...noEnum, ...noCatch, ...noMemory],
    },
  },
  {
    files: ['test/**'],
    rules: {
      'max-lines': ['error', 700],
      'max-depth': ['error', 4],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
      'no-restricted-properties': [
        'error',
        ...noExit,
        ...['mock', 'doMock', 'hoisted', 'importMock'].map((property) => ({
          object: 'vi',
          property,
          message: 'A wish for a module mock means a missing argument.',
        })),
        {
          object: 'vi',
          property: 'waitFor',
          message: 'Wait by eventually(): a second is short on a busy machine.',
        },
      ],
    },
  },
  { files: ['test/helpers/eventually.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    // Plain JavaScript that Node runs as it is: tsc checks its JSDoc types, but this rule cannot see JSDoc casts.
    files: ['**/*.js'],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', URL: 'readonly', performance: 'readonly' },
    },
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    // What npm links is CommonJS, for a start without Node's loader of modules.
    files: ['bin/**'],
    languageOptions: { sourceType: 'commonjs', globals: { __dirname: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // The checkers import packages that are installed on first use: there are no types to check before that.
    files: ['test/checkers/**'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      '@typescript-eslint/consistent-type-exports': 'off',
    },
  },
  { files: configFiles, rules: { 'no-restricted-syntax': ['error', ...noEnum] } },
);
