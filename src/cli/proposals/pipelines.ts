import { joined, slug } from '../../kernel/index.js';
import type { RepositoryFile } from '../../store/index.js';
import { firstOf, matches, pipelinesOf, type Place, type Reader, type Reading } from './proposal.js';

const LOCKFILE =
  /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|bun\.lockb|[^/]+\.lock|go\.sum|pnpm-lock\.yaml)$/;

/** Reads how packages, build actions and base images are pinned. */
export const readSupplyChain: Reader = (files) => {
  const lockfile = files.find(({ path }) => LOCKFILE.test(path));
  const packages =
    lockfile === undefined ? [] : [pinned('Packages', 'lockfile', { path: lockfile.path, line: 1 })];
  return [...packages, ...actions(files), ...images(files)];
};

function pinned(artefact: string, pin: string, place: Place): Reading {
  return { question: 'sec.supply_chain', row: { id: slug(artefact), artefact, pin }, place };
}

type Pin = { readonly pin: string; readonly place: Place };

/** The loosest pin is the one that counts. */
const LOOSENESS = ['digest', 'lockfile', 'exact-version', 'range', 'none'];

function loosest(pins: readonly Pin[]): Pin | undefined {
  return [...pins].sort((a, b) => LOOSENESS.indexOf(b.pin) - LOOSENESS.indexOf(a.pin))[0];
}

function actions(files: readonly RepositoryFile[]): readonly Reading[] {
  const used = pipelinesOf(files).flatMap((file) => matches(file, /^\s*(?:- )?uses:\s*["']?([^\s"'#]+)/));
  const foreign = used.filter(({ found }) => !(found[1] ?? '').startsWith('./'));
  const worst = loosest(foreign.map(({ found, place }) => ({ pin: actionPin(found[1] ?? ''), place })));
  return worst === undefined ? [] : [pinned('Build actions', worst.pin, worst.place)];
}

function actionPin(used: string): string {
  const at = used.split('@')[1];
  if (at === undefined) return 'none';
  return /^[0-9a-f]{40}$/.test(at) || at.startsWith('sha256:') ? 'digest' : 'range';
}

function images(files: readonly RepositoryFile[]): readonly Reading[] {
  const file = firstOf(files, ['Dockerfile']);
  if (file === undefined) return [];
  const stages = new Set(matches(file, /^FROM\s.*\sAS\s+(\S+)/i).map(({ found }) => found[1]));
  const from = matches(file, /^FROM\s+(?:--\S+\s+)*(\S+)/i).filter(
    ({ found }) => !stages.has(found[1]) && found[1] !== 'scratch',
  );
  const worst = loosest(from.map(({ found, place }) => ({ pin: imagePin(found[1] ?? ''), place })));
  return worst === undefined ? [] : [pinned('Base images', worst.pin, worst.place)];
}

function imagePin(image: string): string {
  if (image.includes('@sha256:')) return 'digest';
  const tag = /:([\w.-]+)$/.exec(image)?.[1];
  if (tag === undefined || tag === 'latest') return 'none';
  return /^v?\d+\.\d+\.\d+/.test(tag) ? 'exact-version' : 'range';
}

const ENVIRONMENT = /^\s*environment:\s*(?:\{\s*name:\s*)?["']?([a-z][\w-]*)["']?/i;
const NAME = /^\s*name:\s*["']?([a-z][\w-]*)["']?\s*$/i;

/** Reads the environments that pipelines deploy to. */
export const readEnvironments: Reader = (files) => {
  const found = pipelinesOf(files).flatMap(environmentsIn);
  const names = [...new Set(found.map(({ name }) => name))];
  return names.flatMap((name) => {
    const uses = found.filter((one) => one.name === name);
    const paths = [...new Set(uses.map(({ place }) => place.path))];
    const [first] = uses;
    if (first === undefined) return [];
    const row = { id: slug(name), name, deploys: `the pipeline in ${joined(paths)}` };
    return [{ question: 'leg.environments', row, place: first.place }];
  });
};

function environmentsIn(file: RepositoryFile): readonly { readonly name: string; readonly place: Place }[] {
  const inline = matches(file, ENVIRONMENT).map(({ found, place }) => ({ name: found[1] ?? '', place }));
  const names = matches(file, NAME);
  const open = matches(file, /^\s*environment:\s*$/).flatMap(({ place }) => {
    const next = names.find((name) => name.place.line === place.line + 1);
    return next === undefined ? [] : [{ name: next.found[1] ?? '', place: next.place }];
  });
  return [...inline, ...open];
}

const PUBLISHES = /\b(npm publish|pnpm publish|yarn npm publish|gh-action-pypi-publish|twine upload)\b/;

/** Reads what guards the right to publish a release. */
export const readPublishGuard: Reader = (files) =>
  pipelinesOf(files)
    .filter((file) => matches(file, PUBLISHES).length > 0)
    .flatMap((file) => {
      const identity = matches(file, /^\s*id-token:\s*write\b/)[0];
      const token = matches(file, /secrets\.\w*(?:NPM|NODE_AUTH|PYPI|TWINE)\w*/)[0];
      const guard = token ?? identity;
      if (guard === undefined) return [];
      const value = token === undefined ? 'short-lived-identity' : 'long-lived-token';
      return [{ question: 'sec.publish_guard', value, place: guard.place }];
    })
    .slice(0, 1);

/** Reads who owns the code and who must approve a change to it. */
export const readOwners: Reader = (files) => {
  const file = firstOf(files, ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']);
  const rules = file === undefined ? [] : matches(file, /^\s*([^#\s]\S*)\s+(@?\S+)/);
  const [first] = rules;
  if (first === undefined) return [];
  const approval = `an owner of every touched folder, as listed in ${first.place.path}`;
  const all = rules.find(({ found }) => found[1] === '*');
  return [
    { question: 'aia.reviewers', value: approval, place: first.place },
    ...(all === undefined ? [] : [{ question: 'ops.owner', value: all.found[2] ?? '', place: all.place }]),
  ];
};
