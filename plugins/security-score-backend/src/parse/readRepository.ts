/** The address of a repository as `github.com/owner/name`, however a report writes it. */
export function readRepository(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 500) {
    return undefined;
  }
  const text = value.trim().replace(/^git\+/, '');
  const short = /^[\w.-]+@([\w.-]+):(.+)$/.exec(text);
  const address = short ? `ssh://${short[1]}/${short[2]}` : text;
  if (!/^(?:https?|ssh|git):\/\//i.test(address)) {
    return undefined;
  }
  try {
    const { hostname, pathname } = new URL(address);
    const path = pathname.replace(/\.git$/, '').replaceAll(/^\/+|\/+$/g, '');
    return path.includes('/') ? `${hostname}/${path}` : undefined;
  } catch {
    return undefined;
  }
}
