import { renderToString } from 'ink';
import { asciiGlyphs, unicodeGlyphs } from '../../src/ui/glyphs.js';
import { Screen } from '../../src/ui/app.js';
import { themes, type ThemeName } from '../../src/ui/theme.js';
import type { FormView } from '../../src/form/view.js';

type Look = { readonly theme?: ThemeName; readonly unicode?: boolean };

/** Draws a screen as a person sees it, without colours. */
export function drawn(view: FormView, { theme = 'default', unicode = true }: Look = {}): string {
  const looks = { theme: themes[theme], glyphs: unicode ? unicodeGlyphs : asciiGlyphs };
  const text = renderToString(<Screen view={view} looks={looks} />, { columns: Math.max(1, view.columns) });
  // eslint-disable-next-line no-control-regex -- colours are not what these tests are about
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}
