import { ServiceUnavailableError } from '@backstage/errors';
import { type ChildProcess, spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  type GitAccess,
  type GitCredential,
  gitEnvironment,
  gitOptions,
} from './gitEnvironment';
import { GitExitError } from './GitExitError';

/**
 * One run of git.
 *
 * @public
 */
export type GitCommand = {
  /** The Git folder, named outright: git never searches for one. */
  gitDir: string;
  args: string[];
  /** Ends the command and all that it started. */
  signal: AbortSignal;
  /** What git reads from its standard input, with back-pressure. */
  input?: string | AsyncIterable<string | Buffer>;
  access?: GitAccess;
  credential?: GitCredential;
  caFile?: string;
  /** The folder of files that the command is about, where it is about any. */
  workTree?: string;
  /** Variables for this command alone, such as `GIT_INDEX_FILE`. Never taken from outside. */
  variables?: Readonly<Record<string, string>>;
};

const MAX_ERROR_CHARACTERS = 2000;
const MAX_TEXT_BYTES = 64 * 1024 * 1024;

/**
 * Runs git without a shell and hands over what it writes, as it writes it. Throws when git fails, also after the last
 * chunk: only a stream that ends is whole. Leaving the loop early ends git.
 *
 * @public
 */
export async function* streamGit(command: GitCommand): AsyncGenerator<Buffer> {
  const { signal, input, workTree, variables } = command;
  const access = command.access ?? 'local';
  signal.throwIfAborted();
  const child = spawn(
    'git',
    [
      ...gitOptions(access),
      `--git-dir=${command.gitDir}`,
      ...(workTree ? [`--work-tree=${workTree}`] : []),
      ...command.args,
    ],
    {
      cwd: workTree ?? command.gitDir,
      env: { ...gitEnvironment({ ...command, access }), ...variables },
      stdio: ['pipe', 'pipe', 'pipe'],
      shell: false,
      // A process group of its own, so that helpers which git starts end with it.
      detached: true,
    },
  );
  const ended = waitForEnd(child);
  const stderr = collectErrors(child.stderr);
  const stop = () => killGroup(child);
  signal.addEventListener('abort', stop, { once: true });
  let inputError: unknown;
  const fed = pipeline(
    typeof input === 'object'
      ? Readable.from(input)
      : Readable.from([input ?? '']),
    child.stdin,
  ).catch(error => {
    // Git may close its input before it has read all; when that is a failure its exit code says so.
    if (
      error?.code !== 'EPIPE' &&
      error?.code !== 'ERR_STREAM_PREMATURE_CLOSE'
    ) {
      inputError = error;
      stop();
    }
  });
  let exited = false;
  try {
    for await (const chunk of child.stdout) {
      yield chunk;
    }
    const exitCode = await ended;
    exited = true;
    await fed;
    signal.throwIfAborted();
    if (inputError) {
      throw inputError;
    }
    if (exitCode !== 0) {
      throw new GitExitError({
        command: command.args[0],
        access,
        exitCode,
        output: cleanOutput(stderr()),
      });
    }
  } finally {
    signal.removeEventListener('abort', stop);
    if (!exited) {
      stop();
      child.stdout.destroy();
      await ended.catch(() => undefined);
    }
  }
}

/**
 * Runs git and answers all that it wrote as text.
 *
 * @public
 */
export async function runGit(command: GitCommand): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of streamGit(command)) {
    size += chunk.length;
    if (size > MAX_TEXT_BYTES) {
      throw new ServiceUnavailableError(
        `git ${command.args[0]} wrote more than ${MAX_TEXT_BYTES} bytes; the repository has too many references to be read`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function waitForEnd(child: ChildProcess): Promise<number | undefined> {
  const ended = new Promise<number | undefined>((resolve, reject) => {
    child.once('error', error =>
      reject(
        'code' in error && error.code === 'ENOENT'
          ? new ServiceUnavailableError(
              'the program git was not found; install git 2.32 or newer on the machine of the backend',
            )
          : error,
      ),
    );
    child.once('close', code => resolve(code ?? undefined));
  });
  // Whoever waits gets the error; until somebody does it is not unhandled.
  ended.catch(() => undefined);
  return ended;
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) {
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group has ended already.
  }
}

function collectErrors(stream: Readable): () => string {
  let text = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    // The last words count, and they are few; a stream of warnings is not kept.
    text = (text + chunk).slice(-MAX_ERROR_CHARACTERS);
  });
  return () => text;
}

function cleanOutput(text: string): string {
  const lines = text
    .split(/[\r\n]+/)
    .map(line => line.replace(/\p{C}/gu, ' ').trim())
    .filter(line => line !== '');
  const causes = lines.filter(line => /^(?:fatal|error|remote): /.test(line));
  return (causes.length > 0 ? causes : lines)
    .slice(-3)
    .join('; ')
    .replace(/\/\/[^/\s@]*@/g, '//')
    .slice(0, 500);
}
