import { freeSlug } from '../kernel/index.js';
import type { Diagram, DiagramEdge, DiagramNode } from './drawn-parts.js';
import type { Ground } from './ground.js';
import { readTable } from './read-table.js';

/** A box: what kind of thing it stands for, and its name. */
type Box = { readonly kind: string; readonly text: string };

/** An arrow with the boxes at its ends. */
type Arrow = {
  readonly from: Box;
  readonly to: Box;
  readonly text: string;
  readonly dotted?: boolean;
};

/** Draws what surrounds the system, what it rests on, how data moves and which states it takes; a quick spec is read sooner than drawn. */
export function buildDiagrams(ground: Ground): readonly Diagram[] {
  if (ground.session.saved.depth === 'quick') return [];
  const system: Box = { kind: 'system', text: ground.session.saved.name };
  return [
    diagram('context', 'Context', contextOf(ground, system)),
    diagram('dependencies', 'Dependencies, and what happens without them', dependenciesOf(ground, system)),
    diagram('data-flow', 'Data flow', dataFlowOf(ground, system)),
    diagram('states', 'States', statesOf(ground)),
  ].filter(({ edges }) => edges.length > 1);
}

function contextOf(ground: Ground, system: Box): readonly Arrow[] {
  const actors = readTable(ground, 'ctx.flows').map((flow) => ({
    from: { kind: 'actor', text: flow.text('actor') },
    to: system,
    text: flow.text('name'),
  }));
  return [...actors, ...readTable(ground, 'dep.dependencies').map(({ text }) => toDependency(system, text))];
}

type Text = (column: string) => string;

const toDependency = (system: Box, text: Text): Arrow => ({
  from: system,
  to: { kind: 'dependency', text: text('name') },
  text: '',
});

function dependenciesOf(ground: Ground, system: Box): readonly Arrow[] {
  return readTable(ground, 'dep.dependencies').map(({ text, cell }) => {
    const without = [text('fallback'), text('fail_mode')].find((said) => said !== '');
    const away = without === undefined ? 'nothing said about its failure' : `without it: ${without}`;
    return { ...toDependency(system, text), text: away, dotted: cell('needed') === 'soft' };
  });
}

function dataFlowOf(ground: Ground, system: Box): readonly Arrow[] {
  const calls = readTable(ground, 'ifc.endpoints').map(({ text }) => ({
    from: { kind: 'caller', text: text('caller') },
    to: system,
    text: text('name'),
  }));
  const stores = readTable(ground, 'data.stores').map(({ text }) => ({
    from: system,
    to: { kind: 'store', text: text('name') },
    text: text('holds'),
  }));
  return stores.length === 0 ? [] : [...calls, ...stores];
}

function statesOf(ground: Ground): readonly Arrow[] {
  return readTable(ground, 'data.states').map(({ text }) => {
    const state = (name: string): Box => ({ kind: 'state', text: `${text('entity')}: ${name}` });
    return { from: state(text('from_state')), to: state(text('to_state')), text: text('event') };
  });
}

function diagram(id: string, title: string, arrows: readonly Arrow[]): Diagram {
  const named = arrows.filter(({ from, to }) => from.text !== '' && to.text !== '');
  const keys = keysOf(named.flatMap(({ from, to }) => [from, to]));
  const keyOf = (box: Box): string => keys.get(identity(box))?.key ?? '';
  const edges = named.map(({ from, to, text, dotted }): DiagramEdge => ({
    from: keyOf(from),
    to: keyOf(to),
    text,
    dotted: dotted ?? false,
  }));
  return { id, title, nodes: [...keys.values()], edges };
}

const identity = ({ kind, text }: Box): string => `${kind} ${text}`;

/** Gives each box one key; a kind before the name keeps it from being a word of the notation. */
function keysOf(boxes: readonly Box[]): ReadonlyMap<string, DiagramNode> {
  const keys = new Map<string, DiagramNode>();
  const taken = new Set<string>();
  for (const box of boxes) {
    if (keys.has(identity(box))) continue;
    const key = freeSlug(`${box.kind} ${box.text}`, taken, box.kind);
    taken.add(key);
    keys.set(identity(box), { key: key.replaceAll('-', '_'), text: box.text });
  }
  return keys;
}
