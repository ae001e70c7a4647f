import type { Problem } from '../kernel/index.js';
import { templateFile, type Format } from './format.js';
import { markdownProblems } from './markdown-form.js';
import { renderSpec, type RenderedFile } from './render-spec.js';
import { SAMPLE_CHANGE } from './sample-change.js';
import { SAMPLE } from './sample-document.js';
import { stillParses } from './parses.js';

/** How the sample document is called. */
const NAMING = { slug: 'sample', number: '001' };

/** Checks a format: every name exists, and what it writes for a full and an empty document is in canonical form. */
export function lintFormat(format: Format): readonly Problem[] {
  const full = renderSpec(SAMPLE, format, NAMING);
  if (!full.ok) return full.error;
  const empty = renderSpec(EMPTY, format, NAMING);
  if (!empty.ok) return empty.error;
  const later = renderSpec(SAMPLE, format, { ...NAMING, change: SAMPLE_CHANGE });
  if (!later.ok) return later.error;
  const problems = [...full.value, ...empty.value, ...later.value].flatMap((file) =>
    formProblems(format, file),
  );
  const unused = unusedPartials(format);
  return [...new Map([...problems, ...unused].map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** A document that says nothing yet: every heading must vanish with its content. */
const EMPTY = Object.fromEntries(
  Object.entries(SAMPLE).map(([field, value]) => [field, Array.isArray(value) ? [] : value]),
) as typeof SAMPLE;

function formProblems(format: Format, file: RenderedFile): readonly Problem[] {
  const output = format.outputs.find(
    (candidate) =>
      candidate.path.replaceAll('{slug}', NAMING.slug).replaceAll('{number}', NAMING.number) === file.path,
  );
  const place = { file: templateFile(format, output?.template ?? file.path) };
  if (file.type === 'markdown') {
    return markdownProblems(file.text).map(({ line, says }) => ({
      code: 'not-canonical',
      message: `${file.path}, line ${String(line)} of the sample: ${says}.`,
      place,
    }));
  }
  if (stillParses(file.path, file.text)) return [];
  return [{ code: 'does-not-parse', message: `${file.path} does not parse for the sample document.`, place }];
}

const PARTIAL = /\{\{~?#?> ?([\w-]+)/g;

function unusedPartials(format: Format): readonly Problem[] {
  const calls = Object.values(format.templates).flatMap((text) => [...text.matchAll(PARTIAL)]);
  const used = new Set(calls.map(([, name]) => `_${name ?? ''}.hbs`));
  const outputs = new Set(format.outputs.map(({ template }) => template));
  return Object.keys(format.templates)
    .filter((name) => !outputs.has(name) && !used.has(name))
    .map((name) => ({
      code: 'template-unused',
      message: `No template uses ${name}.`,
      hint: 'Remove it, or include it with {{> name}}.',
      place: { file: templateFile(format, name) },
    }));
}
