import { join, relative } from 'node:path';
import { allOk, byCodeUnit, err, isPortableName, ok, type Problem, type Result } from '../kernel/index.js';
import { readConfig, type Config } from './config.js';
import type { Disk } from './disk.js';
import { attempt } from './failure.js';
import { writeAtomic } from './file.js';
import { insidePath, staysInside } from './inside.js';
import { OWN, projectRoot } from './project-root.js';

/** A project: its root, its settings, the folder of its specs and its shared context, all as absolute paths. */
export type Project = {
  readonly root: string;
  readonly config: Config;
  readonly specs: string;
  readonly context: string;
};

/** Where the files of one spec lie, as absolute paths; `schema` leads from its folder to the schema of answers. */
export type SpecPaths = {
  readonly slug: string;
  readonly dir: string;
  readonly answers: string;
  readonly draft: string;
  readonly lock: string;
  readonly base: string;
  readonly schema: string;
};

/** Finds the project of a folder: the nearest one above with `.spec-interview/`, else the git root, else the folder itself. */
export function findProject(disk: Disk, cwd: string): Result<Project> {
  const root = attempt({ failed: 'The project is not found', path: cwd }, () =>
    isThere(disk, cwd) ? projectRoot(disk, cwd) : undefined,
  );
  if (!root.ok) return root;
  return root.value === undefined ? err([noFolder(cwd)]) : openProject(disk, root.value);
}

const isThere = (disk: Disk, folder: string): boolean => {
  const kind = disk.kind(folder);
  return kind === 'folder' || kind === 'link';
};

function noFolder(folder: string): Problem {
  return {
    code: 'no-folder',
    message: `There is no folder ${folder}.`,
    hint: 'Make it first, or name the folder of your project with --dir.',
  };
}

function openProject(disk: Disk, root: string): Result<Project> {
  const config = readConfig(disk, root);
  if (!config.ok) return config;
  const specs = insidePath(disk, root, config.value.specs);
  if (!specs.ok) return specs;
  const context = insidePath(disk, root, `${OWN}/context.yaml`);
  if (!context.ok) return context;
  return ok({ root, config: config.value, specs: specs.value, context: context.value });
}

/** Gives the paths of a spec, whether it exists or not; a slug is a folder name of a-z, 0-9 and `-`, and no link may lead out of the project. */
export function specDir(disk: Disk, project: Project, slug: string): Result<SpecPaths> {
  if (!isSlug(slug)) return err([notSlug(slug)]);
  const dir = join(project.specs, slug);
  const answers = join(dir, 'answers.yaml');
  const base = join(dir, '.base');
  const inside = attempt({ failed: 'The folder of the spec is not checked', path: dir }, () =>
    [dir, answers, base].find((path) => !staysInside(disk, project.root, path)),
  );
  if (!inside.ok) return inside;
  if (inside.value !== undefined) return err([linkedOut(inside.value)]);
  const schema = relative(dir, join(project.root, OWN, 'schema', 'answers.json')).replaceAll('\\', '/');
  return ok({ slug, dir, answers, draft: join(dir, '.draft.json'), lock: join(dir, '.lock'), base, schema });
}

function isSlug(slug: string): boolean {
  return (
    /^[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?$/i.test(slug) && !slug.includes('..') && isPortableName(slug)
  );
}

/** Makes the folder of a spec; the first one also gets the two git files of the specs folder, which are never edited after. */
export function createSpecDir(disk: Disk, project: Project, slug: string): Result<SpecPaths> {
  const paths = specDir(disk, project, slug);
  if (!paths.ok) return paths;
  const made = attempt({ failed: 'The folder of the spec is not made', path: paths.value.dir }, () => {
    disk.makeFolder(paths.value.dir);
    for (const [name, text] of Object.entries(GIT_FILES)) {
      const path = join(project.specs, name);
      if (disk.kind(path) === undefined) writeAtomic(disk, { path, text });
    }
  });
  return made.ok ? paths : made;
}

const GIT_FILES = {
  '.gitignore':
    '# What is being typed, who holds a spec, and files half written.\n.draft.json\n.lock\n*.tmp\n',
  '.gitattributes': '# The last generated text of every file, for merging.\n**/.base/** linguist-generated\n',
};

/** Lists the specs of a project by slug; a folder without answers.yaml is not ours. */
export function listSpecs(disk: Disk, project: Project): Result<readonly SpecPaths[]> {
  const slugs = listSlugs(disk, project);
  return slugs.ok ? allOk(slugs.value.map((slug) => specDir(disk, project, slug))) : slugs;
}

/** Names the specs of a project in order, also those whose folder leads out of it: opening one of these says so. */
export function listSlugs(disk: Disk, project: Project): Result<readonly string[]> {
  return attempt({ failed: 'The specs are not listed', path: project.specs }, () => {
    if (disk.kind(project.specs) === undefined) return [];
    const names = disk.list(project.specs).filter(({ name, kind }) => kind !== 'file' && isSlug(name));
    const ours = names.filter(
      ({ name }) => disk.kind(join(project.specs, name, 'answers.yaml')) !== undefined,
    );
    return ours.map(({ name }) => name).sort(byCodeUnit);
  });
}

function notSlug(slug: string): Problem {
  return {
    code: 'spec-name',
    message: `${JSON.stringify(slug)} cannot name the folder of a spec.`,
    hint: 'Use lower-case letters, digits and hyphens, for example rate-limiter.',
  };
}

function linkedOut(file: string): Problem {
  return {
    code: 'link-leaves-project',
    message: 'A symbolic link leads out of the project here.',
    hint: 'Replace the link by a folder or file of the project.',
    place: { file },
  };
}
