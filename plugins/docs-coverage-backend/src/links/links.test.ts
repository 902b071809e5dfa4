import fc from 'fast-check';
import { findBrokenLinks } from './findBrokenLinks';
import { readPage, type PageLinks } from './readPage';
import { resolveLink } from './resolveLink';

function site(pages: Record<string, string>, others: string[] = []) {
  const read = new Map<string, PageLinks>(
    Object.entries(pages).map(([path, html]) => [path, readPage(html)]),
  );
  return findBrokenLinks(read, new Set([...read.keys(), ...others]));
}

describe('findBrokenLinks', () => {
  it('finds pages, images and anchors that are not there', () => {
    const broken = site(
      {
        'index.html': `
          <nav><a href="menu-is-not-content.html">Menu</a></nav>
          <main>
            <a href="guide/">Good</a> <a href="guide">Good</a> <a href="guide/#start">Good</a>
            <a href="#">Good</a> <a href="#top">Good</a> <a href="?q=1">Good</a>
            <a href="https://example.com/gone">Outside</a> <a href="mailto:a@example.com">Outside</a>
            <a href="//example.com">Outside</a> <a href="/catalog">Portal</a> <a href="../other/">Other site</a>
            <img src="picture%20one.png"><img src="none.png">
            <a href="gone/">Gone</a> <a href="gone/">Gone again</a>
            <a href="guide/#finish">No such heading</a> <a href="%E0%A4%A">Malformed</a>
          </main>`,
        'guide/index.html':
          '<h1 id="start">Start</h1><a href="../index.html">Up</a><a href="./../none.html">None</a>',
      },
      ['picture one.png'],
    );
    expect(broken).toEqual([
      { page: 'index.html', target: 'none.png', reason: 'missing-page' },
      { page: 'index.html', target: 'gone/', reason: 'missing-page' },
      {
        page: 'index.html',
        target: 'guide/#finish',
        reason: 'missing-anchor',
      },
      { page: 'index.html', target: '%E0%A4%A', reason: 'malformed' },
      {
        page: 'guide/index.html',
        target: './../none.html',
        reason: 'missing-page',
      },
    ]);
  });

  it('does not judge anchors of a page that was not read', () => {
    expect(
      site({ 'index.html': '<a href="large.html#x">Large</a>' }, [
        'large.html',
      ]),
    ).toEqual([]);
  });

  it('finds every link between pages that are there, however deep', () => {
    const name = fc.stringMatching(/^[a-z]{1,4}$/);
    const folders = fc.array(name, { maxLength: 4 });
    fc.assert(
      fc.property(folders, folders, (from, to) => {
        const page = [...from, 'index.html'].join('/');
        const other = [...to, 'page.html'].join('/');
        const href = `${'../'.repeat(from.length)}${other}`;
        const html = `<a href="${href}">Link</a>`;
        expect(site({ [page]: html }, [other])).toEqual([]);
        expect(site({ [page]: html })).toHaveLength(1);
      }),
    );
  });
});

describe('what it reads is hostile', () => {
  it('takes any text for a page', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<a href="',
        '"',
        '>',
        '<main>',
        '</main>',
        '</article>',
        '<!--',
        '<script>',
        '<img src=',
        '<__proto__ href="x">',
        '<constructor>',
        '&#x0;',
        '<![CDATA[',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const page = readPage(pieces.join(''));
        expect(
          findBrokenLinks(new Map([['index.html', page]]), new Set()).length,
        ).toBeLessThanOrEqual(page.targets.length);
      }),
      { numRuns: 500 },
    );
  });

  it('never leads out of a site', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.string(), (path, target) => {
        const link = resolveLink(`${path}/index.html`, target);
        const steps = link.kind === 'inside' ? link.path.split('/') : [];
        expect(steps).not.toContain('..');
      }),
    );
    expect(resolveLink('index.html', '%2e%2e/%2e%2e/etc/passwd')).toEqual({
      kind: 'outside',
    });
  });

  it('ends soon with a page that nests without end', () => {
    const html = '<main><a href="x">'.repeat(50_000);
    expect(readPage(html).targets).toEqual(['x']);
  });

  it('has the same fingerprint where only markup, spaces, scripts and the menu differ', () => {
    const of = (html: string) => readPage(html).fingerprint;
    const text = of(
      '<nav>Menu</nav><main><h1>Start</h1> <p>Read on</p></main>',
    );
    expect(
      of(
        '<nav>Other</nav><main class="a"><h2>Start</h2>\n\n <p>Read  <b>on</b></p><script>now()</script></main>',
      ),
    ).toBe(text);
    expect(of('<main><h1>Start</h1> <p>Read off</p></main>')).not.toBe(text);
  });
});
