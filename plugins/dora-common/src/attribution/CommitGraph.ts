import { GrowingInt32Array } from './GrowingInt32Array';

const none = -1;

/**
 * Which commits follow which, for millions of them: commits are positions from 0, and nearly all have one parent, so
 * that a commit costs four bytes and each further parent eight.
 *
 * @remarks
 *
 * A link is the parent's position, -1 for no parent, or `-2 - k` for place `k` of a chain whose places hold a parent
 * and the link that follows.
 *
 * @public
 */
export class CommitGraph {
  readonly #links: Int32Array;
  readonly #chainParents = GrowingInt32Array.create();
  readonly #chainNext = GrowingInt32Array.create();

  private constructor(size: number) {
    this.#links = new Int32Array(size).fill(none);
  }

  static create(options: { size: number }): CommitGraph {
    return new CommitGraph(options.size);
  }

  get size(): number {
    return this.#links.length;
  }

  /** Parents may come in any order; one that comes twice does no harm. */
  addParent(commit: number, parent: number): void {
    const link = this.#links[commit];
    if (link === none) {
      this.#links[commit] = parent;
      return;
    }
    const place = this.#chainParents.push(parent);
    this.#chainNext.push(link);
    this.#links[commit] = -2 - place;
  }

  /** Puts the parents of a commit on a stack. */
  pushParents(commit: number, stack: GrowingInt32Array): void {
    let link = this.#links[commit];
    while (link < none) {
      const place = -2 - link;
      stack.push(this.#chainParents.at(place));
      link = this.#chainNext.at(place);
    }
    if (link !== none) {
      stack.push(link);
    }
  }
}
