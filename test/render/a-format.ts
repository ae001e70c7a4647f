import type { Format, Output } from '../../src/render/format.js';

/** A template set of one output, `main.hbs` to `a.md`, and its partials. */
export function aFormat(
  main: string,
  more: Partial<Output> = {},
  partials: Format['templates'] = {},
): Format {
  return {
    id: 'mine',
    title: 'Mine',
    outputs: [{ template: 'main.hbs', path: 'a.md', type: 'markdown', policy: 'generated', ...more }],
    templates: { 'main.hbs': main, ...partials },
  };
}
