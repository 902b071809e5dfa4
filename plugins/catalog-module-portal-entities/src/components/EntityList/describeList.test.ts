import fc from 'fast-check';
import { describeList } from './describeList';

const component = { value: 'component', label: 'Component' };
const api = { value: 'api', label: 'API' };

describe('describeList', () => {
  it('names what is counted', () => {
    expect(describeList({ kind: component, total: 60 })).toBe('60 components');
    expect(describeList({ kind: component, total: 1 })).toBe('1 component');
    expect(describeList({ kind: api, total: 0 })).toBe('0 APIs');
    expect(
      describeList({ kind: component, type: { value: 'library' }, total: 2 }),
    ).toBe('2 libraries');
    expect(
      describeList({ kind: component, type: { value: ['library', 'job'] } }),
    ).toBe('Components');
  });

  it('says whose they are', () => {
    expect(
      describeList({ kind: component, user: { value: 'owned' }, total: 3 }),
    ).toBe('3 owned components');
    expect(describeList({ kind: api, user: { value: 'starred' } })).toBe(
      'Starred APIs',
    );
    expect(describeList({ kind: component, user: { value: 'all' } })).toBe(
      'Components',
    );
  });

  it('has words for any kind', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), (label, total) => {
        const text = describeList({ kind: { value: label, label }, total });
        expect(text.length).toBeGreaterThan(1);
        expect(text).toMatch(/^\d/);
      }),
    );
  });
});
