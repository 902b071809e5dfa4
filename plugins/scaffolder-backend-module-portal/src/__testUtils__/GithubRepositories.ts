import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A pull request, as GitHub's schema has it: https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request */
export type PullRequest = {
  number: number;
  state: 'open' | 'closed';
  title: string;
  body: string;
  head: { ref: string };
  base: { ref: string };
  html_url: string;
};

/** What is answered: a status and a body. */
export type Answer = { status: number; body: unknown };

const ok = (body: unknown): Answer => ({ status: 200, body });
const made = (body: unknown): Answer => ({ status: 201, body });
const invalid = (message: string): Answer => ({
  status: 422,
  // https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed
  body: { message: 'Validation Failed', errors: [{ message }] },
});

/** Real bare repositories as `<owner>/<name>.git` below a folder, and their pull requests, as GitHub's API answers them. */
export class GithubRepositories {
  readonly pullRequests: PullRequest[] = [];
  readonly #root: string;
  readonly #addresses: { page: () => string; git: () => string };

  private constructor(
    root: string,
    addresses: { page: () => string; git: () => string },
  ) {
    this.#root = root;
    this.#addresses = addresses;
  }

  /** `page` begins the addresses of pages, `git` those that are pushed to. */
  static create(options: {
    root: string;
    page: () => string;
    git: () => string;
  }): GithubRepositories {
    return new GithubRepositories(options.root, options);
  }

  folderOf(slug: string): string {
    return join(this.#root, `${slug}.git`);
  }

  git(slug: string, ...args: string[]): string {
    return execFileSync('git', [`--git-dir=${this.folderOf(slug)}`, ...args], {
      encoding: 'utf8',
    }).trim();
  }

  /** Undefined where there is no such route. */
  answer(
    asked: string,
    query: URLSearchParams,
    body: Record<string, unknown>,
  ): Answer | undefined {
    const [, method, kind, owner, name, rest] =
      /^(\w+) \/(users|orgs|repos)\/([\w.-]+)(?:\/([\w.-]+))?(?:\/(.*))?$/.exec(
        asked,
      ) ?? [];
    if (kind === 'users') {
      // https://docs.github.com/en/rest/users/users#get-a-user
      return ok({ login: owner, type: 'Organization' });
    }
    if (kind === 'orgs' && asked === `POST /orgs/${owner}/repos`) {
      return this.#make(`${owner}/${String(body.name)}`);
    }
    const slug = `${owner}/${name}`;
    if (kind !== 'repos' || !existsSync(this.folderOf(slug))) {
      return undefined;
    }
    if (method === 'GET' && rest === undefined) {
      return ok(this.#describe(slug));
    }
    if (method === 'GET' && rest?.startsWith('contents/')) {
      return this.#read(slug, rest.slice('contents/'.length), query);
    }
    if (rest === 'pulls') {
      return method === 'GET'
        ? ok(this.#list(slug, owner, query))
        : this.#open(slug, body);
    }
    return undefined;
  }

  /** https://docs.github.com/en/rest/repos/repos#create-an-organization-repository */
  #make(slug: string): Answer {
    if (existsSync(this.folderOf(slug))) {
      return invalid('name already exists on this account');
    }
    mkdirSync(this.folderOf(slug), { recursive: true });
    this.git(slug, 'init', '--quiet', '--bare', '--initial-branch=main');
    return made(this.#describe(slug));
  }

  /** https://docs.github.com/en/rest/repos/repos#get-a-repository */
  #describe(slug: string) {
    return {
      name: slug.split('/')[1],
      full_name: slug,
      private: true,
      html_url: `${this.#addresses.page()}/${slug}`,
      clone_url: `${this.#addresses.git()}/${slug}.git`,
      default_branch: 'main',
    };
  }

  /** As `application/vnd.github.raw+json`: https://docs.github.com/en/rest/repos/contents#get-repository-content */
  #read(slug: string, path: string, query: URLSearchParams): Answer {
    try {
      return ok(
        this.git(slug, 'show', `${query.get('ref') ?? 'main'}:${path}`),
      );
    } catch {
      return { status: 404, body: { message: 'Not Found' } };
    }
  }

  /** https://docs.github.com/en/rest/pulls/pulls#list-pull-requests */
  #list(slug: string, owner: string, query: URLSearchParams): PullRequest[] {
    const [head, base] = [query.get('head'), query.get('base')];
    const state = query.get('state') ?? 'open';
    return this.pullRequests.filter(
      each =>
        each.html_url.includes(`/${slug}/`) &&
        (state === 'all' || each.state === state) &&
        (head === null || head === `${owner}:${each.head.ref}`) &&
        (base === null || base === each.base.ref),
    );
  }

  /** https://docs.github.com/en/rest/pulls/pulls#create-a-pull-request */
  #open(slug: string, body: Record<string, unknown>): Answer {
    const head = String(body.head);
    if (!this.git(slug, 'for-each-ref', `refs/heads/${head}`)) {
      return invalid(`head ${head} is invalid`);
    }
    if (
      this.pullRequests.some(
        each => each.head.ref === head && each.state === 'open',
      )
    ) {
      return invalid(`A pull request already exists for ${head}.`);
    }
    const number = this.pullRequests.length + 1;
    const pull: PullRequest = {
      number,
      state: 'open',
      title: String(body.title),
      body: String(body.body ?? ''),
      head: { ref: head },
      base: { ref: String(body.base) },
      html_url: `${this.#addresses.page()}/${slug}/pull/${number}`,
    };
    this.pullRequests.push(pull);
    return made(pull);
  }
}
