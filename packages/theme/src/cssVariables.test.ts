import fs from 'node:fs';
import path from 'node:path';
import { cssVariables } from './cssVariables';

const library = fs.readFileSync(
  path.join(
    path.dirname(require.resolve('@backstage/ui/package.json')),
    'dist/css/styles.css',
  ),
  'utf8',
);

function names(css: string): Set<string> {
  return new Set([...css.matchAll(/(--bui-[\w-]+)\s*:/g)].map(([, n]) => n));
}

it('sets only variables that the library has', () => {
  const known = names(library);
  for (const name of names(cssVariables)) {
    expect(known).toContain(name);
  }
});

it('switches to dark with the same attribute as the library', () => {
  expect(library).toContain("[data-theme-mode='dark']");
  expect(cssVariables).toContain("[data-theme-mode='dark']{color-scheme:dark");
});

it('follows the system before the attribute is set', () => {
  expect(cssVariables).toContain(
    '@media (prefers-color-scheme:dark){body:not([data-theme-mode])',
  );
});

it('moves nothing for who asked for that', () => {
  expect(cssVariables).toContain('@media (prefers-reduced-motion:reduce)');
});

it('loads nothing', () => {
  expect(cssVariables).not.toMatch(/url\(|@import|@font-face/);
});
