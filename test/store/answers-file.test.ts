import { describe, expect, it } from 'vitest';
import { parseAnswers } from '../../src/store/index.js';
import { sure } from '../helpers/a-project.js';

const path = 'specs/limiter/answers.yaml';

const refusal = (text: string): readonly string[] => {
  const parsed = parseAnswers(text, path);
  if (parsed.ok) throw new Error('parsed');
  return parsed.error.map(
    ({ code, place }) => `${code} ${place?.file ?? ''}:${String(place?.line)}:${String(place?.column)}`,
  );
};

const example = `# yaml-language-server: $schema=../../.spec-interview/schema/answers.json
format: 1
name: Rate limiter
depth: quick
banks:
  core: 1
  http-api: 1
answers:
  arc.archetypes:
    - http-api
  traffic.average_rate:
    value: 4000 req/s
    source: measured
    why: thirty days of gateway logs
  rec.restore_time:
    status: unknown
    owner: storage team
    due: 2026-12-15
  dep.dependencies:
    - id: redis
      name: Redis
stale: { rec.backups: rec.rpo }
probes:
  - id: rule.fallback.redis
    asks: How far?
    about: [dep.dependencies]
    value: at most 12 times
    by: ada
  - id: model.7f3a91c2
    by: claude, prompt 4d2e
    asks: And then?
    about: [rec.failures]
    dismissed: true
waivers:
  - finding: upside-down.processor
    reason: later
    owner: payments
    until: 2027-03-01
    given:
      dep.caller_deadline: 3 s
      dep.count: 3
retired:
  traffic.users: { value: 40000, by: core 2, because: replaced }
`;

describe('parseAnswers', () => {
  it('reads every part of a file', () => {
    const file = sure(parseAnswers(example, path));
    expect(file.raw).toEqual({
      name: 'Rate limiter',
      depth: 'quick',
      answers: new Map<string, unknown>([
        ['arc.archetypes', { status: 'answered', raw: ['http-api'] }],
        [
          'traffic.average_rate',
          { status: 'answered', raw: '4000 req/s', source: 'measured', why: 'thirty days of gateway logs' },
        ],
        ['rec.restore_time', { status: 'unknown', owner: 'storage team', due: '2026-12-15' }],
        ['dep.dependencies', { status: 'answered', raw: [{ id: 'redis', name: 'Redis' }] }],
      ]),
      stale: new Map([['rec.backups', 'rec.rpo']]),
      probes: [
        {
          id: 'rule.fallback.redis',
          asks: 'How far?',
          about: ['dep.dependencies'],
          answer: { status: 'answered', value: 'at most 12 times', by: 'ada' },
        },
        {
          id: 'model.7f3a91c2',
          by: 'claude, prompt 4d2e',
          asks: 'And then?',
          about: ['rec.failures'],
          dismissed: true,
        },
      ],
      waivers: [
        {
          finding: 'upside-down.processor',
          reason: 'later',
          owner: 'payments',
          until: '2027-03-01',
          given: { 'dep.caller_deadline': '3 s', 'dep.count': '3' },
        },
      ],
    });
    expect(file.banks).toEqual({ core: 1, 'http-api': 1 });
    expect(file.retired).toEqual({ 'traffic.users': { value: 40000, by: 'core 2', because: 'replaced' } });
    expect(file.text).toBe(example);
    expect(file.notes).toEqual([]);
  });

  it('reads a case', () => {
    const text = `case:
  id: todo
  title: To-do
  brief: |
    A list.
  notices:
    - { says: no margin, by: finding, id: backup-interval-above-rpo }
  seeds:
    - { question: rec.rpo, from: 24 h, to: 5 min, notice: backup-interval-above-rpo }
answers:
`;
    expect(sure(parseAnswers(text, 'cases/todo.yaml')).caseInfo).toEqual({
      id: 'todo',
      title: 'To-do',
      brief: 'A list.',
      notices: [{ says: 'no margin', by: 'finding', id: 'backup-interval-above-rpo' }],
      seeds: [{ question: 'rec.rpo', from: '24 h', to: '5 min', notice: 'backup-interval-above-rpo' }],
    });
  });

  it('takes a name from the folder, a depth from the middle, and an empty answer as none', () => {
    expect(sure(parseAnswers('answers:\n  rec.rpo:\n', path)).raw).toMatchObject({
      name: 'limiter',
      depth: 'standard',
      answers: new Map(),
    });
  });

  it('reports every conflict by its line, and parses nothing', () => {
    const text =
      'answers:\n<<<<<<< mine\n  a.b: 1\n=======\n  a.b: 2\n>>>>>>> yours\n  c.d: [\n<<<<<<< mine\n=======\n>>>>>>> yours\n';
    expect(refusal(text)).toEqual([`conflict-marks ${path}:2:1`, `conflict-marks ${path}:8:1`]);
    expect(refusal('answers:\r\n=======\r\n')).toEqual([`conflict-marks ${path}:2:1`]);
  });

  it.each([
    ['broken YAML', 'answers:\n  a.b: [1\n', 'yaml-'],
    ['an empty file', '', 'yaml-empty'],
    ['a key that stands twice', 'answers:\n  a.b: 1\n  a.b: 2\n', 'yaml-duplicate-key answers.yaml:3:3'],
    ['an alias', 'answers:\n  a.b: &x 1\n  a.c: *x\n', 'yaml-alias answers.yaml:3:8'],
    ['a newer format', 'format: 2\nanswers: 12\n', 'format-newer answers.yaml:1:9'],
    [
      'a row id that stands twice',
      'answers:\n  a.b:\n    - id: x\n    - id: x\n',
      'id-twice answers.yaml:4:11',
    ],
    [
      'a row id that stands twice in the long form',
      'answers:\n  a.b:\n    value:\n      - id: x\n      - id: x\n',
      'id-twice answers.yaml:5:13',
    ],
    [
      'a waiver that stands twice',
      twice('waivers', 'finding: x, reason: y, owner: z, until: 2027-01-01'),
      'id-twice answers.yaml:3:16',
    ],
    [
      'a status that does not exist',
      'answers:\n  a.b:\n    status: unkown\n',
      'answers-wrong-value answers.yaml:3:13',
    ],
    [
      'a due date in words',
      'answers:\n  a.b:\n    status: unknown\n    due: Friday\n',
      'answers-wrong-value answers.yaml:4:10',
    ],
    ['answers that are a list', 'answers:\n  - a\n', 'answers-wrong-value answers.yaml:2:3'],
    ['a depth that does not exist', 'depth: deeper\n', 'answers-wrong-value answers.yaml:1:8'],
  ])('refuses %s', (_, text, expected) => {
    expect(refusal(text)[0]?.replace('specs/limiter/', '')).toContain(expected);
  });

  it('names keys that nobody reads, and keeps the rest', () => {
    const file = sure(parseAnswers('anwsers: {}\nanswers:\n  a.b:\n    value: 1\n    resaon: x\n', path));
    expect(file.notes.map(({ hint, place }) => `${hint ?? ''} ${String(place?.line)}`)).toEqual([
      'Did you mean `answers`? 1',
      'Did you mean `reason`? 5',
    ]);
    expect(file.raw.answers.get('a.b')).toEqual({ status: 'answered', raw: 1 });
  });
});

function twice(list: string, item: string): string {
  return `${list}:\n  - { ${item} }\n  - { ${item} }\n`;
}
