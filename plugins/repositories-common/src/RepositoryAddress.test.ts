import fc from 'fast-check';
import { formatRepositoryPath, parseRepositoryPath } from './RepositoryAddress';
import {
  isRepositoryName,
  isRepositoryPath,
  isRevision,
} from './repositoryNames';

const segment = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter(text => isRepositoryPath(text) && !text.includes('/'));
const address = fc.record({
  name: fc.stringMatching(/^[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,9}){0,3}$/),
  revision: fc
    .stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,40}$/)
    .filter(isRevision),
  path: fc.array(segment, { maxLength: 5 }).map(parts => parts.join('/')),
});

describe('the address of a place in a repository', () => {
  it('is read as it was written, as a page, a URL and with a slash at its end', () => {
    fc.assert(
      fc.property(address, fc.constantFrom('blob', 'tree'), (place, type) => {
        const path = formatRepositoryPath(place, type as 'blob');
        expect(parseRepositoryPath(path)).toEqual(place);
        const { pathname } = new URL(path, 'http://localhost:7007');
        expect(parseRepositoryPath(pathname)).toEqual(place);
      }),
    );
  });

  it('means the default branch where it names none', () => {
    expect(parseRepositoryPath('/repositories/orders')).toEqual({
      name: 'orders',
      revision: 'main',
      path: '',
    });
    expect(parseRepositoryPath('/repositories/orders/tree/v1.0.0/')).toEqual({
      name: 'orders',
      revision: 'v1.0.0',
      path: '',
    });
  });

  it.each([
    '/repositories',
    '/repositories/',
    '/repositories/Orders',
    '/repositories/../etc',
    '/repositories/orders/blob/main/../../other',
    '/repositories/orders/blob/main/%2e%2e/other',
    '/repositories/orders/blob/main/a%2Fb',
    '/repositories/orders/blob/main/%ff',
    '/repositories/orders/blob/--upload-pack=x/a',
    '/repositories/orders/blob/a..b/a',
    '/repositories/orders/blob/main//a',
    '/repositories/orders/blob/main/.git/config',
    '/repositories/orders/blob/main/a%00b',
    '/repositories/orders/raw/main/a',
  ])('refuses %s', pathname => {
    expect(parseRepositoryPath(pathname)).toBeUndefined();
  });

  it('never holds a name or a path that leads elsewhere', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const read = parseRepositoryPath(`/repositories/${text}`);
        const { name, revision, path } = read ?? {
          name: 'a',
          revision: 'main',
          path: '',
        };
        expect(isRepositoryName(name)).toBe(true);
        expect(path.split('/')).not.toContain('..');
        expect(revision).not.toMatch(/^-/);
      }),
    );
  });
});
