import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** A server that the configuration names; probes may ask it wherever it is. */
export type MonitoringServer = {
  name: string;
  /** Without a slash at the end. */
  url: string;
  headers: Record<string, string>;
};

/** What is read of an answer, in bytes. */
const maxAnswer = 2_097_152;

/** The Prometheus or Alertmanager servers of the configuration. */
export class MonitoringServers {
  readonly #key: string;
  readonly #servers: readonly MonitoringServer[];

  private constructor(key: string, servers: readonly MonitoringServer[]) {
    this.#key = key;
    this.#servers = servers;
  }

  /** Reads a list such as `serviceHealth.prometheus`. What is wrong stops the start, and says where. */
  static fromConfig(root: Config, key: string): MonitoringServers {
    const servers = (root.getOptionalConfigArray(key) ?? []).map(
      (config, index) => {
        const name = config.getString('name');
        const url = config.getString('url');
        if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
          throw new InputError(
            `${key}[${index}].url: found "${url}", expected an address such as https://prometheus.example.com`,
          );
        }
        return {
          name,
          url: url.replace(/\/+$/, ''),
          headers: config.getOptional<Record<string, string>>('headers') ?? {},
        };
      },
    );
    const names = servers.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) < index);
    if (twice !== undefined) {
      throw new InputError(`${key}: the name "${twice}" is there twice`);
    }
    return new MonitoringServers(key, servers);
  }

  /**
   * Asks a server and answers its JSON, whatever the status. Fails with InputError where the configuration has no such server, and
   * with an Error that names the server where it gives no answer that can be read.
   */
  async ask(
    name: string,
    path: string,
    timeout: number,
  ): Promise<{ status: number; body: unknown }> {
    const server = this.#servers.find(each => each.name === name);
    if (!server) {
      const known = this.#servers.map(each => each.name).join(', ') || 'none';
      throw new InputError(
        `${this.#key} has no server named "${name}"; known: ${known}`,
      );
    }
    try {
      const response = await fetch(`${server.url}${path}`, {
        headers: { accept: 'application/json', ...server.headers },
        redirect: 'error',
        signal: AbortSignal.timeout(timeout),
      });
      return {
        status: response.status,
        body: JSON.parse(await readText(response)),
      };
    } catch (error) {
      throw new Error(`${name} gave no answer: ${reasonOf(error, timeout)}`);
    }
  }
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxAnswer) {
      throw new Error(
        `it is larger than ${maxAnswer} bytes; ask for fewer series`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function reasonOf(error: unknown, timeout: number): string {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') {
    return `nothing came within ${timeout} ms`;
  }
  if (name === 'SyntaxError') {
    return 'what came is no JSON';
  }
  return cause instanceof Error ? cause.message : message;
}
