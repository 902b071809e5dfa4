import { mockCredentials } from '@backstage/backend-test-utils';
import type { FindingStatistics } from '@portal/plugin-security-score-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { findSumErrors } from '../__testUtils__/findSumErrors';
import { vulnerability, weakness } from '../__testUtils__/readingOf';
import { TestAccess } from '../__testUtils__/TestAccess';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { TestImports } from '../__testUtils__/TestImports';
import { Exceptions } from '../exceptions/Exceptions';
import { settleExceptions } from '../exceptions/settleExceptions';
import { countOverdue } from '../findings/countOverdue';
import { FindingReader } from '../findings/FindingReader';
import { DatabaseInventoryWriter } from '../inventory/DatabaseInventoryWriter';
import { StatisticsReader } from '../statistics/StatisticsReader';
import { FindingTriage } from '../triage/FindingTriage';
import { SumKeeper } from './SumKeeper';

jest.setTimeout(240_000);

const slaDays = { critical: 7, high: 30, medium: 90, low: 180 };
const day = 86_400_000;
const jane = mockCredentials.user('user:default/jane');

const entry = fc.record({
  number: fc.integer({ min: 1, max: 4 }),
  // Names that a later report may say are of one vulnerability.
  alias: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  isCode: fc.boolean(),
  severity: fc.constantFrom('critical', 'high', 'medium', 'unknown'),
  isSuppressed: fc.boolean(),
} as const);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('report' as const),
      service: fc.constantFrom('shop', 'app'),
      tool: fc.constantFrom('trivy', 'grype'),
      daysAgo: fc.integer({ min: 0, max: 100 }),
      isDemo: fc.boolean(),
      entries: fc.array(entry, { maxLength: 5 }),
    }),
  },
  fc.record({
    type: fc.constant('inventory' as const),
    service: fc.constantFrom('shop', 'app'),
    scope: fc.constantFrom('', 'image:shop'),
    isDemo: fc.boolean(),
    licences: fc.array(fc.constantFrom('MIT', 'GPL-3.0-only'), {
      maxLength: 3,
    }),
  }),
  fc.record({
    type: fc.constant('triage' as const),
    nth: fc.nat(5),
    triage: fc.constantFrom('false-positive', 'not-affected', 'new'),
  } as const),
  fc.record({ type: fc.constant('accept' as const), nth: fc.nat(5) }),
  fc.record({ type: fc.constant('expire' as const) }),
  fc.record({ type: fc.constant('remove demo' as const) }),
  fc.record({ type: fc.constant('fold' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Hours are added in another order, and differ in what no one sees. */
function rounded(statistics: FindingStatistics): unknown {
  return JSON.parse(
    JSON.stringify(statistics, (_, value) =>
      typeof value === 'number' ? Number(value.toFixed(6)) : value,
    ),
  );
}

describe('sums of the company', () => {
  let client: Knex;
  let imports: TestImports;

  beforeAll(async () => {
    client = await initTestDatabase();
    imports = new TestImports(client, {
      slaDays,
      inventoryWriter: DatabaseInventoryWriter.create(),
    });
  });

  async function nth(index: number): Promise<string[]> {
    const ids: string[] = await client('findings').orderBy('id').pluck('id');
    return ids.length > 0 ? [ids[index % ids.length]] : [];
  }

  async function take(each: Step): Promise<void> {
    switch (each.type) {
      case 'report':
        await imports.send(
          {
            head: { tool: each.tool },
            findings: each.entries.map(
              ({ number, alias, isCode, isSuppressed, severity }) => ({
                ...(isCode
                  ? weakness(`rule-${number}`, number, { severity })
                  : vulnerability(`OSV-${number}`, '1.0.0', {
                      severity,
                      aliases: alias === undefined ? [] : [`OSV-${alias}`],
                    })),
                ...(isSuppressed && { suppressed: { reason: 'as agreed' } }),
              }),
            ),
          },
          {
            entityRef: `component:default/${each.service}`,
            at: new Date(Date.now() - each.daysAgo * day),
            demo: each.isDemo,
          },
        );
        break;
      case 'inventory':
        await imports.send(
          {
            head: {
              tool: 'syft',
              scope: each.scope,
              isInventory: true,
              tellsFindings: false,
            },
            components: each.licences.map((licence, index) => ({
              type: 'npm',
              name: `part-${index}`,
              version: '1.0.0',
              licences: [licence],
            })),
          },
          {
            entityRef: `component:default/${each.service}`,
            demo: each.isDemo,
          },
        );
        break;
      case 'triage':
        await FindingTriage.create({ client, slaDays }).change({
          ids: await nth(each.nth),
          triage: each.triage,
          by: 'user:default/ann',
        });
        break;
      case 'accept': {
        const findingIds = await nth(each.nth);
        await Exceptions.create({ client, slaDays, approvers: [] })
          .propose(
            {
              findingIds,
              reason: 'It is behind a wall',
              expiresAt: new Date(Date.now() + day),
              by: 'user:default/ann',
            },
            undefined,
            { decision: 'approve', by: 'user:default/bob' },
          )
          // It is accepted already, or there is none.
          .catch(() => undefined);
        break;
      }
      case 'expire':
        await client('findings')
          .whereNotNull('accepted_until')
          .update({ accepted_until: new Date(Date.now() - 1000) });
        await settleExceptions(client, { slaDays });
        break;
      case 'remove demo':
        await client('exceptions').delete();
        await imports.importer.removeDemo();
        break;
      default:
        await SumKeeper.create({ client }).fold();
    }
  }

  it('are what the rows say, after anything in any order, folded or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 8 }),
        async steps => {
          for (const each of steps) {
            await take(each);
            expect(await findSumErrors(client)).toEqual([]);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('answer what is overdue, and the statistics, as the rows do', async () => {
    const at = (daysAgo: number) => new Date(Date.now() - daysAgo * day);
    for (const daysAgo of [100, 31, 8, 7, 0]) {
      await take({
        type: 'report',
        service: 'shop',
        tool: 'semgrep' as never,
        daysAgo,
        isDemo: false,
        entries: (['critical', 'high', 'medium'] as const).map(severity => ({
          number: daysAgo,
          alias: undefined,
          isCode: daysAgo % 2 === 0,
          severity,
          isSuppressed: false,
        })),
      });
    }
    // One whose time ended a moment ago, and one that has a moment left.
    await imports.send(
      {
        head: { tool: 'gosec' },
        findings: [weakness('late', 1, { severity: 'critical' })],
      },
      { at: new Date(at(7).getTime() - 1000) },
    );
    await imports.send(
      {
        head: { tool: 'njsscan' },
        findings: [weakness('early', 1, { severity: 'critical' })],
      },
      { at: new Date(at(7).getTime() + 60_000) },
    );
    const reader = FindingReader.create({
      access: TestAccess.create(),
      client,
    });
    for (const kind of [undefined, ['code' as const]]) {
      const counted = await reader.list(jane, {
        overdue: true,
        kind,
        limit: 100,
      });
      const summed = await countOverdue(client, {
        bindings: kind ? { kinds: kind as never } : {},
      });
      expect(counted.total).toBeGreaterThan(0);
      expect(summed.reduce((total, { count }) => total + count, 0)).toBe(
        counted.total,
      );
      expect(summed.find(({ severity }) => severity === 5)?.count ?? 0).toBe(
        counted.bySeverity.critical,
      );
    }
    const statistics = StatisticsReader.create({ client });
    const iso = (date: Date) => date.toISOString().slice(0, 10);
    const refs: string[] = await client('services').pluck('ref');
    for (const from of [at(120), at(50), at(3)].map(iso)) {
      const period = { from, to: iso(at(-1)) };
      expect(rounded(await statistics.read(period))).toEqual(
        rounded(await statistics.read(period, refs)),
      );
    }
  });
});
