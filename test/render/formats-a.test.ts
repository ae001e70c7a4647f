import { describe, expect, it } from 'vitest';
import { safeText } from '../../src/kernel/index.js';
import { SAMPLE } from '../../src/render/sample-document.js';
import type { SpecDocument } from '../../src/spec/index.js';
import { root } from '../house/program.js';
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
