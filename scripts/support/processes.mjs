import { execFile } from 'node:child_process';
import net from 'node:net';
import { promisify } from 'node:util';

/** True when a process of this number exists. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Resolves with true when the child ended within the time. */
export function hasExitedWithin(child, milliseconds) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve(true);
  }
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(false), milliseconds);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

/** True when nothing listens on this port of the address. */
export function isPortFree(port, host = '127.0.0.1') {
  return new Promise(resolve => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/** A port of the loopback interface that is free now. */
export function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Where a program is found on the PATH, or undefined. */
export async function findProgram(...names) {
  for (const name of names) {
    try {
      const { stdout } = await promisify(execFile)('sh', [
        '-c',
        'command -v -- "$0"',
        name,
      ]);
      return stdout.trim();
    } catch {
      // Not this one.
    }
  }
  return undefined;
}
