import { execFileSync, spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

/**
 * Answers a request for a repository below a folder, with git's own server program.
 *
 * @public
 */
export function serveGit(
  root: string,
  request: IncomingMessage,
  response: ServerResponse,
  options: {
    /** Whether anybody may push. Default: nobody. */
    mayPush?: boolean;
  } = {},
): void {
  const url = new URL(request.url ?? '/', 'https://localhost');
  const program = join(
    execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(),
    'git-http-backend',
  );
  const settings = {
    'uploadpack.allowFilter': 'true',
    'safe.directory': '*',
    ...(options.mayPush && { 'http.receivepack': 'true' }),
  };
  const variables = Object.entries(settings).flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  const backend = spawn(program, {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_COUNT: String(variables.length / 2),
      ...Object.fromEntries(variables),
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: String(request.headers['content-encoding'] ?? ''),
      REMOTE_ADDR: '127.0.0.1',
    },
  });
  request.pipe(backend.stdin);
  const chunks: Buffer[] = [];
  backend.stdout.on('data', chunk => chunks.push(chunk));
  backend.on('close', () => {
    const bytes = Buffer.concat(chunks);
    const end = bytes.indexOf('\r\n\r\n');
    for (const line of bytes.toString('latin1', 0, end).split('\r\n')) {
      const [name, value] = line.split(': ');
      if (name === 'Status') {
        response.statusCode = Number(value.split(' ')[0]);
      } else {
        response.setHeader(name, value);
      }
    }
    response.end(bytes.subarray(end + 4));
  });
}
