import Handlebars from 'handlebars';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createAnalyst } from '../../src/analysis/index.js';
import { situationOf } from '../../src/interview/index.js';
import { HELPERS } from '../../src/render/template-helpers.js';
import { buildSpec } from '../../src/spec/index.js';
import { largestCase } from './largest-case.js';

type Options = { readonly fn?: unknown };

/** Runs the shipped templates of `spec` and `brief` over the largest case with helpers that print nothing: the least that filling them costs. */
export function emptyTemplates(root: string): () => void {
  const session = largestCase(root);
  const document = buildSpec(session, createAnalyst(session.bank)(session, situationOf(session)));
  const templates = ['spec', 'brief'].map((format) => compiled(path.join(root, 'templates', format), format));
  return () => {
    for (const template of templates) template(document);
  };
}

function compiled(folder: string, format: string): (data: unknown) => string {
  const engine = Handlebars.create();
  for (const [name, helper] of Object.entries(HELPERS)) engine.registerHelper(name, emptied(helper));
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  for (const file of readdirSync(folder).filter((each) => each.startsWith('_')))
    engine.registerPartial(file.slice(1).replace(/\.hbs$/, ''), read(file));
  return engine.compile(read(`${format}.hbs`), { noEscape: true, preventIndent: true });
}

/** A helper that decides about a block still decides; one that prints, prints nothing. */
function emptied(helper: unknown): Handlebars.HelperDelegate {
  return function (this: unknown, ...all: readonly unknown[]): unknown {
    const isBlock = (all.at(-1) as Options).fn !== undefined;
    return isBlock ? Reflect.apply(helper as () => unknown, this, all) : '';
  };
}
