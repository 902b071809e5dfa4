/** What was asked of the backend. */
export type Asked = {
  method: string;
  path: string;
  query: Record<string, string>;
  body?: unknown;
};

/** What is answered, or how it follows from what was asked. */
export type RecordedAnswer = unknown | ((asked: Asked) => unknown);

/** An answer that is not JSON of a success. */
export class Failure {
  readonly status: number;
  readonly message: string;

  constructor(status: number, message: string) {
    this.status = status;
    this.message = message;
  }
}

/** Answers of a backend plugin as they were recorded, by `METHOD /path`, for its real client. */
export class RecordedAnswers {
  readonly asked: Asked[] = [];
  readonly answers: Record<string, RecordedAnswer>;
  readonly #pluginId: string;

  constructor(pluginId: string, answers: Record<string, RecordedAnswer>) {
    this.#pluginId = pluginId;
    this.answers = answers;
  }

  /** What a client is made with. */
  apis() {
    return {
      discoveryApi: {
        getBaseUrl: async () => `http://portal/api/${this.#pluginId}`,
      },
      fetchApi: {
        fetch: (url: RequestInfo | URL, init?: RequestInit) =>
          this.#fetch(String(url), init),
      },
    };
  }

  /** What was asked of a path. */
  askedOf(path: string): Asked[] {
    return this.asked.filter(each => each.path === path);
  }

  async #fetch(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address);
    const asked: Asked = {
      method: init.method ?? 'GET',
      path: url.pathname.replace(`/api/${this.#pluginId}`, ''),
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
