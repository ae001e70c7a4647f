import type { ASTNode } from '@marcbachmann/cel-js';
import { quantityLiteral } from './expression-engine.js';
import {
  FUNCTIONS,
  MACROS,
  METHODS,
  noFunction,
  noItem,
  noQuantity,
  notInPlace,
  wrongNumber,
  type Argument,
  type ScanProblem,
} from './expression-functions.js';

const ROOTS = new Set(['a', 'f', 'row']);

/** Ids with the offset in the text where each stands first. */
export type Places = Map<string, number>;

/** What a condition, or a part of it, reads; `branches` says that not every read need happen. */
export type Scan = {
  readonly answers: Places;
  readonly questions: Places;
  readonly lengths: Places;
  readonly tables: Places;
  readonly lexicons: Places;
  readonly facts: Places;
  readonly columns: Places;
  readonly problems: ScanProblem[];
  branches: boolean;
};

type Visit = { readonly scan: Scan; readonly names: ReadonlySet<string> };

/** Walks the parsed condition and notes what it reads and what it must not contain. */
export function scanned(node: ASTNode): Scan {
  const scan: Scan = {
    answers: new Map(),
    questions: new Map(),
    lengths: new Map(),
    tables: new Map(),
    lexicons: new Map(),
    facts: new Map(),
    columns: new Map(),
    problems: [],
    branches: false,
  };
  visit(node, { scan, names: new Set() });
  return scan;
}

function refuse(to: Visit, node: ASTNode, problem: Omit<ScanProblem, 'at'>): void {
  to.scan.problems.push({ ...problem, at: node.start });
}

function note(places: Places, id: string, node: ASTNode): void {
  if (!places.has(id)) places.set(id, node.start);
}

function visit(node: ASTNode, to: Visit): void {
  switch (node.op) {
    case 'value':
      visitLiteral(node, to);
      return;
    case 'id':
      visitName(node, to);
      return;
    case '.':
      visitField(node, to);
      return;
    case '[]':
      visitIndex(node, to);
      return;
    case 'call':
      visitCall(node, to);
      return;
    case 'rcall':
      visitMethod(node, to);
      return;
    default:
      visitOperator(node, to);
  }
}

type Node<Op extends ASTNode['op']> = Extract<ASTNode, { op: Op }>;
type Operator = Exclude<ASTNode, Node<'value' | 'id' | '.' | '[]' | 'call' | 'rcall'>>;
type Strict = Exclude<Operator, Node<'map' | '.?' | '[?]'>>;

function visitOperator(node: Operator, to: Visit): void {
  if (node.op === 'map' || node.op === '.?' || node.op === '[?]') {
    refuse(to, node, {
      code: 'expression-form',
      message: 'A condition knows no map literals and no optional fields.',
      hint: "Compare answers, facts and cells, for example a.arc.tier in ['T0', 'T1'].",
    });
    return;
  }
  if (node.op === '?:' || node.op === '||' || node.op === '&&') to.scan.branches = true;
  for (const arg of operands(node)) visit(arg, to);
}

function operands(node: Strict): readonly ASTNode[] {
  return node.op === '!_' || node.op === '-_' ? [node.args] : node.args;
}

function visitLiteral(node: Node<'value'>, to: Visit): void {
  const value = node.args;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return;
  if (typeof value !== 'bigint') {
    refuse(to, node, {
      code: 'expression-literal',
      message: 'A condition knows texts, numbers, true and false only.',
      hint: "To ask whether an answer is there, write known('section.question').",
    });
    return;
  }
  refuse(to, node, {
    code: 'integer-literal',
    message: `${String(value)} is an integer, and all numbers of answers are doubles.`,
    hint: `Write ${String(value)}.0.`,
  });
}

function visitName(node: Node<'id'>, to: Visit): void {
  if (to.names.has(node.args)) return;
  const bare = ROOTS.has(node.args);
  refuse(to, node, {
    code: bare ? 'expression-path' : 'unknown-name',
    message: bare ? `${node.args} cannot stand alone.` : `${node.args} is not a name a condition knows.`,
    hint: 'Read an answer as a.section.question, a fact as f.name, a cell as row.column.',
  });
}

function visitField(node: Node<'.'>, to: Visit): void {
  const path = pathOf(node);
  const [root = ''] = path;
  if (to.names.has(root) || !ROOTS.has(root)) {
    visit(node.args[0], to);
    return;
  }
  const read = readOf(path);
  if (read !== undefined) {
    note(to.scan[read.places], read.id, node);
    return;
  }
  refuse(to, node, {
    code: 'expression-path',
    message: `${path.join('.')} is not something a condition can read.`,
    hint: 'Read an answer as a.section.question, a fact as f.name, a cell as row.column.',
  });
}

type Read = { readonly places: 'answers' | 'facts' | 'columns'; readonly id: string };

function readOf([root, ...rest]: readonly string[]): Read | undefined {
  const id = rest.join('.');
  if (root === 'a') return rest.length === 2 ? { places: 'answers', id } : undefined;
  if (rest.length !== 1) return undefined;
  return root === 'f' ? { places: 'facts', id: `f.${id}` } : { places: 'columns', id };
}

/** The names of `a.b.c`, outermost first; empty when it does not start with a name. */
function pathOf(node: ASTNode): readonly string[] {
  if (node.op === 'id') return [node.args];
  if (node.op !== '.') return [];
  const left = pathOf(node.args[0]);
  return left.length === 0 ? [] : [...left, node.args[1]];
}

function visitIndex(node: Node<'[]'>, to: Visit): void {
  const [left, index] = node.args;
  visit(left, to);
  visit(index, to);
  if (left.op === '.' && pathOf(left)[0] === 'f') return;
  refuse(to, node, {
    code: 'expression-form',
    message: 'Only a fact about rows is read with brackets.',
    hint: "Write f.name[row.id], or row_of('section.table', row.column) for a row.",
  });
}

function visitCall(node: Node<'call'>, to: Visit): void {
  const [name, args] = node.args;
  const wanted = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (wanted === undefined) {
    refuse(to, node, noFunction(name));
  } else if (args.length !== wanted.length) {
    refuse(to, node, wrongNumber(name, args.length, wanted));
  } else {
    args.forEach((arg, index) => {
      visitArgument(arg, { ...to, kind: wanted[index] ?? 'any', name });
    });
  }
}

function visitArgument(arg: ASTNode, to: Visit & { readonly kind: Argument; readonly name: string }): void {
  const { kind, name, scan } = to;
  if (kind === 'any') {
    visit(arg, to);
  } else if (arg.op !== 'value' || typeof arg.args !== 'string') {
    refuse(to, arg, notInPlace(name, kind));
  } else if (kind !== 'quantity') {
    note(scan[PLACES[kind]], arg.args, arg);
  } else if (quantityLiteral(arg.args) === undefined) {
    refuse(to, arg, noQuantity(arg.args));
  }
}

const PLACES = { question: 'questions', length: 'lengths', table: 'tables', lexicon: 'lexicons' } as const;

function visitMethod(node: Node<'rcall'>, to: Visit): void {
  const [name, receiver, args] = node.args;
  visit(receiver, to);
  if (METHODS.has(name)) {
    for (const arg of args) visit(arg, to);
    return;
  }
  const [variable, ...bodies] = args;
  if (!MACROS.has(name) || variable?.op !== 'id') {
    refuse(to, node, MACROS.has(name) ? noItem(name) : noFunction(name));
    return;
  }
  to.scan.branches = true;
  if (ROOTS.has(variable.args)) {
    refuse(to, variable, {
      code: 'expression-path',
      message: `${variable.args} has a meaning of its own and cannot name an item.`,
      hint: 'Name the item r.',
    });
  }
  const names = new Set([...to.names, variable.args]);
  for (const body of bodies) visit(body, { ...to, names });
}
