// Ink 8 calls two functions that came after Node 20; the launcher of the product supplies them in the same way.
if (!('withResolvers' in Promise)) {
  Object.defineProperty(Promise, 'withResolvers', {
    value: () => {
      let settle: unknown[] = [];
      const promise = new Promise((...both) => (settle = both));
      return { promise, resolve: settle[0], reject: settle[1] };
    },
  });
}
