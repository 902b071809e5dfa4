/** A file in a repository on GitHub. */
export type PlaceOnGithub = {
  host: string;
  /** Such as `team/boards`. */
  slug: string;
  branch: string;
  path: string;
};

const filePage =
  /^\/([\w.-]+\/[\w.-]+)\/(?:blob|tree|raw|edit)\/([^/]+)\/(.+)$/;

/** Reads the address of a file; undefined for those of other hosts, and for what is no file there. */
export function placeOnGithub(
  url: string,
  hosts: readonly string[],
): PlaceOnGithub | undefined {
  if (!URL.canParse(url)) {
    return undefined;
  }
  const { host, pathname } = new URL(url);
  const found = hosts.includes(host) ? filePage.exec(pathname) : undefined;
  if (!found) {
    return undefined;
  }
  const [, slug, branch, path] = found;
  try {
    return {
      host,
      slug,
      branch: decodeURIComponent(branch),
      path: decodeURIComponent(path),
    };
  } catch {
    return undefined;
  }
}
