import { valueText, type Incident, type Question } from '../bank/index.js';
import type { Finding } from '../analysis/index.js';
import type { AskingStep } from '../interview/index.js';
import type { Scene } from '../runner/index.js';
import type { WhyPart } from './view.js';

type Finder = ((id: string) => Incident | undefined) | undefined;

/** Explains a step: why it is asked, a weak and a strong example, its words, and what happened to others. */
export function whyOf(scene: Scene, step: AskingStep, incident: Finder): readonly WhyPart[] {
  const parts =
    step.type === 'probe'
      ? probeParts(scene, step.probe.id, incident)
      : questionParts(scene, step.item.question, incident);
  return parts.filter((part) => part.lines.length > 0);
}

function questionParts(scene: Scene, question: Question, incident: Finder): readonly WhyPart[] {
  const strong = question.strong === undefined ? [] : [valueText(question, question.strong)];
  return [
    { title: 'Why it matters', lines: [question.why] },
    { title: 'A weak answer', lines: question.weak === undefined ? [] : [question.weak] },
    { title: 'A strong answer', lines: strong },
    { title: 'Words', lines: question.terms.flatMap((id) => termLine(scene, id)) },
    { title: 'What happened to others', lines: incidentLines(question.incidents, incident) },
  ];
}

function termLine({ session }: Scene, id: string): readonly string[] {
  const term = session.bank.term(id);
  return term === undefined ? [] : [`${id.replaceAll('-', ' ')}: ${term.means}`];
}

function incidentLines(ids: readonly string[], incident: Finder): readonly string[] {
  return ids.flatMap((id) => {
    const found = incident?.(id);
    return found === undefined
      ? []
      : [`${found.org}, ${String(found.year)}: ${found.title}. ${found.story} ${found.lesson}`, found.url];
  });
}

function probeParts(scene: Scene, id: string, incident: Finder): readonly WhyPart[] {
  const finding = scene.analysis.findings.find((candidate) => `rule.${candidate.id}` === id);
  if (finding === undefined)
    return [{ title: 'Why it is asked', lines: ['It follows from an answer given before.'] }];
  return findingParts(finding, incident);
}

/** Explains a finding: why it matters, and what happened to others. */
export function findingParts(finding: Finding, incident: Finder): readonly WhyPart[] {
  return [
    { title: finding.title, lines: [finding.why] },
    { title: 'The answers it rests on', lines: finding.quotes.map(({ label, text }) => `${label}: ${text}`) },
    { title: 'What happened to others', lines: incidentLines(finding.incidents, incident) },
  ];
}
