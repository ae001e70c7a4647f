import type { FileOnDisk } from '../store/index.js';
import type { OpenSpec, Workspace } from './workspace.js';

/** The answers file as it was opened, for a saver that must notice foreign edits. */
export function onDisk(spec: OpenSpec): FileOnDisk {
  const path = spec.paths.answers;
  return spec.file === undefined ? { path } : { path, text: spec.file.text };
}

/** The shared context as it was opened. */
export function contextOnDisk({ project, context }: Workspace): FileOnDisk {
  return context === undefined ? { path: project.context } : { path: project.context, text: context.text };
}
