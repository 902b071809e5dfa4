import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** The process of the backend that listens on a port. */
export async function backendProcess(port) {
  const { stdout } = await promisify(execFile)('sh', ['-c', 'ps -eo pid,args']);
  const candidates = stdout
    .split('\n')
    .filter(line => line.includes('packages/backend/src/index.ts'))
    .map(line => Number(line.trim().split(' ')[0]));
  for (const pid of candidates) {
    const command = await fs.readFile(`/proc/${pid}/cmdline`, 'utf8');
    const config = command.split('\0').at(-2);
    if ((await fs.readFile(config, 'utf8')).includes(`port: ${port}\n`)) {
      return pid;
    }
  }
  throw new Error(`No backend process found for port ${port}.`);
}

/** The memory that a process has, in MiB. */
export async function residentMiB(pid) {
  const status = await fs.readFile(`/proc/${pid}/status`, 'utf8');
  return Number(status.match(/VmRSS:\s+(\d+) kB/)[1]) / 1024;
}

/** Watches how much more memory the backend of a port has than now, until it is stopped: the most, in MiB. */
export async function watchMemory(port) {
  const pid = await backendProcess(port);
  const idle = await residentMiB(pid);
  let most = idle;
  let ended = false;
  const watching = (async () => {
    while (!ended) {
      most = Math.max(most, await residentMiB(pid));
      await sleep(100);
    }
  })();
  // A backend that has ended has no memory; whoever sends it something says why that failed.
  watching.catch(() => undefined);
  return {
    stop: async () => {
      ended = true;
      await watching;
      return most - idle;
    },
  };
}
