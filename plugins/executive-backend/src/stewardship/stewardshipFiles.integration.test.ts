import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { createDebtStore } from '../debt/DebtStore';
import { createExemptionStore } from '../exemptions/ExemptionStore';
import { createGoalStore } from '../goals/GoalStore';
import { InitiativeStore } from '../initiatives/InitiativeStore';
import { OwnedStore } from '../owned/OwnedStore';
import { BaselineStore } from '../success/BaselineStore';
import { StewardshipFiles } from './StewardshipFiles';

jest.setTimeout(120_000);

const rate = `{ groupRef: group:default/a, from: '2026-01-01', people: 4, monthly: { amount: 7000, currency: EUR } }`;
const debt = (id: string) =>
  `{ id: ${id}, title: Old, componentRef: component:default/a, kind: code, since: '2026-01-05' }`;
const goal = `{ id: daily, name: Daily, metricId: deploymentFrequency, scope: everything, baseline: { value: 1, day: '2026-01-01' }, target: 5, due: '2026-12-31', owner: group:default/a }`;

describe('files of what people write down', () => {
  let client: Awaited<ReturnType<typeof initTestDatabase>>;
  let directory: string;
  let file: string;
  let files: StewardshipFiles;
  const logger = mockServices.logger.mock();
  const say = async (text: string) => {
    await writeFile(file, text);
    await files.refresh();
  };
  const kept = async (): Promise<string[]> =>
    (await client('owned_items').orderBy(['kind', 'id'])).map(
      row => `${row.kind} ${row.id} ${row.revision}`,
    );

  beforeAll(async () => {
    client = await initTestDatabase();
    directory = await mkdtemp(path.join(tmpdir(), 'stewardship-'));
    file = path.join(directory, 'portfolio.yaml');
    files = StewardshipFiles.create({
      demo: false,
      client,
      files: [file],
      logger,
      urlReader: mockServices.urlReader.mock(),
      baselines: BaselineStore.create({ client }),
      debts: createDebtStore(client),
      exemptions: createExemptionStore(client),
      goals: createGoalStore(client),
      initiatives: InitiativeStore.create({ client }),
      rates: OwnedStore.create({ client, kind: 'people-rates', title: 'rate' }),
      values: OwnedStore.create({ client, kind: 'values', title: 'value of' }),
    });
  });
  afterAll(async () => {
    await client?.destroy();
    await rm(directory, { recursive: true, force: true });
  });

  it('are kept as a whole', async () => {
    await say(`goals: [${goal}]\ndebt: [${debt('one')}, ${debt('two')}]\n`);
    expect(await kept()).toEqual([
      'debt-items one 1',
      'debt-items two 1',
      'goals daily 1',
    ]);
  });

  it.each([
    [
      'an id that stands twice in a later list',
      `debt: [${debt('three')}]\npeopleRates: [${rate}, ${rate}]\n`,
      'peopleRates: found group:default/a@2026-01-01 twice',
    ],
    [
      'a field that is wrong',
      `debt: [${debt('three')}]\ngoals: [${goal.replace('5,', '1,')}]\n`,
      'goals.0.target: is the baseline already',
    ],
    ['text that is no YAML', 'debt: [', 'portfolio.yaml could not be used'],
    [
      'aliases that grow without end',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij']
        .map(
          (name, index) =>
            `${name}: &${name} [${Array(9)
              .fill(`*${'abcdefghij'[index]}`)
              .join(',')}]`,
        )
        .join('\n')}\n`,
      'portfolio.yaml could not be used',
    ],
  ])('change nothing with %s', async (_, text, message) => {
    const before = await kept();
    logger.warn.mockClear();
    await say(text);
    expect(await kept()).toEqual(before);
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining(message));
  });

  it('choose the baseline once, and one of the demo gives way', async () => {
    const baselines = BaselineStore.create({ client });
    const baseline = (from: string) =>
      `baseline: { from: '${from}', to: '2026-03-01', reason: Quiet, by: group:default/a }\n`;
    // A file of the demo is not shown here.
    await say(`demo: true\n${baseline('2026-01-01')}`);
    expect(await baselines.get()).toBeUndefined();
    const chosen = {
      from: '2026-01-01',
      to: '2026-02-01',
      lockedBy: 'user:default/a',
      reason: 'Demo',
    };
    await client.transaction(transaction =>
      baselines.declare({ ...chosen, demo: true }, transaction),
    );
    expect(await baselines.get()).toMatchObject({ reason: 'Demo', demo: true });
    await baselines.lock({ ...chosen, reason: 'Ours' });
    expect(await baselines.get()).toMatchObject({
      reason: 'Ours',
      demo: false,
    });
    await expect(baselines.lock(chosen)).rejects.toThrow('chosen once');
    await client('success_baseline').delete();

    await say(baseline('2026-01-01'));
    logger.warn.mockClear();
    await say(baseline('2026-02-01'));
    expect(await baselines.get()).toMatchObject({
      from: '2026-01-01',
      lockedBy: 'group:default/a',
    });
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('baseline are kept elsewhere'),
    );
  });

  it('change nothing where the database fails in a later list', async () => {
    const before = await kept();
    await client.raw(`
      CREATE FUNCTION refuse_rates() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.kind = 'people-rates' THEN RAISE 'disk full'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER refuse_rates BEFORE INSERT ON owned_items FOR EACH ROW EXECUTE FUNCTION refuse_rates();
    `);
    await say(`debt: [${debt('three')}]\npeopleRates: [${rate}]\n`);
    expect(await kept()).toEqual(before);
    await client.raw('DROP FUNCTION refuse_rates CASCADE');
    await files.refresh();
    expect(await kept()).toEqual([
      'debt-items three 1',
      'people-rates group:default/a@2026-01-01 1',
    ]);
  });
});
