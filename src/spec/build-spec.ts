import type { Analysis, Finding } from '../analysis/index.js';
import { optionLabel, type Verification } from '../bank/index.js';
import { situationOf, type Session, type Situation } from '../interview/index.js';
import { byCodeUnit, counted, joined, joinFields, lazily } from '../kernel/index.js';
import { buildScenarios, buildShownOtherwise } from './build-acceptance.js';
import { buildAssistant } from './build-assistant.js';
import { buildChapters, buildExclusions, NATURE } from './build-chapters.js';
import { buildAssumptions, buildGuesses, buildOpenQuestions, buildUnused } from './build-open.js';
import { buildHttp } from './build-http.js';
import { buildKit } from './build-kit.js';
import { buildNumbered } from './build-numbered.js';
import { buildPacket } from './build-packet.js';
import { buildRequirements, type Spoken } from './build-requirements.js';
import { buildChecklist, buildFaultDrills } from './build-review.js';
import { saidItem } from './build-said.js';
import { buildComputed, buildDecisions, buildSummary } from './build-summary.js';
import { buildDiagrams } from './diagrams.js';
import type { Chapter, OpenQuestion, PrintedFinding, Requirement, SpecDocument } from './document.js';
import { buildFailureMatrix, withFailureGaps } from './failure-matrix.js';
import { isSaid, type Ground } from './ground.js';
import { buildLoadTests } from './load-tests.js';
import { buildObjectives } from './objectives.js';

/** So many requirements are found without an index. */
const FEW = 20;

/** Builds the whole spec from a session and what follows from it; the same answers give the same document everywhere. */
export function buildSpec(
  session: Session,
  analysis: Analysis,
  situation: Situation = situationOf(session),
): SpecDocument {
  const ground: Ground = { session, situation, bank: session.bank };
  const spoken = buildRequirements(ground);
  const requirements = spoken.map(({ requirement }) => requirement);
  const computed = buildComputed(ground);
  const findings = analysis.findings.filter((finding) => finding.waiver === undefined).map(printed);
  const exclusions = buildExclusions(ground);
  const matrix = buildFailureMatrix(ground);
  const openQuestions = withFailureGaps(ground, buildOpenQuestions(ground), matrix);
  const chapters = buildChapters(ground, { spoken, computed, findings, exclusions });
  const scenarios = buildScenarios(chapters);
  const standing = stateOf(findings, openQuestions, requirements);
  const nature = natureOf(ground, spoken);
  const summary = buildSummary(ground, spoken, { openQuestions, findings });
  const found = { chapters, requirements, openQuestions, findings, exclusions, matrix };
  const whole = {
    name: session.saved.name,
    ...standing,
    ...nature,
    depth: session.saved.depth,
    summary,
    ...found,
    indexed: requirements.length > FEW,
    computed,
    scenarios,
  };
  return joinFields(whole, appendices(ground, { analysis, spoken, whole }));
}

type EagerField =
  | ('name' | 'ready' | 'state' | 'depth' | 'summary' | 'indexed' | 'computed' | 'scenarios')
  | ('chapters' | 'requirements' | 'openQuestions' | 'findings' | 'exclusions' | 'matrix')
  | keyof Nature;

type Whole = Pick<SpecDocument, EagerField>;

type Made = { readonly analysis: Analysis; readonly spoken: readonly Spoken[]; readonly whole: Whole };

/** What only some formats print; each part is worked out when a template reads it. */
function appendices(ground: Ground, { analysis, spoken, whole }: Made): Omit<SpecDocument, EagerField> {
  const { chapters, requirements, openQuestions, scenarios, exclusions, findings } = whole;
  return lazily<Omit<SpecDocument, EagerField>>({
    index: () => indexOf(requirements),
    assumptions: () => buildAssumptions(ground),
    decisions: () => buildDecisions(ground),
    waivers: () => analysis.findings.flatMap(waiverOf),
    guesses: () => buildGuesses(ground, openQuestions),
    unused: () => buildUnused(ground),
    glossary: () => glossaryOf(ground, chapters),
    shownOtherwise: () => buildShownOtherwise(chapters),
    checklist: () => buildChecklist(requirements, openQuestions),
    faultDrills: () => buildFaultDrills(requirements),
    diagrams: () => buildDiagrams(ground),
    objectives: () => buildObjectives(ground),
    loads: () => buildLoadTests(ground),
    http: () => buildHttp(ground, requirements),
    numbered: () => buildNumbered(chapters),
    kit: () => buildKit(ground, whole),
    packet: () => buildPacket({ requirements, scenarios, exclusions, findings }),
    assistant: () => buildAssistant(ground, spoken),
  });
}

function stateOf(
  findings: readonly PrintedFinding[],
  open: readonly OpenQuestion[],
  requirements: readonly Requirement[],
): { ready: boolean; state: string } {
  const blocks = findings.filter((finding) => finding.severity === 'block').length;
  const highs = findings.filter((finding) => finding.severity === 'high').length;
  const loose = requirements.filter((requirement) => !requirement.normative).length;
  const all = [
    blocks > 0 ? counted(blocks, 'contradiction') : undefined,
    highs > 0 ? counted(highs, 'high risk') : undefined,
    open.length > 0 ? counted(open.length, 'open question') : undefined,
    loose > 0 ? counted(loose, 'sentence not yet normative', 'sentences not yet normative') : undefined,
  ].filter((part) => part !== undefined);
  return all.length === 0
    ? { ready: true, state: 'ready' }
    : { ready: false, state: `draft: ${joined(all)}` };
}

type Nature = Pick<SpecDocument, 'tier' | 'stage' | 'archetypes' | 'nature'>;

/** What kind of thing it is: the answers that decided which questions were asked. */
function natureOf(ground: Ground, spoken: readonly Spoken[]): Nature {
  const item = (id: string) => ground.situation.item(id);
  const text = (id: string): string => {
    const value = item(id)?.value;
    return typeof value === 'string' ? value : '';
  };
  const kinds = item('arc.archetypes');
  const ids = Array.isArray(kinds?.value) ? kinds.value.filter((id) => typeof id === 'string') : [];
  const said = ground.situation.plan.filter((one) => one.question.section === NATURE && isSaid(one));
  const spokenOf = (id: string) => spoken.filter(({ requirement }) => requirement.answers[0] === id);
  return {
    tier: text('arc.tier'),
    stage: text('arc.stage'),
    archetypes: kinds === undefined ? [] : ids.map((id) => optionLabel(kinds.question, id)),
    nature: said.flatMap((one) => saidItem(ground, one, spokenOf(one.id))),
  };
}

function printed(finding: Finding): PrintedFinding {
  const { id, severity, title, why, probe, section } = finding;
  const quotes = finding.quotes.map(({ id: quoted, label, text }) => ({ id: quoted, label, text }));
  return { id, severity, title, why, probe, section, quotes };
}

function waiverOf(finding: Finding): SpecDocument['waivers'] {
  if (finding.waiver === undefined) return [];
  const { reason, owner, until } = finding.waiver;
  return [{ finding: finding.id, title: finding.title, reason, owner, until }];
}

const PROOFS: readonly Verification[] = [
  'test',
  'load-test',
  'drill',
  'monitor',
  'static-check',
  'scan',
  'inspection',
];

/** Groups all requirements by how they are shown to hold. */
function indexOf(requirements: readonly Requirement[]): SpecDocument['index'] {
  return PROOFS.flatMap((verify) => {
    const ids = requirements.filter((requirement) => requirement.verify === verify).map(({ id }) => id);
    return ids.length === 0 ? [] : [{ verify, ids }];
  });
}

/** Explains the terms that the text really uses; plain words, and the few of a quick spec, explain themselves. */
function glossaryOf(ground: Ground, chapters: readonly Chapter[]): SpecDocument['glossary'] {
  if (ground.session.saved.depth === 'quick') return [];
  const asked = ground.situation.plan.filter(isSaid).flatMap((item) => item.question.terms);
  const terms = [...new Set(asked)].sort(byCodeUnit).flatMap((id) => {
    const means = ground.bank.term(id)?.means;
    const term = id.replaceAll('-', ' ');
    const plain = term === id && id.length > 3;
    return means === undefined || plain ? [] : [{ id, term, means }];
  });
  const used = phrasesIn(
    textsOf(chapters),
    terms.map(({ term }) => term),
  );
  return terms
    .filter(({ term }) => used.has(term))
    .map(({ id, term, means }) => ({ term: term === id ? id.toUpperCase() : term, means }));
}

/** Which phrases stand in some texts, whole words only, whatever stands between two words of a phrase. */
function phrasesIn(texts: Iterable<string>, phrases: readonly string[]): ReadonlySet<string> {
  const byFirst = new Map<string, { readonly phrase: string; readonly words: readonly string[] }[]>();
  for (const phrase of phrases) {
    const words = wordsOf(phrase);
    const [first = ''] = words;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { phrase, words }]);
  }
  const found = new Set<string>();
  for (const text of texts)
    wordsOf(text).forEach((word, at, all) => {
      for (const { phrase, words } of byFirst.get(word) ?? [])
        if (words.every((each, place) => all[at + place] === each)) found.add(phrase);
    });
  return found;
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

/** Every different text below a value, without the names of its fields. */
function textsOf(value: unknown, into = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string') into.add(value);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) textsOf(part, into);
  return into;
}
