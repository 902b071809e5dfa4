import path from 'node:path';
import { parse } from 'yaml';
import { lineOf, textOf } from '../files/FileTree';
import type { Check } from './Check';

/** Documentation for TechDocs: every page that mkdocs.yml names is there. */
export const mkdocsCheck: Check = {
  name: 'mkdocs',
  how: 'structure: site_name, pages of nav exist, index.md exists',
  picks: tree => tree.matching('**/mkdocs.yml', '**/mkdocs.yaml'),
  run: async (files, { tree }) =>
    files.flatMap(file => {
      const text = textOf(file) ?? '';
      // mkdocs has tags of its own, such as !ENV.
      const site = parse(text, { logLevel: 'silent' }) ?? {};
      const docs = path.posix.join(
        path.posix.dirname(file.path),
        site.docs_dir ?? 'docs',
      );
      const pages = ['index.md', ...pagesOf(site.nav)].filter(
        page => !/^https?:/.test(page),
      );
      const missing = [...new Set(pages)]
        .filter(
          page =>
            !tree.has(path.posix.join(docs, page)) &&
            !(
              page === 'index.md' &&
              tree.has(path.posix.join(docs, 'README.md'))
            ),
        )
        .map(page => ({
          file: file.path,
          line: lineOf(text, page),
          message: `the page ${docs}/${page} was not made`,
          rule: 'mkdocs/missing-page',
        }));
      return site.site_name
        ? missing
        : [
            ...missing,
            {
              file: file.path,
              message: 'has no site_name',
              rule: 'mkdocs/site-name',
            },
          ];
    }),
};

function pagesOf(nav: unknown): string[] {
  if (typeof nav === 'string') {
    return [nav];
  }
  return typeof nav === 'object' && nav !== null
    ? Object.values(nav).flatMap(pagesOf)
    : [];
}
