import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { component, openScores, shop } from '../__testUtils__/openScores';
import { seedFindings, seedService } from '../__testUtils__/seedFindings';

describe('scores', () => {
  it('are calculated again only where something changed, and by one of several instances', async () => {
    const { client, calculator } = await openScores([
      component('shop'),
      component('till'),
    ]);
    await seedFindings(client, [
      { entityRef: shop },
      { entityRef: 'component:default/till', name: 'CVE-2026-5' },
    ]);
    const [one, other] = await Promise.all([
      calculator.work(),
      calculator.work(),
    ]);
    expect(one + other).toBe(2);
    await expect(calculator.work()).resolves.toBe(0);
    await seedFindings(client, [{ entityRef: shop, name: 'CVE-2026-6' }]);
    await expect(calculator.work()).resolves.toBe(1);
  });

  it('let a report go on that changes the findings they are calculated from', async () => {
    const { client, calculator, scores } = await openScores();
    const [id] = await seedFindings(client, [{ severity: 'critical' }]);
    const serviceId = await seedService(client);
    const report = await client.transaction();
    await report('findings').where({ id }).update({ title: 'as reported' });
    const calculated = calculator.work();
    const waiting = () =>
      client('pg_stat_activity')
        .whereRaw('datname = current_database()')
        .where('wait_event_type', 'Lock');
    while ((await waiting()).length === 0) {
      await setTimeout(20);
    }
    // By now the calculation waits for the finding. The report must not wait for the calculation.
    await report('score_queue')
      .insert({ service_id: serviceId })
      .onConflict('service_id')
      .ignore();
    await report.commit();
    // What the report put back is calculated again.
    await expect(calculated).resolves.toBe(2);
    await expect(scores.get(shop)).resolves.toMatchObject({
      open: { critical: 1 },
    });
  });

  it('are calculated by another where the one that took them died', async () => {
    const { client, calculator } = await openScores();
    const serviceId = await seedService(client);
    await client('score_claims').insert([
      { service_id: serviceId, claim: randomUUID() },
    ]);
    await expect(calculator.work()).resolves.toBe(0);
    await client('score_claims').update({
      claimed_at: client.raw(`now() - interval '1 hour'`),
    });
    await expect(calculator.work()).resolves.toBe(1);
    await expect(client('score_claims')).resolves.toEqual([]);
  });
});
