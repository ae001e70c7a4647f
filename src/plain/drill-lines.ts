import { isTable, labelOf, rowName, type Incident, type Question } from '../bank/index.js';
import { answerOf } from '../interview/index.js';
import { counted, padText, wrapText } from '../kernel/index.js';
import { wordsOf, type Scene } from '../runner/index.js';
import type { Comparison, Drill, DrillAnswer, DrillStep, Effect } from '../spec/index.js';
import { sentence } from './words.js';

const MARGIN = 16;
const NARROW = 50;
const FEW = 3;

/** A name in the margin and its text beside it; on a narrow screen the text stands below. */
function beside(name: string, text: string, columns: number): readonly string[] {
  const margin = columns < NARROW ? 2 : MARGIN;
  const rows = wrapText(text.replaceAll(/\s+/g, ' ').trim(), columns - margin);
  if (columns < NARROW) return [name, ...rows.map((row) => `  ${row}`)];
  return rows.map((row, at) => `${padText(at === 0 ? name : '', margin)}${row}`);
}

/** The short name of what a step asks for. */
export function drillName({ question, cell }: DrillStep): string {
  if (cell === undefined || !isTable(question)) return labelOf(question);
  return `${rowName(question, cell.row)}: ${cell.column.label}`;
}

/** What is read before the first question: what is built, its numbers, and what a draft of the spec says. */
export function briefLines(drill: Drill, scene: Scene, { title, brief, columns }: Told): readonly string[] {
  const shown = drill.steps.filter(({ id }) => drill.shown.has(id));
  return [
    title,
    '',
    ...brief.trim().split('\n'),
    ...figures(scene, columns),
    '',
    'A draft of the spec says:',
    ...shown.flatMap((step) => beside(`  ${step.id}`, '', columns).concat(draftLine(drill, scene, step))),
    '',
    `One answer of the draft was swapped on purpose. ${counted(drill.steps.length, 'question')}: answer each as you would decide it, then read what a senior engineer said.`,
  ];
}

type Told = { readonly title: string; readonly brief: string; readonly columns: number };

const draftLine = (drill: Drill, scene: Scene, step: DrillStep): string =>
  `    ${drillName(step)}: ${wordsAt(scene, step, draftValue(drill, step))}`;

/** What the draft says at a step. */
export function draftValue({ flaw }: Drill, step: DrillStep): DrillStep['value'] {
  return step.id === flaw.step.id ? flaw.value : step.value;
}

const FIGURES = ['arc.tier', 'traffic.average_rate', 'rec.slo', 'rec.rpo'];

function figures(scene: Scene, columns: number): readonly string[] {
  return FIGURES.flatMap((id) => {
    const question = scene.session.bank.question(id);
    const value = scene.situation.view.value(id);
    if (question === undefined || value === undefined) return [];
    return beside(labelOf(question), wordsOf(scene, question, value), columns);
  });
}

/** The words of a value at a step; what nobody has decided is open. */
export function wordsAt(scene: Scene, { question, cell }: DrillStep, value: DrillStep['value']): string {
  return value === undefined ? 'open' : wordsOf(scene, cell?.column ?? question, value);
}

/** What is told after an answer. */
export type Revealed = {
  readonly drill: Drill;
  readonly scene: Scene;
  readonly step: DrillStep;
  readonly given: DrillAnswer | undefined;
  readonly comparison: Comparison | undefined;
  readonly incident: ((id: string) => Incident | undefined) | undefined;
  readonly columns: number;
};

/** The answer of the case with its reason, the incident it prevents, and what the two answers do to the spec and its findings. */
export function revealLines(revealed: Revealed): readonly string[] {
  const { drill, scene, step, given, comparison, columns } = revealed;
  const line = (name: string, text: string) => beside(name, text, columns);
  return [
    '',
    ...line('You', given === undefined ? 'left open' : wordsAt(scene, step, given.value)),
    ...line('A senior', seniorWords(revealed)),
    ...line('Because', reasonOf(revealed)),
    ...(drill.notices.get(step.id) ?? []).flatMap((says) => line('To notice', says)),
    ...incidentLines(revealed),
    ...(comparison === undefined ? [] : effectLines(comparison, columns)),
  ];
}

function seniorWords({ drill, scene, step }: Revealed): string {
  if (step.value !== undefined) return wordsAt(scene, step, step.value);
  const status = answerOf(drill.sound, step.question.id)?.status;
  return status === undefined ? 'open: nobody has decided it' : status.replace('-', ' ');
}

function reasonOf({ drill, step }: Revealed): string {
  const { question, cell } = step;
  const why = cell?.row.why ?? answerOf(drill.sound, question.id)?.why;
  return sentence(why ?? question.why);
}

function incidentLines({ drill, step, incident, columns }: Revealed): readonly string[] {
  const told = incidentsAt(drill, step).flatMap((id) => incident?.(id) ?? []);
  const [first] = told;
  if (first === undefined) return [];
  const { org, year, title, lesson } = first;
  return beside('It prevents', `${org}, ${String(year)}: ${sentence(title)} ${lesson}`, columns);
}

function incidentsAt({ flaw, sound }: Drill, { id, question }: DrillStep): Question['incidents'] {
  const rule = flaw.step.id === id ? sound.bank.rule(flaw.notice) : undefined;
  return [...(rule?.incidents ?? []), ...question.incidents];
}

function effectLines({ yours, seniors }: Comparison, columns: number): readonly string[] {
  const lines = [...sideLines('With yours', yours, columns), ...sideLines('With theirs', seniors, columns)];
  return lines.length > 0
    ? lines
    : beside('In the spec', 'Both answers give the same requirements and findings.', columns);
}

function sideLines(name: string, { sentences, findings }: Effect, columns: number): readonly string[] {
  const said = sentences.map(({ id, text }) => `${id}: ${text}`);
  const found = findings.map(({ severity, title }) => `Finding (${severity}): ${sentence(title)}`);
  const shown = [...said.slice(0, FEW), ...found.slice(0, FEW)];
  const more = said.length + found.length - shown.length;
  const texts = more > 0 ? [...shown, `and ${String(more)} more`] : shown;
  return texts.flatMap((text, at) => beside(at === 0 ? name : '', text, columns));
}

/** At the end: which answer was swapped, and by which question it was caught. */
export function verdictLines(
  drill: Drill,
  by: DrillStep | undefined,
  { scene, columns }: { readonly scene: Scene; readonly columns: number },
): readonly string[] {
  const { step, value, notice } = drill.flaw;
  const found = scene.analysis.findings.find(({ rule }) => rule === notice);
  return [
    '',
    'The swapped answer',
    ...beside('Question', `${drillName(step)} (${step.id})`, columns),
    ...beside('Draft', wordsAt(scene, step, value), columns),
    ...beside('Sound', wordsAt(scene, step, step.value), columns),
    ...(found === undefined ? [] : beside('What is wrong', `${sentence(found.title)} ${found.why}`, columns)),
    ...beside(
      by === undefined ? 'Missed' : 'Caught',
      by === undefined ? 'Your answers leave it in the spec.' : `By your answer to ${by.id}.`,
      columns,
    ),
    ...beside('Read on', `spec-interview explain ${notice}`, columns),
  ];
}
