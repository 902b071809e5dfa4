const scheme = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * A path as every report of the same file should give it: `/` between its parts, from the root of the repository, without `./`,
 * `file:` and escapes of addresses.
 */
export function readPath(value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  let path = value.slice(0, 4000).trim().replaceAll('\\', '/');
  if (path.toLowerCase().startsWith('file:')) {
    path = path.slice(5).replace(/^\/{2,}/, '/');
  } else if (scheme.test(path)) {
    return path;
  }
  const parts: string[] = [];
  for (const part of decode(path).split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/') || undefined;
}

function decode(path: string): string {
  if (!path.includes('%')) {
    return path;
  }
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
