import type { AnalyticsEvent } from '@backstage/frontend-plugin-api';
import {
  DocsCoverageClient,
  type DocsCoverageApi,
} from '@portal/plugin-docs-coverage-common';
import { InMemoryDocsCoverageApi } from '../testing';
import { UsageForwarder } from './UsageForwarder';

const context = { pluginId: 'root', extensionId: 'App' };

function start<Api extends DocsCoverageApi>(api: Api) {
  const forwarder = UsageForwarder.create({ api });
  const capture = (event: Partial<AnalyticsEvent>) =>
    forwarder.captureEvent({ action: '', subject: '', context, ...event });
  return {
    api,
    capture,
    navigate: (subject: string) => capture({ action: 'navigate', subject }),
    search: (subject: string, value?: number) =>
      capture({ action: 'search', subject, value }),
  };
}

const shop = { entityRef: 'component:default/shop' };

function setVisibility(state: DocumentVisibilityState) {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('UsageForwarder', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('tells opened pages of documentation and searches, every ten seconds, and nothing else', async () => {
    const { api, capture, navigate, search } = start(
      new InMemoryDocsCoverageApi(),
    );
    navigate('/docs');
    navigate('/docs/default/Component/shop');
    navigate('/docs/default/Component/shop/#install');
    navigate('/docs/default/component/shop/guide/?highlight=x#a');
    navigate('/catalog/default/component/shop');
    navigate('/catalog/default/component/shop/docs/guide');
    navigate('/docs/default/component/%E0%A4%A');
    navigate('/docs/default/component/a%2Fb');
    navigate('/settings');
    capture({ action: 'click', subject: '/docs/default/component/shop' });
    search('invoice', 12);
    search('quota', 0);
    search('jane@example.com', 0);
    search('unknown number');
    jest.advanceTimersByTime(9_999);
    expect(api.recorded).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(api.recorded).toEqual([
      {
        reads: [shop, shop, shop],
        searches: [
          { term: 'invoice', found: true },
          { term: 'quota', found: false },
        ],
      },
    ]);
    jest.advanceTimersByTime(60_000);
    expect(api.recorded).toHaveLength(1);
  });

  it('takes what is typed for one search', () => {
    const { api, search } = start(new InMemoryDocsCoverageApi());
    search('ro', 9);
    search('rotate', 3);
    search('Rotate  keys', 0);
    search('rotate k', 0);
    search('rot', 5);
    search('quota', 0);
    search('quota', 4);
    jest.advanceTimersByTime(10_000);
    expect(api.recorded[0].searches).toEqual([
      { term: 'rotate keys', found: false },
      { term: 'quota', found: true },
    ]);
  });

  it('tells what it holds when the page is hidden or left', () => {
    const { api, navigate } = start(new InMemoryDocsCoverageApi());
    navigate('/docs/default/component/shop');
    setVisibility('visible');
    expect(api.recorded).toEqual([]);
    setVisibility('hidden');
    expect(api.recorded).toHaveLength(1);
    navigate('/docs/default/component/shop/guide');
    window.dispatchEvent(new Event('pagehide'));
    expect(api.recorded).toHaveLength(2);
    jest.advanceTimersByTime(10_000);
    expect(api.recorded).toHaveLength(2);
  });

  it('holds at most 100 events', () => {
    const { api, navigate, search } = start(new InMemoryDocsCoverageApi());
    for (let page = 0; page < 200; page++) {
      navigate(`/docs/default/component/shop/${page}`);
      search(`term ${page}.`, 0);
    }
    jest.advanceTimersByTime(10_000);
    const [{ reads, searches }] = api.recorded;
    expect(reads.length + searches.length).toBe(100);
  });

  it('forgets what cannot be told, and asks no more where it is not allowed', async () => {
    const asked: RequestInit[] = [];
    let answer = async () => new Response('{}', { status: 500 });
    const { navigate } = start(
      new DocsCoverageClient({
        discoveryApi: { getBaseUrl: async () => 'http://portal/docs-coverage' },
        fetchApi: {
          fetch: async (_url, init = {}) => {
            asked.push(init);
            return answer();
          },
        },
      }),
    );
    const read = async (page: string) => {
      navigate(`/docs/default/component/shop/${page}`);
      await jest.advanceTimersByTimeAsync(10_000);
    };
    await read('a');
    answer = async () => {
      throw new Error('The network is down');
    };
    await read('b');
    answer = async () => new Response('{}', { status: 403 });
    await read('c');
    await read('d');
    expect(asked).toHaveLength(3);
    expect(asked[0]).toMatchObject({
      method: 'POST',
      keepalive: true,
      body: JSON.stringify({ reads: [shop], searches: [] }),
    });
  });
});
