import { InputError, NotAllowedError } from '@backstage/errors';

/**
 * Where a repository is, checked against what the configuration allows.
 *
 * @internal
 */
export type GitLocation =
  | { type: 'path'; path: string; display: string }
  /** One that the portal keeps itself. */
  | { type: 'repository'; name: string; display: string }
  | { type: 'url'; url: string; host: string; display: string };

const MAX_LENGTH = 2000;
const USER = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$/;
const HOST_NAME = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;
// user@host:path, as git accepts it for ssh.
const SCP_LIKE = /^([^@:/\s]{1,64})@([^@:/\s]{1,253}):(?!\/\/)(.{1,1500})$/;

/**
 * Reads the value of the annotation `portal/delivery-git`: a path, an https or ssh URL, or `user@host:path`.
 *
 * @remarks
 *
 * A URL is rebuilt from its parsed parts, so that git connects to the very host that was checked. A path is only
 * recognised here; {@link resolveRepositoryPath} checks it on disk.
 *
 * @internal
 */
export function parseGitLocation(options: {
  value: string;
  allowedHosts: string[];
}): GitLocation {
  const { value, allowedHosts } = options;
  if (value.trim() === '' || value.length > MAX_LENGTH) {
    throw new InputError(
      `the value has ${value.length} characters; write a path or an https or ssh URL of at most ${MAX_LENGTH}`,
    );
  }
  if (hasControlCharacter(value)) {
    throw new InputError(
      'the value contains a control character, such as a line break; remove it',
    );
  }
  if (value.startsWith('-')) {
    throw new InputError(
      'the value starts with "-", which would read as an option; write a path or an https or ssh URL',
    );
  }
  const scp = SCP_LIKE.exec(value);
  if (scp) {
    return scpLocation(scp, allowedHosts);
  }
  if (value.includes('://')) {
    return urlLocation(value, allowedHosts);
  }
  if (/^[A-Za-z0-9+.-]{1,40}::/.test(value)) {
    throw protocolRefused(value.slice(0, value.indexOf('::') + 2));
  }
  return { type: 'path', path: value, display: value };
}

function scpLocation(
  [, user, rawHost, path]: RegExpExecArray,
  allowedHosts: string[],
): GitLocation {
  const host = rawHost.toLowerCase();
  if (!USER.test(user) || !HOST_NAME.test(host) || /^[-:]/.test(path)) {
    throw new InputError(
      'the value is no valid ssh address; write user@host:path or ssh://user@host/path',
    );
  }
  checkAllowed(host, allowedHosts);
  const url = `${user}@${host}:${path}`;
  return { type: 'url', url, host, display: url };
}

function urlLocation(value: string, allowedHosts: string[]): GitLocation {
  const scheme = value.slice(0, value.indexOf('://')).toLowerCase();
  if (scheme !== 'https' && scheme !== 'ssh') {
    throw protocolRefused(`${scheme.slice(0, 20)}://`);
  }
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || /\\|%[01]/.test(value) || url.pathname.length < 2) {
    throw new InputError(
      `the value is no valid ${scheme} URL; write ${scheme}://host/path`,
    );
  }
  if (url.password || (scheme === 'https' && url.username)) {
    throw new InputError(
      'the URL contains credentials, which everybody can read in the catalog; remove them (and renew them), and put a token for the host into dora.git.credentials in the configuration',
    );
  }
  if (url.search || url.hash) {
    throw new InputError(
      'the URL has a query or a fragment, which no repository needs; remove what follows "?" or "#"',
    );
  }
  const name = url.hostname.toLowerCase();
  if (!HOST_NAME.test(name) || (url.username && !USER.test(url.username))) {
    throw new InputError(
      `the value is no valid ${scheme} URL; write ${scheme}://host/path with a plain host name`,
    );
  }
  const port = scheme === 'ssh' && url.port === '22' ? '' : url.port;
  const host = port ? `${name}:${port}` : name;
  checkAllowed(host, allowedHosts);
  const user = url.username ? `${url.username}@` : '';
  const clean = `${scheme}://${user}${host}${url.pathname}`;
  return { type: 'url', url: clean, host, display: clean };
}

function checkAllowed(host: string, allowedHosts: string[]): void {
  if (!allowedHosts.includes(host)) {
    throw new NotAllowedError(
      `host ${host} is not allowed; add it to dora.git.allowedHosts in the configuration`,
    );
  }
}

function protocolRefused(protocol: string): Error {
  return new NotAllowedError(
    `protocol ${protocol} is not allowed; use an https or ssh URL, or a path that dora.git.allowedPaths allows`,
  );
}

function hasControlCharacter(value: string): boolean {
  return /\p{Cc}/u.test(value);
}
