import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** Where the programs of a real Prometheus and Alertmanager are. Fails where they are not installed. */
export function requireMonitoringPrograms() {
  const prometheus = find('prometheus');
  const alertmanager = find('prometheus-alertmanager') ?? find('alertmanager');
  if (!prometheus || !alertmanager) {
    throw new Error(
      'Prometheus and its Alertmanager are not installed; "npm test -- integration" says how',
    );
  }
  return { prometheus, alertmanager };
}

/** A program that runs until it is stopped, with a folder of its own. */
export class RunningProgram {
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(child: ChildProcess, folder: string) {
    this.#child = child;
    this.#folder = folder;
  }

  /** Writes the files into a new folder, and runs the program there. */
  static start(
    program: string,
    args: readonly string[],
    files: Record<string, string>,
  ): RunningProgram {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-monitoring-'));
    for (const [name, content] of Object.entries(files)) {
      fs.writeFileSync(path.join(folder, name), content);
    }
    const child = spawn(program, args, { cwd: folder, stdio: 'ignore' });
    return new RunningProgram(child, folder);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = new Promise(resolve => this.#child.once('exit', resolve));
      this.#child.kill('SIGKILL');
      await ended;
    }
    fs.rmSync(this.#folder, { recursive: true, force: true });
  }
}

export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

function find(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map(folder => path.join(folder, name))
    .find(file => fs.existsSync(file));
}
