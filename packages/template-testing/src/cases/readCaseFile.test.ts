import fc from 'fast-check';
import { stringify } from 'yaml';
import { readCaseFile } from './readCaseFile';

function outcomeOf(text: string): string {
  try {
    readCaseFile('a.yaml', text);
    return 'read';
  } catch (error) {
    return String(error);
  }
}

describe('readCaseFile', () => {
  it('says where and what is wrong', () => {
    const read = (text: string) => () => readCaseFile('a.yaml', text);
    expect(read('title: [')).toThrow(/a\.yaml:1:\d+: not YAML/);
    expect(read('title: a\nvalues: {}\nexpect:\n  file: [a]')).toThrow(
      /a\.yaml:\d: expect: .*file/,
    );
    expect(read('title: a')).toThrow("name either 'values'");
    expect(read('values: {}')).toThrow("needs a 'title'");
    expect(
      read(
        'title: a\nvalues: {}\nexpect: { golden: true, fails: { message: a } }',
      ),
    ).toThrow("'fails' stands alone");
    expect(read('cases: [{ title: a, values: {} }]\npairwise: true')).toThrow(
      "'pairwise' varies 'values'",
    );
  });

  it('answers or refuses whatever a file holds', () => {
    const known = fc.constantFrom(
      'title',
      'values',
      'cases',
      'expect',
      'pairwise',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .dictionary(fc.oneof(known, fc.string()), fc.jsonValue())
            .map(value => stringify(value)),
        ),
        text => expect(outcomeOf(text)).toMatch(/^(read|InputError: a\.yaml)/),
      ),
    );
  });
});
