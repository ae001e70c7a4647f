/** What a reader of a spec looks for beside figures, names and conditions: who answers for it, and what happens when it fails. */
type Beside = 'owner' | 'failure';

// Linear on purpose: alternatives of plain words only.
const MARKS: Readonly<Record<Beside, RegExp>> = {
  owner: /@\w|\b(?:team|owners?|owned|on[- ]call|responsible|answers for|lead|squad|desk|steward|contact)\b/i,
  failure:
    /\b(?:fail(?:s|ed|ing|ure|ures)?|down|times? out|timed out|timeouts?|unavailable|unreachable|refuse[sd]?|reject(?:s|ed)?|errors?|lost|loses?|late|twice|duplicates?|crash(?:es|ed)?|stops?|stopped|full|retr(?:y|ies|ied)|rolls? back|fall(?:s|ing)? back|[45]\d\d)\b/i,
};

const HELD: Readonly<Record<Beside, string>> = {
  owner: 'an owner',
  failure: 'a case in which something fails',
};

const WANTED: Readonly<Record<Beside, string>> = {
  owner: 'an owner: who answers for it',
  failure: 'a case in which it fails, and what happens then',
};

const BESIDE = ['owner', 'failure'] as const;

/** The owner and the failure case a text names, in words. */
export function heldBeside(text: string): readonly string[] {
  return BESIDE.filter((beside) => MARKS[beside].test(text)).map((beside) => HELD[beside]);
}

/** The owner and the failure case that a strong example names and this text does not, in words. */
export function missingBeside(text: string, strong: string): readonly string[] {
  return BESIDE.filter((beside) => MARKS[beside].test(strong) && !MARKS[beside].test(text)).map(
    (beside) => WANTED[beside],
  );
}
