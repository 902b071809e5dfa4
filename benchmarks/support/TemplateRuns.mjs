import { setTimeout as sleep } from 'node:timers/promises';

const RUN_LIMIT_MS = 5 * 60_000;
const LOOK_MS = 100;

/** Runs ba-service-template as the demo persona of a member, over HTTP. */
export class TemplateRuns {
  #url;
  #headers;

  constructor(url, token) {
    this.#url = url;
    this.#headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    };
  }

  static async signIn(url) {
    const response = await fetch(
      `${url}/api/auth/demo/refresh?persona=member`,
      {
        headers: { 'x-requested-with': 'XMLHttpRequest' },
      },
    );
    const { backstageIdentity } = await response.json();
    return new TemplateRuns(url, backstageIdentity.token);
  }

  /**
   * One run, from the request to its end.
   *
   * @returns {Promise<{ ms: number, status: string }>}
   */
  async run(name) {
    const startedAt = performance.now();
    const { id } = await this.#ask('', {
      templateRef: 'template:default/ba-service-template',
      values: valuesOf(name),
    });
    while (performance.now() - startedAt < RUN_LIMIT_MS) {
      const { status } = await this.#ask(`/${id}`);
      if (!['open', 'processing'].includes(status)) {
        return { ms: performance.now() - startedAt, status };
      }
      await sleep(LOOK_MS);
    }
    return { ms: performance.now() - startedAt, status: 'unfinished' };
  }

  async #ask(path, body) {
    const response = await fetch(
      `${this.#url}/api/scaffolder/v2/tasks${path}`,
      {
        headers: this.#headers,
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      },
    );
    if (!response.ok) {
      throw new Error(`${response.status}: ${await response.text()}`);
    }
    return response.json();
  }
}

function valuesOf(name) {
  return {
    name,
    description: 'Measured by a benchmark.',
    language: 'typescript',
    objective: '99.9',
    pipeline: 'github',
    owner: 'group:default/data-platform',
    system: 'system:default/pricing',
    environments: [
      environment('DEV1', 'small'),
      environment('UAT1', 'small'),
      {
        ...environment('PROD1', 'medium'),
        production: true,
        approval: 'Nobody is served by it.',
      },
    ],
  };
}

function environment(name, size) {
  const ref = `resource:default/${name.toLowerCase()}`;
  return { ref, name, production: false, size };
}
