import { AuthenticationError } from '@backstage/errors';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A header that stands alone; nothing where it is missing, empty or repeated. */
export function headerOf(
  headers: IncomingHttpHeaders,
  name: string,
): string | undefined {
  const value = headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Compares in a time that tells nothing of either, the length included. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map(text =>
    createHash('sha256').update(text).digest(),
  );
  return timingSafeEqual(a, b);
}

/** Whether one of the secrets is it. Every one is compared, so that the time does not tell which. */
export function isOneOf(value: string, secrets: readonly string[]): boolean {
  return secrets.map(secret => isSame(value, secret)).includes(true);
}

/** Whether one of the signatures, hexadecimal, is the HMAC-SHA256 of the body with one of the secrets. */
export function isSigned(
  signatures: readonly string[],
  rawBody: Buffer,
  secrets: readonly string[],
): boolean {
  return secrets
    .map(secret => createHmac('sha256', secret).update(rawBody).digest('hex'))
    .map(expected => isOneOf(expected, signatures))
    .includes(true);
}

/** The token of `Authorization: Bearer <token>`. */
export function bearerOf(headers: IncomingHttpHeaders): string | undefined {
  const match = /^Bearer +(\S+) *$/i.exec(
    headerOf(headers, 'authorization') ?? '',
  );
  return match?.[1];
}

/** `user:password` of `Authorization: Basic ...`. */
export function basicOf(headers: IncomingHttpHeaders): string | undefined {
  const match = /^Basic +([A-Za-z0-9+/]+=*) *$/i.exec(
    headerOf(headers, 'authorization') ?? '',
  );
  return match ? Buffer.from(match[1], 'base64').toString('utf8') : undefined;
}

/** Fails with an `AuthenticationError` unless one of what the request brings is one of the secrets. */
export function requireToken(
  found: readonly (string | undefined)[],
  secrets: readonly string[],
  expected: string,
): void {
  const tokens = found.filter(token => token !== undefined);
  if (tokens.length === 0) {
    throw new AuthenticationError(`Found no token, expected ${expected}`);
  }
  if (!tokens.some(token => isOneOf(token, secrets))) {
    throw new AuthenticationError(
      'The token is none of the secrets of this sender; set the same one on both sides',
    );
  }
}

/** Fails with an `AuthenticationError` unless one of the signatures is right. */
export function requireSignature(
  signatures: readonly string[],
  rawBody: Buffer,
  secrets: readonly string[],
  header: string,
): void {
  if (signatures.length === 0) {
    throw new AuthenticationError(
      `Found no signature, expected one in the header ${header}; set a secret at the sender`,
    );
  }
  if (!isSigned(signatures, rawBody, secrets)) {
    throw new AuthenticationError(
      `The signature in ${header} is not that of the body with a secret of this sender; set the same secret on both sides, and let nothing between change the body`,
    );
  }
}
