import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { safeText } from '../../src/kernel/index.js';
import { DRAWN } from '../../src/render/sample-drawn.js';
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

const diagramsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^```mermaid\n([\s\S]*?)\n```$/gm)].map((match) => match[1] ?? '');

const BOX = /^ {2}([a-z0-9_]+)\["[^"]+"\]$/;
const ARROW = /^ {2}([a-z0-9_]+) (?:-->|-\.->)(?:\|"[^"]+"\|)? ([a-z0-9_]+)$/;

describe('the diagrams of a specification', () => {
  it.each(shipped.cases.filter(({ raw }) => raw.depth !== 'quick'))(
    'are boxes, and arrows between these boxes: $caseInfo.id',
    ({ raw }) => {
      const diagrams = diagramsOf(rendered(documentOf(shipped.bank, raw), 'spec'));

      expect(diagrams.length).toBeGreaterThan(0);
      for (const diagram of diagrams) {
        const [head, ...lines] = diagram.split('\n');
        const boxes = lines.flatMap((line) => BOX.exec(line)?.[1] ?? []);
        const ends = lines.flatMap((line) => ARROW.exec(line)?.slice(1) ?? []);

        expect(head).toBe('flowchart LR');
        expect(boxes.length + ends.length / 2).toBe(lines.length);
        expect(new Set(ends)).toEqual(new Set(boxes));
        expect(new Set(boxes).size).toBe(boxes.length);
      }
    },
  );

  it('are left out of a quick specification', () => {
    const quick = shipped.cases.filter(({ raw }) => raw.depth === 'quick');

    expect(quick.length).toBeGreaterThan(0);
    for (const { raw } of quick) expect(documentOf(shipped.bank, raw).diagrams).toEqual([]);
  });

  it.each(HOSTILE)('keep %j inside its label', (text) => {
    const diagrams = DRAWN.diagrams.map((diagram) => ({
      ...diagram,
      nodes: diagram.nodes.map((node) => ({ ...node, text })),
      edges: diagram.edges.map((edge) => ({ ...edge, text })),
    }));
    const plain = rendered(SAMPLE, 'spec');
    const spoiled = rendered({ ...SAMPLE, diagrams }, 'spec');
    const lines = diagramsOf(spoiled).join('\n').split('\n').slice(1);

    expect(lines.filter((line) => !BOX.test(line) && !ARROW.test(line))).toEqual([]);
    expect(lines.filter((line) => /[<>`%{}\\]/.test(line.replaceAll(/-->|-\.->/g, '')))).toEqual([]);
    expect(spoiled.split('\n')).toHaveLength(plain.split('\n').length);
  });
});

const sloOf = (document: SpecDocument): readonly unknown[] =>
  renderAll(
    document,
    shipped.formats.filter(({ id }) => id === 'slo'),
    'x',
  ).map(({ text }) => {
    const yaml = parseDocument(text);
    expect(yaml.errors).toEqual([]);
    return yaml.toJS() as unknown;
  });

describe('slo.rules.yaml', () => {
  it.each(HOSTILE)('says %j as a summary and nowhere else', (text) => {
    const words = safeText(text)
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replaceAll(/\{(?=\{)/g, '{ ');
    const tame = sloOf({ ...SAMPLE, name: 'Orders' });
    const hostile = sloOf({
      ...SAMPLE,
      name: text,
      objectives: SAMPLE.objectives.map((objective) => ({ ...objective, excludes: text })),
    });
    const back = (_: string, value: unknown): unknown => (value === words ? 'Orders' : value);

    expect(JSON.stringify(hostile)).toContain(JSON.stringify(words));
    expect(JSON.parse(JSON.stringify(hostile), back)).toEqual(tame);
  });

  it('alerts at the rates that the figures of the specification say', () => {
    const payments = shipped.cases.find(({ caseInfo }) => caseInfo.id === 'payments');
    if (payments === undefined) throw new Error('There is no case of payments.');
    const [objective] = documentOf(shipped.bank, payments.raw).objectives;

    expect(objective).toMatchObject({ job: 'card-payments', target: '99.95 %', window: '30 d' });
    expect(objective?.alerts.map(({ name, threshold }) => [name, threshold])).toEqual([
      ['ErrorBudgetBurnsFast', '0.0072'],
      ['ErrorBudgetBurnsSlowly', '0.003'],
      ['ErrorBudgetLeaks', '0.0005'],
    ]);
  });

  it('says that it is partial without a target, and has no rules', () => {
    expect(sloOf({ ...SAMPLE, objectives: [] })).toEqual([
      { groups: [] },
      { rule_files: ['slo.rules.yaml'], evaluation_interval: '1m', tests: [] },
    ]);
  });
});

const loadOf = (document: SpecDocument): string => rendered(document, 'load-test');

describe('load-test.k6.js', () => {
  it.each(HOSTILE)('keeps %j in its string, word for word', (text) => {
    const [load] = SAMPLE.loads;
    const [promise] = load?.promises ?? [];
    if (load === undefined || promise === undefined) throw new Error('The sample has no load test.');
    const spoiled = { ...load, unplayed: [text], promises: [{ ...promise, flow: text }] };
    const script = loadOf({ ...SAMPLE, name: text, loads: [spoiled] });
    const literal = /^ {4}flow:\s+(.*),$/m.exec(script)?.[1] ?? '';
    const words = safeText(text).replaceAll(/\s+/g, ' ').trim();

    expect(runInNewContext(literal, {})).toBe(words);
    expect(script.replace(/^\/\/.*\n/gm, '').replace(/flow:\s+.*,\n/, '')).toBe(
      loadOf(SAMPLE)
        .replace(/^\/\/.*\n/gm, '')
        .replace(/flow:\s+.*,\n/, ''),
    );
  });

  it('plays the calls of the payments, and measures each promise at the call that keeps it', () => {
    const payments = shipped.cases.find(({ caseInfo }) => caseInfo.id === 'payments');
    if (payments === undefined) throw new Error('There is no case of payments.');
    const [load] = documentOf(shipped.bank, payments.raw).loads;

    expect(load).toMatchObject({ perSecond: '60', failing: '0.0005', unplayed: [] });
    expect(load?.promises).toEqual([
      { flow: 'charge a card', call: 'POST /charges', p99: '3000' },
      { flow: 'refund a payment', call: 'POST /refunds', p99: '3000' },
      { flow: 'read a payment status', call: 'GET /payments/{id}', p99: '200' },
    ]);
  });

  it('says that it is partial without a load', () => {
    expect(loadOf({ ...SAMPLE, loads: [] })).toContain('// Partial: no load test follows');
  });
});
