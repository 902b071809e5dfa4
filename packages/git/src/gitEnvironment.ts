import { devNull } from 'node:os';

/**
 * What git may reach: nothing but the repository's folder, or the host that a URL names.
 *
 * @public
 */
export type GitAccess = 'local' | 'remote';

/**
 * A name and token for repositories on one host that are read over https.
 *
 * @public
 */
export type GitCredential = { host: string; username: string; token: string };

// What a connection may need from the machine. No variable whose name starts with GIT_ is handed on.
const PASSED_ON = ['PATH', 'TMPDIR', 'SYSTEMROOT'];
const PASSED_ON_TO_REMOTE = [
  'SSH_AUTH_SOCK',
  'USER',
  'LOGNAME',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'http_proxy',
  'https_proxy',
  'HTTPS_PROXY',
  'all_proxy',
  'ALL_PROXY',
  'no_proxy',
  'NO_PROXY',
];

/**
 * Settings that are put above those of a repository, so that no file in it decides what git runs, asks or trusts.
 */
const SETTINGS: Array<[string, string]> = [
  ['core.hooksPath', devNull],
  ['core.fsmonitor', 'false'],
  ['core.sshCommand', ''],
  ['core.gitProxy', ''],
  ['core.askPass', 'true'],
  ['core.pager', 'cat'],
  ['core.editor', 'true'],
  ['core.alternateRefsCommand', 'true'],
  ['core.attributesFile', devNull],
  // A commit graph is a second opinion about parents and dates that a repository may bring; the objects decide.
  ['core.commitGraph', 'false'],
  ['core.useReplaceRefs', 'false'],
  ['credential.helper', ''],
  ['gpg.program', 'false'],
  ['log.showSignature', 'false'],
  ['log.mailmap', 'false'],
  ['protocol.allow', 'never'],
  ['protocol.ext.allow', 'never'],
  ['protocol.file.allow', 'never'],
  ['protocol.git.allow', 'never'],
  ['protocol.http.allow', 'never'],
  ['submodule.recurse', 'false'],
  ['fetch.recurseSubmodules', 'false'],
];

const REMOTE_SETTINGS: Array<[string, string]> = [
  ['protocol.https.allow', 'always'],
  ['protocol.ssh.allow', 'always'],
  // A redirect may lead to a host that nobody allowed.
  ['http.followRedirects', 'false'],
  ['http.sslVerify', 'true'],
  ['http.lowSpeedLimit', '1000'],
  ['http.lowSpeedTime', '60'],
  // Clean-up stays in the process group that the time limit ends.
  ['gc.autoDetach', 'false'],
  ['maintenance.autoDetach', 'false'],
  ['transfer.bundleURI', 'false'],
];

/**
 * The options that every git command starts with.
 *
 * @public
 */
export function gitOptions(access: GitAccess): string[] {
  const settings =
    access === 'remote' ? [...SETTINGS, ...REMOTE_SETTINGS] : SETTINGS;
  return [
    '--no-pager',
    '--no-replace-objects',
    '--no-optional-locks',
    '--literal-pathspecs',
    ...settings.flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ];
}

/**
 * The whole environment of a git command. Tokens travel here, where other users of the machine don't see them.
 *
 * @public
 */
export function gitEnvironment(options: {
  access: GitAccess;
  credential?: GitCredential;
  caFile?: string;
}): Record<string, string> {
  const remote = options.access === 'remote';
  const environment: Record<string, string> = {
    LC_ALL: 'C',
    HOME: devNull,
    XDG_CONFIG_HOME: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: devNull,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: 'true',
    SSH_ASKPASS: 'true',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: devNull,
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_SSH_COMMAND: 'ssh -oBatchMode=yes -oStrictHostKeyChecking=yes',
    GIT_SSH_VARIANT: 'ssh',
    GIT_ALLOW_PROTOCOL: remote ? 'https:ssh' : 'none',
  };
  const names = remote ? [...PASSED_ON, ...PASSED_ON_TO_REMOTE] : PASSED_ON;
  for (const name of names) {
    const value = process.env[name];
    if (value !== undefined) {
      environment[name] = value;
    }
  }
  if (remote && options.caFile) {
    environment.GIT_SSL_CAINFO = options.caFile;
  }
  if (remote && options.credential) {
    const { host, username, token } = options.credential;
    const basic = Buffer.from(`${username}:${token}`).toString('base64');
    environment.GIT_CONFIG_COUNT = '1';
    environment.GIT_CONFIG_KEY_0 = `http.https://${host}/.extraHeader`;
    environment.GIT_CONFIG_VALUE_0 = `Authorization: Basic ${basic}`;
  }
  return environment;
}
