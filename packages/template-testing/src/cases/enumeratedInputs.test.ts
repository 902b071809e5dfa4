import { conditionalInputs, enumeratedInputs } from './enumeratedInputs';

describe('enumeratedInputs', () => {
  it('finds enums and booleans, also those that another value asks for', () => {
    const parameters = [
      {
        properties: {
          name: { type: 'string' },
          language: { type: 'string', enum: ['typescript', 'java'] },
          docker: { type: 'boolean' },
        },
        if: { properties: { language: { const: 'java' } } },
        then: { properties: { build: { enum: ['maven', 'gradle'] } } },
        else: { properties: { runner: { enum: ['node', 'jest'] } } },
      },
      {
        dependencies: {
          docker: {
            oneOf: [
              {
                properties: {
                  docker: { const: true },
                  base: { enum: ['slim', 'full'] },
                },
              },
            ],
          },
        },
      },
    ];
    expect(enumeratedInputs(parameters)).toEqual([
      { name: 'language', values: ['typescript', 'java'] },
      { name: 'docker', values: [true, false] },
      {
        name: 'build',
        values: ['maven', 'gradle'],
        when: { factor: 'language', values: ['java'] },
      },
      {
        name: 'runner',
        values: ['node', 'jest'],
        when: { factor: 'language', values: ['typescript'] },
      },
      {
        name: 'base',
        values: ['slim', 'full'],
        when: { factor: 'docker', values: [true] },
      },
    ]);
    expect(conditionalInputs(parameters)).toEqual(['build', 'runner', 'base']);
    expect(enumeratedInputs(undefined)).toEqual([]);
  });
});
