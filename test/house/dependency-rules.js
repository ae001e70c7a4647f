import { faces, layers, libraries, loadedOnDemand, pluggedInByCli, pureLayers } from './layers.js';

/** @typedef {import('dependency-cruiser').IForbiddenRuleType} Rule */

const anyOf = (/** @type {readonly string[]} */ names) => `^src/(${names.join('|')})/`;
const inside = (/** @type {string} */ layer) => `^src/${layer}/`;
const escaped = (/** @type {string} */ name) => name.replace(/[.]/g, '\\.');
const packaged = (/** @type {readonly string[]} */ names) =>
  `(^|/)node_modules/(@types/)?(${names.map(escaped).join('|')})/`;

/** @returns {Rule[]} */
const looksBackOnly = () =>
  layers.slice(0, -1).map((layer, at) => ({
    name: `${layer}-looks-back-only`,
    comment: `${layer} may import only the layers before it: take a value or a function as an argument instead.`,
    severity: 'error',
    from: { path: inside(layer) },
    to: { path: anyOf(layers.slice(at + 1)) },
  }));

/** @returns {Rule[]} */
const ownedLibraries = () =>
  Object.entries(libraries)
    .filter(([, owners]) => !owners.includes('*'))
    .map(([name, owners]) => ({
      name: `only-${owners.join('-and-')}-may-use-${name.replace(/[@/]+/g, '-').replace(/^-/, '')}`,
      comment: `${name} belongs to ${owners.join(', ')}: ask that layer for what you need.`,
      severity: 'error',
      from: { path: '^src/', pathNot: anyOf(owners) },
      to: { path: packaged([name]) },
    }));

/** @returns {Rule[]} */
const facesApart = () =>
  faces.map((face) => ({
    name: `${face}-stands-alone`,
    comment: 'The two faces never meet: what both need belongs to runner or form.',
    severity: 'error',
    from: { path: inside(face) },
    to: { path: anyOf(faces.filter((other) => other !== face)) },
  }));

/** @type {Rule[]} */
const general = [
  {
    name: 'no-cycles',
    comment: 'Data flows one way, inside a layer too.',
    severity: 'error',
    from: { path: '^src/' },
    to: { circular: true },
  },
  {
    name: 'through-index-only',
    comment:
      "Import another layer from its index.ts: what is not exported there is that layer's own business.",
    severity: 'error',
    from: { path: '^src/([^/]+)/' },
    to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
  },
  {
    name: 'known-layers-only',
    comment: 'Every file in src lies in a layer of the list.',
    severity: 'error',
    from: {},
    to: { path: '^src/', pathNot: anyOf(layers) },
  },
  {
    name: 'plugged-in-by-cli-only',
    comment: 'Only cli imports the machines; everyone else takes them as functions.',
    severity: 'error',
    from: { path: '^src/(?!cli/)([^/]+)/' },
    to: { path: anyOf(pluggedInByCli), pathNot: '^src/$1/' },
  },
  {
    name: 'pure-layers-touch-nothing',
    comment: 'Before the line nothing touches the machine: no Node core module.',
    severity: 'error',
    from: { path: anyOf(pureLayers) },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'cli-loads-on-demand',
    comment: 'Use import() in cli, so that commands that draw nothing load neither Ink nor the model client.',
    severity: 'error',
    from: { path: inside('cli') },
    to: { path: anyOf(loadedOnDemand), dynamic: false, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'listed-libraries-only',
    comment: 'A library enters the product through the table in test/house/layers.js.',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '(^|/)node_modules/', pathNot: packaged(Object.keys(libraries)) },
  },
  {
    name: 'everything-resolves',
    comment: 'The import points at nothing.',
    severity: 'error',
    from: { path: '^src/' },
    to: { couldNotResolve: true },
  },
  {
    name: 'no-orphans',
    comment: 'Nothing imports this file and it imports nothing: delete it.',
    severity: 'error',
    from: { orphan: true, path: '^src/', pathNot: '^src/cli/entry\\.ts$' },
    to: {},
  },
];

/** Every forbidden dependency, made from the ordered list of layers. */
export const forbidden = [...looksBackOnly(), ...facesApart(), ...ownedLibraries(), ...general];

/**
 * How the source tree is read, the same for the command line and the tests.
 * @type {import('dependency-cruiser').ICruiseOptions}
 */
export const cruiseOptions = {
  doNotFollow: { path: 'node_modules' },
  tsPreCompilationDeps: true,
  combinedDependencies: false,
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
    extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
    mainFields: ['module', 'main', 'types'],
  },
};
