import fc from 'fast-check';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { OwnedStore } from './OwnedStore';

jest.setTimeout(120_000);

type Thing = { name: string };

describe('what people write down', () => {
  let store: OwnedStore<Thing>;
  let number = 0;
  let client: Awaited<ReturnType<typeof initTestDatabase>>;

  beforeAll(async () => {
    client = await initTestDatabase();
  });
  beforeEach(() => {
    number += 1;
    store = OwnedStore.create({
      client,
      kind: `things-${number}`,
      title: 'thing',
    });
  });
  afterAll(async () => client?.destroy());

  it('is changed by who read the last revision, and by nobody else', async () => {
    await store.create({ id: 'a', document: { name: 'one' } }, 'user:x/a');
    await expect(
      store.create({ id: 'a', document: { name: 'other' } }, 'user:x/b'),
    ).rejects.toThrow('there is the thing a already');
    const both = await Promise.allSettled(
      ['two', 'three'].map(name =>
        store.change(
          { id: 'a', revision: 1, edit: () => ({ name }) },
          'user:x/a',
        ),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { name: 'ConflictError' },
    });
    expect((await store.get('a')).revision).toBe(2);
  });

  it('keeps its history when it is gone', async () => {
    await store.create({ id: 'a', document: { name: 'one' } }, 'user:x/a');
    await store.change(
      { id: 'a', revision: 1, edit: () => ({ name: 'two' }) },
      'user:x/b',
    );
    await store.remove({ id: 'a', revision: 2 }, 'user:x/c');
    await expect(store.get('a')).rejects.toThrow('There is no thing a');
    expect(await store.history('a')).toEqual([
      expect.objectContaining({
        action: 'deleted',
        by: 'user:x/c',
        before: { name: 'two' },
      }),
      expect.objectContaining({
        action: 'changed',
        by: 'user:x/b',
        before: { name: 'one' },
        after: { name: 'two' },
      }),
      expect.objectContaining({
        action: 'created',
        by: 'user:x/a',
        after: { name: 'one' },
      }),
    ]);
  });

  it('keeps the last word, whoever says it, and not over a file', async () => {
    await store.put('a', { name: 'one' }, 'user:x/a');
    await Promise.all(
      ['two', 'three'].map(name => store.put('a', { name }, 'user:x/b')),
    );
    expect((await store.get('a')).revision).toBe(3);
    await store.put('a', null, 'user:x/a');
    await store.put('a', null, 'user:x/a');
    expect(await store.list()).toEqual([]);
    expect((await store.history('a')).map(({ action }) => action)).toEqual([
      'deleted',
      'changed',
      'changed',
      'created',
    ]);
    await store.replace(
      { origin: 'file', location: 'things.yaml' },
      [{ id: 'b', document: { name: 'theirs' } }],
      'things.yaml',
    );
    await expect(store.put('b', null, 'user:x/a')).rejects.toThrow(
      'b is written in things.yaml; change it there',
    );
  });

  it('leaves to a file what the file keeps, and to people what they keep', async () => {
    await store.create({ id: 'mine', document: { name: 'mine' } }, 'user:x/a');
    const taken = await store.replace(
      { origin: 'file', location: 'things.yaml' },
      [
        { id: 'mine', document: { name: 'theirs' } },
        { id: 'theirs', document: { name: 'theirs' } },
      ],
      'things.yaml',
    );
    expect(taken).toEqual(['mine']);
    expect((await store.get('mine')).document.name).toBe('mine');
    await expect(
      store.change(
        { id: 'theirs', revision: 1, edit: () => ({ name: 'x' }) },
        'user:x/a',
      ),
    ).rejects.toThrow('theirs is written in things.yaml; change it there');
    await expect(
      store.remove({ id: 'theirs', revision: 1 }, 'user:x/a'),
    ).rejects.toThrow('change it there');
    await store.forgetFilesExcept([], 'configuration');
    expect((await store.list()).map(({ id }) => id)).toEqual(['mine']);
  });

  it('is what a file last said, however often and in whatever order it said things', async () => {
    const lists = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        document: fc.record({ name: fc.constantFrom('one', 'two') }),
      }),
      { selector: ({ id }) => id },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(lists, { maxLength: 4 }), async said => {
        const keeper = { origin: 'file' as const, location: 'f.yaml' };
        for (const list of said) {
          await store.replace(keeper, list, 'f.yaml');
          const revisions = (await store.list()).map(
            ({ revision }) => revision,
          );
          await store.replace(keeper, list, 'f.yaml');
          const again = await store.list();
          // Said twice it is the same, and changes nothing.
          expect(again.map(({ revision }) => revision)).toEqual(revisions);
          expect(again.map(({ document, id }) => ({ id, document }))).toEqual(
            [...list].sort((one, other) => (one.id < other.id ? -1 : 1)),
          );
        }
      }),
      { numRuns: 25 },
    );
  });
});
