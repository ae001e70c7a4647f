import type { Severity } from '../bank/index.js';
import type { StepState } from '../interview/index.js';
import type { Tone } from './lines.js';

/** A colour of the fixed part of the 256: it looks the same in every terminal, whatever its palette. */
type Fixed = `ansi256(${number})`;

/** How Ink draws a tone. */
export type Style = {
  readonly color?: Fixed | 'magenta' | 'redBright';
  readonly bold?: boolean;
  readonly dimColor?: boolean;
  readonly inverse?: boolean;
  readonly underline?: boolean;
};

/** The looks of every tone. */
export type Theme = Readonly<Record<Tone, Style>>;

/**
 * The themes a person can choose from. What is asked stands in the terminal's own colours; signs, headings and help are
 * of middle brightness, so that they stand out by 3 to 1 on light and on dark backgrounds alike. The terminal's own way
 * of dimming does not: it halves whatever contrast there is.
 */
export const themes = {
  default: {
    plain: {},
    strong: { bold: true },
    dim: { color: 'ansi256(244)' },
    accent: { color: 'ansi256(67)' },
    good: { color: 'ansi256(65)' },
    warn: { color: 'ansi256(136)' },
    bad: { color: 'ansi256(167)' },
  },
  'high-contrast': {
    plain: {},
    strong: { bold: true },
    dim: {},
    accent: { bold: true },
    good: { bold: true },
    warn: { bold: true, underline: true },
    bad: { bold: true, inverse: true },
  },
} as const satisfies Readonly<Record<string, Theme>>;

/** The default theme on a terminal of sixteen colours: only two of them can be read on black and on white. */
export const fewColours = {
  plain: {},
  strong: { bold: true },
  dim: { dimColor: true },
  accent: { color: 'magenta' },
  good: {},
  warn: { color: 'magenta', bold: true },
  bad: { color: 'redBright', bold: true },
} as const satisfies Theme;

/** The name of a theme. */
export type ThemeName = keyof typeof themes;

/** The looks of a theme on a terminal that shows colours of so many bits. */
export function themeFor(name: ThemeName, bits: number): Theme {
  return name === 'default' && bits < 8 ? fewColours : themes[name];
}

/** The tone of a severity. */
export const severityTone: Readonly<Record<Severity, Tone>> = {
  block: 'bad',
  high: 'warn',
  med: 'plain',
  info: 'dim',
};

/** The tone of a state. */
export const stateTone: Readonly<Record<StepState | 'probe', Tone>> = {
  answered: 'good',
  assumed: 'warn',
  unknown: 'warn',
  'not-applicable': 'dim',
  deferred: 'dim',
  stale: 'warn',
  inherited: 'good',
  default: 'warn',
  unfit: 'bad',
  open: 'plain',
  'not-asked': 'dim',
  probe: 'accent',
};
