import type { StepId } from '../interview/index.js';
import { counted } from '../kernel/index.js';
import type { Finding, Thin } from '../analysis/index.js';
import type { Scene } from '../runner/index.js';
import type { FormState } from './state.js';

/** Says after an answer, in one calm line, what it changed: the plan, new findings, what is thin about it. */
export function afterCommit(state: FormState, before: Scene, at: StepId): FormState {
  const parts = [
    ...changesOf(before, state.scene),
    thinText(state.scene.analysis.thin.find((thin) => thin.id === at)),
    ...brokenText(before, state.scene),
  ];
  return {
    ...state,
    notice: parts
      .filter((part) => part !== undefined)
      .map(sentence)
      .join(' '),
  };
}

/** What an answer changed in the plan and in the findings. */
function changesOf(before: Scene, now: Scene): readonly (string | undefined)[] {
  return [now.notice, findingsText(before, now)];
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

function findingsText(before: Scene, now: Scene): string | undefined {
  const known = new Set(before.analysis.findings.filter(isActive).map(({ id }) => id));
  const fresh = now.analysis.findings.filter((finding) => isActive(finding) && !known.has(finding.id));
  const active = new Set(now.analysis.findings.filter(isActive).map(({ id }) => id));
  const gone = [...known].filter((id) => !active.has(id)).length;
  const solved = gone > 0 ? `${counted(gone, 'finding')} resolved` : undefined;
  const [first] = fresh;
  if (first === undefined) return solved;
  const more = fresh.length > 1 ? `, and ${String(fresh.length - 1)} more` : '';
  const found = `${WORDS[first.class]}: ${first.title}${more} (Ctrl+P shows it)`;
  return solved === undefined ? found : `${solved}. ${found}`;
}

const WORDS = {
  contradiction: 'Contradiction',
  risk: 'Risk',
  numeric: 'The numbers',
  missing: 'Missing',
} as const;

/** A finding that nobody accepted, or whose acceptance no longer holds. */
export const isActive = (finding: Finding): boolean =>
  finding.waiver === undefined || finding.reopened === true;

/** What would make a thin answer stronger, in one line. */
export function thinText(thin: Thin | undefined): string | undefined {
  if (thin === undefined) return undefined;
  const missing = thin.missing.length > 0 ? `would be stronger with ${thin.missing.join('; ')}` : undefined;
  const vague = thin.vague.length > 0 ? `open to interpretation: ${thin.vague.join(', ')}` : undefined;
  const parts = [missing, vague].filter((part) => part !== undefined);
  return parts.length > 0 ? `That answer ${parts.join('; ')}` : undefined;
}

function brokenText(before: Scene, now: Scene): readonly string[] {
  const known = new Set(before.analysis.broken.map(({ message }) => message));
  return now.analysis.broken.filter(({ message }) => !known.has(message)).map(({ message }) => message);
}
