import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleThrough, firstCycle, graphOf, inOrder } from '../../src/facts/graph.js';

type Arrows = Parameters<typeof graphOf>[0];

const arrows = (text: string): Arrows => text.split(' ').map((arrow) => [arrow.charAt(0), arrow.charAt(1)]);

const node = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const anyArrows = fc.array(fc.tuple(node, node), { maxLength: 12 });

describe('a graph', () => {
  it('without a circle is put in order, every node behind what it needs', () => {
    const graph = graphOf(arrows('ab ac bd cd'));

    expect(firstCycle(graph)).toBeUndefined();
    expect(inOrder(graph)).toEqual(['d', 'b', 'c', 'a']);
  });

  it('with a circle has no order', () => {
    const graph = graphOf(arrows('ab bc ca cd'));

    expect(firstCycle(graph)).toEqual(['a', 'b', 'c']);
    expect(inOrder(graph)).toBeUndefined();
  });

  it('shows the shortest circle through a node', () => {
    expect(cycleThrough(graphOf(arrows('ab bc cd da ba')), 'b')).toEqual(['b', 'a']);
  });

  it('leaves nodes beside a circle out of it', () => {
    const graph = graphOf(arrows('ab bc cb'));

    expect(cycleThrough(graph, 'a')).toBeUndefined();
    expect(cycleThrough(graph, 'c')).toEqual(['c', 'b']);
  });

  it('takes a node that needs itself for a circle', () => {
    expect(firstCycle(graphOf(arrows('aa')))).toEqual(['a']);
  });

  it('has either an order or a circle, whatever its arrows', () => {
    fc.assert(
      fc.property(anyArrows, (given) => {
        const graph = graphOf(given);
        const order = inOrder(graph);
        const cycle = firstCycle(graph);
        expect(order === undefined).toBe(cycle !== undefined);
        for (const [from, to] of order === undefined ? [] : given) {
          expect(order?.indexOf(to)).toBeLessThan(order?.indexOf(from) ?? 0);
        }
        cycle?.forEach((from, at) => {
          const to = cycle[(at + 1) % cycle.length] ?? '';
          expect(graph.get(from)).toContain(to);
        });
      }),
      { seed: 7 },
    );
  });
});
