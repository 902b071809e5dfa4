import fc from 'fast-check';
import { checkComponentName, componentNameLength } from './checkComponentName';
import { checkEnvironmentChoices } from './checkEnvironmentChoices';
import type { EnvironmentChoice, KnownEnvironment } from './EnvironmentChoice';

describe('checkComponentName', () => {
  const part = fc.stringMatching(/^[a-z0-9]{1,8}$/);

  it('takes parts of letters and digits with dashes between them', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]$/),
        fc.array(part, { minLength: 1, maxLength: 5 }),
        (first, parts) => {
          expect(checkComponentName(first + parts.join('-'))).toBeUndefined();
        },
      ),
    );
  });

  it('refuses every other text, in words', () => {
    const rule = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc.string({
            unit: fc.constantFrom('a', '-', '1', 'A', '_'),
            maxLength: 60,
          }),
        ),
        name => {
          const fits = rule.test(name) && name.length <= componentNameLength;
          expect(checkComponentName(name) === undefined).toBe(fits);
        },
      ),
    );
    expect(checkComponentName('Orders')).toMatch(/lower-case/);
    expect(checkComponentName('1st')).toMatch(/begins with a letter/);
    expect(checkComponentName('a_b')).toMatch(/letters from a to z, digits/);
    expect(checkComponentName('a--b')).toMatch(/Dashes stand between/);
    expect(checkComponentName('a\n')).toMatch(/letters from a to z, digits/);
    expect(checkComponentName('x'.repeat(51))).toMatch(/at most 50.*has 51/);
  });
});

describe('checkEnvironmentChoices', () => {
  const known: KnownEnvironment[] = ['DEV1', 'UAT1', 'PROD1'].map(
    (name, order) => ({
      ref: `resource:default/${name.toLowerCase()}`,
      name,
      order,
      production: name === 'PROD1',
    }),
  );
  const [dev, uat, prod] = known.map(
    ({ ref, name, production }): EnvironmentChoice => ({
      ref,
      name,
      production,
      size: 'small',
      ...(production && { approval: 'Agreed in the change board.' }),
    }),
  );
  const messages = (value: unknown) =>
    checkEnvironmentChoices(value, known).map(({ message }) => message);

  it('takes known environments in promotion order', () => {
    expect(messages([dev, prod])).toEqual([]);
    expect(messages([dev, uat, prod])).toEqual([]);
  });

  it('says what is wrong with others', () => {
    expect(messages([])).toEqual(['Choose at least one environment']);
    expect(messages(undefined)).toEqual(['Choose at least one environment']);
    expect(messages([{ ...dev, ref: 'resource:default/old' }])).toEqual([
      expect.stringContaining('no environment resource:default/old'),
    ]);
    expect(messages([null])).toHaveLength(1);
    expect(messages([uat, dev])).toEqual(['DEV1 is out of promotion order']);
    expect(messages([dev, dev])).toEqual(['DEV1 is there twice']);
    expect(messages([{ ...dev, size: 'huge' }])).toEqual([
      'DEV1 needs a size: small, medium, large',
    ]);
  });

  it('needs a note for production, also where the value calls it something else', () => {
    const { approval: _, ...unapproved } = prod;
    expect(messages([unapproved])).toEqual([
      expect.stringMatching(/PROD1 is production: say in 10 to 500/),
    ]);
    expect(messages([{ ...unapproved, production: false }])).toHaveLength(2);
    expect(messages([{ ...prod, approval: ' '.repeat(20) }])).toHaveLength(1);
    expect(messages([{ ...prod, approval: 'x'.repeat(501) }])).toHaveLength(1);
  });

  it('never fails, whatever the value', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        expect(Array.isArray(checkEnvironmentChoices(value, known))).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.anything(), { minLength: 1 }), value => {
        expect(messages(value).length).toBeGreaterThan(0);
      }),
    );
  });
});
