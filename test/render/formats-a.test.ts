import { describe, expect, it } from 'vitest';
import { safeText } from '../../src/kernel/index.js';
import { SAMPLE } from '../../src/render/sample-document.js';
import type { SpecDocument } from '../../src/spec/index.js';
import { root } from '../house/program.js';
import { marked } from './changed.js';
import { HOSTILE } from './hostile.js';
import { documentOf, readShipped, renderAll } from './shipped.js';

const shipped = readShipped(root);

const rendered = (document: SpecDocument, format: string): string =>
  renderAll(
    document,
    shipped.formats.filter(({ id }) => id === format),
    'x',
  )[0]?.text ?? '';

const oneLine = (text: string): string => safeText(text).replaceAll(/\s+/g, ' ').trim();

describe('acceptance.feature', () => {
  it.each(shipped.cases)('has every requirement of $caseInfo.id once, played or listed', ({ raw }) => {
    const document = documentOf(shipped.bank, raw);
    const feature = rendered(document, 'acceptance');
    const named = [...feature.matchAll(/(?:^ {4}@|^# )(REQ-[^\s]+)/gm)].map((match) => match[1]);

    expect([...named].sort()).toEqual(document.requirements.map(({ id }) => id).sort());
  });

  it.each(HOSTILE)('keeps %j word for word behind its keyword', (text) => {
    const [rule] = SAMPLE.scenarios;
    const [scenario] = rule?.scenarios ?? [];
    if (rule === undefined || scenario === undefined) throw new Error('The sample has no scenario.');
    const steps = [
      { keyword: 'When', text },
      { keyword: 'Then', text },
    ];
    const document = {
      ...SAMPLE,
      name: text,
      shownOtherwise: [],
      scenarios: [{ ...rule, title: text, scenarios: [{ ...scenario, text, steps }] }],
    };
    const words = oneLine(text);

    expect(rendered(document, 'acceptance').split('\n').slice(-8)).toEqual(
      [
        `Feature: ${words}`,
        '',
        `  Rule: ${words}`,
        '',
        '    @REQ-REC-028.orders-db @drill @assumed @draft',
        `    Scenario: ${words}`,
        `      When ${words}`,
        `      Then ${words}`,
        '',
      ].slice(-8),
    );
  });

  it('says that it is partial when nothing can be played', () => {
    const feature = rendered({ ...SAMPLE, scenarios: [], shownOtherwise: [] }, 'acceptance');

    expect(feature).toContain('# Partial: no requirement can be shown by a scenario yet.');
    expect(feature).not.toContain('Scenario:');
  });
});

describe('review.md', () => {
  it.each(shipped.cases)('ends with the lines to fill in for $caseInfo.id', ({ raw }) => {
    const review = rendered(documentOf(shipped.bank, raw), 'review').trimEnd().split('\n').slice(-2);

    expect(review).toEqual([
      '- Hours to write, and hours to fix (the full cycle):',
      '- What broke that the specification did not foresee, and the question it should have been:',
    ]);
  });

  it.each(shipped.cases)('names a test and an outcome for every fault of $caseInfo.id', ({ raw }) => {
    const document = documentOf(shipped.bank, raw);
    const rows = rendered(document, 'review')
      .split('\n')
      .filter((line) => /^\| .* \| `REQ-\S+` \|$/.test(line));
    const drills = document.requirements.filter(({ drill }) => drill.break !== '');

    expect(drills.length).toBeGreaterThan(0);
    expect(rows.length).toBeGreaterThanOrEqual(drills.length);
    expect(rows.filter((row) => /\|\s+\|/.test(row))).toEqual([]);
    for (const { id } of drills) expect(rows.filter((row) => row.includes(`\`${id}\``))).toHaveLength(1);
  });

  it('lists every finding that is not accepted, and every one that is with its end', () => {
    const review = rendered(SAMPLE, 'review');

    for (const { id } of SAMPLE.findings) expect(review).toContain(`Settle it (\`${id}\`)`);
    for (const { until } of SAMPLE.waivers) expect(review).toContain(`until ${until}`);
  });

  it('says that it is partial when there is nothing to check', () => {
    const review = rendered({ ...SAMPLE, checklist: [], findings: [] }, 'review');

    expect(review).toContain('Partial: there is no answer yet that a review could check.');
  });
});

describe('assistant.md', () => {
  it.each(shipped.cases)('says every rule and non-goal of $caseInfo.id word for word', ({ raw }) => {
    const { saved, marks } = marked(shipped.bank, raw);
    const text = rendered(documentOf(shipped.bank, saved), 'agents');
    const ours = marks.filter(
      ({ question, at }) => /^(?:aia\.|ctx\.non_goals)/.test(question) && !at.endsWith('.why'),
    );

    expect(ours.length).toBeGreaterThan(0);
    expect(ours.filter(({ word }) => !text.includes(word)).map(({ at }) => at)).toEqual([]);
  });

  it('says that it is partial when nobody has answered how code is written', () => {
    expect(rendered({ ...SAMPLE, assistant: [] }, 'agents')).toContain('Partial: nobody has answered');
  });
});

describe('decisions', () => {
  const filesOf = (document: SpecDocument) =>
    renderAll(
      document,
      shipped.formats.filter(({ id }) => id === 'adr'),
      'x',
    );

  it.each(shipped.cases)('are one record each for $caseInfo.id, under numbers of their own', ({ raw }) => {
    const document = documentOf(shipped.bank, raw);
    const paths = filesOf(document).map(({ path }) => path);

    expect(paths).toEqual(document.decisions.map(({ nnnn, id }) => `decisions/${nnnn}-${id}.md`));
    expect(new Set(document.decisions.map(({ nnnn }) => nnnn)).size).toBe(document.decisions.length);
  });

  it.each(shipped.cases)('have the headings of MADR for $caseInfo.id', ({ raw }) => {
    for (const { text } of filesOf(documentOf(shipped.bank, raw))) {
      expect(text.match(/^## .*$/gm)?.slice(0, 3)).toEqual([
        '## Context and Problem Statement',
        '## Considered Options',
        '## Decision Outcome',
      ]);
      expect(text).toContain('Chosen option: "');
    }
  });

  it('keep the number they have, and give the next one to a row that has none', () => {
    const found = shipped.cases.find(({ raw }) => raw.answers.has('rsk.decisions'));
    const answer = found?.raw.answers.get('rsk.decisions');
    if (found === undefined || answer === undefined) throw new Error('No case has a decision.');
    const rows = (answer.raw as readonly object[]).map((row, index) =>
      index === 0 ? { ...row, nnnn: '0041' } : row,
    );
    const answers = new Map([...found.raw.answers, ['rsk.decisions', { ...answer, raw: rows }]]);
    const { decisions } = documentOf(shipped.bank, { ...found.raw, answers });

    expect(decisions.map(({ nnnn }) => Number(nnnn))).toEqual(rows.map((_, index) => 41 + index));
  });

  it('write no file while nothing is decided', () => {
    expect(filesOf({ ...SAMPLE, decisions: [] })).toEqual([]);
  });
});
