/**
 * Where the arrays that are streamed lie, as a tree from the root of a document: it says which containers are walked through and
 * which values are taken whole.
 */
export type StreamNode = {
  /** The name of the stream whose elements are in this array. */
  stream?: string;
  /** By the keys of an object. */
  keys?: Map<string, StreamNode>;
  /** Of the elements of an array. */
  items?: StreamNode;
};

/** Whether a container is walked through, and not only taken whole. */
export function isWalked(node: StreamNode | undefined): node is StreamNode {
  return node !== undefined && (node.keys ?? node.items) !== undefined;
}

/** Reads paths like `runs[*].results`, `$` and `$[*].vulnerabilities`. */
export function streamTree(paths: readonly string[]): StreamNode {
  const root: StreamNode = {};
  for (const path of paths) {
    const stream = path.endsWith('[*]') ? path.slice(0, -3) : path;
    let node = root;
    for (const step of steps(stream)) {
      if (step === '[*]') {
        node.items ??= {};
        node = node.items;
      } else {
        node.keys ??= new Map();
        const next: StreamNode = node.keys.get(step) ?? {};
        node.keys.set(step, next);
        node = next;
      }
    }
    node.stream = stream;
  }
  return root;
}

function* steps(path: string): Generator<string> {
  for (const [index, part] of path.split('.').entries()) {
    const [key, ...stars] = part.split('[*]');
    if (index > 0 || key !== '$') {
      yield key;
    }
    for (let star = 0; star < stars.length; star += 1) {
      yield '[*]';
    }
  }
}
