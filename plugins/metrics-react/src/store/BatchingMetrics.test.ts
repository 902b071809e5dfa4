import {
  MetricsClient,
  type LatestRequest,
} from '@portal/plugin-metrics-common';
import fc from 'fast-check';
import { BatchingMetrics } from './BatchingMetrics';

type Question = { latest?: LatestRequest };
type Answer = {
  response?: { statusCode: number };
  latest?: object;
  [field: string]: unknown;
};
type Sent = { path: string; body: { questions?: Question[] } };

/** A store behind the real client. It says of each entity its own name, and does not know the metric `none`. */
function startStore(options: { refuses?: (path: string) => boolean } = {}) {
  const sent: Sent[] = [];
  const signals: AbortSignal[] = [];
  let isHanging = false;

  function answerTo({ latest }: Question): Answer {
    if (!latest) {
      return { trend: { buckets: [], scopes: [] } };
    }
    return latest.metricIds.includes('none')
      ? {
          error: {
            name: 'NotFoundError',
            message: 'There is no metric "none"',
          },
          response: { statusCode: 404 },
        }
      : { latest: { entityRefs: latest.entityRefs, metrics: [] } };
  }

  function respond(path: string, body: Sent['body']): Answer {
    if (path === '/v1/definitions') {
      return { items: [{ id: 'cost' }] };
    }
    return path === '/v1/query/batch'
      ? { answers: (body.questions ?? []).map(answerTo) }
      : answerTo({ latest: body as LatestRequest });
  }

  async function serve(url: RequestInfo | URL, init?: RequestInit) {
    const path = String(url).replace('http://store', '');
    const body = init?.body ? JSON.parse(String(init.body)) : {};
    sent.push({ path, body });
    if (init?.signal) {
      signals.push(init.signal);
    }
    if (isHanging) {
      await new Promise((_, reject) => {
        init?.signal?.addEventListener('abort', () =>
          reject(init.signal?.reason),
        );
      });
    }
    const found: Answer = options.refuses?.(path)
      ? {
          error: { name: 'InputError', message: 'Not a question' },
          response: { statusCode: 400 },
        }
      : respond(path, body);
    return new Response(JSON.stringify(found.latest ?? found), {
      status: found.response?.statusCode ?? 200,
      headers: { 'Content-Type': 'application/json' },
    });
  }

  const client = new MetricsClient({
    discoveryApi: { getBaseUrl: async () => 'http://store' },
    fetchApi: { fetch: serve },
  });
  return {
    sent,
    signals,
    hang: () => {
      isHanging = true;
    },
    metrics: BatchingMetrics.create({ client }),
  };
}

function of(entityRef: string, metricId = 'cost'): LatestRequest {
  return { metricIds: [metricId], entityRefs: [entityRef] };
}

describe('BatchingMetrics', () => {
  it('asks many questions at once, the same one only once', async () => {
    const { metrics, sent } = startStore();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(20), { minLength: 2, maxLength: 60 }),
        async numbers => {
          sent.length = 0;
          const asked = numbers.map(number => metrics.latest(of(`e${number}`)));
          const answers = await Promise.all(asked);
          expect(answers.map(({ entityRefs }) => entityRefs)).toEqual(
            numbers.map(number => [`e${number}`]),
          );
          expect(sent).toHaveLength(1);
          const different = new Set(numbers).size;
          expect(sent[0].body.questions?.length ?? 1).toBe(different);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('splits what is too much for one request, and asks one question by its own name', async () => {
    const { metrics, sent } = startStore();
    await Promise.all(
      Array.from({ length: 230 }, (_, index) =>
        metrics.latest(of(`e${index}`)),
      ),
    );
    expect(sent.map(({ body }) => body.questions?.length)).toEqual([
      100, 100, 30,
    ]);
    await metrics.latest(of('alone'));
    expect(sent[3].path).toBe('/v1/query/latest');
  });

  it('lets each question fail alone, with the error of the store', async () => {
    const { metrics, sent } = startStore();
    const period = { from: '2026-01-01', to: '2026-02-01' };
    const [good, bad, trend] = await Promise.allSettled([
      metrics.latest(of('a')),
      metrics.latest(of('b', 'none')),
      metrics.trend({ metricIds: ['cost'], scopes: ['everything'], ...period }),
    ]);
    expect(good.status).toBe('fulfilled');
    expect(trend).toMatchObject({ value: { buckets: [] } });
    expect(bad).toMatchObject({
      reason: {
        statusCode: 404,
        cause: { message: 'There is no metric "none"' },
      },
    });
    expect(sent).toHaveLength(1);
  });

  it('asks one by one when a request is refused for what one of them says', async () => {
    const { metrics, sent } = startStore({
      refuses: path => path === '/v1/query/batch',
    });
    const [good, bad] = await Promise.allSettled([
      metrics.latest(of('a')),
      metrics.latest(of('b', 'none')),
    ]);
    expect(good.status).toBe('fulfilled');
    expect(bad).toMatchObject({ reason: { statusCode: 404 } });
    expect(sent).toHaveLength(3);
  });

  it('does not ask what is called off, and calls off what nobody waits for', async () => {
    const { hang, metrics, sent, signals } = startStore();
    const [one, two, three] = [1, 2, 3].map(() => new AbortController());
    const early = metrics.latest(of('early'), { signal: one.signal });
    one.abort();
    await expect(early).rejects.toThrow('abort');

    hang();
    const same = of('same');
    const waiting = [
      metrics.latest(same, { signal: two.signal }),
      metrics.latest(same, { signal: three.signal }),
      metrics.latest(of('other'), { signal: three.signal }),
    ].map(answer => answer.catch(error => error.name));
    while (!signals.length) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    expect(sent[0].body.questions).toHaveLength(2);
    two.abort();
    expect(await waiting[0]).toBe('AbortError');
    expect(signals[0].aborted).toBe(false);
    three.abort();
    expect(await Promise.all(waiting)).toEqual(Array(3).fill('AbortError'));
    expect(signals[0].aborted).toBe(true);
    expect(sent).toHaveLength(1);
  });

  it('asks for definitions once, and again after a failure', async () => {
    let refused = true;
    const { metrics, sent } = startStore({ refuses: () => refused });
    await expect(metrics.definitions()).rejects.toThrow('400');
    refused = false;
    const [first, second] = await Promise.all([
      metrics.definitions(),
      metrics.definitions(),
    ]);
    expect(first).toBe(second);
    expect(sent).toHaveLength(2);
  });
});
