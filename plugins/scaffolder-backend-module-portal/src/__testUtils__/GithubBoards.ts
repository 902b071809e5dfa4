import type { Answer } from './GithubRepositories';

/** A pull request that was opened. */
export type OpenedPullRequest = {
  head: string;
  base: string;
  title: string;
  body: string;
  /** What each file holds, by its path. */
  files: Record<string, string>;
};

type TreeEntry = { path: string; sha: string };

/** The repository `brennvik/boards`, as far as opening a pull request with Git's objects asks for it. See https://docs.github.com/en/rest/git */
export class GithubBoards {
  readonly pullRequests: OpenedPullRequest[] = [];
  readonly #blobs: string[] = [];
  #tree: TreeEntry[] = [];

  private constructor() {}

  static create(): GithubBoards {
    return new GithubBoards();
  }

  answer(asked: string, body: Record<string, unknown>): Answer | undefined {
    const answered = this.#answer(asked, body);
    return answered === undefined ? undefined : { status: 200, body: answered };
  }

  #answer(asked: string, body: Record<string, unknown>): unknown {
    switch (asked) {
      case 'GET /repos/brennvik/boards':
        return { default_branch: 'main', permissions: { push: true } };
      case 'GET /repos/brennvik/boards/commits':
        return [{ sha: 'head', commit: { tree: { sha: 'tree' } } }];
      case 'POST /repos/brennvik/boards/git/blobs':
        this.#blobs.push(
          Buffer.from(String(body.content), 'base64').toString(),
        );
        return { sha: String(this.#blobs.length - 1) };
      case 'POST /repos/brennvik/boards/git/trees':
        this.#tree = body.tree as TreeEntry[];
        return { sha: 'changed' };
      case 'POST /repos/brennvik/boards/git/commits':
        return { sha: 'commit' };
      case 'POST /graphql':
        return { data: { repository: { ref: null } } };
      case 'POST /repos/brennvik/boards/git/refs':
        return {};
      case 'POST /repos/brennvik/boards/pulls':
        return this.#open(body as Omit<OpenedPullRequest, 'files'>);
      default:
        return undefined;
    }
  }

  #open({ head, base, title, body }: Omit<OpenedPullRequest, 'files'>) {
    const files = Object.fromEntries(
      this.#tree.map(({ path, sha }) => [path, this.#blobs[Number(sha)]]),
    );
    this.pullRequests.push({ head, base, title, body, files });
    const number = this.pullRequests.length;
    return {
      number,
      html_url: `https://github.com/brennvik/boards/pull/${number}`,
      base: { ref: base },
    };
  }
}
