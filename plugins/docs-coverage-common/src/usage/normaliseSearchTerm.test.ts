import fc from 'fast-check';
import { normaliseSearchTerm } from './normaliseSearchTerm';

describe('normaliseSearchTerm', () => {
  it.each([
    ['  Rotate   the\tKeys ', 'rotate the keys'],
    [
      'component:default/checkout-service-2024',
      'component:default/checkout-service-2024',
    ],
    ['@backstage/plugin-techdocs', '@backstage/plugin-techdocs'],
    ['how do I get a token', 'how do i get a token'],
    ['kubernetes-1.31 upgrade', 'kubernetes-1.31 upgrade'],
    ['CVE-2026-12345', 'cve-2026-12345'],
    ['İstanbul', 'i̇stanbul'],
    ['   ', undefined],
  ])('makes %j to %j', (text, expected) => {
    expect(normaliseSearchTerm(text)).toBe(expected);
  });

  it.each([
    'Jane.Doe@example.com',
    'mail of jane@example.org please',
    'https://jane:hunter2@host.example',
    'ghp_abcdefghijklmnopqrstuvwxyz012345',
    'AKIAIOSFODNN7EXAMPLE',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc',
    '-----BEGIN PRIVATE KEY-----',
    'password=hunter2',
    'API key: 12',
    'Authorization: Bearer abcdefghijklmnopqrst',
    '123e4567-e89b-12d3-a456-426614174000',
    '+49 170 1234567',
    '4111 1111 1111 1111',
    'd41d8cd98f00b204e9800998ecf8427e',
    'x'.repeat(501),
  ])('keeps nothing of %j', text => {
    expect(normaliseSearchTerm(text)).toBeUndefined();
  });

  it('leaves a normal term as it is, within its length, and fit for the database', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.string({ maxLength: 300 }),
        ),
        text => {
          const term = normaliseSearchTerm(text);
          if (term === undefined) {
            return;
          }
          expect(normaliseSearchTerm(term)).toBe(term);
          expect(Array.from(term).length).toBeLessThanOrEqual(100);
          expect(term).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        },
      ),
    );
  });
});
