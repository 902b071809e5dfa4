import { DoraClient } from './DoraClient';

const entityRef = { kind: 'Component', namespace: 'default', name: 'a/b' };

function clientWith(response: Response) {
  const fetchMock = jest.fn<Promise<Response>, Parameters<typeof fetch>>();
  fetchMock.mockResolvedValue(response);
  const client = new DoraClient({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: { fetch: fetchMock },
  });
  return { client, fetchMock };
}

describe('DoraClient', () => {
  it('asks for what is given and leaves out what is not', async () => {
    const { client, fetchMock } = clientWith(Response.json({ items: [] }));
    await client.getDeployments(
      { entityRef, from: '2025-01-01', limit: 5 },
      { token: 'secret' },
    );
    expect(fetchMock).toHaveBeenCalledWith(
      'http://portal/api/dora/v1/entities/Component/default/a%2Fb/deployments?from=2025-01-01&limit=5',
      expect.objectContaining({ headers: { Authorization: 'Bearer secret' } }),
    );
  });

  it('has a path for each question', async () => {
    const asked: string[] = [];
    const client = new DoraClient({
      discoveryApi: { getBaseUrl: async () => 'http://portal/api/dora' },
      fetchApi: {
        fetch: async input => {
          asked.push(new URL(String(input)).pathname.split('/').slice(-1)[0]);
          return Response.json({});
        },
      },
    });
    await client.getMetrics({ entityRef });
    await client.getTrend({ entityRef, interval: 'month' });
    await client.getSources({ entityRef });
    await client.getDefinitions();
    expect(asked).toEqual(['metrics', 'trend', 'sources', 'metrics']);
  });

  it('passes on what the backend says is wrong', async () => {
    const body = { error: { name: 'InputError', message: 'from: wrong' } };
    const { client } = clientWith(Response.json(body, { status: 400 }));
    await expect(client.getMetrics({ entityRef })).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 400,
    });
  });
});
