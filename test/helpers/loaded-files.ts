import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../house/program.js';

type Report = { readonly result: readonly { readonly url: string }[] };

/** The files of ours that Node loaded, by the coverage it wrote; what V8 had compiled before goes by its bare name. */
export function loadedFiles(coverage: string): readonly string[] {
  const urls = readdirSync(coverage).flatMap((name) => {
    const { result } = JSON.parse(readFileSync(path.join(coverage, name), 'utf8')) as Report;
    return result.map(({ url }) => url);
  });
  const files = [...new Set(urls)].flatMap((url) => {
    if (url.startsWith('file:')) return [fileURLToPath(url)];
    return /^[a-z]+\.cjs$/.test(url) ? [path.join(root, 'dist', url)] : [];
  });
  return [...new Set(files)];
}
