/** What a package URL says, read leniently: enough to name a package. */
export type ReadPackageUrl = { type: string; name: string; version?: string };

const shape = /^pkg:(?:\/\/)?([a-z][a-z0-9+.-]{0,40})\/([^?#]{1,600})/i;

/**
 * The type, the name with its namespace as that type writes it, and the version of a package URL. Packages of a system are named
 * without their distribution.
 */
export function readPackageUrl(purl: unknown): ReadPackageUrl | undefined {
  const match = typeof purl === 'string' ? shape.exec(purl.trim()) : null;
  if (!match) {
    return undefined;
  }
  const type = match[1].toLowerCase();
  const at = match[2].lastIndexOf('@');
  const hasVersion = at > 0 && !match[2].slice(at).includes('/');
  const path = hasVersion ? match[2].slice(0, at) : match[2];
  const parts = path.split('/').filter(Boolean).map(decode);
  const last = parts.at(-1);
  if (last === undefined) {
    return undefined;
  }
  let name = parts.join('/');
  if (type === 'apk' || type === 'deb' || type === 'rpm' || type === 'alpm') {
    name = last;
  } else if (type === 'maven') {
    name = parts.join(':');
  }
  const version = hasVersion ? decode(match[2].slice(at + 1)) : '';
  return { type, name, version: version || undefined };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
