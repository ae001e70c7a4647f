import { isRows, isTable, labelOf, valueText, type Cell, type Column, type Question, type Row, type TableQuestion } from '../bank/index.js';
import { answerOf, isAsked, type PlanItem } from '../interview/index.js';
import type { Ground } from './build-requirements.js';
import type { Chapter, ComputedItem, PrintedFinding, Requirement, SaidItem, SaidTable } from './document.js';
import { rowName } from './fill.js';

/** What is spread over the chapters. */
export type Parts = {
  readonly requirements: readonly Requirement[];
  readonly computed: readonly ComputedItem[];
  readonly findings: readonly PrintedFinding[];
};

/** Gives the chapters that have something to say, in the order of the interview. */
export function buildChapters(ground: Ground, parts: Parts): readonly Chapter[] {
  return ground.bank.sections.map((section) => buildChapter(ground, section, parts)).filter(hasContent);
}

function buildChapter(ground: Ground, section: Ground['bank']['sections'][number], parts: Parts): Chapter {
  const items = ground.situation.plan.filter((item) => item.question.section === section.id && isPrinted(item));
  const spoken = new Set(parts.requirements.flatMap((requirement) => requirement.answers[0] ?? []));
  return {
    id: section.id,
    code: section.code,
    title: section.title,
    said: items.filter((item) => !isTable(item.question) && !spoken.has(item.id)).map((item) => saidItem(ground, item)),
    tables: items.filter((item) => isTable(item.question)).flatMap((item) => saidTable(ground, item)),
    requirements: parts.requirements.filter((requirement) => requirement.section === section.id),
    computed: parts.computed.filter((fact) => homeOf(ground, fact) === section.id),
    findings: parts.findings.filter((finding) => finding.section === section.id),
    probes: probesOf(ground, section.id),
  };
}

function isPrinted(item: PlanItem): boolean {
  return item.cell === undefined && item.value !== undefined && item.state !== 'default' && (isAsked(item) || item.hidden?.type === 'depth');
}

function hasContent(chapter: Chapter): boolean {
  const lists = [chapter.said, chapter.tables, chapter.requirements, chapter.computed, chapter.findings, chapter.probes];
  return lists.some((list) => list.length > 0);
}

function saidItem(ground: Ground, item: PlanItem): SaidItem {
  const answer = answerOf(ground.session, item.id);
  const text = cellText(ground, item.question, item.value as Cell);
  return {
    id: item.id,
    label: labelOf(item.question),
    text,
    lines: text.split('\n').map((line) => line.trim()).filter((line) => line !== ''),
    why: answer?.why ?? '',
    source: answer?.source ?? '',
    assumed: answer?.status === 'assumed',
  };
}

function saidTable(ground: Ground, item: PlanItem): readonly SaidTable[] {
  const { question, value } = item;
  if (!isTable(question) || !isRows(value) || value.length === 0) return [];
  const columns = question.columns.filter((column) => value.some((row) => row.cells[column.id] !== undefined));
  return [
    {
      id: item.id,
      title: labelOf(question),
      columns: columns.map((column) => column.label),
      rows: value.map((row) => ({ id: row.id, cells: rowCells(ground, columns, row), why: row.why ?? '' })),
    },
  ];
}

function rowCells(ground: Ground, columns: readonly Column[], row: Row): readonly string[] {
  return columns.map((column) => {
    const cell = row.cells[column.id];
    return cell === undefined ? '' : cellText(ground, column, cell);
  });
}

/** Prints one value or cell for people; references are printed by the name of their row. */
export function cellText(ground: Ground, shape: Question | Column, value: Cell): string {
  if ('of' in shape && shape.of !== undefined && shape.kind !== 'table') {
    const ids = [value].flat().filter((id): id is string => typeof id === 'string');
    return ids.map((id) => rowName(ground, shape.of ?? '', id)).join(', ');
  }
  return valueText(shape, value);
}

function homeOf(ground: Ground, fact: ComputedItem): string {
  const sections = fact.inputs.map((input) => ground.bank.question(input.id.split('.').slice(0, 2).join('.'))?.section);
  const order = ground.bank.sections.map((section) => section.id);
  return order.findLast((id) => sections.includes(id)) ?? '';
}

function probesOf(ground: Ground, section: string): Chapter['probes'] {
  return ground.session.saved.probes.flatMap((probe) => {
    const home = probe.about.map((id) => ground.bank.question(id.split('.').slice(0, 2).join('.'))?.section).at(-1);
    const text = probe.answer?.value;
    return home === section && typeof text === 'string' ? [{ id: probe.id, asks: probe.asks, text }] : [];
  });
}

/** The rows of a table answer, or none; for documents that pick single columns. */
export function rowsOf(ground: Ground, table: string): { readonly question: TableQuestion | undefined; readonly rows: readonly Row[] } {
  const question = ground.bank.question(table);
  const value = ground.situation.item(table)?.value;
  if (question === undefined || !isTable(question) || !isRows(value)) return { question: undefined, rows: [] };
  return { question, rows: value };
}
