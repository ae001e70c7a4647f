/** Puts off making something until it is first wanted; after that the same is given again. */
export function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  return () => (made ??= { it: make() }).it;
}

/** Makes an object of which each field is worked out when it is first read. */
export function lazily<T extends object>(makers: { readonly [Key in keyof T]: () => T[Key] }): T {
  const fields = Object.entries<() => unknown>(makers).map(
    ([name, make]) => [name, { get: once(make), enumerable: true }] as const,
  );
  return Object.defineProperties({}, Object.fromEntries(fields)) as T;
}

/** Joins the fields of two objects, the second ones first; what is worked out when it is read stays so. */
export function joinFields<A extends object, B extends object>(a: A, b: B): A & B {
  const fields = { ...Object.getOwnPropertyDescriptors(a), ...Object.getOwnPropertyDescriptors(b) };
  return Object.defineProperties({}, fields) as A & B;
}
