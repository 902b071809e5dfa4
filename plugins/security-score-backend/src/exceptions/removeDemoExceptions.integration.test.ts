import { seedFindings } from '../__testUtils__/seedFindings';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { Exceptions } from './Exceptions';
import { removeDemoExceptions } from './removeDemoExceptions';

jest.setTimeout(60_000);

describe('removeDemoExceptions', () => {
  it('opens what was accepted by what was made up, and leaves what is real', async () => {
    const client = await initTestDatabase();
    const slaDays = { high: 30 };
    const ids = await seedFindings(client, [{}, {}]);
    const exceptions = Exceptions.create({ client, slaDays, approvers: [] });
    for (const [index, id] of ids.entries()) {
      const proposed = await exceptions.propose({
        findingIds: [id],
        reason: 'It is behind a wall',
        expiresAt: new Date(Date.now() + 86_400_000),
        by: 'user:default/ann',
        demo: index === 0,
      });
      await exceptions.decide(proposed.id, {
        decision: 'approve',
        by: 'user:default/bob',
      });
    }
    await removeDemoExceptions(client, { slaDays });
    expect(
      await client('findings').orderBy('id').select('id', 'state'),
    ).toEqual([
      { id: ids[0], state: 'open' },
      { id: ids[1], state: 'accepted' },
    ]);
    expect((await exceptions.list({})).items).toMatchObject([{ demo: false }]);
  });
});
