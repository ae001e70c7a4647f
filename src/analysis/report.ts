import { labelOf, SEVERITIES, type Incident, type JoinedBank, type Section } from '../bank/index.js';
import { isOpen, questionOfStep, type Situation } from '../interview/index.js';
import { byCodeUnit, counted } from '../kernel/index.js';
import { coverageOf, type SectionCoverage } from './coverage.js';
import type { Analysis, Finding } from './finding.js';

/** What a newcomer takes away from an interview: what was covered, what stays open, and what is worth reading. */
export type Report = {
  readonly covered: readonly SectionCoverage[];
  readonly left: readonly LeftOpen[];
  readonly read: readonly Reading[];
};

/** A kind of failure that the answers leave open, and by how much. */
type LeftOpen = { readonly failure: string; readonly open: number; readonly findings: number };

/** A question or an incident worth reading, why, and the id that `explain` takes. */
type Reading = { readonly id: string; readonly title: string; readonly why: string };

/** A part of the report with its heading. */
export type ReportPart = { readonly title: string; readonly lines: readonly string[] };

type Ground = {
  readonly bank: JoinedBank;
  readonly situation: Situation;
  readonly analysis: Analysis;
  readonly incident: (id: string) => Incident | undefined;
};

const READINGS = 3;

/** Reports on an interview as it stands; the same answers always give the same report. */
export function learningReport(ground: Ground): Report {
  const covered = coverageOf(ground.bank, ground.situation);
  const left = covered.flatMap((section) => leftOpen(ground, section));
  return { covered, left: left.toSorted(worstFirst), read: readings(ground, covered) };
}

const worstFirst = (a: LeftOpen, b: LeftOpen): number =>
  b.findings - a.findings || b.open - a.open || byCodeUnit(a.failure, b.failure);

function leftOpen({ bank, analysis }: Ground, covered: SectionCoverage): readonly LeftOpen[] {
  const section = bank.section(covered.section);
  const open = covered.open + covered.unknown;
  const findings = analysis.findings.filter(
    (finding) => isActive(finding) && finding.section === covered.section,
  ).length;
  if (section === undefined || open + findings === 0) return [];
  return [{ failure: section.opening?.failure ?? section.title, open, findings }];
}

const isActive = ({ waiver, reopened }: Finding): boolean => waiver === undefined || reopened === true;

/** One story of what was found, one question that would decide most, one story of what stays open; then more of each. */
function readings(ground: Ground, covered: readonly SectionCoverage[]): readonly Reading[] {
  const kinds = [found(ground), undecided(ground), told(ground, covered)];
  const deepest = Math.max(...kinds.map(({ length }) => length));
  const inTurn = Array.from({ length: deepest }, (_, at) => kinds.flatMap((kind) => kind[at] ?? [])).flat();
  const once = inTurn.filter(({ id }, at) => inTurn.findIndex((other) => other.id === id) === at);
  return once.slice(0, READINGS);
}

function found({ analysis, incident }: Ground): readonly Reading[] {
  return analysis.findings
    .filter(isActive)
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    .flatMap(({ incidents, title }) => incidentReading(incident(incidents[0] ?? ''), title));
}

function undecided({ bank, situation, analysis }: Ground): readonly Reading[] {
  const decides = (id: string): number => analysis.decides.get(id) ?? 0;
  const open = situation.plan.filter((item) => isOpen(item) || item.state === 'unknown');
  return open
    .toSorted((a, b) => decides(b.id) - decides(a.id))
    .flatMap(({ id }) => {
      const question = questionOfStep(bank, id);
      return question === undefined
        ? []
        : { id: question.id, title: labelOf(question), why: whyOpen(decides(id), question.why) };
    });
}

const whyOpen = (checks: number, why: string): string =>
  checks > 0 ? `It is open and would decide ${counted(checks, 'check')}.` : why.split('\n')[0]?.trim() || why;

function told({ bank, incident }: Ground, covered: readonly SectionCoverage[]): readonly Reading[] {
  return covered
    .toSorted((a, b) => b.open + b.unknown - (a.open + a.unknown))
    .flatMap(({ section }) => openingReading(bank.section(section), incident));
}

function openingReading(section: Section | undefined, incident: Ground['incident']): readonly Reading[] {
  const opening = section?.opening;
  return opening === undefined ? [] : incidentReading(incident(opening.incident), opening.failure);
}

function incidentReading(incident: Incident | undefined, why: string): readonly Reading[] {
  if (incident === undefined) return [];
  const { id, org, year, title } = incident;
  return [{ id, title: `${org}, ${String(year)}: ${title}`, why: /[.!?]$/.test(why) ? why : `${why}.` }];
}

/** The report in words, part by part; `explain` and an id tell more. */
export function reportParts({ covered, left, read }: Report): readonly ReportPart[] {
  return [
    { title: 'What you covered', lines: coveredLines(covered) },
    {
      title: 'Kinds of failure left open',
      lines: left.length === 0 ? ['None: every question that was asked has its answer.'] : left.map(leftText),
    },
    {
      title: 'Worth reading next',
      lines: read.map(({ id, title, why }) => `${title}. ${why} (spec-interview explain ${id})`),
    },
  ];
}

function coveredLines(covered: readonly SectionCoverage[]): readonly string[] {
  const settled = (some: readonly SectionCoverage[]) => some.reduce((sum, { answered }) => sum + answered, 0);
  const asked = covered.reduce((sum, section) => sum + section.asked, 0);
  const whole = covered.filter((section) => section.answered === section.asked);
  return [
    `${String(settled(covered))} of ${counted(asked, 'question')} in ${counted(covered.length, 'section')}.`,
    ...(whole.length === 0 ? [] : [`Complete: ${whole.map(({ title }) => title).join(', ')}.`]),
  ];
}

function leftText({ failure, open, findings }: LeftOpen): string {
  const parts = [
    ...(open > 0 ? [`${counted(open, 'question')} without an answer`] : []),
    ...(findings > 0 ? [counted(findings, 'finding')] : []),
  ];
  return `${failure}: ${parts.join(', ')}.`;
}
