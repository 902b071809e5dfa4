import * as fc from 'fast-check';
import { nextPage } from './nextPage';

const path = '/repos/team/shop/pulls?state=closed&per_page=50';

describe('nextPage', () => {
  it('takes the query of the next page', () => {
    const next = (query: string) =>
      `<https://api.github.com/repositories/1/pulls?${query}>`;
    expect(
      nextPage(
        path,
        `${next('page=1')}; rel="prev", ${next(
          'state=closed&page=3',
        )}; rel="next", ${next('page=9')}; rel="last"`,
      ),
    ).toBe('/repos/team/shop/pulls?state=closed&page=3');
    expect(nextPage(path, `<?after=Y3Vyc29y>; title=a; rel=next`)).toBe(
      '/repos/team/shop/pulls?after=Y3Vyc29y',
    );
    expect(nextPage(path, `${next('page=9')}; rel="last"`)).toBeUndefined();
    expect(nextPage(path, `${next('page=9')}; rel="nextish"`)).toBeUndefined();
    expect(nextPage(path, `<https://evil.example>; rel="next"`)).toBe(
      undefined,
    );
    expect(nextPage(path, null)).toBeUndefined();
  });

  it('stays where it is, whatever the header says', () => {
    const target = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string(),
      fc.constantFrom(
        'http://token@evil.example/?page=2',
        '//evil.example/?page=2',
        'file:///etc/passwd?page=2',
        '/../../user/keys?page=2',
      ),
    );
    const header = fc.oneof(
      target.map(url => `<${url}>; rel="next"`),
      fc.string(),
    );
    const base = 'https://api.example.com/api/v3';
    fc.assert(
      fc.property(header, link => {
        const url = new URL(`${base}${nextPage(path, link) ?? path}`);
        expect(url.host).toBe('api.example.com');
        expect(url.pathname).toBe('/api/v3/repos/team/shop/pulls');
      }),
    );
    expect(nextPage(path, '<https://evil.example/x?page=2>; rel="next"')).toBe(
      '/repos/team/shop/pulls?page=2',
    );
    const began = performance.now();
    nextPage(path, `<a>${';rel="'.repeat(1600)}`);
    nextPage(path, '<'.repeat(8192));
    expect(performance.now() - began).toBeLessThan(500);
  });
});
