import type { Severity } from '../bank/index.js';
import type { StepState } from '../interview/index.js';
import type { Tone } from './lines.js';

/** How Ink draws a tone; colours are the terminal's own sixteen, so that they fit light and dark backgrounds. */
export type Style = {
  readonly color?: 'cyan' | 'green' | 'yellow' | 'red';
  readonly bold?: boolean;
  readonly dimColor?: boolean;
  readonly inverse?: boolean;
  readonly underline?: boolean;
};

/** The looks of every tone. */
export type Theme = Readonly<Record<Tone, Style>>;

/** The themes a person can choose from. */
export const themes = {
  default: {
    plain: {},
    strong: { bold: true },
    dim: { dimColor: true },
    accent: { color: 'cyan' },
    good: { color: 'green' },
    warn: { color: 'yellow' },
    bad: { color: 'red' },
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

/** The name of a theme. */
export type ThemeName = keyof typeof themes;

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
