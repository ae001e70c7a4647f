import type { HttpScheme } from './http-parts.js';

/** How each way to show who is calling is described; names that no answer gives are assumed, and say so. */
const SCHEMES: readonly HttpScheme[] = [
  {
    id: 'session',
    type: 'apiKey',
    description: 'A session cookie; its name is assumed by the tool.',
    fields: [
      { name: 'in', value: 'cookie' },
      { name: 'name', value: 'session' },
    ],
  },
  {
    id: 'api-key',
    type: 'apiKey',
    description: 'An API key; the name of its header is assumed by the tool.',
    fields: [
      { name: 'in', value: 'header' },
      { name: 'name', value: 'X-API-Key' },
    ],
  },
  {
    id: 'oauth2',
    type: 'http',
    description: 'An access token of OAuth 2.',
    fields: [{ name: 'scheme', value: 'bearer' }],
  },
  {
    id: 'signed-jwt',
    type: 'http',
    description: 'A signed JWT.',
    fields: [
      { name: 'scheme', value: 'bearer' },
      { name: 'bearerFormat', value: 'JWT' },
    ],
  },
  { id: 'mtls', type: 'mutualTLS', description: 'A client certificate.', fields: [] },
];

/** What a caller presents where nothing has to be presented. */
const OPEN = 'open';

/** The scheme behind an answer: its id, `open` for none, empty where nobody has said. */
export function securityOf(auth: unknown): string {
  if (auth === 'none' || auth === 'network') return OPEN;
  return SCHEMES.find(({ id }) => id === auth)?.id ?? '';
}

/** The schemes that some calls use, in a fixed order. */
export function schemesOf(used: readonly string[]): readonly HttpScheme[] {
  return SCHEMES.filter(({ id }) => used.includes(id));
}
