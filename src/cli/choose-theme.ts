import { err, ok, type Result } from '../kernel/index.js';
import type { Config } from '../store/index.js';
import { printLines } from './print-problems.js';
import type { World } from './world.js';

/** How the full screen looks. */
export type ThemeChoice = Config['theme'];

const THEMES: readonly ThemeChoice[] = ['default', 'high-contrast'];
const HINT = 'Use default or high-contrast.';
const VARIABLE = 'SPEC_INTERVIEW_THEME';

/** Reads the name of a theme; nothing when none was given. */
export function parseTheme(text: string | undefined): Result<ThemeChoice | undefined> {
  const theme = THEMES.find((candidate) => candidate === text);
  return text === undefined || theme !== undefined
    ? ok(theme)
    : err([{ code: 'unknown-theme', message: `${text} is not a theme.`, hint: HINT }]);
}

type Said = { readonly option: ThemeChoice | undefined; readonly config: ThemeChoice };

/** Chooses the theme: as asked for now, by the person's environment, by the project. */
export function chooseTheme(world: World, { option, config }: Said): ThemeChoice {
  const own = world.env[VARIABLE];
  const theme = parseTheme(own === '' ? undefined : own);
  if (!theme.ok) printLines(world.stderr, [`${VARIABLE}: ${own ?? ''} is not a theme. ${HINT}`]);
  return option ?? (theme.ok ? theme.value : undefined) ?? config;
}
