import { currentHref } from './currentHref';

const hrefs = ['/', '/catalog', '/devtools', '/devtools/unprocessed-entities'];

it.each([
  ['/', '/'],
  ['/catalog', '/catalog'],
  ['/catalog/default/component/portal', '/catalog'],
  ['/devtools/config', '/devtools'],
  ['/devtools/unprocessed-entities', '/devtools/unprocessed-entities'],
  ['/catalog-import', undefined],
  ['/elsewhere', undefined],
])('%s is the page %s', (pathname, expected) => {
  expect(currentHref(pathname, hrefs)).toBe(expected);
});
