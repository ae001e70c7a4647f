/** Plain data with names. */
export type JsonMap = Readonly<Record<string, unknown>>;

/** Says whether plain data is a map. */
export function isMap(json: unknown): json is JsonMap {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** The text under a name, or nothing. */
export function textIn(json: JsonMap, name: string): string | undefined {
  const value = own(json, name);
  return typeof value === 'string' ? value : undefined;
}

/** The number under a name, or nothing. */
export function numberIn(json: JsonMap, name: string): number | undefined {
  const value = own(json, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The texts in a list under a name; anything else in it is left out. */
export function textsIn(json: JsonMap, name: string): readonly string[] | undefined {
  const value = own(json, name);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}

/** The pairs of whole numbers in a list under a name; anything else in it is left out. */
export function pairsIn(json: JsonMap, name: string): readonly (readonly [number, number])[] {
  const value = own(json, name);
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    if (!Array.isArray(item)) return [];
    const [first, second] = item as readonly unknown[];
    return Number.isSafeInteger(first) && Number.isSafeInteger(second)
      ? [[Number(first), Number(second)] as const]
      : [];
  });
}

/** What stands under a name, never something inherited. */
export function own(json: JsonMap, name: string): unknown {
  return Object.hasOwn(json, name) ? json[name] : undefined;
}
