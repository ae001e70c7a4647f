// render: how the spec reads, file type by file type. It knows templates and escaping; it must never know where files lie or what was asked.
export { markdownText } from './escape.js';
export { precompile } from './engine.js';
export {
  parseFormat,
  type FileType,
  type Format,
  type FormatSource,
  type Output,
  type Precompiled,
} from './format.js';
export { lintFormat } from './lint-format.js';
export {
  agentsBlock,
  blockInside,
  managedBlock,
  spliceManagedBlock,
  type SpecPointer,
} from './managed-block.js';
export { stillParses } from './parses.js';
export { absentPaths, renderSpec, type Naming, type RenderedFile } from './render-spec.js';
