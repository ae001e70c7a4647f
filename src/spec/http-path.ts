import { parseHttpCall } from './http-call.js';

/** A call whose path can stand in a description; paths that differ only in the names of their parameters have one key. */
export type HttpPathCall = {
  readonly method: string;
  readonly path: string;
  readonly key: string;
  readonly query: readonly string[];
};

const PATH = /^(?:\/(?:[\w.~!$&'()*+,;=:@%-]|\{[A-Za-z_][\w.-]*\})*)+$/;

/** Reads a call like `GET /orders/{id}?state=open`; nothing where a description of HTTP has no place for it. */
export function readHttpPath(name: string): HttpPathCall | undefined {
  const call = parseHttpCall(name);
  if (call === undefined) return undefined;
  const [path = '', ...rest] = call.path.split('?');
  const names = pathNames(path);
  if (!PATH.test(path) || new Set(names).size < names.length) return undefined;
  const query = rest.join('?').split('&');
  return {
    method: call.method.toLowerCase(),
    path,
    key: path.replaceAll(/\{[^{}]*\}/g, '{}'),
    query: [...new Set(query.map((pair) => pair.split('=')[0] ?? ''))].filter((one) => one !== ''),
  };
}

/** The names of the parameters in a path. */
export function pathNames(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
}
