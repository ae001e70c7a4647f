import { REQUIREMENT_ID } from '../spec/index.js';
import { itemText } from './shifting-number.js';

/** What makes a block the same block in two versions of a text, whatever its wording and place. */
export type Identity = {
  /** Requirement id or leading code: two blocks with different ids are never the same. */
  readonly id?: string;
  /** The words before its first colons, or the cells of a row: the more of them agree, the surer. */
  readonly labels: readonly string[];
  /** The first code in it, when it does not lead. */
  readonly code?: string;
};

/** Reads the identity of a block from its kind and its own text in normal form. */
export function identityOf(kind: string, own: string): Identity {
  switch (kind) {
    case 'section':
      return { ...idOf(own), labels: [own] };
    case 'item':
      return itemIdentity(itemText(own.replace(/^(?:-|1\.) /, '')).says);
    case 'row':
      return rowIdentity(own.split(' | '));
    case 'table':
      return { labels: [own.split('\n')[0] ?? ''] };
    case 'paragraph':
      return { ...named('id', /\(`([^`]+)`\):/.exec(own)?.[1]), labels: [] };
    default:
      return { labels: [] };
  }
}

function itemIdentity(text: string): Identity {
  const parts = (text.split('\n')[0] ?? '').split(': ');
  const labels = parts.slice(0, -1);
  const id = idOf(text).id ?? /^\W{0,3}`([^`]+)`/u.exec(text)?.[1];
  return { ...named('id', id), labels, ...named('code', /`([^`]+)`/.exec(text)?.[1]) };
}

function rowIdentity(cells: readonly string[]): Identity {
  const first = cells[0] ?? '';
  const id = idOf(first).id ?? /^\W{0,3}`([^`]+)`\W{0,3}$/u.exec(first)?.[1];
  return { ...named('id', id), labels: cells.slice(0, -1) };
}

/** The requirement id a text leads with, or the only one in it. */
function idOf(text: string): { readonly id?: string } {
  const ids = [...text.matchAll(REQUIREMENT_ID)];
  const first = ids[0];
  if (first === undefined) return {};
  const leads = /^\W*$/u.test(text.slice(0, first.index));
  return leads || new Set(ids.map((id) => id[0])).size === 1 ? { id: first[0] } : {};
}

function named<Name extends string>(
  name: Name,
  value: string | undefined,
): { readonly [key in Name]?: string } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [key in Name]?: string };
}
