/** What is answered about the failures of one dependency: each mode with the answer it comes from, and the modes nobody spoke of. */
export type DependencyFailures = {
  readonly id: string;
  readonly name: string;
  readonly answered: readonly { readonly mode: string; readonly from: string }[];
  readonly silent: readonly string[];
};

/** One box of a diagram; its key is safe in any notation. */
export type DiagramNode = { readonly key: string; readonly text: string };

/** One arrow of a diagram; a dotted one stands for something the system can do without. */
export type DiagramEdge = {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly dotted: boolean;
};

/** A picture of some answers, as boxes and arrows. */
export type Diagram = {
  readonly id: string;
  readonly title: string;
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
};
