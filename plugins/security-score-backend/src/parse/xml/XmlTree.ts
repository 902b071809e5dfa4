/** An element with all that is in it. */
export type XmlNode = {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: XmlNode[];
};

/** The text of the first child of a name; absent where there is none, or it is empty. */
export function childText(
  node: XmlNode | undefined,
  name: string,
): string | undefined {
  return childOf(node, name)?.text || undefined;
}

/** The first child of a name. */
export function childOf(
  node: XmlNode | undefined,
  name: string,
): XmlNode | undefined {
  return node?.children.find(child => child.name === name);
}

/** All children of a name in the first child of another: `<licenses><license/><license/></licenses>`. */
export function childrenIn(
  node: XmlNode | undefined,
  list: string,
  name: string,
): XmlNode[] {
  return (
    childOf(node, list)?.children.filter(child => child.name === name) ?? []
  );
}

/**
 * Builds the elements at some paths of a document, one after the other, and forgets each when it was told: `bom/components/component`.
 */
export class XmlTree {
  readonly #open: string[] = [];
  readonly #nodes: XmlNode[] = [];

  private constructor(
    private readonly paths: ReadonlySet<string>,
    private readonly onNode: (node: XmlNode, path: string) => void,
  ) {}

  static create(
    paths: readonly string[],
    onNode: (node: XmlNode, path: string) => void,
  ): XmlTree {
    return new XmlTree(new Set(paths), onNode);
  }

  start(name: string, attributes: Record<string, string>): void {
    this.#open.push(name);
    if (
      this.#nodes.length > 0 ||
      (this.#open.length < 10 && this.paths.has(this.#open.join('/')))
    ) {
      const node = { name, attributes, text: '', children: [] };
      this.#nodes.at(-1)?.children.push(node);
      this.#nodes.push(node);
    }
  }

  end(text: string): void {
    const path = this.#open.join('/');
    this.#open.pop();
    const node = this.#nodes.pop();
    if (node) {
      node.text = text.trim();
      if (this.#nodes.length === 0) {
        this.onNode(node, path);
      }
    }
  }
}
