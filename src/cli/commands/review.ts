import { createAnalyst, type Analysis, type Finding } from '../../analysis/index.js';
import { situationOf } from '../../interview/index.js';
import { counted } from '../../kernel/index.js';
import { buildSpec, type SpecDocument } from '../../spec/index.js';
import { isOn, textOption, type Run } from '../command.js';
import { readinessLines, readinessOf, type Proven } from '../readiness.js';
import { EXIT } from '../exit-codes.js';
import { openOne } from '../one-spec.js';
import { printJson, printLines, printProblems } from '../print-problems.js';

/** Prints what a reviewer should know: findings, open questions, thin answers, and what an assistant would have to guess. */
export const run: Run = async (world, given) => {
  const one = openOne(world, textOption(given, 'dir'), given.words[0]);
  if (!one.ok) {
    printProblems(world, one.error);
    return EXIT.usage;
  }
  const { workspace, spec } = one.value;
  const analysis = createAnalyst(workspace.bank)(spec.session, situationOf(spec.session));
  const document = buildSpec(spec.session, analysis);
  const nine = readinessOf(workspace, spec.paths.slug, document);
  printProblems(world, [...spec.problems, ...analysis.broken]);
  // Loaded here, so that a review without a model loads nothing of it.
  const critic = isOn(given, 'ai') ? await import('../model-review.js') : undefined;
  const review = await critic?.reviewByModel(one.value, analysis);
  if (isOn(given, 'json'))
    printJson(world, { ...asJson(document, analysis, nine), ...(review && { critic: review }) });
  else
    printLines(world.stdout, [
      ...reviewLines(document, analysis),
      ...section('Ready for production?', readinessLines(nine)),
    ]);
  if (critic === undefined || review === undefined || isOn(given, 'json')) return EXIT.fine;
  printLines(world.stdout, critic.reviewText(review));
  return (await critic.acceptObjections(one.value, review)) ? EXIT.fine : EXIT.usage;
};

function asJson(document: SpecDocument, analysis: Analysis, nine: readonly Proven[]) {
  const { findings, thin, unchecked } = analysis;
  return {
    name: document.name,
    state: document.state,
    findings,
    thin,
    unchecked,
    open: document.openQuestions,
    guesses: document.guesses,
    readiness: nine.map(({ asks, requirements, open: left, tests }) => ({
      asks,
      requirements: requirements.map(({ id }) => id),
      tests,
      open: left.map(({ id }) => id),
    })),
  };
}

function reviewLines(document: SpecDocument, analysis: Analysis): readonly string[] {
  const live = analysis.findings.filter((finding) => finding.waiver === undefined);
  return [
    `${document.name}: ${document.state}.`,
    ...section('Findings', live.flatMap(findingLines)),
    ...section(
      'Waived',
      document.waivers.map(
        (waiver) => `  ${waiver.finding}: ${waiver.reason} (${waiver.owner}, until ${waiver.until})`,
      ),
    ),
    ...section(
      'Thin answers',
      analysis.thin.map(
        (thin) =>
          `  ${thin.id}: ${[...thin.missing.map((part) => `no ${part}`), ...thin.vague.map((word) => `"${word}" is vague`)].join(', ')}`,
      ),
    ),
    ...section(
      'Open questions',
      document.openQuestions.map(
        (open) => `  ${open.id}: ${open.prompt}${open.owner === '' ? '' : ` (${open.owner})`}`,
      ),
    ),
    ...section(
      'What an assistant would have to guess',
      document.guesses.map((guess) => `  ${guess.unspecified}: touches ${guess.touches.join(', ')}`),
    ),
    ...unchecked(analysis),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function findingLines(finding: Finding): readonly string[] {
  return [
    `  ${finding.severity.padEnd(5)} ${finding.title} [${finding.id}]`,
    `        ${finding.why}`,
    ...finding.quotes.map((quote) => `        ${quote.label}: ${quote.text} (${quote.id})`),
    `        Ask: ${finding.probe}`,
    ...(finding.lowered === undefined ? [] : [`        ${finding.lowered}`]),
    ...(finding.reopened === true
      ? ['        The waiver no longer holds: an answer it rested on has changed.']
      : []),
  ];
}

function unchecked(analysis: Analysis): readonly string[] {
  const rules = analysis.unchecked.filter((rule) => rule.severity === 'block' || rule.severity === 'high');
  const needs = [...new Set(rules.flatMap((rule) => rule.needs))];
  return rules.length === 0
    ? []
    : [
        '',
        `${counted(rules.length, 'check')} cannot be made yet; missing: ${needs.slice(0, 12).join(', ')}${needs.length > 12 ? ', …' : ''}`,
      ];
}
