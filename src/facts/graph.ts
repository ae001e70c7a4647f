/** Who waits for whom: every node with the nodes it needs first. A node that only occurs as a need needs nothing. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** Makes a graph of single arrows from a node to one it needs. */
export function graphOf(arrows: readonly (readonly [from: string, to: string])[]): Graph {
  const graph = new Map<string, readonly string[]>();
  for (const [from, to] of arrows) {
    graph.set(from, [...(graph.get(from) ?? []), to]);
    if (!graph.has(to)) graph.set(to, []);
  }
  return graph;
}

/** The shortest cycle through a node, starting there; nothing where the node is in none. */
export function cycleThrough(graph: Graph, start: string): readonly string[] | undefined {
  const seen = new Set<string>();
  const paths: (readonly string[])[] = [[start]];
  for (const path of paths) {
    for (const next of graph.get(path.at(-1) ?? '') ?? []) {
      if (next === start) return path;
      if (!seen.has(next)) paths.push([...path, next]);
      seen.add(next);
    }
  }
  return undefined;
}

/** The first cycle in the order of the nodes; nothing in a graph without one. */
export function firstCycle(graph: Graph): readonly string[] | undefined {
  for (const node of graph.keys()) {
    const cycle = cycleThrough(graph, node);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

/** All nodes, every one behind what it needs; nothing for a graph with a cycle. */
export function inOrder(graph: Graph): readonly string[] | undefined {
  const order: string[] = [];
  const waiting = new Set(graph.keys());
  while (waiting.size > 0) {
    const ready = [...waiting].find((node) => (graph.get(node) ?? []).every((need) => !waiting.has(need)));
    if (ready === undefined) return undefined;
    waiting.delete(ready);
    order.push(ready);
  }
  return order;
}
