import type { Severity } from '../bank/index.js';
import { asciiSigns } from '../kernel/index.js';
import type { StepState } from '../interview/index.js';

/** The signs of the screen; every sign stands beside a word, so that none has to be known. */
export type Glyphs = {
  /** How the signs inside sentences are written. */
  readonly spelled: (text: string) => string;
  readonly focus: string;
  readonly bar: string;
  readonly rule: string;
  readonly ruleDone: string;
  readonly side: string;
  readonly picked: string;
  readonly unpicked: string;
  readonly checked: string;
  readonly unchecked: string;
  readonly dot: string;
  readonly into: string;
  readonly up: string;
  readonly down: string;
  readonly ellipsis: string;
  readonly refused: string;
  readonly understood: string;
  readonly quoteOpen: string;
  readonly quoteClose: string;
  readonly corners: readonly [topLeft: string, topRight: string, bottomLeft: string, bottomRight: string];
  readonly severity: Readonly<Record<Severity, string>>;
  readonly state: Readonly<Record<StepState | 'probe', string>>;
};

/** Signs for terminals that write UTF-8. */
export const unicodeGlyphs: Glyphs = {
  spelled: (text) => text,
  focus: '›',
  bar: '│',
  rule: '─',
  ruleDone: '━',
  side: '│',
  picked: '●',
  unpicked: '○',
  checked: '[✓]',
  unchecked: '[ ]',
  dot: '·',
  into: '›',
  up: '↑',
  down: '↓',
  ellipsis: '…',
  refused: '✗',
  understood: '=',
  quoteOpen: '“',
  quoteClose: '”',
  corners: ['╭', '╮', '╰', '╯'],
  severity: { block: '✗', high: '▲', med: '•', info: 'i' },
  state: {
    answered: '✓',
    assumed: '~',
    unknown: '?',
    'not-applicable': '–',
    deferred: '»',
    stale: '!',
    inherited: '=',
    default: '~',
    unfit: '✗',
    open: '○',
    'not-asked': '·',
    probe: '+',
  },
};

/** Signs for every other terminal. */
export const asciiGlyphs: Glyphs = {
  spelled: asciiSigns,
  focus: '>',
  bar: '|',
  rule: '-',
  ruleDone: '=',
  side: '|',
  picked: '(*)',
  unpicked: '( )',
  checked: '[x]',
  unchecked: '[ ]',
  dot: '-',
  into: '>',
  up: '^',
  down: 'v',
  ellipsis: '...',
  refused: 'x',
  understood: '=',
  quoteOpen: '"',
  quoteClose: '"',
  corners: ['+', '+', '+', '+'],
  severity: { block: 'x', high: '!', med: '*', info: 'i' },
  state: {
    answered: 'v',
    assumed: '~',
    unknown: '?',
    'not-applicable': '-',
    deferred: '>',
    stale: '!',
    inherited: '=',
    default: '~',
    unfit: 'x',
    open: 'o',
    'not-asked': '.',
    probe: '+',
  },
};

/** The words beside the signs of states. */
export const stateWords: Readonly<Record<StepState | 'probe', string>> = {
  answered: 'answered',
  assumed: 'assumed',
  unknown: 'unknown',
  'not-applicable': 'not applicable',
  deferred: 'deferred',
  stale: 'look again',
  inherited: 'shared answer',
  default: 'default',
  unfit: 'does not fit',
  open: 'open',
  'not-asked': 'not asked',
  probe: 'follow-up',
};

/** The words beside the signs of severities. */
export const severityWords: Readonly<Record<Severity, string>> = {
  block: 'block',
  high: 'high',
  med: 'medium',
  info: 'info',
};
