import { err, nearest, ok, type Problem, type Result } from '../kernel/index.js';
import { openSpec, openWorkspace, type OpenSpec, type Workspace } from './workspace.js';
import { listSlugs, listSpecs } from '../store/index.js';
import type { World } from './world.js';

/** A project and one of its specs. */
export type OneSpec = { readonly workspace: Workspace; readonly spec: OpenSpec };

/** Opens an existing spec; without a name the only spec of the project is meant. */
export function openOne(world: World, dir: string | undefined, name: string | undefined): Result<OneSpec> {
  const workspace = openWorkspace(world, dir);
  if (!workspace.ok) return workspace;
  const wanted = name === undefined || name === '' ? onlySpec(workspace.value) : ok(name);
  if (!wanted.ok) return wanted;
  const spec = openSpec(workspace.value, wanted.value);
  if (!spec.ok) return spec;
  return spec.value.file === undefined
    ? err([noSuchSpec(workspace.value, wanted.value)])
    : ok({ workspace: workspace.value, spec: spec.value });
}

/** Says that a spec does not exist, and which name is near. */
export function noSuchSpec({ disk, project }: Workspace, slug: string): Problem {
  const slugs = listSlugs(disk, project);
  const near = nearest(slug, slugs.ok ? slugs.value : [], 1)[0];
  return {
    code: 'no-such-spec',
    message: `There is no spec ${slug}.`,
    hint:
      near === undefined
        ? 'spec-interview list shows all, spec-interview new starts one.'
        : `Did you mean ${near}?`,
  };
}

/** Says that a project holds no spec. */
export const NO_SPEC = {
  code: 'no-spec',
  message: 'There is no spec in this project yet.',
  hint: 'Start one with: spec-interview new',
};

function onlySpec(workspace: Workspace): Result<string> {
  const specs = listSpecs(workspace.disk, workspace.project);
  if (!specs.ok) return specs;
  const [first, ...others] = specs.value;
  if (first === undefined) return err([NO_SPEC]);
  if (others.length === 0) return ok(first.slug);
  return err([
    {
      code: 'which-spec',
      message: 'There is more than one spec.',
      hint: `Name one: ${specs.value.map((spec) => spec.slug).join(', ')}.`,
    },
  ]);
}
