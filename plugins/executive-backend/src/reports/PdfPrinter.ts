import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  NotImplementedError,
  ServiceUnavailableError,
} from '@backstage/errors';

const programs = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const longest = 60_000;
const mostAtOnce = 2;
const mostWaiting = 20;

/** Prints pages with a browser without a window. It reads the page from a file, has no network, and is ended when it takes too long. */
export class PdfPrinter {
  readonly #program: string | undefined;
  #running = 0;
  readonly #waiting: Array<() => void> = [];

  private constructor(options: { program?: string }) {
    this.#program = options.program;
  }

  /** @param options - `program`: the browser; without it the first that is on the path. */
  static create(options: { program?: string }): PdfPrinter {
    return new PdfPrinter(options);
  }

  /**
   * The page as PDF.
   *
   * @throws NotImplementedError where there is no browser, ServiceUnavailableError where it failed or too many wait
   */
  async print(html: string): Promise<Buffer> {
    const program = this.#program ?? (await findProgram());
    if (!program) {
      throw new NotImplementedError(
        'There is no Chromium on this machine to print with: install it, or name one in executive.reports.chromium. Until then take the page to print, and print it from the browser',
      );
    }
    await this.#enter();
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-print-'));
    try {
      const page = path.join(folder, 'page.html');
      const pdf = path.join(folder, 'page.pdf');
      await fs.writeFile(page, html, { mode: 0o600 });
      await run(program, folder, page, pdf);
      return await fs.readFile(pdf);
    } finally {
      await fs.rm(folder, { recursive: true, force: true, maxRetries: 3 });
      this.#leave();
    }
  }

  async #enter(): Promise<void> {
    if (this.#running < mostAtOnce) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.length >= mostWaiting) {
      throw new ServiceUnavailableError(
        'Too many reports are being printed; try again in a minute',
      );
    }
    await new Promise<void>(resolve => {
      this.#waiting.push(resolve);
    });
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) {
      next();
    } else {
      this.#running -= 1;
    }
  }
}

async function findProgram(): Promise<string | undefined> {
  const folders = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean);
  for (const program of programs) {
    for (const folder of folders) {
      const file = path.join(folder, program);
      try {
        await fs.access(file, fs.constants.X_OK);
        return file;
      } catch {
        // It is not there.
      }
    }
  }
  return undefined;
}

async function run(
  program: string,
  folder: string,
  page: string,
  pdf: string,
): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  const child = spawn(
    program,
    [
      '--headless=new',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-extensions',
      '--disable-background-networking',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--proxy-server=127.0.0.1:9',
      // As root there is no sandbox to be had; the page runs no script.
      ...(isRoot ? ['--no-sandbox'] : []),
      `--user-data-dir=${path.join(folder, 'profile')}`,
      '--no-pdf-header-footer',
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  let said = '';
  child.stderr.on('data', chunk => {
    said = (said + chunk).slice(-2000);
  });
  const timer = setTimeout(() => kill(child.pid), longest);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    if (code !== 0) {
      throw new ServiceUnavailableError(
        `The report was not printed: ${path.basename(program)} ended with ${
          code ?? 'a signal'
        }. ${said.trim().split('\n').at(-1) ?? ''}`,
      );
    }
  } finally {
    clearTimeout(timer);
    kill(child.pid);
  }
}

/** The browser and what it started. */
function kill(pid: number | undefined): void {
  try {
    if (pid !== undefined) {
      process.kill(-pid, 'SIGKILL');
    }
  } catch {
    // It has ended.
  }
}
