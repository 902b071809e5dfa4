import fc from 'fast-check';
import { defaultLicencePolicy, licenceVerdict } from './licenceVerdict';

describe('licenceVerdict', () => {
  it.each([
    ['MIT', 'allowed'],
    ['BSD-3-Clause', 'allowed'],
    ['GPL-3.0-only', 'review'],
    ['GPL-2.0', 'review'],
    ['AGPL-3.0-only', 'denied'],
    ['MIT OR AGPL-3.0-only', 'allowed'],
    ['MIT AND AGPL-3.0-only', 'denied'],
    ['(MIT OR GPL-3.0-only) AND Apache-2.0', 'allowed'],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 'review'],
    ['', 'unknown'],
    ['NOASSERTION', 'unknown'],
    ['See LICENSE.txt', 'unknown'],
    ['WTFPL', 'unknown'],
    ['MIT OR WTFPL', 'allowed'],
    ['MIT AND WTFPL', 'unknown'],
  ])('says of "%s" that it is %s', (expression, verdict) => {
    expect(licenceVerdict(expression).verdict).toBe(verdict);
  });

  it('goes by the policy it is given', () => {
    expect(
      licenceVerdict('MIT', { ...defaultLicencePolicy, denied: ['MIT'] }),
    ).toEqual({ verdict: 'denied', reason: 'The policy names MIT: denied' });
  });

  it('throws at nothing', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        for (const each of [text, `MIT AND (${text}`]) {
          expect(licenceVerdict(each).reason).not.toBe('');
        }
      }),
    );
  });
});
