import type * as z from 'zod';
import type { YamlFile } from '../bank/index.js';
import type { Problem } from '../kernel/index.js';
import type { answersTop } from './answers-schema.js';

type Top = Pick<z.output<ReturnType<typeof answersTop>>, 'answers' | 'probes' | 'waivers'>;
type Named = {
  readonly key: string;
  readonly path: readonly (string | number)[];
  readonly items: readonly unknown[];
};

/** Finds rows, follow-up questions and waivers whose id stands twice in their list; each is named at the second place. */
export function repeatedIds(file: YamlFile, { answers, probes, waivers }: Top): readonly Problem[] {
  const tables = Object.entries(answers ?? {}).flatMap(([id, data]) => tablesOf(id, data));
  const lists: readonly Named[] = [
    ...tables,
    { key: 'id', path: ['probes'], items: probes ?? [] },
    { key: 'finding', path: ['waivers'], items: waivers ?? [] },
  ];
  return lists.flatMap((list) => repeated(file, list));
}

function tablesOf(id: string, data: unknown): readonly Named[] {
  if (Array.isArray(data)) return [{ key: 'id', path: ['answers', id], items: data }];
  const value: unknown =
    typeof data === 'object' && data !== null && 'value' in data ? data.value : undefined;
  return Array.isArray(value) ? [{ key: 'id', path: ['answers', id, 'value'], items: value }] : [];
}

function repeated(file: YamlFile, { key, path, items }: Named): readonly Problem[] {
  const seen = new Set<unknown>();
  return items.flatMap((item, index) => {
    const id = idOf(item, key);
    if (id === undefined || !seen.has(id)) {
      seen.add(id);
      return [];
    }
    return {
      code: 'id-twice',
      message: `The ${key} ${id} stands twice in ${path.join(' ')}.`,
      hint: 'Keep one of the two, or give the second another id.',
      place: file.placeOf([...path, index, key]),
    };
  });
}

function idOf(item: unknown, key: string): string | undefined {
  const found =
    typeof item === 'object' && item !== null ? (item as Readonly<Record<string, unknown>>)[key] : undefined;
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}
