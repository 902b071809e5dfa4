import { LocalServer } from '@portal/local-server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** So long an answer takes, in milliseconds: longer than half of the time between two looks for due probes. */
const answerMs = 400;

/** What probes ask: a service that counts who comes. */
export class CountedTarget {
  #server!: LocalServer;
  readonly #down = new Set<string>();
  #hits = new Map<string, number>();
  #open = 0;
  #most = 0;

  private constructor() {}

  static async start(): Promise<CountedTarget> {
    const target = new CountedTarget();
    target.#server = await LocalServer.start((request, response) =>
      target.#answer(request, response),
    );
    return target;
  }

  urlOf(name: string): string {
    return `${this.#server.url}/${name}`;
  }

  /** How often each name was asked for. */
  get hits(): ReadonlyMap<string, number> {
    return this.#hits;
  }

  /** How many were asked for at the same time, at most. */
  get most(): number {
    return this.#most;
  }

  /** Begins to count anew. */
  forget(): void {
    this.#hits = new Map();
    this.#most = 0;
  }

  /** From now on a name answers that it is not well. */
  breakDown(name: string): void {
    this.#down.add(name);
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const name = request.url?.slice(1) ?? '';
    this.#hits.set(name, (this.#hits.get(name) ?? 0) + 1);
    this.#open += 1;
    this.#most = Math.max(this.#most, this.#open);
    await sleep(answerMs);
    this.#open -= 1;
    response.statusCode = this.#down.has(name) ? 503 : 200;
    response.end();
  }
}
