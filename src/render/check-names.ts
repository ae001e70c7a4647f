import { nearest, type Problem } from '../kernel/index.js';
import { HELPERS } from './template-helpers.js';

/** Blocks of Handlebars itself that templates may use. */
const BLOCKS = ['each', 'if', 'unless', 'with'];

/** Everything a template may call. */
export const CALLABLE: readonly string[] = [...Object.keys(HELPERS), ...BLOCKS];

const LOOP_DATA = ['index', 'first', 'last'];

/** Where a template is being checked: its file, what `this` is, and what it was reached through. */
export type Scope = {
  readonly file: string;
  readonly self: unknown;
  readonly outer: readonly unknown[];
  readonly partial: (
    name: string,
  ) => { readonly file: string; readonly program: hbs.AST.Program } | undefined;
  readonly seen: ReadonlySet<string>;
};

/** Checks every name of a parsed template against the value it will be rendered with. */
export function checkNames(program: hbs.AST.Program, scope: Scope): readonly Problem[] {
  return program.body.flatMap((node) => checkNode(node, scope));
}

function checkNode(node: hbs.AST.Statement, scope: Scope): readonly Problem[] {
  switch (node.type) {
    case 'ContentStatement':
    case 'CommentStatement':
      return [];
    case 'MustacheStatement':
      return checkCall(node as hbs.AST.MustacheStatement, scope);
    case 'BlockStatement':
      return checkBlock(node as hbs.AST.BlockStatement, scope);
    case 'PartialStatement':
      return checkPartial(node as hbs.AST.PartialStatement, scope);
    default:
      return [problem(scope, node, 'Decorators and partial blocks are not used here.')];
  }
}

type Call = {
  readonly path: hbs.AST.Expression;
  readonly params: readonly hbs.AST.Expression[];
  readonly loc: hbs.AST.SourceLocation;
};

function checkCall(call: Call, scope: Scope): readonly Problem[] {
  const name = (call.path as hbs.AST.PathExpression).original;
  const params = call.params.flatMap((param) => checkExpression(param, scope));
  if (call.params.length === 0 && !CALLABLE.includes(name)) return checkExpression(call.path, scope);
  return CALLABLE.includes(name) ? params : [unknownHelper(scope, call, name), ...params];
}

function checkExpression(node: hbs.AST.Expression, scope: Scope): readonly Problem[] {
  if (node.type === 'SubExpression') return checkCall(node as hbs.AST.SubExpression, scope);
  if (node.type !== 'PathExpression') return [];
  const found = resolve(node as hbs.AST.PathExpression, scope);
  return found.ok ? [] : [unknownField(scope, node, found)];
}

function checkBlock(node: hbs.AST.BlockStatement, scope: Scope): readonly Problem[] {
  const name = node.path.original;
  const head = checkCall(node, scope);
  if (head.length > 0 || !CALLABLE.includes(name)) return head;
  const inner = innerScope(name, node, scope);
  const inverse = node.inverse as hbs.AST.Program | undefined;
  return [...checkNames(node.program, inner), ...(inverse === undefined ? [] : checkNames(inverse, scope))];
}

function innerScope(name: string, node: hbs.AST.BlockStatement, scope: Scope): Scope {
  const [first] = node.params;
  if ((name !== 'each' && name !== 'with') || first?.type !== 'PathExpression') return scope;
  const found = resolve(first as hbs.AST.PathExpression, scope);
  const value = found.ok ? found.value : undefined;
  const self: unknown = name === 'each' && Array.isArray(value) ? value[0] : value;
  return { ...scope, self, outer: [scope.self, ...scope.outer] };
}

function checkPartial(node: hbs.AST.PartialStatement, scope: Scope): readonly Problem[] {
  const name = (node.name as hbs.AST.PathExpression).original;
  const partial = scope.partial(name);
  if (partial === undefined) {
    return [
      problem(scope, node, {
        message: `There is no partial ${name}.`,
        hint: `Add _${name}.hbs to this folder, or correct the name.`,
      }),
    ];
  }
  if (scope.seen.has(name)) return [problem(scope, node, `The partial ${name} includes itself.`)];
  const seen = new Set([...scope.seen, name]);
  return checkNames(partial.program, { ...scope, file: partial.file, seen });
}

type Found =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly name: string; readonly known: readonly string[] };

function resolve(path: hbs.AST.PathExpression, scope: Scope): Found {
  if (path.data) {
    const name = path.parts[0] ?? '';
    if (name === 'root') return follow(scope.outer.at(-1) ?? scope.self, path.parts.slice(1));
    return LOOP_DATA.includes(name)
      ? { ok: true, value: name }
      : { ok: false, name: `@${name}`, known: LOOP_DATA };
  }
  const levels = [scope.self, ...scope.outer];
  if (path.depth >= levels.length) return { ok: false, name: path.original, known: [] };
  return follow(levels[path.depth], path.parts);
}

function follow(from: unknown, parts: readonly string[]): Found {
  let value = from;
  for (const part of parts) {
    const known = fieldsOf(value);
    if (!known.includes(part)) return { ok: false, name: part, known };
    value = (value as Readonly<Record<string, unknown>>)[part];
  }
  return { ok: true, value };
}

function fieldsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return ['length'];
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

type Says = string | { readonly message: string; readonly hint: string };
type Placed = { readonly loc: hbs.AST.SourceLocation };

function problem({ file }: Scope, { loc }: Placed, says: Says): Problem {
  const { message, hint } = typeof says === 'string' ? { message: says, hint: undefined } : says;
  const place = { file, line: loc.start.line, column: loc.start.column + 1 };
  return { code: 'template-name', message, ...(hint === undefined ? {} : { hint }), place };
}

function unknownField(scope: Scope, node: Placed, found: Extract<Found, { ok: false }>): Problem {
  return problem(scope, node, {
    message: `There is no field ${found.name} here.`,
    hint: offer(found.name, found.known),
  });
}

function unknownHelper(scope: Scope, node: Placed, name: string): Problem {
  return problem(scope, node, { message: `There is no helper ${name}.`, hint: offer(name, CALLABLE) });
}

function offer(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near.length > 0) return `Did you mean ${near.join(' or ')}?`;
  return known.length === 0 ? 'Nothing can be named here.' : `There are: ${known.join(', ')}.`;
}
