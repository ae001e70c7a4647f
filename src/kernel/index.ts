// kernel: words every layer needs (results, problems, text). It knows nothing about interviews and never will.
export { allOk, err, ok, type Err, type Ok, type Result } from './result.js';
export { placeText, problemText, type Place, type Problem } from './problem.js';
export { never } from './never.js';
export {
  asciiSigns,
  byCodeUnit,
  counted,
  freeSlug,
  isPortableName,
  joined,
  nearest,
  slug,
  specSlug,
  withoutEnd,
} from './text.js';
export { joinFields, lazily, once } from './once.js';
export * from './graphemes.js';
