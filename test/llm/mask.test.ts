import { describe, expect, it } from 'vitest';
import { KNOWN_MISSES, maskSecrets, SECRET_FORMS } from '../../src/llm/index.js';

describe('masking secrets', () => {
  it.each(SECRET_FORMS.map(({ what, example }) => [what, example] as const))(
    'takes a %s out of a sentence (%s)',
    (what, example) => {
      const { text, masked } = maskSecrets(`We use ${example} in production, at 900 req/s.`);

      expect(text).toMatch(/^We use .*\[masked .* in production, at 900 req\/s\.$/);
      expect(text).toContain(`[masked ${what}]`);
      expect(text).not.toContain(example);
      expect(masked).toBeGreaterThan(0);
    },
  );

  it.each([
    ['API_KEY=abc12345', '[masked password]'],
    ['"client_secret": "a1b2c3d4e5"', '"[masked password]"'],
    ['redis://:p4ss@cache:6379/0', '[masked connection string]'],
    ['amqps://u:p%40ss@mq/vhost', '[masked connection string]'],
    ['AKIAIOSFODNN7EXAMPLE', '[masked API key]'],
    ['5500-0000-0000-0004', '[masked card number]'],
    ['-----BEGIN PRIVATE KEY-----\nMIIEv (cut', '[masked private key]'],
  ])('masks %s', (text, expected) => {
    expect(maskSecrets(text).text).toBe(expected);
  });

  it.each([
    'at most 12000 req/s, 99.95 % of them within 250 ms',
    'token: required in every call',
    'password: at least twelve characters',
    'postgres://db.internal:5432/orders',
    'Authorization: Bearer token from the gateway',
    'order 4111 1111 1111 1112 is not a card',
    'REQ-REC-004.redis retries the idempotency_key_of_the_original_request',
    'sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '@dba by 15 Dec',
  ])('leaves %s as it is', (text) => {
    expect(maskSecrets(text)).toEqual({ text, masked: 0 });
  });

  it('counts every secret it masked', () => {
    expect(maskSecrets('a@example.com, b@example.com').masked).toBe(2);
  });

  it('masks nothing twice', () => {
    const once = maskSecrets(SECRET_FORMS.map(({ example }) => example).join('\n')).text;

    expect(maskSecrets(once)).toEqual({ text: once, masked: 0 });
  });

  it.each(['a', 'a@', '1 ', 'key=', '-----BEGIN ', 'x://', 'eyJ', '=', '/'])(
    'ends soon on a megabyte that repeats %s',
    (part) => {
      const hostile = part.repeat(Math.ceil(1_000_000 / part.length));

      expect(maskSecrets(hostile).text.length).toBeLessThanOrEqual(hostile.length);
    },
    60_000,
  );

  it('says what it misses', () => {
    expect(maskSecrets('the password is hunter2').masked).toBe(0);
    expect(KNOWN_MISSES.length).toBeGreaterThan(4);
  });
});
