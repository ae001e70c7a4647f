import { counted } from '../kernel/index.js';

/** What becomes of one thing that documents say; `before` is how it read, where it only reads otherwise. */
export type RadiusChange = {
  readonly change: 'ADDED' | 'MODIFIED' | 'REMOVED';
  readonly id: string;
  readonly text: string;
  readonly before?: string;
};

/** Everything that answers change in the documents rendered from them, before any of it is written. */
export type Radius = Readonly<Record<RadiusKind, readonly RadiusChange[]>>;

type RadiusKind = 'requirements' | 'scenarios' | 'findings' | 'sections' | 'files';

const KINDS: readonly { readonly kind: RadiusKind; readonly title: string; readonly one: string }[] = [
  { kind: 'requirements', title: 'Requirements', one: 'requirement' },
  { kind: 'scenarios', title: 'Scenarios', one: 'scenario' },
  { kind: 'findings', title: 'Findings', one: 'finding' },
  { kind: 'sections', title: 'Sections', one: 'section' },
  { kind: 'files', title: 'Files', one: 'file' },
];

/** One kind of change under its title, each change as lines for people. */
export type RadiusPart = { readonly title: string; readonly lines: readonly string[] };

/** Tells a radius kind by kind; kinds without a change are left out. */
export function radiusParts(radius: Radius): readonly RadiusPart[] {
  return KINDS.flatMap(({ kind, title }) => {
    const changes = radius[kind];
    return changes.length === 0
      ? []
      : [{ title: `${title} (${String(changes.length)})`, lines: changes.flatMap(changeLines) }];
  });
}

const WIDTH = 'MODIFIED'.length;

function changeLines({ change, id, text, before }: RadiusChange): readonly string[] {
  const said = text === '' ? '' : `: ${text}`;
  const was = before === undefined ? [] : [`${' '.repeat(WIDTH)} before: ${before}`];
  return [`${change.padEnd(WIDTH)} ${id}${said}`, ...was];
}

/** Says in one line how far a change reaches. */
export function radiusText(radius: Radius): string {
  const parts = KINDS.flatMap(({ kind, one }) =>
    radius[kind].length === 0 ? [] : [counted(radius[kind].length, one)],
  );
  return parts.length === 0 ? 'Writing changes no document' : `Writing changes ${parts.join(', ')}`;
}
