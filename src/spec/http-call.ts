/** A call as HTTP would send it. */
export type HttpCall = { readonly method: string; readonly path: string };

const CALL = /^(GET|POST|PUT|PATCH|DELETE|HEAD) (\/\S*)$/;

/** Reads a call like `GET /orders/{id}`; nothing where it is no call of HTTP. */
export function parseHttpCall(name: string): HttpCall | undefined {
  const [, method, path] = CALL.exec(name) ?? [];
  return method === undefined || path === undefined ? undefined : { method, path };
}
