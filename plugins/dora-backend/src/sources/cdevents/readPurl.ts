import { versionOfRef } from '../reports/versionOfRef';

/** What the name of an artifact tells, as far as it does. */
export type Purl = {
  /** Tells artifacts apart; the digest, where the tag of an image is one that moves. */
  version?: string;
  /** The commit. */
  sha?: string;
  /** Address of the repository with the source, such as `github.com/org/shop`. */
  repository?: string;
};

/** Types whose names are those of repositories, and versions those of commits. */
const hosts = new Map([
  ['github', 'github.com/'],
  ['gitlab', 'gitlab.com/'],
  ['golang', ''],
]);
const longest = 1024;
const sha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;
const unprintable = /[\p{Cc}\p{Cs}]/u;

/**
 * Reads a package URL: https://github.com/package-url/purl-spec
 *
 * Whatever is none tells nothing, as older events have other names of artifacts there.
 */
export function readPurl(text: string | undefined): Purl {
  if (text === undefined || text.length > longest || !/^pkg:/i.test(text)) {
    return {};
  }
  const [beforeQuery, query = ''] = text.slice(4).split('#')[0].split('?');
  // The scope of an npm package has an @ too, so the version is behind the last one.
  const at = beforeQuery.lastIndexOf('@');
  const hasVersion = at > beforeQuery.lastIndexOf('/');
  const path = hasVersion ? beforeQuery.slice(0, at) : beforeQuery;
  const version = hasVersion ? decoded(beforeQuery.slice(at + 1)) : undefined;
  const [type, ...names] = path.replace(/^\/{1,2}/, '').split('/');
  const host = hosts.get(type.toLowerCase());
  const vcs = vcsOf(qualifierOf(query, 'vcs_url'));
  const isCommit = host !== undefined && sha.test(version ?? '');
  return {
    version:
      versionOfRef(qualifierOf(query, 'tag')) ??
      (isCommit ? undefined : version),
    sha: (isCommit ? version : vcs.sha)?.toLowerCase(),
    repository:
      vcs.repository ??
      (host === undefined ? undefined : decoded(host + names.join('/'))),
  };
}

/** `git+https://github.com/org/shop.git@<commit>` */
function vcsOf(text: string | undefined): Purl {
  const at = text?.lastIndexOf('@') ?? -1;
  const revision = text?.slice(at + 1) ?? '';
  return at > 0 && sha.test(revision)
    ? { repository: text?.slice(0, at), sha: revision }
    : { repository: text };
}

// Not with URLSearchParams, which takes a + for a space.
function qualifierOf(query: string, name: string): string | undefined {
  const found = query.split('&').find(part => part.startsWith(`${name}=`));
  return decoded(found?.slice(name.length + 1));
}

function decoded(text: string | undefined): string | undefined {
  try {
    const plain = decodeURIComponent(text ?? '').trim();
    return plain === '' || unprintable.test(plain) ? undefined : plain;
  } catch {
    return undefined;
  }
}
