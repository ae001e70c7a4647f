/** A form of secret that is recognised before anything is sent; `example` is made up. */
export type SecretForm = {
  readonly what: string;
  readonly example: string;
  readonly pattern: RegExp;
  readonly isSecret?: (found: string) => boolean;
};

/** A text that may be sent, and how many secrets were taken out of it. */
export type Masked = { readonly text: string; readonly masked: number };

const isMixed = (text: string): boolean => /[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text);

/** "password: required" is prose; "password: hunter2" is not. */
const looksChosen = (found: string): boolean => {
  const value = found.replace(/^[^:=]*[:=]/, '').trim();
  return /\d|[^\w\s.,;-]/.test(value.replaceAll(/["'`]/g, ''));
};

/** The last digit of a card number is computed from the others (Luhn); a sum that fits by chance is one in ten. */
function isCardNumber(found: string): boolean {
  const digits = Array.from(found.replaceAll(/\D/g, ''), Number).reverse();
  const sum = digits.reduce((total, digit, index) => {
    if (index % 2 === 0) return total + digit;
    return total + (digit > 4 ? digit * 2 - 9 : digit * 2);
  }, 0);
  return digits.length >= 13 && digits.length <= 19 && sum % 10 === 0;
}

// Every pattern is bounded or linear: hostile text cannot make one hang.
/** The forms that are masked, in the order they are looked for: the wider first. */
export const SECRET_FORMS: readonly SecretForm[] = [
  {
    what: 'private key',
    example: '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\n-----END EC PRIVATE KEY-----',
    pattern:
      /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g,
  },
  {
    what: 'connection string',
    example: 'postgres://app:s3cr3t@db.internal:5432/orders',
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"']{0,200}:[^\s@"']{1,200}@[^\s"'<>]{1,300}/gi,
  },
  {
    what: 'connection string',
    example: 'AccountKey=Zm9vYmFyYmF6cXV4;EndpointSuffix=core.windows.net',
    pattern: /\b(?:AccountKey|SharedAccessKey|SharedAccessSignature)=[^\s;"']{8,200}/gi,
  },
  {
    what: 'webhook address',
    example: 'https://hooks.slack.com/services/T000/B000/a1b2c3d4',
    pattern: /https:\/\/(?:hooks\.slack\.com\/services|discord(?:app)?\.com\/api\/webhooks)\/[\w/-]{8,200}/g,
  },
  {
    what: 'authorization header',
    example: 'Authorization: Bearer abcdef0123456789',
    pattern: /\b(?:Bearer|Basic)\s+[\w.~+/=-]{12,4000}/g,
    isSecret: (found) => /\d|[A-Z].*[A-Z]/.test(found.slice(7)),
  },
  {
    what: 'signed token',
    example: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
    // Each run of letters is looked at from its beginning only, and to the second point at most.
    pattern: /(?<![\w-])(?=[\w-]{11,}\.[\w-]{8,}\.)[\w-]*?\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g,
  },
  {
    what: 'API key',
    example: 'sk-ant-api03-0123456789abcdef',
    pattern:
      /\b(?:sk-[\w-]{12,300}|[sr]k_(?:live|test)_\w{10,200}|A(?:KIA|SIA)[A-Z0-9]{16}|AIza[\w-]{30,50}|SG\.[\w-]{10,80}\.[\w-]{10,80}|hf_\w{20,80})/g,
  },
  {
    what: 'access token',
    example: 'ghp_0123456789abcdefghijABCDEFGHIJ012345',
    pattern:
      /\b(?:gh[opsur]_\w{20,255}|github_pat_\w{20,255}|glpat-[\w-]{16,200}|npm_\w{30,80}|pypi-[\w-]{20,300}|xox[abeprs]-[\w-]{10,200}|dop_v1_[a-f0-9]{40,80}|ya29\.[\w-]{20,500})/g,
  },
  {
    what: 'password',
    example: 'password = "hunter2!"',
    pattern:
      /\b(?:[\w-]{0,40}(?:password|passwd|passphrase|secret|api[_-]?key|access[_-]?key|private[_-]?key|auth[_-]?token|token)|pwd)["']?\s{0,3}[:=]\s{0,3}["'`]?[^\s"'`,;]{5,300}/gi,
    isSecret: looksChosen,
  },
  {
    what: 'e-mail address',
    example: 'jane.doe@example.com',
    pattern: /\b[\w.%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}\b/gi,
  },
  {
    what: 'card number',
    example: '4111 1111 1111 1111',
    pattern: /\b\d(?:[ -]?\d){12,18}\b/g,
    isSecret: isCardNumber,
  },
  {
    what: 'long random text',
    example: 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY01',
    pattern: /\b[A-Za-z0-9+/_]{36,400}={0,2}/g,
    isSecret: isMixed,
  },
];

/** What is not recognised; people are told before they agree. */
export const KNOWN_MISSES: readonly string[] = [
  'a password in a sentence without ":" or "=" (the password is hunter2)',
  'a password of letters only (password: correcthorse)',
  'a secret split over two lines or spelled with spaces',
  'host names, internal addresses, names of people and customers',
  'phone numbers, bank account numbers, and identity numbers of countries',
  'random text shorter than 36 characters without a known beginning',
  'a digest in lower-case hexadecimal (it is mostly a checksum, not a secret)',
];

/** Takes likely secrets out of a text; each leaves a mark that says what stood there. */
export function maskSecrets(text: string): Masked {
  let masked = 0;
  const clean = SECRET_FORMS.reduce(
    (now, { what, pattern, isSecret }) =>
      now.replaceAll(pattern, (found) => {
        if (isSecret?.(found) === false) return found;
        masked += 1;
        return `[masked ${what}]`;
      }),
    text,
  );
  return { text: clean, masked };
}

/** Takes likely secrets out of every text of a value; keys and everything else stay. */
export function maskDeep(value: unknown): { readonly value: unknown; readonly masked: number } {
  let masked = 0;
  const clean = (part: unknown): unknown => {
    if (typeof part === 'string') {
      const found = maskSecrets(part);
      masked += found.masked;
      return found.text;
    }
    if (Array.isArray(part)) return part.map(clean);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, clean(item)]));
  };
  return { value: clean(value), masked };
}
