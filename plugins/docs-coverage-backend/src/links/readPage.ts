import { Parser } from 'htmlparser2';

/** What a page says about links. */
export type PageLinks = {
  /** Addresses as they are written, each once. */
  targets: string[];
  /** What can be linked to within the page. */
  anchors: Set<string>;
};

const linkAttributes: Record<string, string> = {
  a: 'href',
  img: 'src',
  source: 'src',
};

/** A page with more links than that is a list, not a text: the rest is passed over. */
const maxTargets = 2_000;

/**
 * Reads the links and the anchors of an HTML page. It takes any text, however broken.
 *
 * @remarks
 *
 * Where the page marks its content, by `main` or `article`, only links in there count: the menu around it is the same on every
 * page.
 */
export function readPage(html: string): PageLinks {
  const everywhere = new Set<string>();
  const inContent = new Set<string>();
  const anchors = new Set<string>();
  let contentDepth = 0;
  let hasContent = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'main' || name === 'article') {
        hasContent = true;
        contentDepth += 1;
      }
      for (const anchor of [attributes.id, attributes.name]) {
        if (anchor) {
          anchors.add(anchor);
        }
      }
      const attribute = Object.hasOwn(linkAttributes, name)
        ? linkAttributes[name]
        : undefined;
      const target = attribute ? attributes[attribute] : undefined;
      if (target !== undefined) {
        const found = contentDepth > 0 ? inContent : everywhere;
        if (found.size < maxTargets) {
          found.add(target);
        }
      }
    },
    onclosetag(name) {
      if (name === 'main' || name === 'article') {
        contentDepth -= 1;
      }
    },
  });
  parser.write(html);
  parser.end();
  return { targets: [...(hasContent ? inContent : everywhere)], anchors };
}
