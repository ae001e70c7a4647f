import { describe, expect, it } from 'vitest';
import { buildAssistant } from '../../src/spec/build-assistant.js';
import { buildRequirements } from '../../src/spec/build-requirements.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import type { SessionBuilder } from '../helpers/a-session.js';
import { aTable, groundFrom, textColumn } from './a-ground.js';

const NAMES = [
  ...['unrelated', 'reading', 'standards', 'file_limit', 'boundaries', 'layout', 'errors', 'never_swallow'],
  ...['tests_first', 'show_red', 'test_levels', 'never_mock', 'stop_and_ask', 'how_to_ask', 'debug_attempts'],
  ...['assumption_log', 'must_not_edit', 'may_edit', 'permissions', 'commands', 'done', 'slices', 'style'],
];

const texts: readonly Raw[] = NAMES.map((name) => ({ id: `aia.${name}`, label: name, kind: 'text' }));

const ofTexts = () =>
  aBank()
    .question(...texts, { id: 'ctx.purpose', kind: 'text' })
    .joined();

const partsOf = (bank: ReturnType<typeof ofTexts>, said: (session: SessionBuilder) => SessionBuilder) => {
  const ground = groundFrom(bank, said);
  return buildAssistant(ground, buildRequirements(ground));
};

describe('the rules for whoever writes the code', () => {
  it('stand in parts, each with what belongs to it, in the order of the questions', () => {
    const parts = partsOf(ofTexts(), (session) =>
      NAMES.reduce((before, name) => before.answered(`aia.${name}`, `It is ${name}.`), session),
    );
    expect(parts.map(({ id, title, said }) => [id, title, ...said.map((item) => item.label)])).toEqual([
      ['commands', 'Commands', 'commands'],
      ['reading', 'Read first', 'reading'],
      ['standards', 'Coding standards', 'standards', 'file_limit'],
      ['boundaries', 'Architecture boundaries', 'boundaries', 'layout'],
      ['errors', 'Error handling', 'errors', 'never_swallow'],
      ['tests', 'Tests first', 'tests_first', 'show_red', 'test_levels', 'never_mock'],
      ...[
        ['asking', 'When to stop and ask', 'stop_and_ask', 'how_to_ask', 'debug_attempts', 'assumption_log'],
      ],
      ['limits', 'What not to touch', 'unrelated', 'must_not_edit', 'may_edit', 'permissions'],
      ['done', 'Definition of done', 'done', 'slices'],
      ['changes', 'Changes and reviews', 'style'],
    ]);
  });

  it('are none where nobody has said one, or only what belongs elsewhere', () => {
    expect(partsOf(ofTexts(), (session) => session)).toEqual([]);
    expect(partsOf(ofTexts(), (session) => session.answered('ctx.purpose', 'It sells.'))).toEqual([]);
    expect(partsOf(ofTexts(), (session) => session.standing('aia.done', { status: 'unknown' }))).toEqual([]);
  });

  it('are said whole', () => {
    expect(
      partsOf(ofTexts(), (session) =>
        session.answered('aia.done', 'All is green.', { why: 'it was agreed' }),
      ),
    ).toEqual([
      {
        id: 'done',
        title: 'Definition of done',
        said: [
          {
            ...{ id: 'aia.done', label: 'done', text: 'All is green.', lines: ['All is green.'] },
            ...{ why: 'it was agreed', origin: '', rejected: [], assumed: false, opening: false },
          },
        ],
        requirements: [],
        topics: [],
      },
    ]);
  });
});

describe('rules that are sentences or tables', () => {
  const bank = () =>
    aBank()
      .question(
        {
          ...{ id: 'aia.errors', label: 'Errors', kind: 'confirm' },
          says: [{ number: 1, ears: 'ubiquitous', shall: 'log every error', verify: 'test' }],
        },
        { ...aTable('aia.commands', 'name', textColumn('does')), label: 'Commands' },
        {
          ...aTable('aia.layout', 'name'),
          ...{ label: 'Layout' },
          says: [{ number: 2, ears: 'ubiquitous', shall: 'keep "{row.name}"', verify: 'static-check' }],
        },
      )
      .joined();

  it('come as requirements, and as topics of a table', () => {
    const parts = partsOf(bank(), (session) =>
      session
        .answered('aia.errors', true)
        .answered('aia.commands', [{ id: 'test', cells: { name: 'npm test', does: 'tests' } }])
        .answered('aia.layout', [{ id: 'src', cells: { name: 'src' } }]),
    );
    expect(
      parts.map(({ id, said, requirements, topics }) => ({
        id,
        said,
        requirements: requirements.map(({ text }) => text),
        topics: topics.map(({ title, requirements: own, table }) => [
          title,
          ...own.map(({ text }) => text),
          ...table.rows.map(({ cells }) => cells.join(' | ')),
        ]),
      })),
    ).toEqual([
      { id: 'commands', said: [], requirements: [], topics: [['Commands', 'npm test | tests']] },
      {
        ...{ id: 'boundaries', said: [], requirements: [] },
        topics: [['Layout', 'The system SHALL keep "src".']],
      },
      { id: 'errors', said: [], requirements: ['The system SHALL log every error.'], topics: [] },
    ]);
  });

  it('are left out where a table has no row', () => {
    expect(partsOf(bank(), (session) => session.answered('aia.commands', []))).toEqual([]);
  });
});
