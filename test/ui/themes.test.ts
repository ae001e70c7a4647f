import { describe, expect, it } from 'vitest';
import { drawn } from './draw.js';
import { anAsk, aView } from './fixtures.js';
import { asciiGlyphs, severityWords, stateWords, unicodeGlyphs } from '../../src/ui/glyphs.js';
import { fewColours, themeFor, themes, type Theme } from '../../src/ui/theme.js';

type Rgb = readonly [red: number, green: number, blue: number];

const rgb = (hex: string): Rgb =>
  [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: Rgb): number {
  const [r = 0, g = 0, b = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

// Foreground and background of terminals that people use: xterm both ways, VS Code, Ubuntu, Nord, macOS, Solarized's light paper.
const TERMINALS = {
  'white on black': ['#ffffff', '#000000'],
  'VS Code dark': ['#cccccc', '#1e1e1e'],
  Ubuntu: ['#ffffff', '#300a24'],
  Nord: ['#d8dee9', '#2e3440'],
  'black on white': ['#000000', '#ffffff'],
  'VS Code light': ['#333333', '#ffffff'],
  'macOS Basic': ['#000000', '#f5f5f5'],
  paper: ['#2b2b2b', '#fdf6e3'],
} as const;

/** The two named colours, as the palettes of the console, xterm and VS Code draw them. */
const PALETTES: Readonly<Record<string, readonly string[]>> = {
  magenta: ['#aa00aa', '#cd00cd', '#bc3fbc'],
  redBright: ['#ff5555', '#ff0000', '#f14c4c'],
};

const LEVELS = [0, 95, 135, 175, 215, 255];

/** The colours a style may come out in; none when it is the terminal's own. */
function coloursOf(style: Theme[keyof Theme]): readonly Rgb[] {
  const { color } = style;
  if (color === undefined) return [];
  const index = Number(/^ansi256\((\d+)\)$/.exec(color)?.[1] ?? NaN);
  return Number.isNaN(index) ? (PALETTES[color] ?? []).map(rgb) : [fixed(index)];
}

/** A colour of the cube of 216, or of the 24 greys behind it: every terminal draws these alike. */
function fixed(index: number): Rgb {
  expect(index >= 16 && index < 256, `${String(index)} is no colour of the palette`).toBe(true);
  const grey = 8 + 10 * (index - 232);
  const level = (place: number) => LEVELS[Math.floor((index - 16) / 6 ** place) % 6] ?? 0;
  return index >= 232 ? [grey, grey, grey] : [level(2), level(1), level(0)];
}

const places = Object.entries(TERMINALS).map(([name, [fore, back]]) => ({
  name,
  fore: rgb(fore),
  back: rgb(back),
}));

describe('the themes', () => {
  it('measure contrast as the standard does', () => {
    expect(contrast(rgb('#000000'), rgb('#ffffff'))).toBeCloseTo(21);
    expect(contrast(rgb('#767676'), rgb('#ffffff'))).toBeCloseTo(4.54, 2);
    expect([...coloursOf({ color: 'ansi256(67)' }), fixed(244)]).toEqual([rgb('#5f87af'), rgb('#808080')]);
  });

  it.each(places)('stand out by 3 to 1 on $name: every sign, heading and line of help', ({ back }) => {
    const styles = [themes.default, themes['high-contrast']].flatMap((theme) => Object.values(theme));
    const ratios = styles.flatMap(coloursOf).map((colour) => contrast(colour, back));
    expect(ratios).toHaveLength(5);
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(3);
  });

  it('use, of sixteen colours, only those that stand out by 3 to 1 on black and on white', () => {
    const colours = Object.values(fewColours).flatMap(coloursOf);
    const ratios = colours.flatMap((colour) =>
      [rgb('#000000'), rgb('#ffffff')].map((back) => contrast(colour, back)),
    );
    expect(ratios.length).toBeGreaterThan(0);
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(3);
  });

  it.each(places)('high contrast has no colour of its own on $name: 7 to 1 everywhere', ({ fore, back }) => {
    const styles: readonly Theme[keyof Theme][] = Object.values(themes['high-contrast']);
    expect(styles.flatMap(coloursOf)).toEqual([]);
    expect(styles.some(({ dimColor }) => dimColor)).toBe(false);
    expect(contrast(fore, back)).toBeGreaterThanOrEqual(7);
  });

  it('leave what is asked in the colours of the terminal itself', () => {
    const { plain, strong } = themes.default;
    expect([plain, strong].flatMap(coloursOf)).toEqual([]);
    expect(Object.values<Theme[keyof Theme]>(themes.default).some(({ dimColor }) => dimColor)).toBe(false);
  });

  it('say bad, warn and plain apart without any colour', () => {
    const { plain, warn, bad } = themes['high-contrast'];
    expect(new Set([plain, warn, bad].map((style) => JSON.stringify(style))).size).toBe(3);
  });

  it('fall back to sixteen colours where there are no more, and high contrast stays itself', () => {
    expect(themeFor('default', 4)).toBe(fewColours);
    expect(themeFor('default', 8)).toBe(themes.default);
    expect(themeFor('high-contrast', 4)).toBe(themes['high-contrast']);
  });
});

describe('the signs', () => {
  const texts = (glyphs: object): readonly string[] =>
    Object.values(glyphs).flatMap((sign: unknown) => {
      if (typeof sign === 'string') return sign;
      return typeof sign === 'object' && sign !== null ? texts(sign) : [];
    });

  it('are ASCII where the locale is not UTF-8', () => {
    expect(texts(asciiGlyphs).filter((sign) => !/^[\x20-\x7e]+$/.test(sign))).toEqual([]);
    expect(texts(unicodeGlyphs).some((sign) => !/^[\x20-\x7e]+$/.test(sign))).toBe(true);
  });

  it('are ASCII inside sentences too, cell for cell, while what a person wrote stays', () => {
    const view = aView({
      screen: { type: 'ask', ask: anAsk({ prompt: 'Is “a → b” ≥ 2 × 日本…', detail: '' }) },
    });
    const shown = drawn(view, { unicode: false });
    expect(shown).toContain('Is "a > b" > 2 x 日本.');
    expect(shown.replace('日本', '')).toMatch(/^[\x20-\x7e\n]+$/);
    expect(drawn(view)).toContain('Is “a → b” ≥ 2 × 日本…');
  });

  it('stand beside a word for every state and severity', () => {
    expect(Object.keys(stateWords)).toEqual(Object.keys(asciiGlyphs.state));
    expect(Object.keys(severityWords)).toEqual(Object.keys(asciiGlyphs.severity));
  });
});
