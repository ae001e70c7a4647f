import { textOption, isOn, type Run } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { printJson, printLines, printProblems } from '../print-problems.js';
import { createDisk, findProject, listSpecs } from '../../store/index.js';
import { resolve } from 'node:path';

/** Lists the slugs of all specs, one per line. */
export const run: Run = (world, given) => {
  const disk = createDisk();
  const project = findProject(disk, resolve(world.cwd, textOption(given, 'dir') ?? ''));
  const specs = project.ok ? listSpecs(disk, project.value) : project;
  if (!specs.ok) {
    printProblems(world, specs.error);
    return Promise.resolve(EXIT.usage);
  }
  const slugs = specs.value.map((spec) => spec.slug);
  if (isOn(given, 'json')) printJson(world, { specs: slugs });
  else printLines(world.stdout, slugs);
  return Promise.resolve(EXIT.fine);
};
