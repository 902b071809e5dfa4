import { setTimeout as sleep } from 'node:timers/promises';
import type { Entity } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';

/** A line that a task logged, or that it ended. */
export interface TaskEvent {
  type: 'log' | 'completion' | 'cancelled' | 'recovered';
  body: {
    message: string;
    stepId?: string;
    status?: string;
    error?: { name?: string; message?: string };
    output?: JsonObject;
  };
}

/** A file of a dry run, coming or going. */
export interface DryRunFile {
  path: string;
  base64Content: string;
  executable?: boolean;
}

/** What a dry run answers. */
export interface DryRunResult {
  log: { body: TaskEvent['body'] }[];
  directoryContents: DryRunFile[];
  output: JsonObject;
}

const POLL_MS = 250;

/** Speaks to the engine over HTTP, as the portal's frontend does. */
export class EngineClient {
  /** Signs in as the user that the guest provider was configured with. */
  static async signIn(baseUrl: string): Promise<EngineClient> {
    const response = await fetch(`${baseUrl}/api/auth/guest/refresh`, {
      headers: { 'x-requested-with': 'XMLHttpRequest' },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const session = await response.json();
    return new EngineClient(baseUrl, session.backstageIdentity.token);
  }

  private constructor(
    private readonly baseUrl: string,
    private readonly token: string,
  ) {}

  /** The actions that templates can use here. */
  async actions(): Promise<string[]> {
    const actions = await this.json<{ id: string }[]>(
      '/api/scaffolder/v2/actions',
    );
    return actions.map(({ id }) => id);
  }

  /** An entity, or undefined where the catalog has none of that name. */
  async entity(ref: string): Promise<Entity | undefined> {
    const { items } = await this.json<{ items: (Entity | null)[] }>(
      '/api/catalog/entities/by-refs',
      { entityRefs: [ref] },
    );
    return items[0] ?? undefined;
  }

  /** Waits until the catalog knows an entity. */
  async waitForEntity(
    ref: string,
    timeoutMs: number,
  ): Promise<Entity | undefined> {
    const limit = Date.now() + timeoutMs;
    for (;;) {
      const entity = await this.entity(ref);
      if (entity || Date.now() > limit) {
        return entity;
      }
      await sleep(POLL_MS);
    }
  }

  /** What the catalog has against an entity, or undefined where it accepts it. */
  async validateEntity(
    entity: object,
    location: string,
  ): Promise<string[] | undefined> {
    const response = await this.send('/api/catalog/validate-entity', {
      entity,
      location,
    });
    if (response.ok) {
      return undefined;
    }
    if (response.status !== 400) {
      throw await ResponseError.fromResponse(response);
    }
    const { errors } = await response.json();
    return errors.map(({ message }: { message: string }) => message);
  }

  /** Takes the locations whose target contains a text, and with them what they brought, out of the catalog. */
  async removeLocations(part: string): Promise<void> {
    const locations = await this.json<
      { data: { id: string; target: string } }[]
    >('/api/catalog/locations');
    for (const { data } of locations.filter(l =>
      l.data.target.includes(part),
    )) {
      const response = await this.send(
        `/api/catalog/locations/${data.id}`,
        undefined,
        'DELETE',
      );
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
    }
  }

  /** Begins a task; the id of it, or what is wrong with the values. */
  async createTask(
    templateRef: string,
    values: JsonObject,
  ): Promise<{ id: string } | { refused: string }> {
    const response = await this.send('/api/scaffolder/v2/tasks', {
      templateRef,
      values,
    });
    return response.status === 400
      ? { refused: await describeRefusal(response) }
      : this.read<{ id: string }>(response);
  }

  /** Everything that a task reported; waits until it ends. */
  async taskEvents(id: string, timeoutMs: number): Promise<TaskEvent[]> {
    const response = await this.send(
      `/api/scaffolder/v2/tasks/${id}/eventstream`,
      undefined,
      'GET',
      AbortSignal.timeout(timeoutMs),
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const events: TaskEvent[] = [];
    for await (const line of linesOf(response)) {
      if (line.startsWith('data: ')) {
        events.push(JSON.parse(line.slice('data: '.length)));
      }
      // The stream of a template that may be tried again stays open after it.
      if (events.at(-1)?.type === 'completion') {
        break;
      }
    }
    return events;
  }

  /** Runs a template without its effects; what it made, or why it did not. */
  async dryRun(input: {
    template: object;
    values: JsonObject;
    directoryContents: DryRunFile[];
  }): Promise<DryRunResult | { refused: string } | { failed: string }> {
    const response = await this.send('/api/scaffolder/v2/dry-run', input);
    if (response.ok) {
      return response.json();
    }
    const text = await response.clone().text();
    return text.startsWith('{"errors"')
      ? { refused: await describeRefusal(response) }
      : { failed: (await ResponseError.fromResponse(response)).cause.message };
  }

  private async json<T>(path: string, body?: unknown): Promise<T> {
    return this.read<T>(await this.send(path, body));
  }

  private async read<T>(response: Response): Promise<T> {
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }

  private send(
    path: string,
    body?: unknown,
    method = body ? 'POST' : 'GET',
    signal?: AbortSignal,
  ): Promise<Response> {
    return fetch(this.baseUrl + path, {
      method,
      signal,
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }
}

async function describeRefusal(response: Response): Promise<string> {
  const body = await response.json();
  return Array.isArray(body.errors)
    ? body.errors
        .map(
          ({ stack, message }: { stack?: string; message: string }) =>
            stack ?? message,
        )
        .join('; ')
    : body.error?.message ?? JSON.stringify(body);
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  let rest = '';
  for await (const text of response.body?.pipeThrough(
    new TextDecoderStream(),
  ) ?? []) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}
