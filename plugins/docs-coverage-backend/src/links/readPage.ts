import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';

/** What a page says about links. */
export type PageLinks = {
  /** Addresses as they are written, each once. */
  targets: string[];
  /** What can be linked to within the page. */
  anchors: Set<string>;
  /** Differs where the text of the content differs; spaces and markup do not matter. */
  fingerprint: string;
};

const linkAttributes: Record<string, string> = {
  a: 'href',
  img: 'src',
  source: 'src',
};

/** Their text is read by nobody. */
const unread = ['script', 'style'];

/** A page with more links than that is a list, not a text: the rest is passed over. */
const maxTargets = 2_000;

/**
 * Reads the links and the anchors of an HTML page. It takes any text, however broken.
 *
 * @remarks
 *
 * Where the page marks its content, by `main` or `article`, only links and text in there count: the menu around it is the same on every
 * page.
 */
export function readPage(html: string): PageLinks {
  const everywhere = new Set<string>();
  const inContent = new Set<string>();
  const anchors = new Set<string>();
  const text = { everywhere: '', inContent: '' };
  let contentDepth = 0;
  let unreadDepth = 0;
  let hasContent = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'main' || name === 'article') {
        hasContent = true;
        contentDepth += 1;
      }
      if (unread.includes(name)) {
        unreadDepth += 1;
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
    ontext(data) {
      if (unreadDepth === 0) {
        text[contentDepth > 0 ? 'inContent' : 'everywhere'] += data;
      }
    },
    onclosetag(name) {
      if (unread.includes(name)) {
        unreadDepth -= 1;
      }
      if (name === 'main' || name === 'article') {
        contentDepth -= 1;
      }
    },
  });
  parser.write(html);
  parser.end();
  const words = text[hasContent ? 'inContent' : 'everywhere']
    .replace(/\s+/g, ' ')
    .trim();
  return {
    targets: [...(hasContent ? inContent : everywhere)],
    anchors,
    fingerprint: createHash('sha256').update(words).digest('base64'),
  };
}
