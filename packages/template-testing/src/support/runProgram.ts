import { spawn } from 'node:child_process';
import path from 'node:path';

const KEPT_OUTPUT = 100_000;

/** How a program ended and the end of what it printed, errors included. */
export interface ProgramResult {
  code: number;
  output: string;
}

/** Runs a program without a shell. One that is not there ends with 127, as a shell would say. */
export function runProgram(
  command: string,
  args: string[],
  options: { cwd?: string; timeoutMs?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<ProgramResult> {
  return new Promise(resolve => {
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk).slice(-KEPT_OUTPUT);
    };
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: withOwnNode(options.env ?? process.env),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutMs ?? 120_000,
      killSignal: 'SIGKILL',
    });
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', error => resolve({ code: 127, output: error.message }));
    child.on('close', (code, signal) =>
      resolve({
        code: code ?? 1,
        output: signal ? `${output}\nended by ${signal} (too slow?)` : output,
      }),
    );
  });
}

/** Whether a program can be started here. */
export async function isInstalled(command: string): Promise<boolean> {
  const { code } = await runProgram('sh', ['-c', `command -v -- ${command}`]);
  return code === 0;
}

/** The Node that runs this comes first: what is made asks for a version that the machine's own may not be. */
function withOwnNode(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const folders = [path.dirname(process.execPath), env.PATH];
  return { ...env, PATH: folders.filter(Boolean).join(path.delimiter) };
}
