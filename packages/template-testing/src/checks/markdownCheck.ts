import path from 'node:path';
import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it/index.js';
import { type FileTree, textOf } from '../files/FileTree';
import type { Check, Finding } from './Check';

const markdown = new MarkdownIt({ html: true });

/** Links and images of Markdown lead to files that are there. What lies on other hosts is not asked for. */
export const markdownCheck: Check = {
  name: 'markdown',
  how: 'markdown-it (npm); structure: relative links lead to files that were made',
  picks: tree => tree.matching('**/*.md'),
  run: async (files, { tree }) =>
    files.flatMap(file =>
      linksOf(textOf(file) ?? '').flatMap(link =>
        checkLink(file.path, link, tree),
      ),
    ),
};

interface Link {
  target: string;
  line?: number;
}

function linksOf(text: string): Link[] {
  return markdown.parse(text, {}).flatMap((block: Token) =>
    (block.children ?? []).flatMap(token => {
      const target = token.attrGet('href') ?? token.attrGet('src');
      return target ? [{ target, line: block.map && block.map[0] + 1 }] : [];
    }),
  ) as Link[];
}

function checkLink(
  file: string,
  { target, line }: Link,
  tree: FileTree,
): Finding[] {
  if (/^[a-z][a-z0-9+.-]*:|^\/|^#/i.test(target)) {
    return [];
  }
  const wanted = path.posix.normalize(
    path.posix.join(
      path.posix.dirname(file),
      decodeURIComponent(target.replace(/[#?].*$/, '')),
    ),
  );
  const isThere =
    wanted === '.' ||
    tree.has(wanted) ||
    tree.files.some(other =>
      other.path.startsWith(wanted.endsWith('/') ? wanted : `${wanted}/`),
    );
  return isThere
    ? []
    : [
        {
          file,
          line,
          message: `links to ${target}, but ${wanted} was not made`,
          rule: 'markdown/dangling-link',
        },
      ];
}
