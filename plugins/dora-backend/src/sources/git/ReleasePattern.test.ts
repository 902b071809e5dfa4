import * as fc from 'fast-check';
import { ReleasePattern } from './ReleasePattern';

describe('ReleasePattern', () => {
  it('takes semantic versions without a pre-release by default', () => {
    const pattern = ReleasePattern.parse(undefined);
    for (const tag of [
      '1.2.3',
      'v1.2.3',
      'v0.0.0',
      '10.20.30',
      '1.2.3+build.5',
    ]) {
      expect([tag, pattern.matches(tag)]).toEqual([tag, true]);
    }
    for (const tag of [
      'v1.2',
      'v1.2.3-rc.1',
      '1.2.3.4',
      'V1.2.3',
      'api/v1.2.3',
      'v01.2.3',
      '',
      'main',
      '1.2.3\n',
    ]) {
      expect([tag, pattern.matches(tag)]).toEqual([tag, false]);
    }
    expect(pattern.isMainline).toBe(false);
  });

  it('knows the continuously delivered branch', () => {
    const pattern = ReleasePattern.parse('main');
    expect(pattern.isMainline).toBe(true);
    expect(pattern.matches('main')).toBe(false);
  });

  it.each([
    ['v*', 'v1', true],
    ['v*', 'w1', false],
    ['release/*', 'release/2024/1', true],
    ['api-?.?', 'api-1.2', true],
    ['api-?.?', 'api-1.22', false],
    ['*', '', true],
    ['**a**', 'bab', true],
    ['a*b*c', 'aXbXbc', true],
    ['a*b*c', 'aXcXb', false],
    ['v1.2', 'v1x2', false],
    ['[ab]*', 'a', false],
    ['?', '🚀', true],
    ['Main', 'Main', true],
  ])('matches the glob %j against %j: %s', (glob, tag, expected) => {
    expect(ReleasePattern.parse(glob).matches(tag)).toBe(expected);
  });

  it('agrees with a regular expression on short texts', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', '*', '?'),
      minLength: 1,
      maxLength: 8,
    });
    const texts = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
    fc.assert(
      fc.property(letters, texts, (glob, text) => {
        const expression = new RegExp(
          `^${glob.replace(/\*+/g, '.*').replaceAll('?', '.')}$`,
        );
        expect(ReleasePattern.parse(glob).matches(text)).toBe(
          expression.test(text),
        );
      }),
    );
  });

  it('does not slow down on hostile globs', () => {
    const started = performance.now();
    const pattern = ReleasePattern.parse('*a'.repeat(99));
    pattern.matches(`${'a'.repeat(20_000)}b`);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it.each(['', '  ', 'x'.repeat(201)])('refuses the glob %j', glob => {
    expect(() => ReleasePattern.parse(glob)).toThrow(
      /release pattern has 1 to 200 characters/,
    );
  });

  it('tells patterns apart', () => {
    const keys = [
      undefined,
      'main',
      'semantic-versions',
      'v*',
      'glob:main',
    ].map(annotation => ReleasePattern.parse(annotation).key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
