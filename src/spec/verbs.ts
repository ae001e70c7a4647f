const VERBS = new Set(
  `accept acknowledge add admit alert allow answer append apply ask assign authenticate authorise authorize back batch
  block buffer bring build bypass cache call cancel cap capture carry charge check clear close collect commit compare
  compute confirm continue convert copy count create deactivate decide decline defer degrade delay delete deliver deny
  detect disable discard disconnect display drain drop emit enable encrypt end enforce enqueue erase escalate evict
  exclude execute expire export expose fail fall fetch filter finish flag flush follow forward freeze generate give go
  grant handle hash hide hold ignore import include index inform insert invalidate issue keep let limit list load lock log
  lose mark mask merge migrate move notify offer open order page park pass pause perform persist pick place point poll
  post prevent process promote protect prove provide publish pull push put queue raise read rebuild receive reconcile
  record recover redirect reduce refresh refund refuse reject release reload remember remind remove repeat replace replay
  report request require resend reset resolve respond restart restore resume retry return reuse reverse revert revoke
  roll rotate round route run save scale schedule see send serve set settle shed show shut sign skip slow split start
  stop store stream suspend switch sync take tell terminate throttle time track treat trigger try undo unlock update
  upload use validate verify wait warn withdraw work write`.split(/\s+/),
);

const IRREGULAR: Readonly<Record<string, string>> = {
  does: 'do',
  goes: 'go',
  has: 'have',
  is: 'be',
  are: 'be',
};

const ADVERBS = new Set(
  `not never always also still then only immediately automatically first just simply quietly silently safely gracefully
  atomically instead again`.split(/\s+/),
);

/** Says whether a text begins with a known verb, in the infinitive or the third person. */
export function isVerbForm(text: string): boolean {
  const [first = '', second = ''] = text.split(/\s+/);
  const word = ADVERBS.has(first) ? second : first;
  return VERBS.has(word) || (word.endsWith('s') && VERBS.has(base(word)));
}

/** Turns the third person of a verb phrase into the infinitive: "returns 503 and logs it" gives "return 503 and log it". */
export function infinitive(phrase: string): string {
  const words = phrase.split(' ');
  const at = ADVERBS.has(words[0] ?? '') ? 1 : 0;
  const verb = words[at] ?? '';
  const changed = base(verb);
  if (changed === verb) return phrase;
  return words
    .map((word, index) => (index === at ? changed : followingVerb(word, words[index - 1])))
    .join(' ');
}

/** After "and", "or" and "then", a third person of a known verb belongs to the same subject. */
function followingVerb(word: string, before: string | undefined): string {
  const joins = before === 'and' || before === 'or' || before === 'then' || before === 'but';
  return joins && VERBS.has(base(word)) ? base(word) : word;
}

function base(verb: string): string {
  const known = IRREGULAR[verb];
  if (known !== undefined) return known;
  const plain = [verb.slice(0, -1), verb.slice(0, -2)].find((stem) => verb.endsWith('s') && VERBS.has(stem));
  if (plain !== undefined) return plain;
  if (/^[^aeiou]ies$/.test(verb)) return verb.slice(0, -1);
  if (/[^aeiou]ies$/.test(verb)) return `${verb.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(verb)) return verb.slice(0, -2);
  return /[^suia]s$/.test(verb) ? verb.slice(0, -1) : verb;
}
