import { SEVERITIES, valueText, type Question } from '../bank/index.js';
import type { Finding } from '../analysis/index.js';
import type { AskingStep } from '../interview/index.js';
import { counted } from '../kernel/index.js';
import type { Scene } from '../runner/index.js';
import { figureText, findingText, isActive } from './after.js';
import type { Held } from './held.js';

/** Explains a step: why it is asked, a weak and a strong example, its words, and what happened to others. */
export function whyLines(held: Held, step: AskingStep): readonly string[] {
  if (step.type === 'ask') return questionLines(held, step.item.question);
  const finding = held.runner
    .scene()
    .analysis.findings.find((candidate) => `rule.${candidate.id}` === step.probe.id);
  if (finding === undefined) return ['It follows from an answer given before.'];
  return [...detailLines(finding), ...incidentLines(held, finding.incidents)];
}

function questionLines(held: Held, question: Question): readonly string[] {
  const { bank } = held.runner.scene().session;
  return [
    `Why it matters: ${question.why}`,
    ...(question.weak === undefined ? [] : [`A weak answer: ${question.weak}`]),
    ...(question.strong === undefined ? [] : [`A strong answer: ${valueText(question, question.strong)}`]),
    ...question.terms.flatMap((id) => {
      const term = bank.term(id);
      return term === undefined ? [] : [`${id.replaceAll('-', ' ')}: ${term.means}`];
    }),
    ...incidentLines(held, question.incidents),
  ];
}

function incidentLines({ incident }: Held, ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) => {
    const found = incident?.(id);
    return found === undefined
      ? []
      : [`${found.org}, ${String(found.year)}: ${found.title}. ${found.story} ${found.lesson}`, found.url];
  });
}

/** The findings that count, most severe first, in the order of their numbers. */
export function activeFindings({ analysis }: Scene): readonly Finding[] {
  return analysis.findings
    .filter(isActive)
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

/** Every finding with the answers it quotes. */
export function findingLines(scene: Scene): readonly string[] {
  const findings = activeFindings(scene);
  const unchecked = scene.analysis.unchecked.length;
  return [
    ...(findings.length === 0 ? ['There are no findings.'] : []),
    ...findings.flatMap((finding, index) => [
      `${String(index + 1)}. ${findingText(finding)}`,
      ...detailLines(finding).map((line) => `   ${line}`),
    ]),
    ...(unchecked > 0 ? [`${counted(unchecked, 'check')} cannot be decided yet.`] : []),
  ];
}

/** Why a finding matters, and the answers it quotes. */
function detailLines(finding: Finding): readonly string[] {
  return [
    finding.why,
    ...finding.quotes.map(({ label, text }) => `${label}: ${text}`),
    ...(finding.lowered === undefined ? [] : [finding.lowered]),
    ...(finding.reopened === true ? ['It was accepted once; the answers have changed since.'] : []),
  ];
}

/** Everything that follows from the numbers. */
export function factLines(scene: Scene): readonly string[] {
  const lines = [...scene.facts.values()].flat().map(figureText);
  return lines.length === 0 ? ['Nothing follows from the numbers yet.'] : lines;
}
