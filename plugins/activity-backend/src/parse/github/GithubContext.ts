import type { Payload } from '../Payload';
import type { Repository } from '../ParsedActivity';

/** What all that GitHub says of one repository has in common. */
export type GithubContext = {
  repository: Repository;
  receivedAt: Date;
  /**
   * 1 for webhooks, which say more, and 0 for the REST API: where both tell of the same thing the former wins, whichever comes
   * first.
   */
  weight: 0 | 1;
};

/** The repository of a payload, by its page. */
export function githubRepository(repository: Payload): Repository | undefined {
  const slug = repository.at('full_name').name();
  const page = repository.at('html_url').url();
  return slug && page && /^[^/]+\/[^/]+$/.test(slug)
    ? repositoryOnGithub(new URL(page).host, slug)
    : undefined;
}

export function repositoryOnGithub(host: string, slug: string): Repository {
  const name = `${host.toLowerCase()}/${slug}`;
  return { source: 'github', name, key: name.toLowerCase() };
}

/** Whoever did it, by the name of the account. */
export function loginOf(user: Payload): string | undefined {
  return user.at('login').text(100);
}
