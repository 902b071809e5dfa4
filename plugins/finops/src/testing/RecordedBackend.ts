import { FinopsClient } from '@portal/plugin-finops-common';

/** What was asked of the backend. */
export type Asked = {
  method: string;
  path: string;
  query: Record<string, string>;
  body?: unknown;
};

type Answer = unknown | ((asked: Asked) => unknown);

/** An answer that is not JSON of a success. */
export class Failure {
  readonly status: number;
  readonly message: string;

  constructor(status: number, message: string) {
    this.status = status;
    this.message = message;
  }
}

/** Answers as the cost backend gives them, by `METHOD /path`. The client is the real one. */
export class RecordedBackend {
  readonly asked: Asked[] = [];
  readonly answers: Record<string, Answer>;

  constructor(answers: Record<string, Answer>) {
    this.answers = answers;
  }

  client(): FinopsClient {
    return new FinopsClient({
      discoveryApi: { getBaseUrl: async () => 'http://portal/api/finops' },
      fetchApi: { fetch: (url, init) => this.#fetch(String(url), init) },
    });
  }

  /** What was asked of a path. */
  askedOf(path: string): Asked[] {
    return this.asked.filter(each => each.path === path);
  }

  async #fetch(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address);
    const asked: Asked = {
      method: init.method ?? 'GET',
      path: url.pathname.replace('/api/finops', ''),
      query: Object.fromEntries(url.searchParams),
      body:
        typeof init.body === 'string'
          ? JSON.parse(init.body)
          : init.body ?? undefined,
    };
    this.asked.push(asked);
    const recorded = this.answers[`${asked.method} ${asked.path}`];
    const answer =
      typeof recorded === 'function' ? await recorded(asked) : recorded;
    if (answer === undefined || answer instanceof Failure) {
      const { status = 404, message = `No answer for ${asked.path}` } =
        answer ?? {};
      return json(
        {
          error: { name: 'Error', message },
          response: { statusCode: status },
        },
        status,
      );
    }
    return answer instanceof Blob ? new Response(answer) : json(answer, 200);
  }
}

function json(body: unknown, status: number): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });
}
