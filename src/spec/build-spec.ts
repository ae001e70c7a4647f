import type { Analysis, Finding } from '../analysis/index.js';
import { optionLabel } from '../bank/index.js';
import type { Fact } from '../facts/index.js';
import { situationOf, type Session, type Situation } from '../interview/index.js';
import { byCodeUnit, counted, joined } from '../kernel/index.js';
import { buildChapters, cellText, rowsOf } from './build-chapters.js';
import { buildAssumptions, buildGuesses, buildOpenQuestions, buildUnused } from './build-open.js';
import { buildRequirements, type Ground } from './build-requirements.js';
import type { ComputedItem, OpenQuestion, PrintedFinding, Requirement, SpecDocument } from './document.js';

/** Builds the whole spec from a session and what follows from it; the same answers give the same document everywhere. */
export function buildSpec(session: Session, analysis: Analysis, situation: Situation = situationOf(session)): SpecDocument {
  const ground: Ground = { session, situation, bank: session.bank };
  const requirements = buildRequirements(ground);
  const computed = [...situation.facts.values()].flat().map(computedItem);
  const findings = analysis.findings.filter((finding) => finding.waiver === undefined).map(printed);
  const openQuestions = buildOpenQuestions(ground);
  return {
    name: session.saved.name,
    ...stateOf(findings, openQuestions, requirements),
    tier: choiceText(ground, 'arc.tier'),
    stage: choiceText(ground, 'arc.stage'),
    archetypes: archetypesOf(ground),
    depth: session.saved.depth,
    chapters: buildChapters(ground, { requirements, computed, findings }),
    requirements,
    computed,
    findings,
    openQuestions,
    assumptions: buildAssumptions(ground),
    decisions: decisionsOf(ground),
    waivers: analysis.findings.flatMap(waiverOf),
    guesses: buildGuesses(ground, openQuestions),
    unused: buildUnused(ground),
    glossary: glossaryOf(ground),
  };
}

function stateOf(
  findings: readonly PrintedFinding[],
  open: readonly OpenQuestion[],
  requirements: readonly Requirement[],
): { ready: boolean; state: string } {
  const blocks = findings.filter((finding) => finding.severity === 'block').length;
  const highs = findings.filter((finding) => finding.severity === 'high').length;
  const loose = requirements.filter((requirement) => !requirement.normative).length;
  const parts = [
    blocks > 0 ? counted(blocks, 'contradiction') : undefined,
    highs > 0 ? counted(highs, 'high risk') : undefined,
    open.length > 0 ? counted(open.length, 'open question') : undefined,
    loose > 0 ? counted(loose, 'sentence not yet normative', 'sentences not yet normative') : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? { ready: true, state: 'ready' } : { ready: false, state: `draft: ${joined(parts)}` };
}

function computedItem(fact: Fact): ComputedItem {
  const inputs = fact.inputs.map((input) => ({ id: input.id, text: input.text, source: input.source ?? '' }));
  return { id: fact.id, title: fact.title, subject: fact.subject ?? '', text: fact.text, formula: fact.formula, inputs };
}

function printed(finding: Finding): PrintedFinding {
  const { id, severity, title, why, probe, section } = finding;
  return { id, severity, title, why, probe, section, quotes: finding.quotes.map(({ id: quoted, label, text }) => ({ id: quoted, label, text })) };
}

function waiverOf(finding: Finding): SpecDocument['waivers'] {
  if (finding.waiver === undefined) return [];
  const { reason, owner, until } = finding.waiver;
  return [{ finding: finding.id, title: finding.title, reason, owner, until }];
}

function choiceText(ground: Ground, id: string): string {
  const item = ground.situation.item(id);
  return typeof item?.value === 'string' ? item.value : '';
}

function archetypesOf(ground: Ground): readonly string[] {
  const item = ground.situation.item('arc.archetypes');
  if (item === undefined || !Array.isArray(item.value)) return [];
  return item.value.filter((id): id is string => typeof id === 'string').map((id) => optionLabel(item.question, id));
}

function decisionsOf(ground: Ground): SpecDocument['decisions'] {
  const { question, rows } = rowsOf(ground, 'rsk.decisions');
  const options = rowsOf(ground, 'rsk.options');
  if (question === undefined) return [];
  return rows.map((row) => {
    const text = (column: string) => {
      const cell = row.cells[column];
      const shape = question.columns.find((candidate) => candidate.id === column);
      return cell === undefined || shape === undefined ? '' : cellText(ground, shape, cell);
    };
    const rejected = options.rows.filter((option) => option.cells['decision'] === row.id);
    return {
      id: row.id,
      nnnn: row.nnnn ?? '',
      title: text(question.key),
      chosen: text('chosen'),
      because: text('because'),
      until: text('still_true_until'),
      revisit: text('revisit_when'),
      rejected: rejected.map((option) => ({ option: cell(option.cells['option']), because: cell(option.cells['because']) })),
    };
  });
}

const cell = (value: unknown): string => (typeof value === 'string' ? value : '');

function glossaryOf(ground: Ground): SpecDocument['glossary'] {
  const asked = ground.situation.plan.filter((item) => item.cell === undefined && item.value !== undefined);
  const used = new Set(asked.flatMap((item) => item.question.terms));
  return [...used]
    .sort(byCodeUnit)
    .flatMap((id) => {
      const term = ground.bank.term(id);
      return term === undefined ? [] : [{ term: id, means: term.means }];
    });
}
