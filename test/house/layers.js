// The one ordered list of layers. dependency-cruiser, eslint, the coverage floors and the house tests are all made from it.

/** Values in, values out: no disk, network, clock, process or randomness. Each may import only those before it. */
export const pureLayers = ['kernel', 'bank', 'facts', 'interview', 'analysis', 'spec', 'render', 'merge'];

/** Layers that touch the machine and decide nothing, in order after the pure ones. */
export const edgeLayers = ['store', 'llm', 'runner', 'form', 'ui', 'plain', 'cli'];

/** Every layer, from left to right. */
export const layers = [...pureLayers, ...edgeLayers];

/** Layers that are plugged in as functions: nothing but `cli` may import them. */
export const pluggedInByCli = ['store', 'llm'];

/** Two faces of one interview: neither may import the other. */
export const faces = ['ui', 'plain'];

/** Layers that `cli` reaches with `import()` only, so that a command that does not need them never loads them. */
export const loadedOnDemand = ['ui', 'plain', 'llm'];

/**
 * Every library the product may import, with the layers that may. `*` means all of them.
 * A library that is not in this table may not be imported at all.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const libraries = {
  '@anthropic-ai/sdk': ['llm'],
  '@marcbachmann/cel-js': ['bank'],
  commander: ['cli'],
  enquirer: ['plain'],
  handlebars: ['render'],
  ink: ['ui'],
  'node-diff3': ['merge'],
  react: ['ui'],
  'string-width': ['*'],
  yaml: ['bank', 'render', 'store'],
  zod: ['*'],
};

/** Where `catch` is allowed, because what is thrown there belongs to someone else's code. */
export const mayCatch = [
  'src/bank/expression*',
  'src/store/**',
  'src/llm/**',
  'src/render/**',
  'src/plain/**',
  'src/cli/main.ts',
];

/** Where one test run leaves its counts, for the scripts that report them. */
export const testReport = '.cache/vitest.json';
