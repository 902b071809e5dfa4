import { dayName } from '@portal/plugin-metrics-common';
import fc from 'fast-check';
import {
  dumpValues,
  emptyValues,
  metric,
  startStore,
} from './__testUtils__/startStore';
import { AliasService } from './services/AliasService';
import { toStagedRows } from './services/toStagedRows';

jest.setTimeout(300_000);

const publisher = 'plugin:test';
const firstDay = 20_000;
const oldRef = 'component:default/before';
const newRef = 'component:default/after';
const neighbour = 'component:default/neighbour';

describe('renamed entities', () => {
  it('have one history under the name of today, in which its own reports win', async () => {
    const { client, store } = await startStore();
    await store.register(publisher, [metric('cost')]);
    const names = new Map([[oldRef, newRef]]);
    const aliases = AliasService.create({
      client,
      orgHistory: {
        resolveAlias: async ({ refs }) =>
          refs.map(ref => ({ ref, currentRef: names.get(ref) ?? ref })),
      },
    });

    async function publish(entityRef: string, day: number, sum: number) {
      const values = [{ metricId: 'cost', entityRef, parts: { sum } }];
      await store.publish(dayName(firstDay + day), ['cost'], metrics =>
        toStagedRows({ publisher, values, metrics }),
      );
    }

    const sums = fc.array(fc.option(fc.nat(1), { nil: undefined }), {
      minLength: 6,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(sums, sums, async (before, after) => {
        await emptyValues(client);
        for (let day = 0; day < 6; day++) {
          const sum = after[day] ?? before[day];
          if (sum !== undefined) {
            await publish(newRef, day, sum);
          }
          await publish(neighbour, day, 1);
        }
        const expected = await dumpValues(client);

        await emptyValues(client);
        for (let day = 0; day < 6; day++) {
          const [old, own] = [before[day], after[day]];
          if (old !== undefined) {
            await publish(oldRef, day, old);
          }
          if (own !== undefined) {
            await publish(newRef, day, own);
          }
          await publish(neighbour, day, 1);
        }
        await aliases.run();
        expect(await dumpValues(client)).toEqual(expected);
        expect(await aliases.run()).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
