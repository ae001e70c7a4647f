import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Incident } from '../../src/bank/index.js';
import { sentencesFor } from '../../src/cli/sentences.js';
import type { FormView } from '../../src/form/view.js';
import { textWidth } from '../../src/kernel/index.js';
import { aForm, press, type Played } from '../form/a-form.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';
import { root } from '../house/program.js';
import { drawn } from './draw.js';

const folder = path.join(root, 'test', 'golden', 'screens', 'sample');
const updating = process.env['UPDATE_GOLDEN'] === '1';

const rate = { kind: 'quantity', dimension: 'rate', says: [] } as const;

/** A small interview that does not change when the shipped banks do. */
const bank = aBank()
  .section('ctx', { title: 'Purpose and scope' })
  .section('traffic', {
    title: 'Traffic and capacity',
    opening: {
      failure: 'More load than anybody planned for',
      says: 'Averages hide it: systems die at the peak, on opening day, or when everybody comes back at once after an outage. A guess that is marked as a guess beats silence.',
      incident: 'acme-1999',
    },
  })
  .question(
    {
      ...{ id: 'ctx.purpose', kind: 'prose', label: 'Purpose', required: true },
      prompt: 'Who has which problem today, and what is different once this ships?',
      strong: 'Callers starve each other; with this, each gets at most 900 req/s.',
      says: [{ number: 1, ears: 'ubiquitous', shall: 'exist so that: {value}', verify: 'inspection' }],
    },
    {
      ...{ id: 'ctx.parts', kind: 'table', key: 'name', label: 'Parts', prompt: 'Which parts does it have?' },
      columns: [
        { id: 'name', label: 'Part', kind: 'text', required: true },
        { id: 'keeps', label: 'What it keeps', kind: 'text', ask: 'row' },
      ],
    },
    {
      ...{ id: 'traffic.average_rate', label: 'Average rate', ...rate },
      prompt: 'How many requests arrive on average?',
    },
    {
      ...{ id: 'traffic.peak_rate', label: 'Peak rate', ...rate, required: true, terms: ['peak'] },
      prompt: 'How many requests arrive in the busiest minute?',
      detail: 'Counted over one minute, at the front door.',
      why: 'Limits, pools and bills follow the peak. Nobody is ever woken by an average.',
      weak: 'a lot',
      strong: '1200 req/s',
      says: [{ number: 2, ears: 'ubiquitous', shall: 'carry {value} at peak', verify: 'load-test' }],
    },
    {
      ...{ id: 'traffic.shape', kind: 'choice', label: 'Shape', prompt: 'How does load come?' },
      options: [
        { id: 'even', label: 'Evenly', trade_off: 'Easy to size; idle at night all the same.' },
        { id: 'waves', label: 'In waves', trade_off: 'The peak decides what is paid for.' },
      ],
    },
  )
  .rule({
    ...{ id: 'average-above-peak', severity: 'block', class: 'contradiction' },
    fires_when: 'a.traffic.average_rate > a.traffic.peak_rate',
    title: 'The average is above the peak',
    why: 'One of the two numbers is wrong, and everything computed from them with it.',
    probe: 'Which of the two is right?',
  })
  .term('peak')
  .joined();

const opened: Incident = {
  ...{
    id: 'acme-1999',
    org: 'Acme',
    year: 1999,
    title: 'Opening day',
    url: 'https://example.org',
    basis: 'report',
  },
  story: 'Everybody came at nine, and the health check removed every server that was busy.',
  lesson: 'Write down the load of the first hour.',
};
const incident = (id: string) => (id === opened.id ? opened : undefined);

const row = (id: string, name: string, keeps: string) => ({ id, cells: { name, keeps } });

const LATIN = {
  name: 'Rate limiter',
  purpose: 'Callers starve each other; with this, each gets at most 900 req/s.',
  parts: [row('gateway', 'Gateway', 'nothing'), row('redis', 'Redis', 'one counter for each caller')],
};
const WIDE: typeof LATIN = {
  name: 'レート制限 🚦',
  purpose: '呼び出し側が互いを妨げている。各自は最大 900 req/s まで。👩‍👩‍👧‍👦 مرحبا',
  parts: [
    row('row', 'ゲートウェイ', '何も残さない 🗑️'),
    row('redis', 'Redis 🧮', '呼び出し側ごとに一つのカウンター'),
  ],
};

type Size = { readonly columns: number; readonly rows: number };
type Asked = Size & { readonly guided?: boolean; readonly said?: typeof LATIN };

/** A form in which everything but the shape is said, at the peak rate. */
function atPeak({ said = LATIN, ...over }: Asked): Played {
  const session = aSession(bank)
    .named(said.name)
    .answered('ctx.purpose', said.purpose)
    .answered('ctx.parts', said.parts)
    .answered('traffic.average_rate', '2000 req/s')
    .answered('traffic.peak_rate', '1200 req/s')
    .build();
  const played = aForm(session, { ...over, incident, sentencesFor });
  if (over.guided === true) press(played, 'enter');
  press(played, 'ctrl-o', 'type:Peak rate', 'enter');
  return played;
}

type Screen = { readonly name: string; readonly show: (size: Size) => FormView };

const afterKeys =
  (over: Partial<Asked>, ...keys: readonly string[]): Screen['show'] =>
  (size) => {
    const played = atPeak({ ...size, ...over });
    press(played, ...keys);
    return played.view();
  };

const SCREENS: readonly Screen[] = [
  { name: 'ask', show: afterKeys({}) },
  { name: 'guided-ask', show: afterKeys({ guided: true }) },
  { name: 'guided-after', show: afterKeys({ guided: true }, 'ctrl-u', 'type:2.4k rps', 'enter') },
  { name: 'guided-report', show: afterKeys({ guided: true }, 'ctrl-r', 'end', 'enter') },
  { name: 'outline', show: afterKeys({}, 'ctrl-o') },
  { name: 'review', show: afterKeys({}, 'ctrl-r') },
];

const WIDE_SCREENS: readonly Screen[] = [
  { name: 'purpose-wide', show: afterKeys({ said: WIDE }, 'ctrl-o', 'type:Purpose', 'enter') },
  { name: 'table-wide', show: afterKeys({ said: WIDE }, 'ctrl-o', 'type:Parts', 'enter') },
  {
    name: 'guided-after-wide',
    show: afterKeys(
      { said: WIDE, guided: true },
      ...['shift-tab', 'shift-tab', 'shift-tab'],
      'type: 終わり 🏁',
      'enter',
    ),
  },
  { name: 'outline-wide', show: afterKeys({ said: WIDE }, 'ctrl-o') },
  { name: 'review-wide', show: afterKeys({ said: WIDE }, 'ctrl-r') },
];

function compare(name: string, shown: string): void {
  const file = path.join(folder, `${name}.txt`);
  if (updating) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, shown);
  }
  expect(existsSync(file), `${name} is missing; npm run pictures writes it`).toBe(true);
  expect(shown, `${name} differs; npm run pictures writes it anew`).toBe(readFileSync(file, 'utf8'));
}

const rowsOf = (shown: string): string => `${shown.replace(/ +$/gm, '')}\n`;

const SIZES: readonly Size[] = [
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 140, rows: 40 },
];

describe.each(SIZES)('a screen of $columns by $rows', (size) => {
  const suffix = `${String(size.columns)}x${String(size.rows)}`;

  it.each([...SCREENS, ...WIDE_SCREENS])('shows $name as it is kept, no row too long', ({ name, show }) => {
    const shown = rowsOf(drawn(show(size)));
    const rows = shown.slice(0, -1).split('\n');
    expect(rows.length).toBeLessThanOrEqual(size.rows);
    expect(Math.max(...rows.map((row) => textWidth(row)))).toBeLessThanOrEqual(size.columns);
    compare(`${name}-${suffix}`, shown);
  });
});

describe('a screen without colours or UTF-8', () => {
  const size = { columns: 80, rows: 24 };

  it.each(SCREENS)('shows $name in plain signs', ({ name, show }) => {
    const shown = rowsOf(drawn(show(size), { unicode: false }));
    expect(shown).toMatch(/^[\x20-\x7e\n]+$/);
    compare(`${name}-ascii-80x24`, shown);
  });

  it.each(SCREENS)('says the same words in high contrast: $name', ({ show }) => {
    expect(drawn(show(size), { theme: 'high-contrast' })).toBe(drawn(show(size)));
  });
});
