import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { belowGroupsOf } from '@portal/plugin-executive-common';
import { catalogNode } from '@portal/plugin-org-history-common';
import request from 'supertest';
import { createDebtStore } from '../debt/DebtStore';
import { createExemptionStore } from '../exemptions/ExemptionStore';
import { createGoalStore } from '../goals/GoalStore';
import { InitiativeStore } from '../initiatives/InitiativeStore';
import { OwnedStore } from '../owned/OwnedStore';
import { addDays } from '../snapshots/days';
import { BaselineStore } from '../success/BaselineStore';
import { StewardshipFiles } from '../stewardship/StewardshipFiles';
import { OrganisationWriter, type WrittenEdge } from './OrganisationWriter';
import { beginAnew, startSnapshots } from './startSnapshots';

/** `YYYY-MM-DD` */
export const today = new Date().toISOString().slice(0, 10);
const groups = ['company', 'alpha', 'beta'].map(
  name => `group:default/${name}`,
);
const services = {
  'component:default/shop': 'group:default/alpha',
  'component:default/stock': 'group:default/beta',
};
const systems = ['system:default/selling', 'system:default/storing'];

function decide(permission: string, userRef: string): PolicyDecision {
  if (userRef === 'user:default/executive') {
    return { result: AuthorizeResult.ALLOW };
  }
  if (permission === 'executive.node.read') {
    return {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'executive',
      resourceType: 'executive-node',
      conditions: belowGroupsOf(userRef),
    };
  }
  return {
    result:
      permission === 'executive.debt.manage' ||
      permission === 'executive.goal.manage'
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
  };
}

/**
 * A company with two teams, a service of each, 20 days of cost of one of them, and a file: the executive reads and writes everything,
 * alphonse what team alpha has.
 */
export async function startStewardship() {
  const directory = await mkdtemp(path.join(tmpdir(), 'stewardship-'));
  const file = path.join(directory, 'portfolio.yaml');
  await writeFile(
    file,
    `
peopleRates:
  - { groupRef: group:default/alpha, from: '2020-01-01', people: 4, monthly: { amount: 7300, currency: EUR } }
values:
  - { entityRef: component:default/stock, value: { kind: money, perYear: { amount: 500, currency: EUR }, measure: Counted } }
debt:
  - { id: old-batch, title: Old batch, componentRef: component:default/stock, kind: code, fixHours: 10, since: '2026-01-05' }
`,
  );
  const portal = await startSnapshots({
    decide,
    config: { finops: { currency: 'EUR' } },
  });
  const writer = await OrganisationWriter.create(portal.knex);
  await beginAnew(portal.client, [
    ...groups.map(ref => ({
      ref,
      kind: 'group' as const,
      title: ref.slice(ref.indexOf('/') + 1),
    })),
    ...systems.map(ref => ({
      ref,
      kind: 'system' as const,
      title: ref.slice(ref.indexOf('/') + 1),
    })),
    ...Object.keys(services).map(ref => ({
      ref,
      kind: 'component' as const,
      title: ref.slice(ref.indexOf('/') + 1),
      runtimes: ref.endsWith('shop') ? 'nodejs@16, java@21' : 'cobol@85',
    })),
  ]);
  await writer.open([
    ...[...groups, ...systems, ...Object.keys(services)].map(
      (from): WrittenEdge => ({ from, kind: 'existsIn', to: catalogNode }),
    ),
    ...groups
      .slice(1)
      .map((from): WrittenEdge => ({ from, kind: 'childOf', to: groups[0] })),
    ...Object.entries(services).map(
      ([from, to]): WrittenEdge => ({ from, kind: 'ownedBy', to }),
    ),
    ...Object.keys(services).map(
      (from, index): WrittenEdge => ({
        from,
        kind: 'partOf',
        to: systems[index],
      }),
    ),
    {
      from: 'user:default/alphonse',
      kind: 'memberOf',
      to: 'group:default/alpha',
    },
  ]);
  await portal.metricStore.register([
    {
      id: 'dailyCost',
      title: 'Cost',
      description: 'What an entity costs.',
      estimator: 'Sum',
      unit: 'currency:EUR',
      sample: 'lines',
      betterWhen: 'lower',
      aggregation: 'sum',
      source: 'Test',
    },
  ]);
  for (let back = 0; back < 20; back++) {
    await portal.metricStore.publish({
      day: addDays(today, -back),
      values: [
        {
          metricId: 'dailyCost',
          entityRef: 'component:default/shop',
          parts: { sum: '100.10', count: 1 },
        },
      ],
    });
  }
  await portal.taker().take(today);
  const { client } = portal;
  const files = StewardshipFiles.create({
    demo: true,
    files: [file],
    logger: mockServices.logger.mock(),
    urlReader: mockServices.urlReader.mock(),
    client,
    baselines: BaselineStore.create({ client }),
    debts: createDebtStore(client),
    exemptions: createExemptionStore(client),
    goals: createGoalStore(client),
    initiatives: InitiativeStore.create({ client }),
    rates: OwnedStore.create({ client, kind: 'people-rates', title: 'rate' }),
    values: OwnedStore.create({ client, kind: 'values', title: 'value of' }),
  });
  await files.refresh();
  return {
    ...portal,
    ask: (
      method: 'get' | 'post' | 'put' | 'delete',
      address: string,
      user: string,
      body?: object,
    ) =>
      request(portal.server)
        [method](`/api/executive/v1/${address}`)
        .set(
          'Authorization',
          mockCredentials.user.header(`user:default/${user}`),
        )
        .send(body),
    async stop() {
      await portal.client.destroy();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
