import type { Glyphs } from './glyphs.js';
import type { Theme } from './theme.js';

/** How the screen looks. */
export type Looks = { readonly theme: Theme; readonly glyphs: Glyphs };
