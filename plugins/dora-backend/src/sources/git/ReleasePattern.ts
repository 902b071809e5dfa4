import { InputError } from '@backstage/errors';

const MAX_LENGTH = 200;

// MAJOR.MINOR.PATCH without a pre-release part; build metadata may follow, as semver.org has it.
const SEMANTIC_VERSION =
  /^v?(?:0|[1-9]\d{0,15})\.(?:0|[1-9]\d{0,15})\.(?:0|[1-9]\d{0,15})(?:\+[0-9A-Za-z.-]{1,200})?$/;

/**
 * Which tags of a repository are releases to production, from the annotation `portal/delivery-git-releases`.
 *
 * @remarks
 *
 * Absent: semantic versions (`1.2.3` or `v1.2.3`, no pre-releases). The value `main`: no tags, every first-parent
 * commit of the default branch is delivered. Anything else is a glob over the whole tag name in which `*` stands for
 * any characters, `/` included, and `?` for one.
 *
 * @internal
 */
export class ReleasePattern {
  /** What the cursor remembers, so that another pattern is noticed. */
  readonly key: string;

  readonly #glob: string[] | undefined;

  private constructor(key: string, glob: string[] | undefined) {
    this.key = key;
    this.#glob = glob;
  }

  static parse(annotation: string | undefined): ReleasePattern {
    if (annotation === undefined) {
      return new ReleasePattern('semantic-versions', undefined);
    }
    if (annotation === 'main') {
      return new ReleasePattern('main', undefined);
    }
    if (annotation.trim() === '' || annotation.length > MAX_LENGTH) {
      throw new InputError(
        `a release pattern has 1 to ${MAX_LENGTH} characters; write a tag pattern such as "v*" or "main", or remove the annotation for semantic versions`,
      );
    }
    return new ReleasePattern(`glob:${annotation}`, [...annotation]);
  }

  /** True where each first-parent commit of the default branch is delivered, and tags are not looked at. */
  get isMainline(): boolean {
    return this.key === 'main';
  }

  matches(tag: string): boolean {
    if (this.isMainline) {
      return false;
    }
    return this.#glob
      ? matchesGlob(this.#glob, [...tag])
      : SEMANTIC_VERSION.test(tag);
  }
}

/**
 * Goes back to the last star only, so that time grows with the product of both lengths at worst and never
 * exponentially.
 */
function matchesGlob(glob: string[], text: string[]): boolean {
  let globAt = 0;
  let textAt = 0;
  let lastStar = -1;
  let retryAt = 0;
  while (textAt < text.length) {
    if (glob[globAt] === '*') {
      lastStar = globAt;
      globAt += 1;
      retryAt = textAt;
    } else if (glob[globAt] === '?' || glob[globAt] === text[textAt]) {
      globAt += 1;
      textAt += 1;
    } else if (lastStar >= 0) {
      globAt = lastStar + 1;
      retryAt += 1;
      textAt = retryAt;
    } else {
      return false;
    }
  }
  while (glob[globAt] === '*') {
    globAt += 1;
  }
  return globAt === glob.length;
}
