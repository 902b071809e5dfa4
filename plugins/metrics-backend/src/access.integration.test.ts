import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  dayName,
  dayOfInstant,
  type MetricValue,
} from '@portal/plugin-metrics-common';
import { MemoryOrgHistory } from './__testUtils__/MemoryOrgHistory';
import { startMetrics } from './__testUtils__/startMetrics';
import { metric } from './__testUtils__/startStore';

jest.setTimeout(120_000);

const today = dayOfInstant(Date.now());
const seen = 'component:default/seen';
const hidden = 'component:default/hidden';

describe('access and freshness', () => {
  const permissions = mockServices.permissions.mock({
    authorize: async () => [{ result: AuthorizeResult.ALLOW }],
    authorizeConditional: async () => [
      {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: {
          rule: 'IS_ENTITY_OWNER',
          resourceType: 'catalog-entity',
          params: {},
        },
      },
    ],
  });
  let portal: Awaited<ReturnType<typeof startMetrics>>;

  beforeAll(async () => {
    portal = await startMetrics({
      orgHistory: new MemoryOrgHistory([]),
      // What a caller does not see is not in the catalog's answer.
      entities: {
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'seen', namespace: 'default' },
          },
        ],
      },
      permissions: permissions.factory,
      config: {
        metrics: {
          staleAfter: '3 days',
          overrides: [{ metric: 'slow', staleAfter: '30 days' }],
        },
      },
    });
  });

  it('shows a user nothing of entities that the catalog hides, and asks for permission once in ten seconds', async () => {
    await portal.register([metric('cost')]);
    await portal.publish({
      day: dayName(today - 1),
      values: [seen, hidden].map(entityRef => ({
        metricId: 'cost',
        entityRef,
        parts: { sum: '12.30', count: 2 },
        windows: {
          28: { state: 'ok', value: 40, unit: 'count', sampleSize: 9 },
        },
      })),
    });
    const question = {
      metricIds: ['cost'],
      entityRefs: [seen, hidden, 'component:default/unknown'],
    };
    for (let time = 0; time < 3; time++) {
      const { body } = await portal.post('/query/latest', question);
      const [ofSeen, ofHidden, ofUnknown] = body.metrics[0].values;
      expect(ofSeen).toMatchObject({ state: 'ok', value: 40 });
      expect(ofHidden).toEqual(ofUnknown);
      const csv = await portal.post('/export/series', {
        ...question,
        from: dayName(today - 1),
        to: dayName(today),
      });
      expect(csv.text).toContain(`${seen},cost`);
      expect(csv.text.match(/12\.3/g)).toHaveLength(1);
    }
    expect(permissions.authorize).toHaveBeenCalledTimes(1);
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);

    const asService = await portal.post('/query/latest', question).set(
      'Authorization',
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('plugin:boards'),
        targetPluginId: 'metrics',
      }),
    );
    expect(asService.body.metrics[0].values[1]).toMatchObject({ value: 40 });
  });

  it('tells what stands still from what is dead, by the patience of each metric', async () => {
    await portal.register([
      metric('lively'),
      metric('slow'),
      metric('patient', { staleAfterHours: 24 * 20 }),
      metric('windowed', { aggregation: 'distribution', unit: 'h' }),
    ]);
    const reported = [
      { entityRef: seen, days: [10, 4, 3, 2, 1] },
      { entityRef: 'component:default/dead', days: [10, 9] },
    ];
    for (const { entityRef, days } of reported) {
      for (const ago of days) {
        await portal.publish({
          day: dayName(today - ago),
          values: [
            ...['lively', 'slow', 'patient'].map(metricId => ({
              metricId,
              entityRef,
              parts: { sum: 1 },
            })),
            {
              metricId: 'windowed',
              entityRef,
              windows: {
                28: { state: 'ok', value: 5, unit: 'h', sampleSize: 1 },
              },
            },
          ],
        });
      }
    }
    const service = mockCredentials.service.header({
      onBehalfOf: mockCredentials.service('plugin:boards'),
      targetPluginId: 'metrics',
    });
    async function latest(fields: object) {
      const { body } = await portal
        .post('/query/latest', {
          metricIds: ['lively', 'slow', 'patient', 'windowed'],
          entityRefs: [seen, 'component:default/dead'],
          ...fields,
        })
        .set('Authorization', service);
      return body.metrics.map((item: { values: MetricValue[] }) => item.values);
    }
    const [lively, slow, patient, windowed] = await latest({});
    expect(lively[0]).toMatchObject({ state: 'ok', value: 5 });
    expect(lively[1]).toMatchObject({
      state: 'stale',
      value: 2,
      since: `${dayName(today - 8)}T00:00:00.000Z`,
    });
    expect(slow[1]).toMatchObject({ state: 'ok', value: 2 });
    expect(patient[1]).toMatchObject({ state: 'ok', value: 2 });
    expect(windowed[0]).toMatchObject({ state: 'ok', value: 5 });
    expect(windowed[1]).toMatchObject({ state: 'stale', value: 5 });
    // On the day it was reported last it was alive, and days later still fresh.
    const [then] = await latest({ day: dayName(today - 8) });
    expect(then[1]).toMatchObject({ state: 'ok', value: 2 });
    const [before] = await latest({ day: dayName(today - 11) });
    expect(before[1].state).toBe('not-configured');
    expect(before[1]).not.toHaveProperty('value');
  });
});
