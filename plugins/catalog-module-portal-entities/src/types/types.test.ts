import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { installCommand } from './installCommand';
import { nextEnvironmentRef, promotePaths } from './promotePaths';
import { describeDuration, describeFrequency, sentenceCase } from './words';

function environment(name: string, order: number, promotesTo?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name, namespace: 'default' },
    spec: { type: 'environment', order, ...(promotesTo && { promotesTo }) },
  };
}

const names = (paths: Entity[][]) =>
  paths.map(path => path.map(({ metadata }) => metadata.name).join(' '));

describe('promotePaths', () => {
  it('follows the way to production, whatever the case of its references', () => {
    const environments = [
      environment('PROD1', 5),
      environment('DEV1', 1, 'sit1'),
      environment('SIT1', 2, 'resource:default/PROD1'),
    ];
    expect(names(promotePaths(environments))).toEqual(['DEV1 SIT1 PROD1']);
  });

  it('shows ways that meet, and environments that stand alone', () => {
    const environments = [
      environment('DEV1', 1, 'PROD1'),
      environment('DEV2', 1, 'PROD1'),
      environment('PROD1', 5),
      environment('LAB', 9),
    ];
    expect(names(promotePaths(environments))).toEqual([
      'DEV1 PROD1',
      'DEV2 PROD1',
      'LAB',
    ]);
  });

  it('has each environment on a path, and none twice on the same, whatever promotes to whatever', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.tuple(name, fc.integer(), fc.option(name, { nil: undefined })),
          {
            selector: ([id]) => id,
          },
        ),
        items => {
          const environments = items.map(item => environment(...item));
          const paths = promotePaths(environments);
          expect(new Set(paths.flat())).toEqual(new Set(environments));
          for (const path of paths) {
            expect(new Set(path).size).toBe(path.length);
          }
        },
      ),
    );
  });

  it('takes a reference that is none as no next environment', () => {
    expect(
      nextEnvironmentRef(environment('DEV1', 1, 'resource:')),
    ).toBeUndefined();
  });
});

describe('installCommand', () => {
  it.each([
    ['npm', '@brennvik/ui', 'npm install @brennvik/ui'],
    [
      'maven',
      'example.brennvik:money',
      'implementation("example.brennvik:money:1.2.3")',
    ],
    ['pypi', 'geo-kit', 'pip install geo-kit'],
    ['nuget', 'Brennvik.Money', 'dotnet add package Brennvik.Money'],
    [
      'go',
      'go.brennvik.example/parcel-codes',
      'go get go.brennvik.example/parcel-codes@latest',
    ],
    ['cargo', 'parcel_codes', 'cargo add parcel_codes'],
    ['rubygems', 'parcel-codes', 'bundle add parcel-codes'],
    ['other', 'parcel-codes', undefined],
    [undefined, 'parcel-codes', undefined],
    ['npm', 'a;curl', undefined],
    ['npm', '$(id)', undefined],
    ['npm', '--global', undefined],
    ['npm', undefined, undefined],
  ])('for %s and %s is %s', (ecosystem, packageName, command) => {
    expect(installCommand({ ecosystem, packageName, version: '1.2.3' })).toBe(
      command,
    );
  });

  it('takes any version of a library of Maven that names none', () => {
    expect(installCommand({ ecosystem: 'maven', packageName: 'a:b' })).toBe(
      'implementation("a:b:+")',
    );
  });
});

describe('words', () => {
  it('are plain', () => {
    expect(describeDuration('P1Y6M')).toBe('1 year, 6 months');
    expect(describeDuration('P90D')).toBe('90 days');
    expect(describeDuration('for ever')).toBe('for ever');
    expect(describeFrequency('hourly')).toBe('every hour');
    expect(describeFrequency('now and then')).toBe('now and then');
    expect(sentenceCase('pre-production')).toBe('Pre-production');
  });
});
