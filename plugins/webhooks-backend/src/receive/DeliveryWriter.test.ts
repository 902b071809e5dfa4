import fc from 'fast-check';
import { DeliveryWriter, type DeliveryStore } from './DeliveryWriter';
import type { NewDelivery } from './NewDelivery';

function delivery(deliveryKey: string, body: string = '{}'): NewDelivery {
  return { sender: 'generic', deliveryKey, event: '', headers: {}, body };
}

/** Keeps deliveries in memory as the database does, and can be slow or refuse. */
function memoryStore(options: { refuses?: (key: string) => boolean } = {}) {
  const ids = new Map<string, string>();
  const batches: string[][] = [];
  let open: Promise<void> = Promise.resolve();
  const store: DeliveryStore = {
    async insert(deliveries) {
      await open;
      const keys = deliveries.map(({ deliveryKey }) => deliveryKey);
      if (keys.some(key => options.refuses?.(key))) {
        throw new Error(`refused ${keys.find(key => options.refuses?.(key))}`);
      }
      batches.push(keys);
      return keys.map(key => {
        const duplicate = ids.has(key);
        if (!duplicate) {
          ids.set(key, String(ids.size + 1));
        }
        return { id: ids.get(key)!, duplicate };
      });
    },
  };
  function close() {
    let release = () => {};
    open = new Promise(resolve => {
      release = resolve;
    });
    return release;
  }
  return { store, ids, batches, close };
}

describe('DeliveryWriter', () => {
  it('answers each delivery with its own receipt, whatever else fails', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[a-f]{1,2}$/), { maxLength: 60 }),
        fc.stringMatching(/^[a-f]$/),
        async (keys, refused) => {
          const { store, ids } = memoryStore({
            refuses: key => key.startsWith(refused),
          });
          let written = 0;
          const writer = DeliveryWriter.create({
            store,
            onWritten: () => {
              written += 1;
            },
          });
          const outcomes = await Promise.allSettled(
            keys.map(key => writer.write(delivery(key))),
          );
          const expected = keys.map((key, index) =>
            key.startsWith(refused)
              ? { status: 'rejected', reason: new Error(`refused ${key}`) }
              : {
                  status: 'fulfilled',
                  value: {
                    id: ids.get(key),
                    duplicate: keys.indexOf(key) < index,
                  },
                },
          );
          expect(outcomes).toEqual(expected);
          expect(written > 0).toBe(ids.size > 0);
        },
      ),
    );
  });

  it('gathers what comes while a transaction runs, up to its limits', async () => {
    const { store, batches, close } = memoryStore();
    const release = close();
    const writer = DeliveryWriter.create({ store, onWritten: () => {} });
    const first = writer.write(delivery('first'));
    await new Promise(resolve => setImmediate(resolve));
    const large = 'x'.repeat(5 * 1024 * 1024);
    const others = [
      ...Array.from({ length: 700 }, (_, index) => delivery(`${index}`)),
      ...['a', 'b', 'c'].map(key => delivery(key, large)),
    ].map(item => writer.write(item));
    release();
    await Promise.all([first, ...others]);
    expect(batches.map(batch => batch.length)).toEqual([1, 500, 202, 1]);
  });

  it('refuses more than it can hold, and takes it once there is room', async () => {
    const { store, close } = memoryStore();
    const release = close();
    const writer = DeliveryWriter.create({
      store,
      onWritten: () => {},
      maxWaiting: 1000,
    });
    const body = 'x'.repeat(600);
    const waiting = [
      writer.write(delivery('1', body)),
      writer.write(delivery('2', body)),
    ];
    await expect(writer.write(delivery('3', body))).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: /send it again later/,
    });
    release();
    await Promise.all(waiting);
    await expect(writer.write(delivery('3', body))).resolves.toEqual({
      id: '3',
      duplicate: false,
    });
  });
});
