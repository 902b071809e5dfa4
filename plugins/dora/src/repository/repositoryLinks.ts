import {
  ANNOTATION_SOURCE_LOCATION,
  parseLocationRef,
  type Entity,
} from '@backstage/catalog-model';

/** Where the repository of a component shows its commits and pull requests. */
export type RepositoryLinks = {
  commit: (sha: string) => string;
  pullRequest: (number: number) => string;
};

/** How a kind of Git host is recognised, and what it calls things. */
type Host = {
  /** What a path has after the path of its repository; the repository is the first group. */
  path: RegExp;
  commit: string;
  pullRequest: string;
};

const github: Host = {
  path: /^(\/[^/]+\/[^/]+)\/(?:tree|blob|edit)\//,
  commit: 'commit',
  pullRequest: 'pull',
};
const gitlab: Host = {
  path: /^(\/.+?)\/-\//,
  commit: '-/commit',
  pullRequest: '-/merge_requests',
};
const hosts: Host[] = [
  gitlab,
  {
    path: /^(\/.+?\/_git\/[^/]+)/,
    commit: 'commit',
    pullRequest: 'pullrequest',
  },
  {
    path: /^(\/[^/]+\/[^/]+)\/src\/(?:branch|commit|tag)\//,
    commit: 'commit',
    pullRequest: 'pulls',
  },
  {
    path: /^(\/projects\/[^/]+\/repos\/[^/]+)\//,
    commit: 'commits',
    pullRequest: 'pull-requests',
  },
  {
    path: /^(\/[^/]+\/[^/]+)\/src\//,
    commit: 'commits',
    pullRequest: 'pull-requests',
  },
  github,
];

/** Names the repository that tools deliver, which is not always where the catalog file is. */
const slugs = [
  { annotation: 'github.com/project-slug', host: github, home: 'github.com' },
  { annotation: 'gitlab.com/project-slug', host: gitlab, home: 'gitlab.com' },
];

function sourceOf(annotations: Record<string, string>) {
  const ref = annotations[ANNOTATION_SOURCE_LOCATION];
  if (!ref) {
    return undefined;
  }
  try {
    const { type, target } = parseLocationRef(ref);
    const url = new URL(target);
    return type === 'url' && /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    // It is written by hand: one that makes no sense leads nowhere.
    return undefined;
  }
}

function linksBelow(repository: string, host: Host): RepositoryLinks {
  return {
    commit: sha => `${repository}/${host.commit}/${encodeURIComponent(sha)}`,
    pullRequest: number => `${repository}/${host.pullRequest}/${number}`,
  };
}

/**
 * Finds the pages of commits and pull requests by the component's project slug, else by its source location; none where
 * neither says which kind of host it is.
 */
export function repositoryLinks(entity: Entity): RepositoryLinks | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const source = sourceOf(annotations);
  const path = source?.pathname.replace(/\/*$/, '/') ?? '';
  const kind = hosts.find(host => host.path.test(path));
  for (const { annotation, host, home } of slugs) {
    const slug = annotations[annotation];
    if (slug && /^[\w.-]+(\/[\w.-]+)+$/.test(slug)) {
      // An installation of one's own is told by the source location only.
      const origin =
        source && kind === host ? source.origin : `https://${home}`;
      return linksBelow(`${origin}/${slug}`, host);
    }
  }
  if (source && kind) {
    const [, repository] = kind.path.exec(path) ?? [];
    return linksBelow(`${source.origin}${repository}`, kind);
  }
  const known = source && slugs.find(({ home }) => home === source.host);
  return (
    known && linksBelow(`${source.origin}${path.slice(0, -1)}`, known.host)
  );
}
