import {
  InputError,
  isError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { z } from 'zod';

const longestAnswer = 256 * 1024 * 1024;
const mostRedirects = 3;
const shownOfError = 300;
/** Go has numbers that JSON has not, and not every version hides them. */
const noNumber = /:\s*([+-]?(?:NaN|Inf(?:inity)?))\s*(?=[,}\]])/g;

const text = z.string().optional().catch(undefined);
const labels = z.record(z.string(), z.string()).optional().catch(undefined);
const allocation = z.object({
  name: text,
  properties: z
    .object({
      cluster: text,
      namespace: text,
      controller: text,
      controllerKind: text,
      labels,
      namespaceLabels: labels,
    })
    .nullish()
    .catch(undefined),
  window: z.object({ start: text, end: text }).nullish().catch(undefined),
  /** As the answer writes it; it never becomes a float. */
  totalCost: z.string().nullish(),
});
const answerSchema = z.object({
  code: z.number(),
  message: text,
  data: z
    .array(z.record(z.string(), allocation.nullable()).nullable())
    .nullish(),
});

/**
 * What a workload, or what is put together, cost in a day.
 *
 * @internal
 */
export type Allocation = z.infer<typeof allocation>;

/**
 * Asks the allocation API of OpenCost, or that of Kubecost, which is the same.
 *
 * @internal
 */
export class OpenCostClient {
  static create(options: {
    target: string;
    token?: string;
    requestTimeout: number;
  }): OpenCostClient {
    const url = new URL(options.target);
    if (!/^https?:$/.test(url.protocol) || url.username || url.password) {
      throw new InputError(
        `target: found "${url.protocol}//${url.host}", expected an http or https URL without a password in it; a token has a key of its own`,
      );
    }
    return new OpenCostClient(url, options.token, options.requestTimeout);
  }

  private constructor(
    private readonly target: URL,
    private readonly token: string | undefined,
    private readonly requestTimeout: number,
  ) {}

  /** @throws where the answer is no answer for all of that day. */
  async readDay(
    day: string,
    options: { aggregate: string[]; signal?: AbortSignal },
  ): Promise<Array<[name: string, allocation: Allocation]>> {
    const start = `${day}T00:00:00Z`;
    const end = new Date(Date.parse(start) + 24 * 3600_000)
      .toISOString()
      .replace('.000Z', 'Z');
    const url = new URL(this.target);
    for (const [key, value] of Object.entries({
      window: `${start},${end}`,
      aggregate: options.aggregate.join(','),
      step: '1d',
      accumulate: 'false',
      // OpenCost's name of it, and Kubecost's.
      includeIdle: 'true',
      idle: 'true',
    })) {
      url.searchParams.set(key, value);
    }
    const signals = [AbortSignal.timeout(this.requestTimeout)];
    if (options.signal) {
      signals.push(options.signal);
    }
    const body = await this.get(url, AbortSignal.any(signals));
    const rows = (readAnswer(body, url).data ?? []).flatMap(set =>
      Object.entries(set ?? {}).flatMap(
        ([name, row]): Array<[string, Allocation]> =>
          row === null ? [] : [[name, row]],
      ),
    );
    for (const [name, { window }] of rows) {
      const from = window?.start ? Date.parse(window.start) : NaN;
      if (from < Date.parse(start) || from >= Date.parse(end)) {
        throw new InputError(
          `${url.origin} answers for ${day} with "${name}" of ${window?.start}: the API does not keep to the window that it is asked for`,
        );
      }
    }
    return rows;
  }

  /** Follows redirects on the same host only: another one may be anything that the portal can reach. */
  private async get(from: URL, signal: AbortSignal): Promise<string> {
    let url = from;
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const response = await this.fetch(url, signal);
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || !location) {
        return this.readBody(response, url);
      }
      await response.body?.cancel();
      url = new URL(location, url);
      if (url.origin !== this.target.origin) {
        throw new NotAllowedError(
          `${this.target.origin} sends the portal on to ${url.origin}, where it does not go: name the right host in target`,
        );
      }
    }
    throw new ServiceUnavailableError(
      `${this.target.origin} sends the portal on more than ${mostRedirects} times`,
    );
  }

  private async fetch(url: URL, signal: AbortSignal): Promise<Response> {
    try {
      return await fetch(url, {
        redirect: 'manual',
        signal,
        headers: {
          accept: 'application/json',
          ...(this.token && { authorization: `Bearer ${this.token}` }),
        },
      });
    } catch (error) {
      throw this.failed(url, error);
    }
  }

  private async readBody(response: Response, url: URL): Promise<string> {
    const pieces: Uint8Array[] = [];
    let length = 0;
    try {
      for await (const piece of response.body ?? []) {
        length += piece.length;
        if (length > longestAnswer) {
          break;
        }
        pieces.push(piece);
      }
    } catch (error) {
      throw this.failed(url, error);
    }
    if (length > longestAnswer) {
      throw new InputError(
        `${url.origin} answers a day with more than ${longestAnswer} bytes: aggregate by less`,
      );
    }
    const body = Buffer.concat(pieces).toString('utf8');
    if (!response.ok) {
      throw new ServiceUnavailableError(
        `${url.origin}${url.pathname} answers ${response.status}: ${body
          .trim()
          .slice(0, shownOfError)}`,
      );
    }
    return body;
  }

  private failed(url: URL, error: unknown): Error {
    const isLate = isError(error) && error.name === 'TimeoutError';
    return new ServiceUnavailableError(
      isLate
        ? `${url.origin}${url.pathname} did not answer in ${this.requestTimeout} ms`
        : `${url.origin}${url.pathname} can't be reached, or broke off`,
      error,
    );
  }
}

function readAnswer(body: string, url: URL): z.infer<typeof answerSchema> {
  const read = answerSchema.safeParse(parseAmounts(body, url));
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new InputError(
      `${url.origin}${
        url.pathname
      } answers something else than allocations, at ${
        issue.path.join('.') || 'its top'
      }: ${issue.message}. Name the allocation API in target`,
    );
  }
  if (read.data.code !== 200) {
    throw new ServiceUnavailableError(
      `${url.origin}${url.pathname} answers code ${read.data.code}: ${(
        read.data.message ?? ''
      ).slice(0, shownOfError)}`,
    );
  }
  return read.data;
}

function parseAmounts(body: string, url: URL): unknown {
  try {
    return JSON.parse(body, keepAmount);
  } catch {
    try {
      return JSON.parse(body.replaceAll(noNumber, ': "$1"'), keepAmount);
    } catch {
      throw new InputError(
        `${url.origin}${url.pathname} answers no JSON: ${body
          .trim()
          .slice(0, shownOfError)}`,
      );
    }
  }
}

function keepAmount(
  key: string,
  value: unknown,
  context?: { source?: string },
): unknown {
  return key === 'totalCost' && typeof value === 'number'
    ? context?.source ?? String(value)
    : value;
}
