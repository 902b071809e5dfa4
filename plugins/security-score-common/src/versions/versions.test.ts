import fc from 'fast-check';
import { compareVersions, lowestAbove } from './compareVersions';
import { fixVersionsOf, isAffected } from './OsvAffected';
import { isInRange, readVersionRange } from './VersionRange';

/** Each list ascends, by the rules that the ecosystem publishes. */
const ascending: Record<string, string[]> = {
  // semver.org, item 11.
  npm: [
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1.0.0',
    '1.0.1',
    '1.9.0',
    '1.10.0',
    '2.0.0',
  ],
  golang: [
    'v0.0.0-20190101000000-abcdefabcdef',
    'v0.3.6',
    'v0.3.7',
    'v1.2.0-rc.1',
    'v1.2.0',
    'v2.7.1+incompatible',
    'v2.8.0+incompatible',
  ],
  // PEP 440, "Summary of permitted suffixes and relative ordering".
  pypi: [
    '1.dev0',
    '1.0.dev456',
    '1.0a1',
    '1.0a2.dev456',
    '1.0a12.dev456',
    '1.0a12',
    '1.0b1.dev456',
    '1.0b2',
    '1.0b2.post345.dev456',
    '1.0b2.post345',
    '1.0rc1.dev456',
    '1.0rc1',
    '1.0',
    '1.0+abc.5',
    '1.0+abc.7',
    '1.0+5',
    '1.0.post456.dev34',
    '1.0.post456',
    '1.1.dev1',
    '1!0.1',
  ],
  // Maven's POM reference, examples of the version order.
  maven: [
    '1-alpha-1',
    '1-alpha2',
    '1-beta-1',
    '1-milestone-1',
    '1-rc-1',
    '1-SNAPSHOT',
    '1',
    '1-sp',
    '1-foo2',
    '1-foo10',
    '1-1',
    '1.1',
    '1.2-beta-2',
    '1.2',
    '1.10',
    '2.0',
    '2.13.4.1',
    '2.13.4.2',
    '4.1.99.Final',
    '4.1.100.Final',
  ],
  // deb-version(7).
  deb: [
    '1.0~~',
    '1.0~~a',
    '1.0~',
    '1.0',
    '1.0-1',
    '1.0-1+deb12u1',
    '1.0-1+deb12u10',
    '1.0a',
    '1.0+',
    '2.0',
    '1:0.1',
  ],
  apk: ['1.1.1c-r0', '1.1.1d-r0', '1.1.1d-r2', '1.1.1d-r10'],
};

describe('compareVersions', () => {
  it.each(Object.entries(ascending))('orders versions of %s', (type, list) => {
    for (const [index, one] of list.entries()) {
      for (const [place, other] of list.entries()) {
        expect([
          one,
          other,
          Math.sign(compareVersions(type, one, other) ?? Number.NaN),
        ]).toEqual([one, other, Math.sign(index - place)]);
      }
    }
  });

  it.each([
    ['maven', '1', '1.0.0'],
    ['maven', '1.0', '1-ga'],
    ['maven', '1-a1', '1-alpha-1'],
    ['maven', '1.0.final', '1'],
    ['pypi', '1.0', '1.0.0'],
    ['golang', 'v1.2', '1.2.0'],
    ['deb', '1.0', '1.0-0'],
    ['deb', '1.01', '1.1'],
  ])('of %s takes %s and %s for the same', (type, one, other) => {
    expect(compareVersions(type, one, other)).toBe(0);
  });

  it('says that it can not tell where one is no version there', () => {
    expect(compareVersions('npm', 'latest', '1.0.0')).toBeUndefined();
    expect(compareVersions('pypi', '1.0', 'french toast')).toBeUndefined();
    expect(compareVersions('maven', '', '1')).toBeUndefined();
  });

  it('is an order: what is turned round is, too, and nothing throws or hangs', () => {
    const version = fc.oneof(
      fc.stringMatching(/^[0-9a-z.~+:_-]{0,20}$/),
      fc.string({ maxLength: 20 }),
      fc.constantFrom('1'.repeat(5000), '-'.repeat(200), '1.'.repeat(120)),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('npm', 'pypi', 'maven', 'golang', 'deb', 'gem'),
        version,
        version,
        (type, one, other) => {
          const order = compareVersions(type, one, other);
          const back = compareVersions(type, other, one);
          expect(Math.sign(order ?? 0) + Math.sign(back ?? 0)).toBe(0);
          expect(order === undefined).toBe(back === undefined);
        },
      ),
    );
  });
});

describe('lowestAbove', () => {
  it('finds the first that helps', () => {
    expect(
      lowestAbove('maven', '2.13.3', ['2.12.7.1', '2.14.0', '2.13.4.2']),
    ).toBe('2.13.4.2');
    expect(lowestAbove('npm', '4.17.21', ['4.17.12'])).toBeUndefined();
  });
});

describe('ranges', () => {
  it.each([
    ['<4.17.21', '4.17.20', true],
    ['<4.17.21', '4.17.21', false],
    ['>= 2.0.0, < 2.15.0', '2.14.1', true],
    ['>=2.0.0 <2.15.0', '1.9.9', false],
    ['<1.0.0 || >=2.0.0 <2.1.0', '2.0.5', true],
    ['1.2.3', '1.2.3', true],
    ['=1.2.3', '1.2.4', false],
  ])('%s and %s', (text, version, expected) => {
    expect(isInRange('npm', version, readVersionRange(text)!)).toBe(expected);
  });

  it.each(['', '<', '>= ||', '< >'])('takes "%s" for no range', text => {
    expect(readVersionRange(text)).toBeUndefined();
  });
});

describe('isAffected', () => {
  // The OSV schema, "Requirements" and its examples of events.
  const events = (
    ...list: Array<{
      introduced?: string;
      fixed?: string;
      last_affected?: string;
      limit?: string;
    }>
  ) => ({
    ranges: [{ type: 'SEMVER', events: list }],
  });

  it.each([
    [events({ introduced: '0' }), '0.0.1', true],
    [events({ introduced: '0' }, { fixed: '1.0.2' }), '1.0.1', true],
    [events({ introduced: '0' }, { fixed: '1.0.2' }), '1.0.2', false],
    [
      events(
        { introduced: '1.0.0' },
        { fixed: '1.0.2' },
        { introduced: '3.0.0' },
        { fixed: '3.2.5' },
      ),
      '2.0.0',
      false,
    ],
    [
      events(
        { introduced: '3.0.0' },
        { fixed: '1.0.2' },
        { introduced: '1.0.0' },
        { fixed: '3.2.5' },
      ),
      '3.2.4',
      true,
    ],
    [
      events({ introduced: '1.0.0' }, { last_affected: '1.5.0' }),
      '1.5.0',
      true,
    ],
    [
      events({ introduced: '1.0.0' }, { last_affected: '1.5.0' }),
      '1.5.1',
      false,
    ],
    [events({ introduced: '0' }, { limit: '2.0.0' }), '2.0.0', false],
    [
      events({ introduced: '0' }, { limit: '2.0.0' }, { limit: '*' }),
      '2.0.0',
      true,
    ],
    [
      events({ introduced: '1.0.0-rc.1' }, { fixed: '1.0.0' }),
      '1.0.0-rc.2',
      true,
    ],
    [{ versions: ['2.0.0'] }, '2.0.0', true],
    [{ versions: ['2.0.0'] }, '2.0.1', false],
    [
      { ranges: [{ type: 'GIT', events: [{ introduced: '0' }] }] },
      '1.0.0',
      false,
    ],
  ])('%j and %s', (affected, version, expected) => {
    expect(isAffected('npm', version, affected)).toBe(expected);
  });

  it('knows the rules of other ecosystems', () => {
    const affected = {
      ranges: [
        {
          type: 'ECOSYSTEM',
          events: [{ introduced: '2.0-beta9' }, { fixed: '2.15.0' }],
        },
      ],
    };
    expect(isAffected('maven', '2.0-rc1', affected)).toBe(true);
    expect(isAffected('maven', '2.0-beta8', affected)).toBe(false);
    expect(fixVersionsOf(affected)).toEqual(['2.15.0']);
  });

  it('is what the events say, in whatever order they are', () => {
    const version = fc
      .tuple(fc.nat(3), fc.nat(3), fc.nat(3))
      .map(parts => parts.join('.'));
    fc.assert(
      fc.property(
        fc.uniqueArray(version, { minLength: 2, maxLength: 6 }),
        version,
        fc.nat(),
        (list, asked, seed) => {
          const sorted = [...list].sort(
            (one, other) => compareVersions('npm', one, other) ?? 0,
          );
          const ordered = sorted.map((at, index) =>
            index % 2 ? { fixed: at } : { introduced: at },
          );
          const turned = [
            ...ordered.slice(seed % ordered.length),
            ...ordered.slice(0, seed % ordered.length),
          ];
          const before = sorted.filter(
            at => (compareVersions('npm', at, asked) ?? 1) <= 0,
          ).length;
          expect(isAffected('npm', asked, events(...turned))).toBe(
            before % 2 === 1,
          );
        },
      ),
    );
  });
});
