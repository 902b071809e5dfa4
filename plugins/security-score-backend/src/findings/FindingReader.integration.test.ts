import { mockCredentials } from '@backstage/backend-test-utils';
import type {
  FindingFilter,
  FindingOrder,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import { seedFindings } from '../__testUtils__/seedFindings';
import { TestAccess } from '../__testUtils__/TestAccess';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { FindingReader } from './FindingReader';

jest.setTimeout(60_000);

const jane = mockCredentials.user('user:default/jane');
const app = 'component:default/app';

describe('FindingReader', () => {
  let client: Knex;
  let access: TestAccess;
  let findings: FindingReader;
  let ids: string[];

  beforeEach(async () => {
    client = await initTestDatabase();
    access = TestAccess.create();
    findings = FindingReader.create({ access, client });
    const day = (number: number) => new Date(Date.UTC(2026, 0, number));
    ids = await seedFindings(client, [
      {
        name: 'CVE-2026-1',
        aliases: ['GHSA-aaaa-bbbb-cccc'],
        severity: 'critical',
        kev: true,
        fixVersions: ['2.0.0'],
        at: day(1),
      },
      { name: 'CVE-2026-2', severity: 'low', tool: 'grype', at: day(3) },
      {
        name: 'no-eval',
        kind: 'code',
        title: 'eval is 100% evil',
        path: 'src/index.js',
        line: 3,
        severity: 'medium',
        tool: 'semgrep',
        at: day(2),
      },
      {
        name: 'CVE-2026-3',
        severity: 'high',
        suppressed: true,
        at: new Date(),
      },
      { name: 'CVE-2026-4', severity: 'unknown', present: false },
      {
        name: 'CVE-2026-5',
        entityRef: app,
        packageName: 'Foo_Bar',
        severity: 'info',
        at: day(4),
      },
    ]);
    await client('findings').update({
      package_key: client.raw(`replace(lower(package_name), '_', '-')`),
    });
  });

  async function list(filter: FindingFilter & { order?: FindingOrder }) {
    const page = await findings.list(jane, { ...filter, limit: 50 });
    return page.items.map(({ name }) => name);
  }

  it('counts what fits the filter, whatever states and severities it names', async () => {
    const { items, ...counts } = await findings.list(jane, {
      state: ['open'],
      severity: ['critical', 'low'],
      limit: 50,
    });
    expect(items).toHaveLength(2);
    expect(counts).toEqual({
      total: 2,
      open: 4,
      suppressed: 1,
      bySeverity: {
        critical: 1,
        high: 0,
        medium: 1,
        low: 1,
        info: 1,
        unknown: 0,
      },
      byState: {
        open: 4,
        fixed: 1,
        suppressed: 1,
        'not-affected': 0,
        'false-positive': 0,
        accepted: 0,
      },
    });
    // Sums and rows give the same.
    const counted = await findings.list(jane, {
      state: ['open'],
      severity: ['critical', 'low'],
      triage: ['new'],
      limit: 50,
    });
    expect(counted).toEqual({ items, ...counts });
  });

  it.each<[FindingFilter, string[]]>([
    [{ scope: app }, ['CVE-2026-5']],
    [{ kind: ['code'] }, ['no-eval']],
    [{ tool: ['grype', 'semgrep'] }, ['CVE-2026-2', 'no-eval']],
    [{ text: '100% EVIL' }, ['no-eval']],
    [{ text: '%' }, ['no-eval']],
    [{ text: 'index.js' }, ['no-eval']],
    [{ text: 'ghsa-aaaa' }, ['CVE-2026-1']],
    [{ overdue: true }, ['CVE-2026-1', 'CVE-2026-2', 'no-eval']],
    [{ overdue: false }, ['CVE-2026-3', 'CVE-2026-4', 'CVE-2026-5']],
    [{ fixable: true }, ['CVE-2026-1']],
    [{ kev: true }, ['CVE-2026-1']],
    [{ vulnerability: 'ghsa-AAAA-bbbb-cccc' }, ['CVE-2026-1']],
    [{ vulnerability: 'CVE-1' }, []],
    [{ package: 'foo-bar' }, ['CVE-2026-5']],
    [{ package: 'Foo_Bar' }, ['CVE-2026-5']],
    [{ assignee: 'user:default/jane' }, []],
    [{ triage: ['confirmed'] }, []],
    [{ state: ['suppressed', 'fixed'] }, ['CVE-2026-3', 'CVE-2026-4']],
    [{ severity: ['unknown'] }, ['CVE-2026-4']],
  ])('finds %j', async (filter, expected) => {
    expect((await list(filter)).sort()).toEqual(expected);
  });

  it.each<[FindingOrder, string[]]>([
    [
      'severity',
      ['CVE-2026-1', 'CVE-2026-3', 'no-eval', 'CVE-2026-2', 'CVE-2026-5'],
    ],
    [
      'oldest',
      ['CVE-2026-1', 'no-eval', 'CVE-2026-2', 'CVE-2026-5', 'CVE-2026-3'],
    ],
    [
      'newest',
      ['CVE-2026-3', 'CVE-2026-5', 'CVE-2026-2', 'no-eval', 'CVE-2026-1'],
    ],
    [
      'due',
      ['CVE-2026-1', 'no-eval', 'CVE-2026-2', 'CVE-2026-3', 'CVE-2026-5'],
    ],
  ])('pages in the order %s', async (order, expected) => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await findings.list(jane, {
        state: ['open', 'suppressed'],
        order,
        cursor,
        limit: 2,
      });
      found.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor);
    expect(found).toEqual(expected);
  });

  it('refuses a cursor of something else', async () => {
    const { nextCursor } = await findings.list(jane, {
      order: 'severity',
      limit: 1,
    });
    for (const cursor of ['x', nextCursor]) {
      await expect(
        findings.list(jane, { order: 'newest', cursor, limit: 1 }),
      ).rejects.toThrow('cursor');
    }
  });

  it('says all that is known of one', async () => {
    expect(await findings.get(jane, ids[0])).toMatchObject({
      name: 'CVE-2026-1',
      aliases: ['GHSA-aaaa-bbbb-cccc'],
      state: 'open',
      dueAt: '2026-01-08T00:00:00.000Z',
      package: { name: 'left-pad', fixVersions: ['2.0.0'] },
      sightings: [{ tool: 'trivy', present: true }],
      history: [{ kind: 'opened', to: 'open', by: 'trivy' }],
    });
  });

  it('shows nothing of services that may not be read', async () => {
    access.readable = {
      everything: { refs: [app] },
      [app]: { refs: [app] },
      'component:default/shop': 'refused',
    };
    const page = await findings.list(jane, { limit: 50 });
    expect(page).toMatchObject({
      total: 1,
      open: 1,
      suppressed: 0,
      items: [{ entityRef: app }],
    });
    expect(await list({ text: 'eval' })).toEqual([]);
    expect(await list({ vulnerability: 'CVE-2026-1' })).toEqual([]);
    await expect(list({ scope: 'component:default/shop' })).rejects.toThrow(
      'may not be read',
    );
    // What is refused and what does not exist is told alike.
    const messages = [];
    for (const id of [ids[0], '99999', 'x']) {
      const error = await findings.get(jane, id).catch(reason => reason);
      expect(error.name).toBe('NotFoundError');
      messages.push(error.message.replace(id, 'id'));
    }
    expect(new Set(messages).size).toBe(1);
    access.readable = { everything: { refs: [] } };
    expect(await findings.list(jane, { limit: 50 })).toMatchObject({
      total: 0,
      items: [],
    });
  });
});
