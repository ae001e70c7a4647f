import { describe, expect, it } from 'vitest';
import { answered, type Row } from '../../src/bank/index.js';
import { changed, readBack, saved, spliced } from './splice-fixture.js';

const row = (id: string, cells: Row['cells'], over: Partial<Row> = {}): Row => ({ id, cells, ...over });

const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;

describe('a new file', () => {
  it('names its schema, format, depth and banks, and holds the answers in bank order', () => {
    const after = saved({
      'traffic.peak': answered('12000 req/s'),
      'arc.tier': answered('T1'),
      'arc.archetypes': answered(['http-api']),
      'rec.restore': { status: 'unknown', owner: 'storage team', due: '2026-12-15' },
    });
    expect(spliced('', after)).toBe(
      lines(
        '# yaml-language-server: $schema=../../.spec-interview/schema/answers.json',
        'format: 1',
        'name: Rate limiter',
        'depth: standard',
        'banks:',
        '  core: 1',
        '  http-api: 3',
        'answers:',
        '  arc.archetypes:',
        '    - http-api',
        '  arc.tier: T1',
        '  traffic.peak: 12000 req/s',
        '  rec.restore:',
        '    status: unknown',
        '    owner: storage team',
        '    due: 2026-12-15',
      ),
    );
  });

  it('writes each kind in its own form', () => {
    const after = saved({
      'arc.purpose': answered('Keep abusive callers out.'),
      'arc.name': answered('2048'),
      'arc.new': answered(true),
      'arc.goals': answered(['be fast', 'no: surprises']),
      'traffic.pods': answered('12'),
      'dep.dependencies': answered([
        row(
          'redis',
          { timeout: '50 ms', name: 'Redis', replicas: '3', cached: false, uses: ['reads'] },
          { why: 'shared', source: 'code' },
        ),
      ]),
    });
    const text = spliced('', after);
    expect(text.slice(text.indexOf('answers:'))).toBe(
      lines(
        'answers:',
        '  arc.purpose: |',
        '    Keep abusive callers out.',
        '  arc.name: "2048"',
        '  arc.new: true',
        '  arc.goals:',
        '    - be fast',
        '    - "no: surprises"',
        '  traffic.pods: 12',
        '  dep.dependencies:',
        '    - id: redis',
        '      name: Redis',
        '      timeout: 50 ms',
        '      replicas: 3',
        '      cached: false',
        '      uses:',
        '        - reads',
        '      why: shared',
        '      source: code',
      ),
    );
    expect(readBack(text)).toEqual(after);
  });
});

const written = lines(
  '# Our limiter',
  'format: 1',
  "name: 'Rate limiter'   # as the team calls it",
  'depth: standard',
  'banks: { core: 1 }',
  'answers:',
  '  # how bad is it',
  '  arc.tier:   "T1"   # agreed in May',
  '',
  '  traffic.peak:',
  '    value: 12000 req/s',
  '    # thirty days',
  '    source: measured',
  '    note_of_ours: keep me',
  '  dep.dependencies:',
  '    # the store',
  '    - id: redis',
  '      name: "Redis"',
  '      timeout: "50 ms"  # measured',
  '    # the clock',
  '    - id: ntp',
  '      name: NTP',
  '  rec.rpo: 5 min',
  '# the end',
);

describe('a change', () => {
  it('of nothing keeps every byte', () => {
    expect(changed(written, {})).toBe(written);
    expect(changed(written, { 'arc.tier': answered('T1') })).toBe(written);
  });

  it('of a short answer keeps its spacing and its comment', () => {
    expect(changed(written, { 'arc.tier': answered('T0') })).toBe(
      written.replace('  arc.tier:   "T1"   # agreed in May', '  arc.tier:   T0   # agreed in May'),
    );
  });

  it('of one remark touches one line and keeps what we do not know', () => {
    const answer = { status: 'assumed', value: '12000 req/s', source: 'estimate', why: 'logs' } as const;
    expect(changed(written, { 'traffic.peak': answer })).toBe(
      written
        .replace('    value: 12000 req/s\n', '    value: 12000 req/s\n    status: assumed\n    why: logs\n')
        .replace('source: measured', 'source: estimate'),
    );
  });

  it('to a value alone keeps the long form where it holds a key of somebody else', () => {
    expect(changed(written, { 'traffic.peak': answered('900 req/s') })).toBe(
      written.replace('value: 12000 req/s', 'value: 900 req/s').replace('    source: measured\n', ''),
    );
  });

  it('of one cell touches one line of one row', () => {
    const rows = [row('redis', { name: 'Redis', timeout: '80 ms' }), row('ntp', { name: 'NTP' })];
    expect(changed(written, { 'dep.dependencies': answered(rows) })).toBe(
      written.replace('timeout: "50 ms"  # measured', 'timeout: 80 ms  # measured'),
    );
  });

  it('adds and removes rows where they stand', () => {
    const rows = [
      row('redis', { name: 'Redis', timeout: '50 ms' }),
      row('mail', { name: 'Mail', needed: 'soft' }),
    ];
    expect(changed(written, { 'dep.dependencies': answered(rows) })).toBe(
      written.replace(
        '    # the clock\n    - id: ntp\n      name: NTP\n',
        '    - id: mail\n      name: Mail\n      needed: soft\n    # the clock\n',
      ),
    );
  });

  it('moves rows with the comments above them', () => {
    const rows = [row('ntp', { name: 'NTP' }), row('redis', { name: 'Redis', timeout: '50 ms' })];
    expect(changed(written, { 'dep.dependencies': answered(rows) })).toBe(
      written
        .replace('    # the clock\n    - id: ntp\n      name: NTP\n', '')
        .replace(
          '  dep.dependencies:\n',
          '  dep.dependencies:\n    # the clock\n    - id: ntp\n      name: NTP\n',
        ),
    );
  });

  it('puts a new answer at its place in the bank', () => {
    expect(changed(written, { 'arc.new': answered(false) })).toBe(
      written.replace('# agreed in May\n', '# agreed in May\n  arc.new: false\n'),
    );
    expect(changed(written, { 'arc.archetypes': answered(['worker']) })).toBe(
      written.replace('  arc.tier:', '  arc.archetypes:\n    - worker\n  arc.tier:'),
    );
  });

  it('removes the lines of an answer and nothing else', () => {
    expect(changed(written, { 'traffic.peak': undefined })).toBe(
      written.replace(/ {2}traffic\.peak:[^]*?keep me\n/, ''),
    );
  });

  it('of what is stale, asked or waived adds lists at the end and removes them again', () => {
    const before = readBack(written);
    const after = {
      ...before,
      stale: new Map([['rec.rpo', 'arc.tier']]),
      probes: [{ id: 'rule.x.redis', asks: 'How far?', about: ['arc.tier'], answer: answered('12 times') }],
      waivers: [
        {
          finding: 'y',
          reason: 'later',
          owner: 'me',
          until: '2027-03-01',
          given: { 'arc.tier': 'T1', 'traffic.pods': '12' },
        },
      ],
    };
    const text = spliced(written, after);
    expect(text).toBe(
      written.replace(
        '# the end\n',
        lines(
          'stale:',
          '  rec.rpo: arc.tier',
          'probes:',
          '  - id: rule.x.redis',
          '    asks: How far?',
          '    about:',
          '      - arc.tier',
          '    value: 12 times',
          'waivers:',
          '  - finding: y',
          '    reason: later',
          '    owner: me',
          '    until: 2027-03-01',
          '    given:',
          '      arc.tier: T1',
          '      traffic.pods: "12"',
          '# the end',
        ),
      ),
    );
    expect(readBack(text)).toEqual(after);
    expect(spliced(text, before)).toBe(written);
  });

  it('renames on the line of the name', () => {
    const before = readBack(written);
    expect(spliced(written, { ...before, name: 'Limiter' })).toBe(
      written.replace("name: 'Rate limiter'   # as", 'name: Limiter   # as'),
    );
  });

  it('ends new lines as the file does, and keeps a byte order mark', () => {
    const windows = `\uFEFF${written.replaceAll('\n', '\r\n')}`;
    expect(changed(windows, { 'arc.new': answered(false), 'arc.tier': answered('T2') })).toBe(
      `\uFEFF${changed(written, { 'arc.new': answered(false), 'arc.tier': answered('T2') }).replaceAll('\n', '\r\n')}`,
    );
  });

  it('adds to a file that ends without a line break', () => {
    const text = 'format: 1\nname: x\nanswers:\n  arc.tier: T1';
    expect(changed(text, { 'rec.rpo': answered('5 min') })).toBe(
      'format: 1\nname: x\nanswers:\n  arc.tier: T1\n  rec.rpo: 5 min\n',
    );
  });

  it('names a bank while its archetype is chosen', () => {
    const chosen = changed(written, { 'arc.archetypes': answered(['http-api']) });
    expect(chosen).toContain('banks:\n  core: 1\n  http-api: 3\n');
    const back = changed(chosen, { 'arc.archetypes': undefined });
    expect(back).toContain('banks:\n  core: 1\nanswers:');
  });

  it.each([
    ['no answers yet', 'format: 1\nname: x\nanswers:\n'],
    ['an empty map', 'format: 1\nname: x\nanswers: {}\n'],
    ['no key for answers', 'name: x\n'],
    ['answers in brackets', 'name: x\nanswers: { arc.name: kept } # short\n'],
    ['a file in brackets', '{ "name": "x", "answers": { "arc.name": "kept" } }\n'],
    ['an indented file', '  name: x\n  answers:\n      arc.name: kept\n'],
    ['an indented file in brackets', '  name: x\n  answers: { arc.name: kept }\n'],
    ['a document mark', '---\nname: x\nanswers:\n  arc.name: kept\n...\n'],
    ['keys with question marks', 'name: x\nanswers:\n  ? arc.name\n  : kept\n'],
    ['quoted keys', 'name: x\n"answers":\n  "arc.name": kept\n'],
  ])('works on %s', (_, text) => {
    const before = readBack(text);
    const after = changed(text, { 'arc.tier': answered('T1'), 'arc.name': answered('new') });
    expect(readBack(after)).toEqual({
      ...before,
      answers: new Map([
        ['arc.tier', answered('T1')],
        ['arc.name', answered('new')],
      ]),
    });
  });
});
