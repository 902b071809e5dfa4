import fc from 'fast-check';
import {
  normalisePackageName,
  packageKey,
  packageTypeOf,
  readPurl,
  versionKey,
} from './packageName';

describe('readPurl', () => {
  it.each([
    [
      'pkg:npm/%40angular/core@17.0.0',
      { type: 'npm', name: '@angular/core', version: '17.0.0' },
    ],
    [
      'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1?type=jar',
      {
        type: 'maven',
        name: 'org.apache.logging.log4j:log4j-core',
        version: '2.14.1',
      },
    ],
    [
      'pkg:pypi/Django_Filter@23.1',
      { type: 'pypi', name: 'django-filter', version: '23.1' },
    ],
    [
      'pkg:golang/github.com/docker/distribution@v2.7.1%2Bincompatible',
      {
        type: 'golang',
        name: 'github.com/docker/distribution',
        version: 'v2.7.1+incompatible',
      },
    ],
    [
      'pkg:apk/alpine/libssl1.1@1.1.1c-r0?arch=x86_64',
      { type: 'apk', name: 'libssl1.1', version: '1.1.1c-r0' },
    ],
    ['pkg:npm/lodash', { type: 'npm', name: 'lodash' }],
  ])('reads %s', (text, identity) => {
    expect(readPurl(text)).toEqual(identity);
  });

  it('says of nonsense that it is none, and throws at nothing', () => {
    expect(readPurl('lodash')).toBeUndefined();
    expect(readPurl('pkg:npm')).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), text => {
        readPurl(`pkg:${text}`);
        readPurl(text);
      }),
    );
  });
});

describe('normalisePackageName', () => {
  it('gives each spelling of a name of PyPI the same', () => {
    for (const name of ['Foo.Bar', 'foo_bar', 'FOO--bar']) {
      expect(normalisePackageName(name, 'pypi')).toBe('foo-bar');
    }
    expect(normalisePackageName('org.x/y', 'maven')).toBe('org.x:y');
  });
});

describe('packageKey', () => {
  it('is the same whether or not the type is known', () => {
    expect(packageKey('org.x:y')).toBe(packageKey('org.x/y'));
    expect(packageKey('libssl1.1')).toBe(packageKey('LIBSSL1.1'));
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9._-]{0,20}$/),
        fc.constantFrom('npm', 'pypi', 'golang', 'apk', undefined),
        (name, type) => {
          expect(packageKey(normalisePackageName(name, type))).toBe(
            packageKey(name),
          );
        },
      ),
    );
  });
});

describe('versionKey', () => {
  it('is the same whether or not a tool writes what is before the number', () => {
    expect(versionKey('v2.7.1+incompatible')).toBe('2.7.1+incompatible');
    expect(versionKey('go1.20.1')).toBe('1.20.1');
    expect(versionKey('1.1.1c-r0')).toBe('1.1.1c-r0');
    expect(versionKey('vault')).toBe('vault');
  });
});

describe('packageTypeOf', () => {
  it('knows what tools call ecosystems', () => {
    expect(packageTypeOf('Alpine:v3.10')).toBe('apk');
    expect(packageTypeOf('gomod')).toBe('golang');
    expect(packageTypeOf('PyPI')).toBe('pypi');
    expect(packageTypeOf('constructor')).toBeUndefined();
    expect(packageTypeOf('Klingon')).toBeUndefined();
  });
});
