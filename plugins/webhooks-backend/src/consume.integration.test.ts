import { collector } from './__testUtils__/collector';
import { deliver } from './__testUtils__/deliver';
import { startWebhooks } from './__testUtils__/startWebhooks';
import { until } from './__testUtils__/until';

jest.setTimeout(120_000);

describe('consumers', () => {
  it('get deliveries at once, in order, in another plugin', async () => {
    const { feature, got } = collector();
    const backend = await startWebhooks({ features: [feature] });
    await deliver(backend.server);
    await until(() => got.length === 1);
    const delays: number[] = [];
    for (let index = 0; index < 10; index++) {
      const response = await deliver(backend.server, { body: { index } });
      const answeredAt = Date.now();
      await until(() => got.length === index + 2);
      expect(got[index + 1]).toMatchObject({
        id: response.body.id,
        body: JSON.stringify({ index }),
      });
      delays.push(got[index + 1].at - answeredAt);
    }
    const median = delays.sort((a, b) => a - b)[5];
    expect(median).toBeLessThan(200);

    await Promise.all(
      Array.from({ length: 300 }, () => deliver(backend.server)),
    );
    await until(() => got.length === 311);
    const ids = got.map(delivery => Number(delivery.id));
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    await backend.stop();
  });
});
